import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'

/** A document or global that refers to another document, in a field or in a text. */
export type Use = {
  /** The collection's or global's slug. */
  slug: string
  /** Of a document; null: a global. */
  id: number | null
  /** As editors call it: `Side »Kontakt«`. */
  name: string
  /** Whether visitors see it; otherwise it is a draft, or a change that is not published. */
  isPublic: boolean
  /** Whether it only will use it, by a change that is planned. */
  isPlanned: boolean
  /** Whether it lies below the document in a tree: a page's section. */
  isBelow: boolean
}

/**
 * What uses a document now, public or as its newest draft, but not the document itself: all of it, however many there are.
 * Read in the transaction of the request. `withAccounts`: also the accounts that it has been given to.
 */
export async function usesOf(
  slug: string,
  id: number,
  req: PayloadRequest,
  { withAccounts = false } = {},
): Promise<Use[]> {
  type Row = Omit<Use, 'slug' | 'name' | 'id'> & { table: string; id: number }
  const rows = await inTransaction<Row>(
    req,
    sql`SELECT collection AS "table", id, bool_or(is_public) AS "isPublic", bool_and(place = 'planned.refers') AS "isPlanned",
               bool_or(place IN (collection || '.parent_id', '_' || collection || '_v.version_parent_id')) AS "isBelow"
        FROM uses_of(${tableOf(slug)}, ${id}) WHERE (collection, id) <> (${tableOf(slug)}, ${id})
        GROUP BY collection, id ORDER BY id`,
  )
  const { collections, globals } = req.payload.config
  const uses: Use[] = []
  for (const { slug: other, labels, admin, auth } of collections) {
    if (auth && !withAccounts) continue
    const found = rows.filter(({ table }) => table === tableOf(other))
    if (found.length === 0) continue
    const titles = await titlesOf(
      other,
      admin.useAsTitle ?? 'id',
      found.map((row) => row.id),
      req,
    )
    for (const { id: of, isPublic, isPlanned, isBelow } of found)
      uses.push({
        slug: other,
        id: of,
        name: `${String(labels.singular)} »${titles.get(of) ?? of}«`,
        isPublic,
        isPlanned,
        isBelow,
      })
  }
  for (const { slug: global, label } of globals)
    if (rows.some(({ table }) => table === tableOf(global)))
      uses.push({
        slug: global,
        id: null,
        name: `»${String(label)}«`,
        isPublic: true,
        isPlanned: false,
        isBelow: false,
      })
  return uses.toSorted((one, other) => Number(other.isPublic) - Number(one.isPublic))
}

/** The database's table of a collection or global. */
export const tableOf = (slug: string): string => slug.replaceAll('-', '_')

/** What documents are called in their newest version, by their numbers. */
async function titlesOf(
  slug: string,
  field: string,
  ids: number[],
  req: PayloadRequest,
): Promise<Map<number, string>> {
  const { docs } = await req.payload.find({
    collection: slug as CollectionSlug,
    where: { id: { in: ids } },
    select: { [field]: true },
    depth: 0,
    draft: true,
    pagination: false,
    req,
  })
  return new Map(
    docs.map((doc) => [Number(doc.id), String((doc as unknown as Record<string, unknown>)[field] ?? '')]),
  )
}
