import { sql } from '@payloadcms/db-postgres'
import type { CollectionAfterChangeHook, CollectionConfig, FlattenedField } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { tableOf } from './uses.ts'

/**
 * Payload leaves the rows of a choice of several in `…_rels` when the block or list row that had the choice goes, and what was
 * chosen there would seem to be in use for ever: they go with the save.
 */
export const withoutLeftOvers = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, afterChange: [...(collection.hooks?.afterChange ?? []), removeLeftOvers] },
})

const removeLeftOvers: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const saved = doc as Data
  // What is public stays as it is while a draft is saved; each version has rows of its own.
  if (operation !== 'update' || saved._status === 'draft' || !hasChoices(collection.flattenedFields)) return
  const table = sql.identifier(`${tableOf(collection.slug)}_rels`)
  const rows = await inTransaction<{ id: number; path: string }>(
    req,
    sql`SELECT id, path FROM ${table} WHERE parent_id = ${saved.id} AND path LIKE '%.%'`,
  )
  const gone = rows.filter(({ path }) => !hasPlace(collection.flattenedFields, saved, path.split('.')))
  if (gone.length === 0) return
  const ids = sql.join(
    gone.map(({ id }) => sql`${id}`),
    sql`, `,
  )
  await inTransaction(req, sql`DELETE FROM ${table} WHERE id IN (${ids})`)
}

type Data = Record<string, unknown>

/** Whether fields, or those within them, have a choice whose rows stand in `…_rels`. */
const hasChoices = (fields: FlattenedField[]): boolean =>
  fields.some(
    (field) =>
      ((field.type === 'relationship' || field.type === 'upload') &&
        (field.hasMany || Array.isArray(field.relationTo))) ||
      ('flattenedFields' in field && hasChoices(field.flattenedFields)) ||
      (field.type === 'blocks' && field.blocks.some((block) => hasChoices(block.flattenedFields))),
  )

/** Whether a document has the field at a path, such as `blocks.2.boxes`. */
function hasPlace(fields: FlattenedField[], data: Data, [name, ...rest]: string[]): boolean {
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field !== undefined
  const value = data[field.name]
  if (field.type !== 'blocks' && field.type !== 'array')
    return 'flattenedFields' in field && hasPlace(field.flattenedFields, value as Data, rest)
  const row = (value as Data[] | null | undefined)?.[Number(rest[0])]
  if (!row) return false
  const within = field.type === 'array' ? field : field.blocks.find(({ slug }) => slug === row.blockType)
  return within !== undefined && hasPlace(within.flattenedFields, row, rest.slice(1))
}
