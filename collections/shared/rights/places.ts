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
 * Where documents stand by what tells it: departments and pages by themselves, and a new one by what it is put under; all others
 * by the departments that they are for.
 */
export async function placesOf(
  collection: string,
  documents: readonly Placed[],
  req: PayloadRequest,
): Promise<Place[]> {
  const tree = treeOf(collection)
  if (!tree) return []
  const nodes: (number | null)[] = []
  for (const one of documents) nodes.push(...(await nodesOf(collection, tree, one, req)))
  const known = [...new Set(nodes)].filter((node) => node !== null)
  if (known.length === 0) return nodes.map(() => [])
  const rows = await inTransaction<{ node: number; line: number[] }>(
    req,
    sql`WITH RECURSIVE above AS (
          SELECT id AS node, id, parent_id FROM ${sql.identifier(tree)} WHERE id = ANY (${`{${known.join()}}`}::int[])
          UNION SELECT node, up.id, up.parent_id FROM above JOIN ${sql.identifier(tree)} AS up ON up.id = above.parent_id
        ) SELECT node, array_agg(id) AS line FROM above GROUP BY node`,
  )
  const lines = new Map(rows.map(({ node, line }) => [node, line]))
  return nodes.map((node) => lines.get(node ?? 0) ?? [])
}

/** The departments or pages that a document belongs to; null: it belongs to none, or to everybody. */
async function nodesOf(
  collection: string,
  tree: Tree,
  document: Placed,
  req: PayloadRequest,
): Promise<(number | null)[]> {
  if (collection === tree) return [document.id ?? idOf(document.parent)]
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
  const ids = (chosen ?? []).map(idOf).filter((id) => id !== null)
  if (ids.length === 0) return []
  const rows = await inTransaction<{ department: number | null }>(
    req,
    sql`SELECT department_id AS department FROM ${sql.identifier(table)} WHERE id = ANY (${`{${ids.join()}}`}::int[])`,
  )
  return rows.map(({ department }) => department)
}

/** What of a tree has been given: departments or pages with all below them. */
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
