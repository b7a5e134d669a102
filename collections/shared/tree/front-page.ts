import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { FRONT_PAGE_SLUG } from '../../../src/domain/tree/tree.ts'
import type { Page } from '../../../src/payload-types.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { isBesidePublic } from '../uses/keep-used.ts'

/** The site keeps its front page: editors may change it, but visitors never find nothing. Code knows what it does. */
export const keepFrontPageThere: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !req.user) return
  const { slug, parent, _status } = { ...originalDoc, ...data } as Partial<Page>
  if (isBesidePublic(req, _status)) return
  const isPlaced = slug === FRONT_PAGE_SLUG && !parent
  if ((isPlaced && _status === 'published') || !(await isFrontPage(originalDoc.id, req))) return
  throw new Refusal(
    isPlaced
      ? 'Forsiden kan ikke skjules, for hjemmesiden skal altid have en. Ret den, og offentliggør den. En tidligere version kan hentes frem som kladde.'
      : `Forsiden kan ikke flyttes, for hjemmesiden skal altid have en. Lad adressen være »${FRONT_PAGE_SLUG}« uden overordnet side, og ret indholdet.`,
    409,
  )
}

export const keepFrontPage: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (req.user && (await isFrontPage(id, req)))
    throw new Refusal('Forsiden kan ikke slettes, for hjemmesiden skal altid have en. Ret den i stedet.', 409)
}

/** Whether a page is what visitors get at `/` now, whatever its newest draft says. */
async function isFrontPage(id: number | string, req: PayloadRequest): Promise<boolean> {
  const rows = await inTransaction(
    req,
    sql`SELECT FROM pages
        WHERE id = ${id} AND slug = ${FRONT_PAGE_SLUG} AND parent_id IS NULL AND _status = 'published'`,
  )
  return rows.length > 0
}
