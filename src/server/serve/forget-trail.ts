import { setInterval as every } from 'node:timers/promises'
import type { Pool } from 'pg'
import { sayError } from '../../database/errors/say-error.ts'
import type { Log } from '../tell/log.ts'

/**
 * Forgets what the trail tells of more than 13 months before `at` (milliseconds since 1970), some at a time, and returns how
 * many. Never more than the database's own clock lets go of (migrations/20261128_180000_trail.ts), whatever a server's clock
 * says. Of several servers that do it at once, one does.
 */
export async function forgetTrail(pool: Pool, at: number): Promise<number> {
  let forgotten = 0
  for (;;) {
    const { rowCount } = await pool.query(
      `DELETE FROM trail.events WHERE id IN (
         SELECT id FROM trail.events
         WHERE at < least(to_timestamp($1::double precision / 1000), now()) - interval '13 months'
           AND (SELECT pg_try_advisory_xact_lock(20261128, 18))
         ORDER BY at LIMIT ${AT_ONCE})`,
      [at],
    )
    forgotten += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return forgotten
  }
}

const AT_ONCE = 5000

/** Forgets links to drafts that ended as long ago, with who approved what by them. */
async function forgetLinks(pool: Pool, at: number): Promise<void> {
  await pool.query(
    `DELETE FROM drafts.links WHERE expires_at < to_timestamp($1::double precision / 1000) - interval '13 months'`,
    [at],
  )
}

/** Does so at once and then each day, until `signal` is aborted. What fails is logged and tried the next day. */
export async function forgetTrailDaily(options: {
  pool: Pool
  now: () => number
  signal: AbortSignal
  log: Log
}): Promise<void> {
  const { pool, now, signal, log } = options
  const forget = async () => {
    try {
      await forgetLinks(pool, now())
      const events = await forgetTrail(pool, now())
      if (events > 0) log.info({ event: 'trail-forgotten', events }, 'Old events of the trail are forgotten')
    } catch (error) {
      log.warn({ event: 'trail', ...sayError(error) }, 'Old events of the trail could not be forgotten')
    }
  }
  await forget()
  try {
    for await (const _ of every(DAY, null, { signal, ref: false })) await forget()
  } catch {
    // The server ends.
  }
}

const DAY = 24 * 60 * 60 * 1000
