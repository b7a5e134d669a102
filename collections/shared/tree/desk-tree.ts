import { sql } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { addressOnSite, splitOldAddress } from '../../../src/domain/tree/old-address.ts'
import type { Branch, FoundPages, TreePage } from '../../../src/domain/tree/desk-tree.ts'
import { FRONT_PAGE_SLUG } from '../../../src/domain/tree/tree.ts'
import { forEditors } from '../border/for-editors.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { environment } from '../environment.ts'
import { ownAmong } from '../rights/access.ts'
import { documentId } from '../uses/shown.ts'

/**
 * The pages as a tree, for whoever is logged in and of what they may read:
 * - `GET /api/pages/tree?parent=<page>&skip=<number>` → Branch: what lies right below a page, without one at the top
 * - `GET /api/pages/tree?q=<title or address>` → FoundPages
 */
export const deskTree: Omit<Endpoint, 'root'> = {
  path: '/tree',
  method: 'get',
  handler: forEditors(async (req) => {
    const asked = question.safeParse(req.query)
    if (!asked.success) throw new Refusal('Træet kan ikke læse det, der er spurgt om.')
    const { q, parent, skip } = asked.data
    return q === undefined ? readBranch(parent ?? 0, skip, req) : findPages(q, req)
  }),
}

const question = z.object({
  parent: documentId.optional(),
  skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
  q: z.string().trim().min(1).max(300).optional(),
})

const AT_ONCE = 100

async function readBranch(parent: number, skip: number, req: PayloadRequest): Promise<Branch> {
  const rows = await inTransaction<{ id: number; total: number }>(
    req,
    sql`SELECT id, count(*) OVER ()::int AS total FROM desk_below(ARRAY[${parent}::int]) JOIN pages USING (id)
        ORDER BY _order COLLATE "C" NULLS LAST, id LIMIT ${AT_ONCE} OFFSET ${skip}`,
  )
  return {
    total: rows[0]?.total ?? skip,
    pages: await readPages(
      rows.map(({ id }) => id),
      req,
    ),
  }
}

const MOST_HITS = 50

async function findPages(asked: string, req: PayloadRequest): Promise<FoundPages> {
  const found = await pagesBy(asked, MOST_HITS + 1, req)
  const hits = found.slice(0, MOST_HITS)
  const above = await inTransaction<{ id: number }>(
    req,
    sql`SELECT DISTINCT up.id FROM unnest(${numbers(hits)}) AS hit, desk_above(hit) AS up`,
  )
  const pages = await readPages(
    above.map(({ id }) => id),
    req,
  )
  const known = new Set(pages.map(({ id }) => id))
  return { hits: hits.filter((id) => known.has(id)), pages, hasMore: found.length > MOST_HITS }
}

/** The pages whose title or address fits what was typed, the best first; an old address finds the page it leads to. */
export async function pagesBy(asked: string, most: number, req: PayloadRequest): Promise<number[]> {
  const address = addressIn(asked)
  const words = (address === '/' ? FRONT_PAGE_SLUG : asked)
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`)
  const rows = await inTransaction<{ id: number }>(
    req,
    sql`SELECT id FROM desk_find_pages(${texts(words)}, ${address === '/' ? null : address}, ${most}) AS id`,
  )
  return [...new Set(rows.map(({ id }) => id))]
}

/** The address that somebody has typed or pasted, as old ones are kept; null if it is none of this site. */
function addressIn(asked: string): string | null {
  const typed = /^[^\s:]*\/[^\s]*$/.test(asked) && !asked.startsWith('/') ? `/${asked}` : asked
  const address = addressOnSite(typed, environment.siteUrl)
  return address === null ? null : splitOldAddress(address).path
}

/** The rows of pages that `req` may read, in the editors' order. */
async function readPages(ids: readonly number[], req: PayloadRequest): Promise<TreePage[]> {
  if (ids.length === 0) return []
  const rows = await inTransaction<
    Omit<TreePage, 'status' | 'isYours'> & { isPublic: boolean; hasDraft: boolean }
  >(
    req,
    sql`WITH below AS (SELECT parent, count(*)::int AS pages FROM desk_below(${numbers(ids)}) GROUP BY parent)
        SELECT own.id, own.parent, own.title, desk_path(own.id) AS path, own.is_public AS "isPublic",
               own.has_draft AS "hasDraft", coalesce(below.pages, 0) AS below,
               (SELECT name FROM owners WHERE id = CASE WHEN own.is_public THEN (SELECT owner_id FROM pages WHERE id = own.id)
                  ELSE (SELECT version_owner_id FROM _pages_v WHERE parent_id = own.id AND latest
                        ORDER BY created_at DESC LIMIT 1) END) AS owner,
               EXISTS (SELECT FROM planned.changes JOIN planned.sets ON sets.id = set_id
                       WHERE collection = 'pages' AND document = own.id AND state = 'waiting') AS "isPlanned"
        FROM unnest(${numbers(ids)}) AS wanted, desk_page(wanted) AS own LEFT JOIN below ON below.parent = own.id
        ORDER BY own."position" COLLATE "C" NULLS LAST, own.id`,
  )
  const readable = await readableOf(ids, req)
  const yours = await ownAmong('draft', 'pages', ids, req)
  return rows
    .filter(({ id }) => readable.has(id))
    .map(({ isPublic, hasDraft, ...page }) => ({
      ...page,
      isYours: yours.has(page.id),
      status: !isPublic ? 'draft' : hasDraft ? 'changed' : 'published',
    }))
}

/** Which of the pages `req` may read, by Payload's own rules. */
async function readableOf(ids: readonly number[], req: PayloadRequest): Promise<Set<number>> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    where: { id: { in: [...ids] } },
    select: { slug: true },
    depth: 0,
    limit: ids.length,
    pagination: false,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return new Set(docs.map(({ id }) => id))
}

// Drizzle takes a list for several parameters.
const numbers = (ids: readonly number[]) => sql`${`{${ids.join(',')}}`}::int[]`
const texts = (words: readonly string[]) =>
  sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(words)}::jsonb))`
