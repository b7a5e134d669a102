import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type DataFromCollectionSlug, type Payload, type PayloadRequest } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { planTimeText } from '../../src/domain/time/plan-time.ts'
import {
  draftToken,
  type LinkState,
  MOST_APPROVALS,
  type SharedDrafts,
  stateOf,
} from '../../src/domain/time/shared-drafts.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { inOwnTransaction, requestIn } from '../shared/database/request-in.ts'
import { ofDocument, tell } from '../shared/trail/keep-trail.ts'
import { ANSWERS, approvalsOf, newestOf } from './newest.ts'

/** What is kept of what stands in a link's address. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** For whoever has a link and no account: they see the pages of that link, and nothing else. */
export const sharedDrafts: SharedDrafts<Payload, DataFromCollectionSlug<'pages'>> = {
  async open({ token, page, at, isOpening }, payload) {
    const req = await createLocalReq({ context: {} }, payload)
    const link = await linkOf(token, at, req)
    if (link?.state !== 'open') return { state: link?.state ?? 'unknown' }
    const wanted = page === null ? link.pages : link.pages.filter((id) => id === page)
    if (wanted.length === 0) return { state: 'unknown' }
    const newest = await newestOf(wanted, req)
    if (newest.length === 0) return { state: 'deleted' }
    // A link to one page leads on to it, which is counted then.
    if (isOpening && (page !== null || link.pages.length > 1))
      await inTransaction(req, sql`UPDATE drafts.links SET openings = openings + 1 WHERE id = ${link.id}`)
    const { title, by, expiresAt } = link
    const approvals = await approvalsOf(newest, link.id, req)
    const pages = newest.map(({ doc, isPublic, seen }) => ({
      doc,
      isPublic,
      seen,
      approvals: approvals.filter((one) => one.page === doc.id),
    }))
    return { state: 'open', title, by, expiresAt, isAlone: link.pages.length === 1, pages }
  },

  approve({ token, page, name, word, seen, answer, at }, payload) {
    return inOwnTransaction(payload, async (transaction) => {
      const req = await requestIn(transaction, { payload })
      // Held until the end: nobody withdraws it meanwhile, and its answers are counted one by one.
      const link = await linkOf(token, at, req, true)
      if (link?.state !== 'open' || !link.pages.includes(page)) return { result: 'gone', isKept: false }
      const [newest] = await newestOf([page], req)
      if (!newest) return { result: 'gone', isKept: false }
      if (newest.isPublic) return { result: 'public', isKept: false }
      if (newest.seen !== seen) return { result: 'changed', isKept: false }
      const { version, savedAt, doc } = newest
      const isYes = answer === 'yes'
      const own = sql`link_id = ${link.id} AND page_id = ${page}`
      const [already] = await inTransaction<{ same: boolean; all: number }>(
        req,
        sql`SELECT count(*)::int AS all, coalesce(bool_or(seen = ${seen} AND name = ${name} AND is_approved = ${isYes}
                    AND (is_approved OR word = ${word})), false) AS same
            FROM ${ANSWERS} WHERE ${own}`,
      )
      // Sent twice it is one.
      if (already?.same) return { result: 'approved', isKept: false }
      if ((already?.all ?? 0) >= MOST_APPROVALS) return { result: 'full', isKept: false }
      await inTransaction(
        req,
        sql`INSERT INTO ${isYes ? sql`drafts.approvals` : sql`drafts.refusals`} (link_id, page_id, name, word, at, version_id, version_at, seen)
            VALUES (${link.id}, ${page}, ${name}, ${word}, ${new Date(at).toISOString()}, ${version}, ${savedAt}, ${seen})`,
      )
      const about = ofDocument(payload.collections.pages.config, doc as never)
      const saved = planTimeText(Temporal.Instant.from(savedAt))
      const title = `${about.title} (udgave ${version}, gemt ${saved})`
      await tell(isYes ? 'draft-approved' : 'draft-refused', { ...about, title }, req, name)
      return { result: 'approved', isKept: true }
    })
  },
}

type Link = {
  id: number
  title: string
  by: string | null
  expiresAt: string
  state: LinkState
  pages: number[]
}

async function linkOf(token: string, at: number, req: PayloadRequest, isHeld = false): Promise<Link | null> {
  if (!draftToken.safeParse(token).success) return null
  const [row] = await inTransaction<Omit<Link, 'state'> & { withdrawnAt: string | null }>(
    req,
    sql`SELECT id, title, by_name AS by, expires_at AS "expiresAt", withdrawn_at AS "withdrawnAt",
               ARRAY(SELECT page_id FROM drafts.pages WHERE link_id = links.id ORDER BY title COLLATE "da-x-icu", page_id) AS pages
        FROM drafts.links WHERE token_hash = ${hashOf(token)} ${isHeld ? sql`FOR UPDATE` : sql``}`,
  )
  if (!row) return null
  const { withdrawnAt, ...link } = row
  const expiresAt = new Date(row.expiresAt).toISOString()
  return {
    ...link,
    expiresAt,
    state: stateOf({ expiresAt, withdrawnAt }, Temporal.Instant.fromEpochMilliseconds(at)),
  }
}
