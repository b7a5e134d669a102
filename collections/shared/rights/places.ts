import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { type Place, type Tree, treeOf } from '../../../src/domain/accounts/rights.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { idOf } from '../tree/tree-rules.ts'

type Ref = number | { id: number } | null

/** What of a document tells where it stands. */
type Placed = {
  id?: number
  parent?: Ref
  department?: Ref
  appliesTo?: string | null
  schedules?: Ref[] | null
  boxes?: Ref[] | null
  departments?: Ref[] | null
}

const SELECT = {
  parent: true,
  department: true,
  appliesTo: true,
  schedules: true,
  boxes: true,
  departments: true,
}

/** A document as visitors see it, and in its newest version: what of it tells where it stands. Empty: it is not there. */
export async function standing(
  collection: CollectionSlug,
  id: number | string,
  req: PayloadRequest,
): Promise<Placed[]> {
  const read = (draft: boolean) =>
    req.payload.findByID({
      collection,
      id,
      draft,
      depth: 0,
      select: { ...SELECT, _status: true } as never,
      disableErrors: true,
      req,
    }) as Promise<(Placed & { _status?: string }) | null>
  const shown = await read(false)
  if (!shown?._status) return shown ? [shown] : []
  const newest = (await read(true)) ?? shown
  // What is kept of a draft that nobody has published may be older than its newest version.
  return shown._status === 'published' ? [shown, newest] : [newest]
}

/**
 * Where documents stand by what tells it: departments and pages by themselves and what they lie under, all others by the
 * departments that they are for.
 */
export async function placesOf(
  collection: string,
  documents: readonly Placed[],
  req: PayloadRequest,
): Promise<Place[]> {
  const tree = treeOf(collection)
  if (!tree) return []
  const found: { own: number[]; node: number | null }[] = []
  for (const document of documents) {
    const { id, parent } = document
    if (collection === tree) found.push({ own: id === undefined ? [] : [id], node: idOf(parent) })
    else for (const node of await departmentsFor(collection, document, req)) found.push({ own: [], node })
  }
  const lines = await linesOf(
    tree,
    found.map(({ node }) => node),
    req,
  )
  return found.map(({ own, node }) => [...own, ...(lines.get(node) ?? [])])
}

/** Departments or pages, each with all above it, itself among them. Of pages that visitors never saw the newest version counts. */
export async function linesOf(
  tree: Tree,
  nodes: readonly (number | null)[],
  req: PayloadRequest,
): Promise<Map<number | null, Place>> {
  // What is no number is nowhere.
  const known = [...new Set(nodes)].filter(Number.isSafeInteger)
  if (known.length === 0) return new Map()
  const wanted = sql`${`{${known.join()}}`}::int[]`
  const rows = await inTransaction<{ node: number; line: number[] }>(
    req,
    tree === 'pages'
      ? sql`SELECT node, array_agg(up.id) AS line FROM unnest(${wanted}) AS node, desk_above(node) AS up GROUP BY node`
      : sql`WITH RECURSIVE above AS (
              SELECT id AS node, id, parent_id FROM departments WHERE id = ANY (${wanted})
              UNION SELECT node, up.id, up.parent_id FROM above JOIN departments AS up ON up.id = above.parent_id
            ) SELECT node, array_agg(id) AS line FROM above GROUP BY node`,
  )
  return new Map(rows.map(({ node, line }) => [node, line]))
}

/** The departments that a document is for; null: none, or everybody. */
async function departmentsFor(
  collection: string,
  document: Placed,
  req: PayloadRequest,
): Promise<(number | null)[]> {
  if (collection !== 'hours-exceptions') return [idOf(document.department)]
  const { appliesTo, schedules, boxes, departments } = document
  const chosen =
    appliesTo === 'chosen'
      ? await departmentsOf('opening_hours', schedules, req)
      : appliesTo === 'boxes'
        ? [...(await departmentsOf('contact_boxes', boxes, req)), ...(departments ?? []).map(idOf)]
        : []
  return chosen.length > 0 ? chosen : [null]
}

/** The departments that hours or contact boxes are of, as visitors see them. */
async function departmentsOf(
  table: string,
  chosen: readonly Ref[] | null | undefined,
  req: PayloadRequest,
): Promise<(number | null)[]> {
  const ids = (chosen ?? []).map(idOf)
  const known = ids.filter(Number.isSafeInteger)
  if (known.length === 0) return ids.map(() => null)
  const rows = await inTransaction<{ id: number; department: number | null }>(
    req,
    sql`SELECT id, department_id AS department FROM ${sql.identifier(table)}
        WHERE id = ANY (${`{${known.join()}}`}::int[])`,
  )
  const departments = new Map(rows.map(({ id, department }) => [id, department]))
  return ids.map((id) => departments.get(id ?? 0) ?? null)
}

/** What of a tree has been given: departments or pages with all below them, as visitors see them. */
export async function allBelow(tree: Tree, given: readonly number[], req: PayloadRequest): Promise<number[]> {
  const rows = await inTransaction<{ id: number }>(
    req,
    sql`WITH RECURSIVE below AS (
          SELECT id FROM ${sql.identifier(tree)} WHERE id = ANY (${`{${given.join()}}`}::int[])
          UNION SELECT own.id FROM ${sql.identifier(tree)} AS own JOIN below ON own.parent_id = below.id
        ) SELECT id FROM below`,
  )
  return rows.map(({ id }) => id)
}
