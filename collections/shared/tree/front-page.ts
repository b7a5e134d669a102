import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { FRONT_PAGE_SLUG } from '../../../src/domain/tree/tree.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../in-transaction.ts'

/** Notes whether a save takes what is public away; a draft saved beside it does not. */
export const noteUnpublishing: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update') return
  const { data, draft } = args as { data?: { _status?: unknown }; draft?: boolean }
  req.context[UNPUBLISHES] = data?._status === 'draft' && !draft
}

/** The site keeps its front page: it may change, or another page take its place, but visitors never find nothing. */
export const keepFrontPagePublic: CollectionBeforeChangeHook = async ({ operation, originalDoc, req }) => {
  if (operation !== 'update' || !req.context[UNPUBLISHES] || !(await isFrontPage(originalDoc.id, req))) return
  throw new Refusal(
    'Forsiden kan ikke skjules, for webstedet skal altid have en. Ret den, og offentliggør den, eller hent en tidligere udgave frem.',
    409,
  )
}

/** For editors: code that deletes it knows what it does. */
export const keepFrontPage: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (req.user && (await isFrontPage(id, req)))
    throw new Refusal('Forsiden kan ikke slettes, for webstedet skal altid have en. Ret den i stedet.', 409)
}

const UNPUBLISHES = 'unpublishes pages'

/** Whether a page is what visitors get at `/` now, whatever its newest draft says. */
async function isFrontPage(id: number | string, req: PayloadRequest): Promise<boolean> {
  const rows = await inTransaction(
    req,
    sql`SELECT FROM pages
        WHERE id = ${id} AND slug = ${FRONT_PAGE_SLUG} AND parent_id IS NULL AND _status = 'published'`,
  )
  return rows.length > 0
}
