import type { CollectionConfig } from 'payload'
import { bodyField } from './shared/fields/fields.ts'
import { publishable } from './shared/publishing.ts'

export const Pejlemaerker: CollectionConfig = {
  slug: 'pejlemaerker',
  labels: { singular: 'Pejlemærke', plural: 'Pejlemærker' },
  orderable: true,
  admin: {
    group: 'Indhold',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status'],
    description: 'Træk i rækkerne for at ændre rækkefølgen.',
  },
  ...publishable,
  fields: [
    { name: 'title', label: 'Pejlemærke', type: 'text', required: true, maxLength: 200 },
    bodyField({ required: true }),
  ],
}
