import { sql } from '@payloadcms/db-postgres'
import {
  type CollectionSlug,
  commitTransaction,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import type { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt } from '../../src/domain/time/copenhagen.ts'
import { formatDate } from '../../src/domain/time/danish-time.ts'
import { nextReview, type Reviewed, reviewProblem } from '../../src/domain/time/reviews.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { refuseUnless } from '../shared/rights/refuse.ts'
import { ofDocument, tell } from '../shared/trail/keep-trail.ts'
import { nameOf } from '../shared/trail/sign-changes.ts'

/**
 * Notes that what a document says is right, so that it is due a year from now; or with `due`, that it is to be looked through
 * on that day. The document itself stays as it is: no version, no lock, no page made anew. @returns what was done, in Danish
 */
export async function confirm(
  collection: Reviewed & CollectionSlug,
  id: number,
  due: string | null,
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<string> {
  const today = dateOf(dayAt(now))
  const problem = due === null ? null : reviewProblem(due, today)
  if (problem !== null) throw new Refusal(problem)
  await initTransaction(req)
  try {
    const doc = await req.payload.findByID({
      collection,
      id,
      depth: 0,
      draft: true,
      disableErrors: true,
      overrideAccess: false,
      user: req.user,
      req,
    })
    if (!doc) throw new Refusal('Det findes ikke længere.', 404)
    await refuseUnless('publish', collection, id, req)
    const isConfirmed = due === null
    const next = due ?? nextReview(today)
    const by = isConfirmed ? nameOf(req) : null
    await inTransaction(
      req,
      sql`INSERT INTO reviews.dates AS known (collection, document, due, confirmed_by, confirmed_at)
          VALUES (${collection}, ${id}, ${next}, ${by}, ${isConfirmed ? now.toString() : null})
          ON CONFLICT (collection, document) DO UPDATE
          SET due = excluded.due, confirmed_by = coalesce(excluded.confirmed_by, known.confirmed_by),
              confirmed_at = coalesce(excluded.confirmed_at, known.confirmed_at)`,
    )
    const { config } = req.payload.collections[collection]
    await tell(isConfirmed ? 'reviewed' : 'review-dated', ofDocument(config, doc as never), req)
    await commitTransaction(req)
    return isConfirmed
      ? `Noteret som stadig korrekt. Gennemgås igen senest ${formatDate(next)}.`
      : `Gennemgås igen senest ${formatDate(next)}.`
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
