import { atMinute } from '../time/copenhagen.ts'
import { minutesOfDay } from './spans.ts'
import type { Span } from './schedule.ts'

/** Milliseconds since 1970, the end not included; an end of Infinity: not within the horizon. */
export type Interval = { from: number; to: number }

/** How far ahead an opening is looked for, in days. */
const HORIZON_DAYS = 400

/**
 * The openings that may matter on a day (its number since 1970-01-01) and later, in order, those that touch or overlap
 * joined.
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
    // Only a span that begins the next day at once could go on from here.
    if (current && current.to < atMinute(day + ahead + 1, 0)) {
      yield current
      current = undefined
    }
  }
  if (current) yield { ...current, to: Infinity }
}

/** The spans that begin on a day as intervals, by their beginning; those that daylight saving skips are left out. */
export function intervals(spans: readonly Span[], day: number): Interval[] {
  return spans
    .map((span) => {
      const { from, to } = minutesOfDay(span)
      return { from: atMinute(day, from), to: atMinute(day, to) }
    })
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}
