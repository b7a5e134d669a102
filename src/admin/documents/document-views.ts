import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'

/** What Payload shows around each document: its tab »API« is for administrators, who know what it is. A plugin, so that no new collection can forget. */
export const documentViews: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(forAdministrators),
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
