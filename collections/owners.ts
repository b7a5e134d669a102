import type { CollectionConfig } from 'payload'

/** Who answers for what pages and contact boxes say: a function, which stays when people change. Visitors read nothing of this. */
export const Owners: CollectionConfig = {
  slug: 'owners',
  labels: { singular: 'Ejer', plural: 'Ejere' },
  defaultSort: 'name',
  // Each has a name of its own.
  disableDuplicate: true,
  admin: {
    pagination: { defaultLimit: 50 },
    group: 'Organisation',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'note'],
    listSearchableFields: ['name', 'email', 'note'],
    description:
      'Hvem der svarer for, at sider og kontaktbokse er rigtige: en funktion, ikke en person. Hver mandag får ejeren én e-mail om det, der skal gennemgås.',
  },
  fields: [
    {
      name: 'name',
      label: 'Funktion',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 200,
      admin: { description: 'For eksempel »Presse og kommunikation«.' },
    },
    {
      name: 'email',
      label: 'E-mail',
      type: 'email',
      required: true,
      admin: { description: 'Helst en fælles postkasse. Vises ikke på siderne.' },
    },
    { name: 'note', label: 'Note', type: 'textarea', maxLength: 1000 },
  ],
}
