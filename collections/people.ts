import type { CollectionConfig } from 'payload'
import { departmentField } from './shared/fields/department-field.ts'
import { phoneField } from './shared/fields/fields.ts'
import { publishable } from './shared/publishing.ts'

export const People: CollectionConfig = {
  slug: 'people',
  labels: { singular: 'Person', plural: 'Personer' },
  admin: {
    group: 'Organisation',
    useAsTitle: 'name',
    defaultColumns: ['name', 'phone', 'email', '_status'],
    listSearchableFields: ['name', 'phone', 'email'],
    description: 'Ledere. Titlen står på afdelingen, for én person kan lede flere.',
  },
  ...publishable,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    phoneField(),
    { name: 'email', label: 'E-mail', type: 'email' },
    departmentField('personen'),
  ],
}
