import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'

/**
 * The list of a document's versions is ours, as Payload's does not say who saved them; and so is the button that publishes, by
 * what it says. A plugin, so that no new collection can forget.
 */
export const versionLists: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => withOurButton(withOurList(collection))),
  globals: config.globals?.map(withOurList),
})

function withOurList<Kind extends CollectionConfig | GlobalConfig>(kind: Kind): Kind {
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

function withOurButton(collection: CollectionConfig): CollectionConfig {
  if (!collection.versions) return collection
  const { components } = collection.admin ?? {}
  const PublishButton = '/src/admin/documents/versions/publish-button.tsx#PublishButton'
  return {
    ...collection,
    admin: {
      ...collection.admin,
      components: { ...components, edit: { ...components?.edit, PublishButton } },
    },
  }
}
