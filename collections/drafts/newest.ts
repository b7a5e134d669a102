import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { keyOfValue } from '../../src/domain/merge/same.ts'
import { type Approval, MOST_APPROVALS, MOST_PAGES } from '../../src/domain/time/shared-drafts.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'

type Page = DataFromCollectionSlug<'pages'>

/** The newest version of a page, public or not. */
export type Newest = {
  version: number
  /** ISO. */
  savedAt: string
  isPublic: boolean
  /** The same for all that say the same. */
  seen: string
  doc: Page
}

/** The newest versions of pages, in the order of `ids`; those that are gone are left out. */
export async function newestOf(ids: readonly number[], req: PayloadRequest): Promise<Newest[]> {
  const { docs } = await req.payload.findVersions({
    collection: 'pages',
    where: { and: [{ parent: { in: [...ids] } }, { latest: { equals: true } }] },
    depth: 0,
    pagination: false,
    sort: 'updatedAt',
    req,
  })
  const newest = new Map(docs.map((found) => [Number(found.parent), found]))
  return ids.flatMap((id) => {
    const found = newest.get(id)
    if (!found) return []
    const doc = { ...found.version, id } as Page
    return {
      version: Number(found.id),
      savedAt: new Date(doc.updatedAt).toISOString(),
      isPublic: doc._status === 'published',
      seen: seenOf(doc),
      doc,
    }
  })
}

/** Stands for what a page says, whoever saved it, whenever, and whether it is public by now. */
function seenOf(doc: Page): string {
  const {
    id: _,
    createdAt: __,
    updatedAt: ___,
    updatedBy: ____,
    _status: _____,
    _order: ______,
    ...content
  } = doc
  return createHash('sha256').update(keyOfValue(content)).digest('base64url')
}

/** All that was answered, yes and no. */
export const ANSWERS = sql`(SELECT *, true AS is_approved FROM drafts.approvals
   UNION ALL SELECT *, false FROM drafts.refusals) AS answers`

/** The answers about pages, the newest first. @param link by that link alone; null: by any */
export async function approvalsOf(
  newest: readonly Newest[],
  link: number | null,
  req: PayloadRequest,
): Promise<(Approval & { page: number })[]> {
  if (newest.length === 0) return []
  const ids = sql.join(
    newest.map(({ doc }) => sql`${doc.id}`),
    sql`, `,
  )
  const rows = await inTransaction<Omit<Approval, 'isChanged'> & { page: number; seen: string }>(
    req,
    sql`SELECT page_id AS page, is_approved AS "isApproved", name, word, at, version_at AS "versionAt", seen,
               (SELECT id FROM _pages_v WHERE id = version_id AND parent_id = page_id) AS version
        FROM ${ANSWERS} WHERE page_id IN (${ids}) AND (${link}::integer IS NULL OR link_id = ${link})
        ORDER BY at DESC, id DESC LIMIT ${MOST_PAGES * MOST_APPROVALS}`,
  )
  const known = new Map(newest.map(({ doc, seen }) => [doc.id, seen]))
  return rows.map(({ seen, ...row }) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    versionAt: new Date(row.versionAt).toISOString(),
    isChanged: seen !== known.get(row.page),
  }))
}
