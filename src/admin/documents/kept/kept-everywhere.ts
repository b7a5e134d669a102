import type { CollectionConfig, GlobalConfig, Plugin, UIField } from 'payload'

/**
 * What is typed is kept in the browser until it is saved, in each form: docs/decisions/022-kept-text.md. A plugin, so that no
 * new collection can forget.
 */
export const keptEverywhere: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(withKept),
  globals: config.globals?.map(withKept),
})

const withKept = <Kind extends CollectionConfig | GlobalConfig>(kind: Kind): Kind => ({
  ...kind,
  fields: [keptField, ...kind.fields],
})

const keptField: UIField = {
  name: 'kept',
  type: 'ui',
  label: 'Tekst, der ikke blev gemt',
  admin: {
    components: { Field: '/src/admin/documents/kept/kept-field.tsx#KeptField' },
    disableBulkEdit: true,
    disableListColumn: true,
  },
}
