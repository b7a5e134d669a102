import type { Logger } from 'pino'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/pool.ts'
import { dateOf, dayAt } from '../../domain/time/copenhagen.ts'

export type VisitCounter = {
  /** Counts that the page at a path was opened. */
  count(path: string): void
  /** Writes the counts that are still in memory. */
  stop(): Promise<void>
}

/** How often each path was opened. */
type Counts = ReadonlyMap<string, number>

/**
 * Counts how often each page is opened, by Danish day, and nothing about who opens it. Once a minute `add` gets the
 * counts; if it fails they are kept for the next minute.
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

/** Adds to the counts of a day in the database. */
export async function addVisits(database: Database, day: string, counts: Counts): Promise<void> {
  await database.query('SELECT search.count_visits($1, $2, $3)', [
    day,
    [...counts.keys()],
    [...counts.values()],
  ])
}
