import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { administrators, administratorsField, administratorsOrSelf } from './shared/access.ts'
import { allSessions, refuseEnded } from './shared/border/all-sessions.ts'
import { refuseWeak, refuseWeakReset } from './shared/accounts/passwords.ts'
import { environment } from './shared/environment.ts'

const hash = promisify(pbkdf2)

// As Payload makes hashes: payload/dist/auth/strategies/local/generatePasswordSaltHash.js.
const ITERATIONS = 600_000
const KEY_LENGTH = 32

/** An unknown name takes the work of a wrong password, so that the time of an answer does not tell who there is. */
const takeAsLong: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return
  const { email, password } = (args as { data: { email?: unknown; password?: unknown } }).data
  if (typeof email !== 'string' || typeof password !== 'string' || password.trim() === '') return
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { email: { equals: email.toLowerCase().trim() } },
    req,
  })
  if (totalDocs === 0) await hash(password, 'nobody', ITERATIONS, KEY_LENGTH, 'sha256')
}

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
    // A script must not get at what the cookie keeps from it.
    removeTokenFromResponses: true,
    cookies: { sameSite: 'Lax', secure: environment.siteUrl.startsWith('https:') },
  },
  hooks: {
    beforeOperation: [takeAsLong, refuseEnded, refuseWeakReset],
    beforeValidate: [refuseWeak],
    beforeLogin: [allSessions],
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
