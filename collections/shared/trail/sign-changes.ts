import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeChangeHook,
  CollectionConfig,
  GlobalAfterChangeHook,
  GlobalBeforeChangeHook,
  GlobalConfig,
  PayloadRequest,
  Plugin,
  TextField,
} from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { tableOf } from '../uses/uses.ts'

/**
 * Each document and each of its versions carries the name of whoever saved it, written here and never taken from outside.
 * A plugin, so that no new collection can forget.
 */
export const signChanges: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(signedCollection),
  globals: config.globals?.map(signedGlobal),
})

/** The name, and no reference to the account: history must not keep an account, nor end with it. */
const updatedBy: TextField = {
  name: 'updatedBy',
  label: 'Ændret af',
  type: 'text',
  maxLength: 200,
  admin: { hidden: true, readOnly: true, disableBulkEdit: true },
}

function signedCollection(collection: CollectionConfig): CollectionConfig {
  const { admin, hooks, fields } = collection
  const columns = admin?.defaultColumns?.filter((name) => name !== 'updatedAt')
  return {
    ...collection,
    fields: [...fields, updatedBy],
    admin: { ...admin, ...(columns && { defaultColumns: [...columns, 'updatedBy', 'updatedAt'] }) },
    hooks: { ...hooks, beforeChange: [...(hooks?.beforeChange ?? []), sign] },
  }
}

function signedGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks, fields } = global
  return {
    ...global,
    fields: [...fields, updatedBy],
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), sign],
      afterChange: [...(hooks?.afterChange ?? []), signRestored],
    },
  }
}

/** What somebody is called in history; null: the site itself did it. */
export const nameOf = ({ user }: PayloadRequest): string | null => user?.name ?? null

const KEPT_AUTHOR = 'who a draft is by that is saved again'

/** Saves a draft again that somebody else has written: it stays theirs, and the trail tells of nothing they did. */
export async function asSavedBy(
  author: unknown,
  req: PayloadRequest,
  save: () => Promise<unknown>,
): Promise<void> {
  req.context[KEPT_AUTHOR] = typeof author === 'string' ? author : null
  await save()
  delete req.context[KEPT_AUTHOR]
}

/** Whether a draft is saved again that somebody else has written. */
export const isSavedAgain = ({ context }: PayloadRequest): boolean => KEPT_AUTHOR in context

const sign = (({ data, req }) => ({
  ...(data as object),
  updatedBy: isSavedAgain(req) ? req.context[KEPT_AUTHOR] : nameOf(req),
})) satisfies CollectionBeforeChangeHook & GlobalBeforeChangeHook

/** Payload writes an earlier version of a global back as it was, and asks nobody before (globals/operations/restoreVersion.js). */
const signRestored: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  if (!req.context.isRestoringVersion) return doc as unknown
  const [table, versions] = [tableOf(global.slug), `_${tableOf(global.slug)}_v`].map((name) =>
    sql.identifier(name),
  )
  const name = nameOf(req)
  await inTransaction(req, sql`UPDATE ${table} SET updated_by = ${name}`)
  await inTransaction(
    req,
    sql`UPDATE ${versions} SET version_updated_by = ${name} WHERE id = (SELECT max(id) FROM ${versions})`,
  )
  return { ...(doc as object), updatedBy: name }
}
