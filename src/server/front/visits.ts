import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/pool.ts'
import { dateOf, dayAt } from '../../domain/time/copenhagen.ts'
import type { Log } from '../tell/log.ts'

export type VisitCounter = {
  /** Counts that the page at a path was opened. */
  count(path: string): void
  /** How often the page at a path was opened, before and since, to know what is wanted most. */
  times(path: string): number
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
  /** What was counted before. */
  before?: Counts
  add: (day: string, counts: Counts) => Promise<void>
  log: Log
}): VisitCounter {
  const { now, add, log } = options
  let counts = new Map<string, number>()
  const total = new Map(options.before)

  async function write(): Promise<void> {
    if (counts.size === 0) return
    const taken = counts
    counts = new Map()
    try {
      await add(dateOf(dayAt(now())), taken)
    } catch (error) {
      for (const [path, times] of taken) counts.set(path, (counts.get(path) ?? 0) + times)
      log.warn(
        { event: 'visits', error: error instanceof Error ? error.message : String(error) },
        'Visits could not be counted',
      )
    }
  }

  const timer = setInterval(() => void write(), 60_000).unref()
  return {
    count: (path) => {
      for (const counted of [counts, total]) counted.set(path, (counted.get(path) ?? 0) + 1)
    },
    times: (path) => total.get(path) ?? 0,
    stop: async () => {
      clearInterval(timer)
      await write()
    },
  }
}

/** How often each page was opened in the days that are kept. */
export async function readVisits(database: Database): Promise<Counts> {
  const { rows } = await database.query<{ path: string; times: number }>(
    'SELECT path, sum(times)::int AS times FROM search.visits GROUP BY path',
  )
  return new Map(rows.map(({ path, times }) => [path, times]))
}

/** Adds to the counts of a day in the database. */
export async function addVisits(database: Database, day: string, counts: Counts): Promise<void> {
  await database.query('SELECT search.count_visits($1, $2, $3)', [
    day,
    [...counts.keys()],
    [...counts.values()],
  ])
}
