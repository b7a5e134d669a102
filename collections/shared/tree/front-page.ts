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

/** Notes whether a save is of what is public, and takes it away; a draft saved beside it does neither. */
export const notePublicChange: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update') return
  const { data, draft } = args as { data?: { _status?: unknown }; draft?: boolean }
  req.context[IS_OF_PUBLIC] = !draft
  req.context[UNPUBLISHES] = !draft && data?._status === 'draft'
}

/** The site keeps its front page: it may change, but visitors never find nothing. Code may let another page take its place. */
export const keepFrontPagePublic: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update') return
  const isHidden = req.context[UNPUBLISHES]
  const isMoved =
    req.user && req.context[IS_OF_PUBLIC] && (data.slug !== FRONT_PAGE_SLUG || Boolean(data.parent))
  if (!(isHidden || isMoved) || !(await isFrontPage(originalDoc.id, req))) return
  throw new Refusal(
    isHidden
      ? 'Forsiden kan ikke skjules, for webstedet skal altid have en. Ret den, og offentliggør den, eller hent en tidligere udgave frem.'
      : `Forsiden kan ikke flyttes, for webstedet skal altid have en. Lad adressen være »${FRONT_PAGE_SLUG}« uden overordnet side, og ret indholdet.`,
    409,
  )
}

/** For editors: code that deletes it knows what it does. */
export const keepFrontPage: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (req.user && (await isFrontPage(id, req)))
    throw new Refusal('Forsiden kan ikke slettes, for webstedet skal altid have en. Ret den i stedet.', 409)
}

const IS_OF_PUBLIC = 'changes what is public of pages'
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
