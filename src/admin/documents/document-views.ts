import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'

/**
 * What Payload shows around each document: its tab »API« is for administrators, who know what it is; and above each list, that
 * a document is gone whose address led there. A plugin, so that no new collection can forget.
 */
export const documentViews: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => tellingGone(forAdministrators(collection))),
  globals: config.globals?.map(forAdministrators),
})

function forAdministrators<Kind extends CollectionConfig | GlobalConfig>(kind: Kind): Kind {
  return {
    ...kind,
    admin: {
      ...kind.admin,
      components: {
        ...kind.admin?.components,
        views: {
          ...kind.admin?.components?.views,
          edit: {
            ...kind.admin?.components?.views?.edit,
            api: { tab: { condition: ({ req }) => req.user?.role === 'administrator' } },
          },
        },
      },
    },
  }
}

function tellingGone(collection: CollectionConfig): CollectionConfig {
  const { components } = collection.admin ?? {}
  return {
    ...collection,
    admin: {
      ...collection.admin,
      components: {
        ...components,
        beforeList: [
          '/src/admin/documents/bin/gone-notice.tsx#GoneNotice',
          ...(components?.beforeList ?? []),
        ],
      },
    },
  }
}
