import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/pool.ts'
import { dateOf, dayAt } from '../../domain/time/copenhagen.ts'

export type VisitCounter = {
  /** Notes that the page at a path was opened. */
  count(path: string): void
  /** Writes what is not written yet. */
  stop(): Promise<void>
}

/** Times opened by path. */
type Counts = ReadonlyMap<string, number>

/**
 * Counts how many times each page is opened, by Danish day, and nothing of who opens it. Once a minute the counts are
 * given to `add`; when that fails they are kept for the next time.
 */
export function countVisits(options: {
  now: () => Temporal.Instant
  add: (day: string, counts: Counts) => Promise<void>
  log: Logger
}): VisitCounter {
  const { now, add, log } = options
  let counts = new Map<string, number>()

  async function write(): Promise<void> {
    if (counts.size === 0) return
    const taken = counts
    counts = new Map()
    try {
      await add(dateOf(dayAt(now())), taken)
    } catch (error) {
      for (const [path, times] of taken) counts.set(path, (counts.get(path) ?? 0) + times)
      log.warn(
        { error: error instanceof Error ? error.message : String(error) },
        'Visits could not be counted',
      )
    }
  }

  const timer = setInterval(() => void write(), 60_000).unref()
  return {
    count: (path) => void counts.set(path, (counts.get(path) ?? 0) + 1),
    stop: async () => {
      clearInterval(timer)
      await write()
    },
  }
}

/** Adds counts to those of a day in the database. */
export async function addVisits(database: Database, day: string, counts: Counts): Promise<void> {
  await database.query('SELECT search.count_visits($1, $2, $3)', [
    day,
    [...counts.keys()],
    [...counts.values()],
  ])
}
