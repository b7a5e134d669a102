import type { Access, CollectionConfig, FieldAccess, GlobalConfig, PayloadRequest, Where } from 'payload'
import {
  type Account,
  accountFrom,
  isAdministrator,
  mayDo,
  reachOf,
  type Right,
  type Tree,
  treeOf,
} from '../../../src/domain/accounts/rights.ts'
import type { User } from '../../../src/payload-types.ts'
import { allBelow, linesOf, placesOf, standing } from './places.ts'

/** Who asks, as the table of rights knows them; null: nobody who is logged in. */
export function accountOf({ user }: Pick<PayloadRequest, 'user'>): Account | null {
  return user && accountFrom(user as User)
}

/** Whether an account may do something with a document as it stands. What is not there is left to whoever looks for it. */
export async function mayDoWith(
  account: Account,
  right: Right,
  collection: string,
  id: number | string,
  req: PayloadRequest,
): Promise<boolean> {
  const reach = reachOf(account, right, collection)
  if (reach !== 'own') return reach === 'all'
  const documents = await standing(collection as never, id, req)
  const own = documents.map((document) => ({ ...document, id: Number(id) }))
  return own.length === 0 || mayDo(account, right, collection, await placesOf(collection, own, req))
}

/** With which departments or pages, among some, whoever asks may do something as they stand for visitors. */
export async function ownAmong(
  right: Right,
  tree: Tree,
  ids: readonly number[],
  req: PayloadRequest,
): Promise<ReadonlySet<number>> {
  const account = accountOf(req)
  const reach = account && reachOf(account, right, tree)
  if (!account || reach !== 'own') return new Set(reach === 'all' ? ids : [])
  const lines = await linesOf(tree, ids, req)
  return new Set(ids.filter((id) => mayDo(account, right, tree, [lines.get(id) ?? []])))
}

/** Anybody with a login. What one may not change can be read. */
const signedIn: Access = ({ req }) => Boolean(req.user)

/** Only administrators: accounts and what they may. */
export const administrators: Access = ({ req }) => isAdministrator(accountOf(req)?.role)

export const administratorsField: FieldAccess = ({ req }) => isAdministrator(accountOf(req)?.role)

/** Administrators see every account; an editor sees and changes only their own. */
export const administratorsOrSelf: Access = ({ req }) =>
  isAdministrator(accountOf(req)?.role) || (req.user ? { id: { equals: req.user.id } } : false)

/**
 * Anybody may read files, but not the documents that describe them. Payload sets `isReadingStaticFile` when it checks a
 * request for the file itself.
 */
export const filesForEverybody: Access = (args) => Boolean(args.req.user) || args.isReadingStaticFile === true

/** Which right it takes at least to make or save a document with these values. */
export function rightOf(
  operation: 'create' | 'update',
  { versions, upload }: Pick<CollectionConfig, 'versions' | 'upload'>,
  data: unknown,
): Right {
  if (operation === 'create' && upload) return 'draft'
  const hasDrafts = typeof versions === 'object' && Boolean(versions.drafts)
  return hasDrafts && (data as { _status?: unknown } | undefined)?._status !== 'published'
    ? 'draft'
    : 'publish'
}

/** What the table of rights gives of a collection, as Payload asks it before an operation, and for its forms and lists. */
export function accessByRights(collection: CollectionConfig): NonNullable<CollectionConfig['access']> {
  const { slug, access } = collection
  return {
    read: signedIn,
    readVersions: signedIn,
    ...access,
    // Where it is put is asked when it is known (keep-rights.ts).
    create: ({ req, data }) => {
      const account = accountOf(req)
      return account !== null && reachOf(account, rightOf('create', collection, data), slug) !== 'none'
    },
    update: ({ req, id, data }) => whereMay(rightOf('update', collection, data), slug, id, req),
    delete: ({ req, id }) => whereMay('delete', slug, id, req),
  }
}

/** The same of a global, which has no drafts. */
export function globalAccessByRights({ slug }: GlobalConfig): NonNullable<GlobalConfig['access']> {
  return {
    read: signedIn,
    readVersions: signedIn,
    update: ({ req }) => whereMay('publish', slug, undefined, req),
  }
}

/** Whether one may with a document; without `id`, with which of many. */
async function whereMay(
  right: Right,
  slug: string,
  id: number | string | undefined,
  req: PayloadRequest,
): Promise<boolean | Where> {
  const account = accountOf(req)
  if (!account) return false
  const reach = reachOf(account, right, slug)
  const tree = treeOf(slug)
  if (reach !== 'own' || !tree) return reach === 'all'
  if (id !== undefined) return mayDoWith(account, right, slug, id, req)
  const ids = await allBelow(tree, account[tree], req)
  // An empty list would ask for all.
  if (ids.length === 0) return false
  const own = { in: ids }
  if (slug === tree) return { id: own }
  if (slug !== 'hours-exceptions') return { department: own }
  // A condition cannot say »all of them«: each is asked again when it is changed.
  return { or: ['departments', 'boxes.department', 'schedules.department'].map((name) => ({ [name]: own })) }
}
