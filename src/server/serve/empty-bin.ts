import type { Database } from '../../database/pool.ts'
import { DAYS_IN_BIN } from '../../domain/time/bin.ts'
import type { Log } from '../tell/log.ts'

/**
 * Deletes for ever what has rested in the bin for its days: now, and each hour. Ages are told by the database's clock, which wrote
 * them, not by the site's, which may be set ahead for trying things out. Servers may do so at the same time.
 */
export function emptyBin(database: Database, log: Log): { stop: () => Promise<void> } {
  async function purge(): Promise<void> {
    try {
      const { rows } = await database.query<{ purged: number }>(
        'SELECT bin.purge(now() - make_interval(days => $1)) AS purged',
        [DAYS_IN_BIN],
      )
      const purged = rows[0]?.purged ?? 0
      if (purged > 0) log.info({ event: 'bin-emptied', purged }, 'What had rested in the bin was deleted')
    } catch (error) {
      log.warn(
        { event: 'bin', error: error instanceof Error ? error.message : String(error) },
        'The bin could not be emptied',
      )
    }
  }
  const timer = setInterval(() => void purge(), 3_600_000).unref()
  const first = purge()
  return {
    stop: async () => {
      clearInterval(timer)
      await first
    },
  }
}
