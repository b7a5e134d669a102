import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'
import { isRecord } from '../../../src/domain/merge/same.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { pagesBy } from './desk-tree.ts'

// Payload's pickers ask for nothing but titles, and look for what is typed in those. Two pages may have the same title, so to
// pickers a page is called by its title and its address, and it is found by both.

/** In a picker, what begins as an address is looked for in the addresses. */
export const findByAddress: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { where } = args as { where?: Where }
  if (operation !== 'read' || !where || !isPicker(args, req)) return
  const conditions = await Promise.all((where.and ?? []).map((one) => byAddress(one, req)))
  return { ...args, where: { ...where, ...(where.and && { and: conditions }) } } as never
}

async function byAddress(condition: Where, req: PayloadRequest): Promise<Where> {
  const { like } = isRecord(condition.title) ? condition.title : {}
  if (typeof like !== 'string' || !/^(\/|https?:)/.test(like)) return condition
  const ids = await pagesBy(like, MOST_FOUND, req)
  // An empty list would ask for all.
  return { id: { in: ids.length > 0 ? ids : [0] } }
}

const MOST_FOUND = 100

/** To a picker, the title of a page is followed by its address. */
export const titleWithPath: CollectionAfterOperationHook = async ({ args, operation, req, result }) => {
  if (operation !== 'find' || !isPicker(args, req) || !('docs' in result)) return result
  const docs = result.docs as { id: number; title?: string | null }[]
  const rows = await inTransaction<{ id: number; path: string }>(
    req,
    sql`SELECT id, desk_path(id) AS path FROM unnest(${`{${docs.map(({ id }) => id).join(',')}}`}::int[]) AS id`,
  )
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  return {
    ...result,
    docs: docs.map((doc) => ({ ...doc, title: `${doc.title ?? ''} – ${paths.get(doc.id)}` })),
  } as typeof result
}

/** Payload's pickers send their question as a form, and ask for the title alone (@payloadcms/ui, fields/Relationship/Input). */
function isPicker(args: unknown, req: PayloadRequest): boolean {
  const { select, depth } = args as { select?: object; depth?: number }
  return (
    req.payloadAPI === 'REST' &&
    depth === 0 &&
    req.headers.get('X-Payload-HTTP-Method-Override') === 'GET' &&
    // What the collection reads always is in it, or is not yet.
    Object.keys(select ?? {})
      .filter((name) => name !== '_order')
      .join() === 'title'
  )
}
