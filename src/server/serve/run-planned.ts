import type { Database } from '../../database/pool.ts'
import { sayError } from '../../database/errors/say-error.ts'
import type { RunDue } from '../../web/handover.ts'
import type { Log } from '../tell/log.ts'

/**
 * Has planned changes made when they are due by the site's clock: asked for each second, and waited for to the millisecond. What
 * was due while no server ran is made at once. Servers may do so at the same time.
 */
export function runPlanned(options: {
  database: Database
  /** Milliseconds since 1970 by the site's clock. */
  now: () => number
  /** What makes them; undefined while the CMS is not loaded. */
  runDue: () => RunDue | undefined
  log: Log
}): { stop: () => Promise<void> } {
  const { database, now, runDue, log } = options
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()

  /** The pause until the next question, in milliseconds. */
  async function round(): Promise<number> {
    const run = runDue()
    if (!run) return AT_MOST
    try {
      const { rows } = await database.query<{ at: Date | null }>(
        `SELECT min(try_at) AS at FROM planned.sets WHERE state = 'waiting'`,
        [],
      )
      const next = rows[0]?.at?.getTime() ?? Infinity
      if (next > now()) return Math.min(next - now(), AT_MOST)
      for (const { id, state } of await run(now()))
        if (state === 'done') log.info({ event: 'planned', set: id }, 'A planned change was made')
        else log.warn({ event: 'planned', set: id, state }, 'A planned change could not be made')
    } catch (error) {
      log.warn({ event: 'planned', ...sayError(error) }, 'Planned changes could not be made')
    }
    return AT_MOST
  }

  async function go(): Promise<void> {
    const pause = await round()
    if (!isStopped) timer = setTimeout(begin, Math.max(pause, 1)).unref()
  }
  function begin(): void {
    running = go()
  }
  begin()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Milliseconds: what another server planned is known by then. */
const AT_MOST = 1000
