import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { formPart } from './shared/fields/form-part.ts'
import { administrators, administratorsField, administratorsOrSelf } from './shared/access.ts'
import { allSessions, refuseEnded } from './shared/border/all-sessions.ts'
import { takeAsLongAs } from './shared/accounts/hashes.ts'
import { forgotPassword, tellChanges, tellReset } from './shared/accounts/letters.ts'
import { askPresentPassword } from './shared/accounts/present-password.ts'
import { refuseWeak, refuseWeakReset } from './shared/accounts/passwords.ts'
import { secondFactorEndpoints } from './shared/accounts/second-factor/endpoints.ts'
import { askSecondFactor, markLink, tellNewCodes } from './shared/accounts/second-factor/login.ts'
import { environment } from './shared/environment.ts'

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
  if (totalDocs === 0) await takeAsLongAs(password)
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
    forgotPassword,
    // A script must not get at what the cookie keeps from it.
    removeTokenFromResponses: true,
    cookies: { sameSite: 'Lax', secure: environment.siteUrl.startsWith('https:') },
  },
  hooks: {
    beforeOperation: [takeAsLong, refuseEnded, refuseWeakReset, markLink],
    beforeValidate: [refuseWeak, askPresentPassword],
    beforeChange: [tellChanges],
    beforeLogin: [allSessions, askSecondFactor],
    afterOperation: [tellReset, tellNewCodes],
  },
  endpoints: secondFactorEndpoints,
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
    formPart('presentPassword', '/src/admin/accounts/present-password.tsx#PresentPassword'),
    { name: 'name', label: 'Navn', type: 'text', required: true, maxLength: 200 },
    formPart('secondFactor', '/src/admin/accounts/second-factor/second-factor-field.tsx#SecondFactorField'),
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
