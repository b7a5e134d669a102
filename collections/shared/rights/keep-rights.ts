import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  GlobalBeforeOperationHook,
  GlobalConfig,
  PayloadRequest,
  Plugin,
  SanitizedCollectionConfig,
} from 'payload'
import { type Account, mayDo, reachOf, type Right, treeOf } from '../../../src/domain/accounts/rights.ts'
import { whyNot } from '../../../src/domain/accounts/rights-words.ts'
import { asFirst } from '../border/first-refusal.ts'
import { Refusal } from '../border/refusal.ts'
import { formPart } from '../fields/form-part.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { idOf } from '../tree/tree-rules.ts'
import { isBesidePublic } from '../uses/keep-used.ts'
import { tableOf } from '../uses/uses.ts'
import { accessByRights, accountOf, globalAccessByRights, rightOf } from './access.ts'
import { placesOf, standing } from './places.ts'
import { refuseUnless } from './refuse.ts'

/**
 * Nobody does what the table of rights (src/domain/accounts/rights.ts) does not give them, by whatever way: Payload asks it
 * before an operation, and each document that is saved or deleted for somebody who is logged in asks it again, when all is known
 * that will be stored. A plugin, so that no new collection can forget; docs/decisions/037-who-may-what.md. Accounts keep to it
 * themselves (collections/users.ts). Code without a user knows what it does.
 */
export const keepRights: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => (collection.auth ? collection : kept(collection))),
  globals: config.globals?.map(keptGlobal),
})

function kept(collection: CollectionConfig): CollectionConfig {
  const { hooks } = collection
  return {
    ...collection,
    access: accessByRights(collection),
    fields: [rightsField, ...collection.fields],
    hooks: {
      ...hooks,
      beforeOperation: [refuseAsked, ...(hooks?.beforeOperation ?? [])],
      beforeChange: [refuseChange, ...(hooks?.beforeChange ?? [])],
      beforeDelete: [refuseDelete, ...(hooks?.beforeDelete ?? [])],
    },
  }
}

function keptGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks } = global
  return {
    ...global,
    access: globalAccessByRights(global),
    fields: [rightsField, ...global.fields],
    hooks: { ...hooks, beforeOperation: [refuseGlobal, ...(hooks?.beforeOperation ?? [])] },
  }
}

const rightsField = formPart('rights', '/src/admin/accounts/rights/rights-notice.tsx#RightsNotice')

/** Says why, where Payload would only say that one may not. */
const refuseAsked: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const account = accountOf(req)
  const { slug } = collection
  if (!account || mayAll(account, slug)) return
  const { id, data, draft } = args as { id?: number | string; data?: unknown; draft?: boolean }
  if (operation === 'create') {
    // What is made as a draft is one, whatever it says of itself.
    const right = rightOf(operation, collection, draft ? {} : data)
    if (reachOf(account, right, slug) === 'none') throw new Refusal(whyNot(account, right, slug, 'new'), 403)
  }
  if (id === undefined) return
  if (operation === 'delete') await refuseUnless('delete', slug, id, req)
  if (operation === 'update') await refuseUnless(rightOf(operation, collection, data), slug, id, req)
}

const refuseChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const account = accountOf(req)
  const { slug } = collection
  if (!account || mayAll(account, slug)) return
  const before = operation === 'create' ? null : (originalDoc as Doc)
  const after = { ...before, ...(data as Partial<Doc>) }
  const right = await rightOfSave(collection, before, after, req)
  const reach = reachOf(account, right, slug)
  if (reach === 'all') return
  const place = reach === 'own' ? await placeProblem(account, right, slug, before, after, req) : 'stands'
  if (place !== null) throw asFirst(new Refusal(whyNot(account, right, slug, place), 403), req)
}

/** Whoever may publish everywhere may everything, and nothing has to be looked up. */
const mayAll = (account: Account, slug: string): boolean => reachOf(account, 'publish', slug) === 'all'

type Doc = { id: number; _status?: unknown; parent?: number | { id: number } | null }

/** Which right a save takes: what visitors see takes more than a draft beside it. */
async function rightOfSave(
  { slug, upload, versions }: SanitizedCollectionConfig,
  before: Doc | null,
  { _status: status }: Partial<Doc>,
  req: PayloadRequest,
): Promise<Right> {
  if (!versions?.drafts) return !before && upload ? 'draft' : 'publish'
  if (before && isBesidePublic(req, status)) return 'draft'
  if (!before || status === 'published') return status === 'published' ? 'publish' : 'draft'
  const [row] = await inTransaction<{ status: string }>(
    req,
    sql`SELECT _status AS status FROM ${sql.identifier(tableOf(slug))} WHERE id = ${before.id}`,
  )
  return row?.status === 'published' ? 'publish' : 'draft'
}

/**
 * Null: a document is the account's own where it stands, and where it will. In a tree it is also asked about what it leaves, and
 * comes under.
 */
async function placeProblem(
  account: Account,
  right: Right,
  slug: string,
  before: Doc | null,
  after: Partial<Doc>,
  req: PayloadRequest,
): Promise<'new' | 'stands' | 'moves' | null> {
  const isOwn = async (documents: Parameters<typeof placesOf>[1]) =>
    mayDo(account, right, slug, await placesOf(slug, documents, req))
  if (!before) return (await isOwn([{ ...after, id: undefined }])) ? null : 'new'
  const { id } = before
  const now = (await standing(slug as CollectionSlug, id, req)).map((one) => ({ ...one, id }))
  if (!(await isOwn(now))) return 'stands'
  const next = { ...after, id }
  const parents = [...now, next].map(({ parent }) => idOf(parent))
  const isMoved = slug === treeOf(slug) && new Set(parents).size > 1
  return (await isOwn([next, ...(isMoved ? parents.map((parent) => ({ parent })) : [])])) ? null : 'moves'
}

const refuseDelete: CollectionBeforeDeleteHook = ({ collection: { slug }, id, req }) =>
  refuseUnless('delete', slug, id, req)

const refuseGlobal: GlobalBeforeOperationHook = ({ global: { slug }, operation, req }) => {
  const account = accountOf(req)
  const isWriting = operation === 'update' || operation === 'restoreVersion'
  if (account && isWriting && reachOf(account, 'publish', slug) === 'none')
    throw new Refusal(whyNot(account, 'publish', slug), 403)
}
