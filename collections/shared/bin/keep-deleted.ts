import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeDeleteHook, Plugin } from 'payload'
import type { User } from '../../../src/payload-types.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { tableOf } from '../uses/uses.ts'
import { hasBin } from './has-bin.ts'
import { hasFiles, keepFiles } from './files.ts'

/**
 * What is deleted rests in the bin, whoever deletes it and however; it comes back whole from there (bin.ts). A plugin, so that
 * no new collection can forget. Accounts do not: who shall not be let in any more is gone.
 */
export const keepDeleted: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    hasBin(collection.slug)
      ? {
          ...collection,
          hooks: { ...collection.hooks, beforeDelete: [...(collection.hooks?.beforeDelete ?? []), putInBin] },
        }
      : collection,
  ),
})

/** Last of all, when nothing has refused. */
const putInBin: CollectionBeforeDeleteHook = async ({ collection: { slug, admin }, id, req }) => {
  const [document] = await inTransaction<Record<string, unknown>>(
    req,
    sql`SELECT * FROM ${sql.identifier(tableOf(slug))} WHERE id = ${id} FOR UPDATE`,
  )
  if (!document) return
  const user = req.user as User | null
  const title = String(document[admin.useAsTitle ?? 'id'] ?? '') || `Nr. ${id}`
  const [row] = await inTransaction<{ entry: number }>(
    req,
    sql`SELECT bin.put(${tableOf(slug)}, ${id}, ${title}, ${user?.id ?? null}::int, ${user?.name ?? null}::text) AS entry`,
  )
  if (row && hasFiles(slug)) await keepFiles(row.entry, Number(id), req)
}
