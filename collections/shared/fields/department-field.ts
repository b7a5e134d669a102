import type { DefaultValue, RelationshipField } from 'payload'
import { accountFrom, reachOf, type Tree } from '../../../src/domain/accounts/rights.ts'
import type { User } from '../../../src/payload-types.ts'

/** What a new document of somebody is put in who has been given one department, or one page, and nothing else. */
export const onlyGiven =
  (tree: Tree): DefaultValue =>
  ({ user }) => {
    if (!user) return undefined
    const account = accountFrom(user as User)
    return reachOf(account, 'draft', tree) === 'own' && account[tree].length === 1
      ? account[tree][0]
      : undefined
  }

/** The department that something is of, which decides who may edit it (docs/decisions/037-who-may-what.md). */
export const departmentField = (whose: string): RelationshipField => ({
  name: 'department',
  label: 'Afdeling',
  type: 'relationship',
  relationTo: 'departments',
  defaultValue: onlyGiven('departments'),
  admin: {
    position: 'sidebar',
    description: `Hvem der retter ${whose}: lokalredaktører, der har fået afdelingen eller en over den. Tom: kun redaktører. Vises ikke på siderne.`,
  },
})
