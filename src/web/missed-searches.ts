import { sayError } from '../database/errors/say-error.ts'
import type { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt } from '../domain/time/copenhagen.ts'
import { missedQuery } from '../domain/text/missed-query.ts'
import { poolFor } from './handover.ts'

const pool = poolFor('missed searches', 1)

/**
 * Counts a search that found nothing, on the Danish day of `at`, unless it might identify a person. Returns at once; a
 * count that cannot be written is lost, and logged.
 */
export function countMissedSearch(typed: string, at: Temporal.Instant): void {
  const query = missedQuery(typed)
  if (query === null || waiting.length >= MOST_WAITING) return
  waiting.push({ day: dateOf(dayAt(at)), query })
  if (!isWriting) void write()
}

/** The most frequent searches without results in the 30 days up to `at`, except those that have a search word by now. */
export async function missedSearches(at: Temporal.Instant): Promise<{ query: string; times: number }[]> {
  const since = dateOf(dayAt(at) - 29)
  const { rows } = await pool().query<{ query: string; times: number }>(
    'SELECT query, times FROM search.top_misses($1)',
    [since],
  )
  return rows
}

const MOST_WAITING = 1000
/** What arrives during one write is written together by the next. */
let waiting: { day: string; query: string }[] = []
let isWriting = false

async function write(): Promise<void> {
  isWriting = true
  try {
    while (waiting[0]) {
      const { day } = waiting[0]
      const queries = waiting.filter((miss) => miss.day === day).map(({ query }) => query)
      waiting = waiting.filter((miss) => miss.day !== day)
      await pool().query('SELECT search.count_misses($1, $2)', [day, queries])
    }
  } catch (error) {
    waiting = []
    console.error('missed searches', ...Object.values(sayError(error)))
  } finally {
    isWriting = false
  }
}
