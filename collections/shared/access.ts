import type { Access, CollectionConfig, FieldAccess, GlobalConfig } from 'payload'
import type { User } from '../../src/payload-types.ts'

const isAdministrator = (user: User | null) => user?.role === 'administrator'

/** Anybody with a login: editors and administrators. Everybody else gets nothing. */
const signedIn: Access = ({ req }) => Boolean(req.user)

/** Only administrators: user accounts and their roles. */
export const administrators: Access = ({ req }) => isAdministrator(req.user)

export const administratorsField: FieldAccess = ({ req }) => isAdministrator(req.user)

/** Administrators see every account; an editor sees and changes only their own. */
export const administratorsOrSelf: Access = ({ req }) =>
  isAdministrator(req.user) || (req.user ? { id: { equals: req.user.id } } : false)

/** The default for every collection: REST, versions and the admin UI are for those who are signed in. */
export const editorsOnly = {
  create: signedIn,
  read: signedIn,
  readVersions: signedIn,
  update: signedIn,
  delete: signedIn,
} satisfies CollectionConfig['access']

/** The same for a global. */
export const editorsOnlyGlobal = {
  read: signedIn,
  readVersions: signedIn,
  update: signedIn,
} satisfies GlobalConfig['access']

/**
 * Anybody may read files, but not the documents that describe them. Payload sets `isReadingStaticFile` when it checks a
 * request for the file itself.
 */
export const filesForEverybody: Access = (args) => Boolean(args.req.user) || args.isReadingStaticFile === true
