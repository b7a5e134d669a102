import type { CollectionConfig } from 'payload'
import { phoneField, slugField } from './shared/fields/fields.ts'
import { rowName } from './shared/fields/row-name.ts'
import { publishable } from './shared/publishing.ts'

export const PressContacts: CollectionConfig = {
  slug: 'press-contacts',
  labels: { singular: 'Pressekontakt', plural: 'Pressekontakter' },
  orderable: true,
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Presse',
    useAsTitle: 'name',
    defaultColumns: ['name', 'phones', 'title', 'email', '_status'],
    listSearchableFields: ['name', 'title', 'email'],
    description:
      'Personer, som journalister kan ringe til. Træk i rækkerne for at ændre rækkefølgen på siden.',
  },
  ...publishable,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    slugField('name', { unique: true }),
    { name: 'title', label: 'Titel', type: 'text', required: true, maxLength: 200 },
    {
      name: 'phones',
      label: 'Telefonnumre',
      labels: { singular: 'Telefonnummer', plural: 'Telefonnumre' },
      type: 'array',
      defaultValue: [{}],
      minRows: 1,
      maxRows: 5,
      required: true,
      admin: {
        description: 'Det første nummer er det, man bør ringe til først.',
        components: {
          RowLabel: rowName('Telefonnummer'),
          Cell: '/src/admin/writing/phone-field.tsx#PhonesCell',
        },
      },
      fields: [phoneField({ name: 'number', label: 'Nummer', required: true }, true)],
    },
    { name: 'email', label: 'E-mail', type: 'email', admin: { description: 'Må være tom.' } },
    {
      name: 'subjects',
      label: 'Spørg mig om',
      type: 'text',
      hasMany: true,
      maxRows: 12,
      maxLength: 60,
      admin: {
        placeholder: 'Skriv et emne',
        description:
          'Emner, som personen svarer om, for eksempel »byggesager«. Tryk på Enter efter hvert. De kan ses på siden og søges frem.',
      },
    },
    {
      name: 'photo',
      label: 'Foto',
      type: 'upload',
      relationTo: 'media',
      filterOptions: { mimeType: { contains: 'image/' } },
      admin: { description: 'Vises lille ved navnet. Må være tomt.' },
    },
  ],
}
