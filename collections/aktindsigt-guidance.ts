import type { CollectionConfig } from 'payload'
import { bodyField } from './shared/fields/fields.ts'
import { publishable } from './shared/publishing.ts'

export const AktindsigtGuidance: CollectionConfig = {
  slug: 'aktindsigt-guidance',
  labels: { singular: 'Vejledning om aktindsigt', plural: 'Vejledning om aktindsigt' },
  orderable: true,
  admin: {
    group: 'Indhold',
    useAsTitle: 'title',
    defaultColumns: ['title', 'source', '_status'],
    description: 'Afsnit om retten til aktindsigt. En side vælger, hvilke den viser.',
  },
  ...publishable,
  fields: [
    { name: 'title', label: 'Overskrift', type: 'text', required: true, maxLength: 200 },
    bodyField({ required: true }),
    {
      name: 'source',
      label: 'Kilde',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Vises under teksten, for eksempel »Sammenfattet efter Justitsministeriet«.' },
    },
  ],
}
