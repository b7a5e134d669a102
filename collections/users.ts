import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { formPart } from './shared/fields/form-part.ts'
import { administrators, administratorsField, administratorsOrSelf } from './shared/rights/access.ts'
import { allSessions, refuseEnded } from './shared/border/all-sessions.ts'
import { takeAsLongAs } from './shared/accounts/hashes.ts'
import { forgotPassword, tellChanges, tellReset } from './shared/accounts/letters.ts'
import { askPresentPassword } from './shared/accounts/present-password.ts'
import { refuseWeak, refuseWeakReset } from './shared/accounts/passwords.ts'
import { secondFactorEndpoints } from './shared/accounts/second-factor/endpoints.ts'
import { askSecondFactor, markLink, tellNewCodes } from './shared/accounts/second-factor/login.ts'
import { ROLES } from '../src/domain/accounts/rights.ts'
import { ROLE_WORDS } from '../src/domain/accounts/rights-words.ts'
import type { User } from '../src/payload-types.ts'
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

/** More would make a form of it that nobody can read. */
const MOST_GIVEN = 50

/** The others may everywhere. */
const hasPart = ({ role }: Partial<User>): boolean => role === 'local-editor' || role === 'writer'

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
      options: ROLES.map((value) => ({ label: ROLE_WORDS[value], value })),
      access: { create: administratorsField, update: administratorsField },
      admin: {
        description:
          'Administratorer styrer også, hvem der kan logge ind. Redaktører retter alt indhold. Lokalredaktører retter og offentliggør det, der hører til deres afdelinger og sider. Skribenter gemmer kladder og sender dem til godkendelse. Alle kan læse det hele.',
      },
    },
    {
      name: 'departments',
      label: 'Afdelinger',
      type: 'relationship',
      relationTo: 'departments',
      hasMany: true,
      maxRows: MOST_GIVEN,
      access: { create: administratorsField, update: administratorsField },
      admin: {
        condition: hasPart,
        description:
          'Afdelingen og alt under den: dens kontaktbokse, personer, åbningstider og undtagelser. En skribent, der hverken har afdelinger eller sider, skriver kladder overalt.',
      },
    },
    {
      name: 'branches',
      label: 'Sider',
      type: 'relationship',
      relationTo: 'pages',
      hasMany: true,
      maxRows: MOST_GIVEN,
      access: { create: administratorsField, update: administratorsField },
      admin: { condition: hasPart, description: 'Siden og alle sider under den.' },
    },
  ],
}
