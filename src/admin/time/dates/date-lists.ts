import type { Plugin } from 'payload'

/** In the list of each collection, conditions on dates are typed as in the forms. A plugin, so that no new one can forget. */
export const dateLists: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    admin: {
      ...collection.admin,
      components: {
        ...collection.admin?.components,
        views: {
          ...collection.admin?.components?.views,
          list: {
            Component: '/src/admin/time/dates/date-list-view.tsx#DateListView',
            ...collection.admin?.components?.views?.list,
          },
        },
      },
    },
  })),
})
