import { Temporal } from 'temporal-polyfill'
import { ADMIN, collectionAddress, documentAddress, documentsAddress } from '../addresses.ts'
import { COPENHAGEN } from './copenhagen.ts'
import { isDate } from './typed-date.ts'

/** What of the site has an owner and is looked through at times. */
export const REVIEWED = ['pages', 'contact-boxes'] as const
export type Reviewed = (typeof REVIEWED)[number]
export const REVIEWED_WORDS: Record<Reviewed, string> = { pages: 'Side', 'contact-boxes': 'Kontaktboks' }

/** What is due: in the admin, and where the CMS tells of it. @param isAll more than the first of it */
export const REVIEWS = `${ADMIN}/gennemgang`
export const reviewsAddress = (isAll: boolean): string =>
  documentsAddress('reviews') + (isAll ? '?all=1' : '')

/** Where the CMS tells when a document is due, and takes that it is right. */
export const reviewAddress = (slug: string, id: number | string): string =>
  `${documentAddress(slug, id)}/review`

/** The admin's list of what of a collection has no owner. @param only these of them; null: all */
export const ownerlessAddress = (slug: Reviewed, only: readonly number[] | null): string =>
  `${collectionAddress(slug)}?where[or][0][and][0][owner][exists]=false` +
  (only ? `&where[or][0][and][1][id][in]=${only.join(',')}` : '')

/** How many months what was made, or found to be right, may stand without being looked at. */
export const MONTHS = 12
const MOST_MONTHS = 36

/** When a document is due that was made, or found to be right, on a day: `YYYY-MM-DD`, as all days here. */
export const nextReview = (day: string): string =>
  Temporal.PlainDate.from(day).add({ months: MONTHS }).toString()

/** Why a document cannot be due on a day, in Danish; null if it can. */
export function reviewProblem(due: string, today: string): string | null {
  if (!isDate(due)) return 'Skriv en dato.'
  if (due <= today) return 'Datoen skal ligge efter i dag.'
  const latest = Temporal.PlainDate.from(today).add({ months: MOST_MONTHS }).toString()
  return due > latest ? `Vælg en dato højst ${MOST_MONTHS} måneder frem.` : null
}

/** What waits for its review. `visits`: of the last 30 days; contact boxes have no address, so none. */
export type Due = { collection: Reviewed; id: number; due: string; visits: number }

/** The same with what it is called, and who owns it, if somebody does. */
export type DueRow = Due & { title: string; owner: string | null }

/**
 * What waits for whoever asks: the first of all that are due, how many have no owner, and whose mail did not go out. `only`: the
 * first of those without an owner, where others have some, too; null: they are all that there are.
 */
export type Reviews = {
  total: number
  due: (Due & { name: string; owner: string | null })[]
  ownerless: { collection: Reviewed; noun: string; count: number; only: number[] | null }[]
  /** For administrators. `owner` null: the mail about what nobody owns. `isUnknown`: it may have gone out. */
  unsent: { owner: string | null; isUnknown: boolean }[]
}

/** How a document stands: `by` found it to be right last, `on` a day. */
export type ReviewOf = {
  due: string
  isDue: boolean
  by: string | null
  on: string | null
  mayConfirm: boolean
}

/**
 * The most pressing first: how often it is read, times the days since it was due. What nobody reads counts as read once, so that
 * age alone ranks it.
 */
export function ranked<Row extends Due>(rows: readonly Row[], today: string): Row[] {
  const days = ({ due }: Row) => Temporal.PlainDate.from(due).until(today).days + 1
  const weight = new Map(rows.map((row) => [row, (row.visits + 1) * days(row)]))
  return rows.toSorted(
    (one, other) =>
      (weight.get(other) ?? 0) - (weight.get(one) ?? 0) ||
      one.due.localeCompare(other.due) ||
      one.collection.localeCompare(other.collection) ||
      one.id - other.id,
  )
}

/** The Monday whose mail went last, or goes now: they go at 8 on Denmark's clock. */
export function mailWeek(now: Temporal.Instant): string {
  const clock = now.toZonedDateTimeISO(COPENHAGEN)
  const monday = clock.toPlainDate().subtract({ days: clock.dayOfWeek - 1 })
  const isEarly = Temporal.Instant.compare(now, mailTime(monday)) < 0
  return (isEarly ? monday.subtract({ weeks: 1 }) : monday).toString()
}

/** The instant at which the next mails go. */
export const nextMails = (now: Temporal.Instant): Temporal.Instant =>
  mailTime(Temporal.PlainDate.from(mailWeek(now)).add({ weeks: 1 }))

const mailTime = (monday: Temporal.PlainDate): Temporal.Instant =>
  monday.toZonedDateTime({ timeZone: COPENHAGEN, plainTime: '08:00' }).toInstant()

/** How long to wait after so many failed tries, in milliseconds: a minute, then twice as long each time, an hour at most. */
export const pauseAfter = (tries: number): number => Math.min(60_000 * 2 ** Math.max(tries - 1, 0), 3_600_000)
