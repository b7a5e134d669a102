import type { CollectionConfig } from 'payload'
import { bodyField } from './shared/fields/fields.ts'
import { closeDayField } from './shared/fields/closing-fields.ts'
import { onlyGiven } from './shared/fields/department-field.ts'
import { rowName } from './shared/fields/row-name.ts'
import { publishable } from './shared/publishing.ts'
import { refuseCycle } from './shared/tree/tree-rules.ts'

export const Departments: CollectionConfig = {
  slug: 'departments',
  labels: { singular: 'Afdeling', plural: 'Organisation' },
  orderable: true,
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Organisation',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'parent', '_status'],
    description: 'Forvaltninger, afdelinger og kontorer som et træ. Rækkefølgen her er rækkefølgen på siden.',
  },
  ...publishable,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    {
      name: 'kind',
      label: 'Slags',
      type: 'select',
      required: true,
      defaultValue: 'unit',
      options: [
        { label: 'Forvaltning', value: 'administration' },
        { label: 'Afdeling', value: 'department' },
        { label: 'Kontor eller enhed', value: 'unit' },
        { label: 'Stabsfunktion', value: 'staff' },
      ],
    },
    {
      name: 'parent',
      label: 'Hører under',
      type: 'relationship',
      relationTo: 'departments',
      defaultValue: onlyGiven('departments'),
      validate: refuseCycle(
        'departments',
        'Afdelingen kan ikke høre under sig selv eller en af sine egne enheder.',
      ),
    },
    bodyField({ label: 'Hvad afdelingen laver' }),
    {
      name: 'unitsHeading',
      label: 'Overskrift over enhederne',
      type: 'text',
      maxLength: 200,
      admin: { description: 'For eksempel »Afdelingen består af«.' },
    },
    {
      name: 'staffHeading',
      label: 'Overskrift over stabsfunktionerne',
      type: 'text',
      maxLength: 200,
    },
    {
      name: 'appointments',
      label: 'Ledelse',
      labels: { singular: 'Leder', plural: 'Ledere' },
      type: 'array',
      admin: { components: { RowLabel: rowName('Leder') } },
      maxRows: 20,
      fields: [
        { name: 'person', label: 'Person', type: 'relationship', relationTo: 'people', required: true },
        { name: 'title', label: 'Titel', type: 'text', required: true, maxLength: 200 },
        {
          name: 'acting',
          label: 'Konstitueret',
          type: 'checkbox',
          admin: { description: 'Varetager stillingen midlertidigt. Vises foran titlen.' },
        },
      ],
    },
    closeDayField,
  ],
}
