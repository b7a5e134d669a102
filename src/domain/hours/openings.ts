import { atMinute } from '../time/copenhagen.ts'
import { minutesOfDay } from './spans.ts'
import type { Span } from './schedule.ts'

/** Milliseconds since 1970, the end not included. The end is Infinity if it lies beyond the horizon. */
export type Interval = { from: number; to: number }

/** How many days ahead we look for openings. */
const HORIZON_DAYS = 400

/**
 * The openings on a day (counted in days since 1970-01-01) and later, in order. Those that touch or overlap are joined.
 * Starts with the day before, so the first ones may already be over.
 */
export function* openings(spansOn: (day: number) => readonly Span[], day: number): Generator<Interval> {
  let current: Interval | undefined
  // The day before may have a span that passes midnight.
  for (let ahead = -1; ahead <= HORIZON_DAYS; ahead++) {
    for (const next of intervals(spansOn(day + ahead), day + ahead)) {
      if (current && next.from <= current.to) {
        current.to = Math.max(current.to, next.to)
      } else {
        if (current) yield current
        current = next
      }
    }
    // Only a span that starts at midnight could extend this one.
    if (current && current.to < atMinute(day + ahead + 1, 0)) {
      yield current
      current = undefined
    }
  }
  if (current) yield { ...current, to: Infinity }
}

/** The spans that begin on a day, as intervals sorted by start. Spans that daylight saving skips are left out. */
export function intervals(spans: readonly Span[], day: number): Interval[] {
  return spans
    .map((span) => {
      const { from, to } = minutesOfDay(span)
      return { from: atMinute(day, from), to: atMinute(day, to) }
    })
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}
