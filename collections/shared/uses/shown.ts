import { sql } from '@payloadcms/db-postgres'
import type { CollectionConfig, PayloadRequest } from 'payload'
import { z } from 'zod'
import { inTransaction } from '../database/in-transaction.ts'
import { tableOf } from './uses.ts'

/** How many published pages show a document. */
type Shown = {
  pages: number
  /** False: there are more, which were not followed. */
  isWhole: boolean
}

/** The published pages that show a document, of which the first are named. */
type Showing = {
  total: number
  pages: { id: number; title: string }[]
  /** False: there are more, which were not followed. */
  isWhole: boolean
}

/** Marks a collection of what pages share: its receipts say how many of them show what was saved. */
export function withShown(collection: CollectionConfig): CollectionConfig {
  if (NOT_SHARED.includes(collection.slug)) return collection
  return { ...collection, custom: { ...collection.custom, [SHARED]: true } }
}

/** Under which a collection is marked so. */
export const SHARED = 'shared'

/** Visitors see a page itself, and the others not at all. */
const NOT_SHARED = ['pages', 'users', 'redirects', 'search-words']

/** On how many pages that is, by src/database/keep/shown-on.sql; null while visitors do not see it, or a newer draft of it waits. */
export async function shownOn(slug: string, id: number, req: PayloadRequest): Promise<Shown | null> {
  const [shown] = await inTransaction<Shown>(
    req,
    sql`SELECT pages, coalesce(is_whole, true) AS "isWhole" FROM shown_on(${tableOf(slug)}, ${id}) WHERE pages IS NOT NULL`,
  )
  return shown ?? null
}

/** Which pages show a document that is shown without being chosen: with all of its list. Null of another collection. */
export async function pagesShowing(slug: string, id: number, req: PayloadRequest): Promise<Showing | null> {
  if (!SHOWN_UNCHOSEN.includes(slug)) return null
  const [showing] = await inTransaction<Showing>(
    req,
    sql`SELECT cardinality(s.pages) AS total, s.is_whole AS "isWhole", coalesce((
          SELECT json_agg(named) FROM (
            SELECT id, title FROM pages WHERE id = ANY (s.pages) ORDER BY title COLLATE "da-x-icu", id LIMIT ${MOST_NAMED}
          ) AS named), '[]') AS pages
        FROM pages_showing(${tableOf(slug)}, ${id}) AS s`,
  )
  return showing ?? null
}

const SHOWN_UNCHOSEN = [
  'press-contacts',
  'pejlemaerker',
  'contact-boxes',
  'hours-exceptions',
  'calendar-days',
]

const MOST_NAMED = 20

/** The number of a document, as an address has it. */
export const documentId = z.coerce.number().int().positive().max(2_147_483_647)
