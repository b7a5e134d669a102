import { linkFields } from './shared/fields/link-fields.ts'
import type { GlobalConfig } from 'payload'
import { phoneField } from './shared/fields/fields.ts'
import { rowName } from './shared/fields/row-name.ts'
import { versioned } from './shared/publishing.ts'

export const Footer: GlobalConfig = {
  slug: 'footer',
  label: 'Bund',
  admin: { group: 'Ramme', description: 'Nederst på alle sider.' },
  ...versioned,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 100 },
    {
      type: 'row',
      fields: [
        { name: 'street', label: 'Vej og nummer', type: 'text', required: true, maxLength: 200 },
        { name: 'postalCode', label: 'Postnummer', type: 'text', required: true, maxLength: 4 },
        { name: 'city', label: 'By', type: 'text', required: true, maxLength: 100 },
      ],
    },
    phoneField(),
    {
      name: 'cvr',
      label: 'CVR-nummer',
      type: 'text',
      required: true,
      maxLength: 8,
      validate: (value: string | null | undefined) =>
        value && /^\d{8}$/.test(value) ? true : 'Et CVR-nummer har otte cifre.',
    },
    {
      name: 'links',
      label: 'Links',
      labels: { singular: 'Link', plural: 'Links' },
      type: 'array',
      admin: { components: { RowLabel: rowName('Link') } },
      maxRows: 20,
      fields: linkFields,
    },
  ],
}
