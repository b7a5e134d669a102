import type { RelationshipField } from 'payload'

/** The department that something is of, which decides who may edit it (docs/decisions/037-who-may-what.md). */
export const departmentField = (whose: string): RelationshipField => ({
  name: 'department',
  label: 'Afdeling',
  type: 'relationship',
  relationTo: 'departments',
  admin: {
    position: 'sidebar',
    description: `Hvem der retter ${whose}: lokalredaktører, der har fået afdelingen eller en over den. Tom: kun redaktører. Vises ikke på siderne.`,
  },
})
