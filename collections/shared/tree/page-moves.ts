import { sql } from '@payloadcms/db-postgres'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { reservedFirstParts } from '../../../src/domain/addresses.ts'
import { FRONT_PAGE_SLUG } from '../../../src/domain/tree/tree.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../in-transaction.ts'
import { idOf } from './tree-rules.ts'

type Place = { path: string; is_published: boolean }

/** Notes, before a page is saved with another slug or parent, where it stands. */
export const rememberPath: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update') return
  const { id, slug, parent } = { ...originalDoc, ...data, id: originalDoc.id }
  const [place] = await inTransaction<Place>(
    req,
    sql`SELECT path, is_published FROM before_move(${id}, ${slug ?? null}, ${idOf(parent)})`,
  )
  req.context[placeOf(id)] = place
}

/**
 * A page that moved, and every published page below it, leaves a permanent redirect at its old address, in the same
 * transaction. The redirect names the page, not the new address, so a second move needs nothing more.
 */
export const leaveRedirects: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'update') return
  const before = req.context[placeOf(doc.id)] as Place | undefined
  if (!before) return
  const reserved = `{${reservedFirstParts().join(',')}}`
  await inTransaction(
    req,
    sql`SELECT leave_redirects(${doc.id}, ${before.path}, ${before.is_published}, ${reserved})`,
  )
}

/** Notes, before a page is saved, whether it is the one that everybody comes in by. */
export const rememberFrontPage: CollectionBeforeChangeHook = async ({ operation, originalDoc, req }) => {
  if (operation !== 'update') return
  const front = await frontPage(req)
  if (front?.is_published && front.id === originalDoc.id) req.context[FRONT] = front.id
}

/** Refuses to take the page at `/` away. What would be left is asked for in the transaction. */
export const keepFrontPage: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (req.context[FRONT] === doc.id && !(await frontPage(req))?.is_published)
    throw new Refusal(
      `Det her er forsiden: den skal blive ved med at være offentliggjort, ligge øverst og hedde »${FRONT_PAGE_SLUG}« i adressen.`,
      409,
    )
}

const FRONT = 'the front page that is saved'

/** The page at `/` as it is in the request's transaction. */
export async function frontPage(req: PayloadRequest): Promise<{ id: number; is_published: boolean } | null> {
  const [page] = await inTransaction<{ id: number; is_published: boolean }>(
    req,
    sql`SELECT id, _status = 'published' AS is_published FROM pages
        WHERE slug = ${FRONT_PAGE_SLUG} AND parent_id IS NULL`,
  )
  return page ?? null
}

/** One request may change several pages. */
const placeOf = (page: number) => `place of page ${page}`
