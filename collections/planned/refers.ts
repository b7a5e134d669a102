import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { isRecord, listOf } from '../../src/domain/merge/same.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { fieldsOfRow } from '../shared/merge/shapes.ts'

/** A document that another refers to. */
type Reference = { collection: string; document: number }

/** All that a document refers to, in fields, lists, blocks and the links of its texts; each once. */
function refersTo(fields: readonly FlattenedField[], document: Record<string, unknown>): Reference[] {
  const all = fields.flatMap((field) => ofField(field, document[field.name]))
  return [...new Map(all.map((one) => [`${one.collection} ${one.document}`, one])).values()]
}

function ofField(field: FlattenedField, value: unknown): Reference[] {
  switch (field.type) {
    case 'group':
    case 'tab':
      return isRecord(value) ? refersTo(field.flattenedFields, value) : []
    case 'array':
    case 'blocks':
      return listOf(value)
        .filter(isRecord)
        .flatMap((row) => refersTo(fieldsOfRow(field, row), row))
    case 'relationship':
    case 'upload': {
      const { relationTo } = field
      return [value]
        .flat()
        .flatMap((one) => (Array.isArray(relationTo) ? ofText(one) : ofOne(relationTo, one)))
    }
    case 'richText':
      return ofText(value)
    default:
      return []
  }
}

/** In whatever JSON: `{ relationTo, value }` is how texts and fields for several collections name a document. */
function ofText(value: unknown): Reference[] {
  if (Array.isArray(value)) return value.flatMap(ofText)
  if (!isRecord(value)) return []
  const own = typeof value.relationTo === 'string' ? ofOne(value.relationTo, value.value) : []
  return [...own, ...Object.values(value).flatMap(ofText)]
}

function ofOne(collection: string, value: unknown): Reference[] {
  const id = isRecord(value) ? value.id : value
  return typeof id === 'number' ? [{ collection, document: id }] : []
}

type Planned = { id: number; collection: string; content: Record<string, unknown> | null }

/** Notes what a planned change will refer to, so that it stays (src/database/keep/uses.sql). */
export async function noteRefers({ id, collection, content }: Planned, req: PayloadRequest): Promise<void> {
  const { flattenedFields } = req.payload.collections[collection as CollectionSlug].config
  await inTransaction(req, sql`DELETE FROM planned.refers WHERE change_id = ${id}`)
  for (const { collection: other, document } of content ? refersTo(flattenedFields, content) : [])
    await inTransaction(
      req,
      sql`INSERT INTO planned.refers (change_id, collection, document) VALUES (${id}, ${other}, ${document})`,
    )
}

/** Changes what is planned for a document and waits. */
export async function changePlanned(
  collection: string,
  document: number,
  change: (data: Record<string, unknown>) => Record<string, unknown>,
  req: PayloadRequest,
): Promise<void> {
  const waiting = await inTransaction<{ id: number; content: Record<string, unknown> }>(
    req,
    sql`SELECT changes.id, content FROM planned.changes JOIN planned.sets ON sets.id = set_id
        WHERE collection = ${collection} AND document = ${document} AND state = 'waiting' AND content IS NOT NULL`,
  )
  for (const { id, content } of waiting) {
    const next = change(content)
    await inTransaction(
      req,
      sql`UPDATE planned.changes SET content = ${JSON.stringify(next)} WHERE id = ${id}`,
    )
    await noteRefers({ id, collection, content: next }, req)
  }
}
