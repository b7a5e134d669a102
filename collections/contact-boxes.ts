import type { CollectionConfig, RelationshipField, TextField } from 'payload'
import { onlyGiven } from './shared/fields/department-field.ts'
import { closeDayField } from './shared/fields/closing-fields.ts'
import { bodyField, phoneField, previewField, slugField, toConfirmField } from './shared/fields/fields.ts'
import { anchorOfPage, linkAddressField } from './shared/fields/link-fields.ts'
import { publishable } from './shared/publishing.ts'

/** Where »Skriv til os« leads; the first that is filled in counts. */
const writeTargets: (RelationshipField | TextField)[] = [
  {
    name: 'page',
    label: 'Side',
    type: 'relationship',
    relationTo: 'pages',
    admin: { description: 'Siden, hvor man skriver til jer. Følger med, hvis siden flytter.' },
  },
  anchorOfPage('page'),
  linkAddressField({
    admin: {
      description:
        'Formular eller mailto:, når der ikke er valgt en side. Uden side og adresse henviser boksen til postadressen.',
    },
  }),
]

const onlyWhileShown = <Own extends RelationshipField | TextField>(field: Own): Own => ({
  ...field,
  admin: {
    ...field.admin,
    condition: (data, siblings, context) =>
      Boolean(siblings?.shown) && (field.admin?.condition?.(data, siblings, context) ?? true),
  },
})

export const ContactBoxes: CollectionConfig = {
  slug: 'contact-boxes',
  labels: { singular: 'Kontaktboks', plural: 'Kontaktbokse' },
  orderable: true,
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Organisation',
    useAsTitle: 'name',
    defaultColumns: ['name', 'phone', 'city', 'toConfirm', '_status'],
    listSearchableFields: ['name', 'street', 'phone', 'toConfirm'],
    description:
      'Sådan får man fat i en forvaltning. Træk i rækkerne for at ændre rækkefølgen på kontaktsiden.',
  },
  ...publishable,
  fields: [
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    slugField('name', { unique: true }),
    toConfirmField,
    {
      name: 'department',
      label: 'Afdeling',
      type: 'relationship',
      relationTo: 'departments',
      defaultValue: onlyGiven('departments'),
      admin: { description: 'Afgør også, hvilke lokalredaktører der retter boksen. Tom: kun redaktører.' },
    },
    {
      type: 'row',
      fields: [
        { name: 'street', label: 'Vej og nummer', type: 'text', maxLength: 200 },
        {
          name: 'postalCode',
          label: 'Postnummer',
          type: 'text',
          maxLength: 4,
          validate: (value: string | null | undefined) =>
            !value || /^\d{4}$/.test(value) ? true : 'Et postnummer har fire cifre.',
        },
        { name: 'city', label: 'By', type: 'text', maxLength: 100 },
      ],
    },
    phoneField(
      { admin: { description: 'Vises under »Ring til os«, for eksempel 99 31 40 00 eller 1813.' } },
      true,
    ),
    {
      name: 'write',
      label: 'Skriv til os',
      type: 'group',
      fields: [
        { name: 'shown', label: 'Vis »Skriv til os«', type: 'checkbox', defaultValue: false },
        ...writeTargets.map((field) => onlyWhileShown(field)),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'openingHours', label: 'Åbningstider', type: 'relationship', relationTo: 'opening-hours' },
        { name: 'phoneHours', label: 'Telefontider', type: 'relationship', relationTo: 'opening-hours' },
      ],
    },
    closeDayField,
    bodyField({ name: 'intro', label: 'Tekst i boksen' }),
    {
      name: 'note',
      label: 'Vigtig oplysning',
      type: 'group',
      admin: {
        description:
          'En henvisning, som skal ses, for eksempel hvis en bestemt slags sager hører til et andet sted.',
      },
      fields: [
        { name: 'title', label: 'Overskrift', type: 'text', maxLength: 200 },
        { name: 'text', label: 'Tekst', type: 'textarea', maxLength: 1000 },
      ],
    },
    previewField,
  ],
}
