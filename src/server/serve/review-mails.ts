import { setTimeout as delay } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/pool.ts'
import { sayError } from '../../database/errors/say-error.ts'
import { dateOf, dayAt, toInstant } from '../../domain/time/copenhagen.ts'
import { type DueRow, mailWeek, MONTHS, nextMails, pauseAfter, ranked } from '../../domain/time/reviews.ts'
import { dueReviews, type Letter } from '../../mail/letters.ts'
import { reasonOf } from '../../mail/post.ts'
import type { Log } from '../tell/log.ts'

export type ReviewMails = {
  database: Database
  /** Milliseconds since 1970 by the site's clock. */
  now: () => number
  /** Sends a letter, once; rejects if it was not taken. */
  send: (letter: Letter) => Promise<void>
  siteUrl: string
  log: Log
}

/**
 * Each Monday at 8 by the site's clock writes to every owner of what is due for review, and of what nobody owns to the administrators;
 * a mail that was missed goes at the next start. Servers may do so at the same time.
 */
export function writeReviewMails(options: ReviewMails): { stop: () => Promise<void> } {
  const { now, log } = options
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()

  async function go(): Promise<void> {
    try {
      while (!ending.signal.aborted && (await sendNext(options)));
    } catch (error) {
      log.warn({ event: 'review-mails', ...sayError(error) }, 'Review mails could not be written')
    }
    const next = nextMails(toInstant(now())).epochMilliseconds - now()
    if (!ending.signal.aborted) timer = setTimeout(begin, Math.max(Math.min(next, AT_MOST), 1)).unref()
  }
  function begin(): void {
    running = go()
  }
  begin()
  return {
    stop: async () => {
      ending.abort()
      clearTimeout(timer)
      await Promise.race([running, delay(AT_THE_END, undefined, { ref: false })])
    },
  }
}

/** Milliseconds: what failed may be tried again by then. */
const AT_MOST = 60_000
const AT_THE_END = 5_000

/**
 * Sends one mail of this week that waits. It is claimed before it is sent, so that a server that ends meanwhile has sent it once or not
 * at all. @returns whether there was one
 */
export async function sendNext({ database, now, send, siteUrl, log }: ReviewMails): Promise<boolean> {
  const at = toInstant(now())
  const today = dateOf(dayAt(at))
  await database.query('SELECT reviews.open_week($1, $2, $3, $4)', [
    mailWeek(at),
    today,
    MONTHS,
    at.toString(),
  ])
  const { rows } = await database.query<{ week: string; owner: number; tries: number }>(
    'SELECT week::text, owner, tries FROM reviews.claim($1)',
    [at.toString()],
  )
  const [mail] = rows
  if (!mail) return false
  const { week, owner, tries } = mail
  const settle = (state: string, tryAt: Temporal.Instant) =>
    database.query('UPDATE reviews.mails SET state = $3, try_at = $4 WHERE week = $1 AND owner = $2', [
      week,
      owner,
      state,
      tryAt.toString(),
    ])
  let letter: Letter | null
  try {
    letter = await letterTo(owner, today, database, siteUrl)
  } catch (error) {
    // Nothing has been sent.
    await settle('waiting', at.add({ milliseconds: pauseAfter(tries) }))
    throw error
  }
  const failure = letter && (await send(letter).then(() => null, reasonOf))
  if (failure === null) {
    await settle('sent', at)
    if (letter) log.info({ event: 'review-mails', owner }, 'A review mail was sent')
  } else {
    await settle('waiting', at.add({ milliseconds: pauseAfter(tries) }))
    log.warn({ event: 'review-mails', owner, reason: failure, tries }, 'A review mail could not be sent')
  }
  return true
}

/** What is due for an owner as a letter; null: nothing any more, or there is nobody to write to. */
async function letterTo(
  owner: number,
  today: string,
  database: Database,
  siteUrl: string,
): Promise<Letter | null> {
  const { rows } = await database.query<DueRow>(
    `SELECT collection, id, title, owner_name AS owner, due::text, visits FROM reviews.due($1, $2)
     WHERE coalesce(owner, 0) = $3`,
    [today, MONTHS, owner],
  )
  const { rows: addresses } = await database.query<{ email: string }>(
    owner === 0
      ? `SELECT email FROM users WHERE role = 'administrator' AND 0 = $1 ORDER BY email`
      : 'SELECT email FROM owners WHERE id = $1',
    [owner],
  )
  if (rows.length === 0 || addresses.length === 0) return null
  const to = addresses.map(({ email }) => email).join(', ')
  return dueReviews(to, ranked(rows, today), { siteUrl })
}
