import type { CollectionConfig } from 'payload'
import { bodyField } from './shared/fields/fields.ts'
import { publishable } from './shared/publishing.ts'

export const Grundfortaelling: CollectionConfig = {
  slug: 'grundfortaelling',
  labels: { singular: 'Grundfortælling', plural: 'Grundfortælling' },
  admin: {
    group: 'Indhold',
    useAsTitle: 'title',
    defaultColumns: ['title', 'promise', '_status'],
    description: 'Kommunens fortælling om sig selv og det fælles løfte.',
  },
  ...publishable,
  fields: [
    { name: 'title', label: 'Overskrift', type: 'text', required: true, maxLength: 200 },
    bodyField({ required: true }),
    {
      name: 'promise',
      label: 'Løftet',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Fremhæves på siden.' },
    },
    {
      name: 'source',
      label: 'Om teksten',
      type: 'text',
      maxLength: 300,
      admin: { description: 'For eksempel at det er en sammenfatning, og hvornår teksten blev vedtaget.' },
    },
  ],
}
