import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Temporal } from 'temporal-polyfill'
import { isAdministrator, mayDo, reachOf, treeOf } from '../../src/domain/accounts/rights.ts'
import { dateOf, dayAt } from '../../src/domain/time/copenhagen.ts'
import {
  type DueRow,
  MONTHS,
  nextReview,
  ranked,
  type ReviewOf,
  REVIEWED,
  REVIEWED_WORDS,
  type Reviewed,
  type Reviews,
} from '../../src/domain/time/reviews.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { accountOf, mayDoWith } from '../shared/rights/access.ts'
import { linesOf } from '../shared/rights/places.ts'
import { tableOf } from '../shared/uses/uses.ts'

/** What one does in one go, and what one looks through. */
const FIRST = 10
const MOST = 500

/** What of the site whoever asks may find to be right and is due, the most pressing first; and what has no owner. */
export async function readReviews(
  isAll: boolean,
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<Reviews> {
  const today = dateOf(dayAt(now))
  const rows = await inTransaction<DueRow & { place: number | null }>(
    req,
    sql`SELECT collection, id, title, owner_name AS owner, due::text, visits, place FROM reviews.due(${today}::date, ${MONTHS}::int)`,
  )
  const due = ranked(await ownOf(rows, req), today)
  return {
    total: due.length,
    due: due.slice(0, isAll ? MOST : FIRST).map(({ collection, id, title, owner, due: day, visits }) => ({
      collection,
      id,
      name: `${REVIEWED_WORDS[collection]} »${title || `nr. ${id}`}«`,
      owner,
      due: day,
      visits,
    })),
    ownerless: await Promise.all(REVIEWED.map((slug) => ownerless(slug, req))),
    unsent: isAdministrator(accountOf(req)?.role) ? await unsentMails(now, req) : [],
  }
}

/** Those that whoever asks may publish as they stand for visitors. */
async function ownOf<Row extends { collection: Reviewed; place: number | null }>(
  rows: readonly Row[],
  req: PayloadRequest,
): Promise<Row[]> {
  const account = accountOf(req)
  if (!account) return []
  const found: Row[] = []
  for (const slug of REVIEWED) {
    const all = rows.filter(({ collection }) => collection === slug)
    const reach = reachOf(account, 'publish', slug)
    const tree = treeOf(slug)
    if (reach === 'all') found.push(...all)
    if (reach !== 'own' || !tree) continue
    const lines = await linesOf(
      tree,
      all.map(({ place }) => place),
      req,
    )
    found.push(...all.filter(({ place }) => mayDo(account, 'publish', slug, [lines.get(place) ?? []])))
  }
  return found
}

/** How many an address can name. */
const MOST_NAMED = 100

/** How many of a list that whoever asks may edit have no owner in their newest version, and which, unless all of the list are theirs. */
async function ownerless(slug: Reviewed, req: PayloadRequest) {
  const { labels, access } = req.payload.collections[slug].config
  const own = (await access.update?.({ req })) ?? false
  const noun = String(labels.plural)
  if (own === false) return { collection: slug, noun, count: 0, only: null }
  const { docs, totalDocs } = await req.payload.find({
    collection: slug as CollectionSlug,
    where: { and: [{ owner: { exists: false } }, own === true ? {} : own] },
    select: { slug: true } as never,
    draft: true,
    depth: 0,
    limit: own === true ? 1 : MOST_NAMED,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return {
    collection: slug,
    noun,
    count: totalDocs,
    only: own === true ? null : docs.map(({ id }) => Number(id)),
  }
}

/** The owners whose mail of this week has been tried in vain, or was being sent when its server ended. */
async function unsentMails(now: Temporal.Instant, req: PayloadRequest) {
  return inTransaction<{ owner: string | null; isUnknown: boolean }>(
    req,
    sql`SELECT owners.name AS owner, state = 'sending' AS "isUnknown"
        FROM reviews.mails LEFT JOIN owners ON owners.id = mails.owner
        WHERE state = 'waiting' AND tries > 0
           OR state = 'sending' AND try_at < ${now.subtract({ minutes: 5 }).toString()}::timestamptz
        ORDER BY owners.name`,
  )
}

/** When a document is due, who found it to be right last, and whether whoever asks may. */
export async function reviewOf(
  collection: Reviewed,
  id: number,
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<ReviewOf> {
  const [row] = await inTransaction<{
    made: string
    due: string | null
    by: string | null
    on: string | null
  }>(
    req,
    sql`SELECT (own.created_at AT TIME ZONE 'Europe/Copenhagen')::date::text AS made, known.due::text,
               confirmed_by AS by, (confirmed_at AT TIME ZONE 'Europe/Copenhagen')::date::text AS on
        FROM ${sql.identifier(tableOf(collection))} AS own
        LEFT JOIN reviews.dates AS known ON known.collection = ${collection} AND known.document = own.id
        WHERE own.id = ${id}`,
  )
  if (!row) throw new Refusal('Det findes ikke længere.', 404)
  const account = accountOf(req)
  const due = row.due ?? nextReview(row.made)
  return {
    due,
    isDue: due <= dateOf(dayAt(now)),
    by: row.by,
    on: row.on,
    mayConfirm: account !== null && (await mayDoWith(account, 'publish', collection, id, req)),
  }
}
