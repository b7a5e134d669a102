import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'

/** The list of a document's versions is ours, as Payload's does not say who saved them. A plugin, so that no new collection can forget. */
export const versionLists: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(withOurs),
  globals: config.globals?.map(withOurs),
})

function withOurs<Kind extends CollectionConfig | GlobalConfig>(kind: Kind): Kind {
  if (!kind.versions) return kind
  const { components } = kind.admin ?? {}
  return {
    ...kind,
    admin: {
      ...kind.admin,
      components: {
        ...components,
        views: {
          ...components?.views,
          edit: {
            ...components?.views?.edit,
            versions: { Component: '/src/admin/documents/versions/version-list.tsx#VersionList' },
          },
        },
      },
    },
  }
}
