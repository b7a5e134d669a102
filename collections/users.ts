import type { CollectionConfig } from 'payload'
import { administrators, administratorsField, administratorsOrSelf } from './shared/access.ts'
import { environment } from './shared/environment.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Bruger', plural: 'Brugere' },
  admin: {
    group: 'System',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role'],
    description: 'Dem, der kan logge ind her.',
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    // The server limits login attempts per address. Locking accounts would let strangers lock editors out.
    maxLoginAttempts: 0,
    cookies: { sameSite: 'Lax', secure: environment.siteUrl.startsWith('https:') },
  },
  access: {
    admin: ({ req }) => Boolean(req.user),
    create: administrators,
    read: administratorsOrSelf,
    update: administratorsOrSelf,
    delete: administrators,
    unlock: administrators,
  },
  fields: [
    // Payload's own field, named here so that it is trimmed like the others.
    { name: 'email', type: 'email', required: true },
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    {
      name: 'role',
      label: 'Rolle',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      options: [
        { label: 'Redaktør', value: 'editor' },
        { label: 'Administrator', value: 'administrator' },
      ],
      access: { create: administratorsField, update: administratorsField },
      admin: {
        description: 'Redaktører retter alt indhold. Administratorer styrer også, hvem der kan logge ind.',
      },
    },
  ],
}
