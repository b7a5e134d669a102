import { DAY_MINUTES } from '../time/copenhagen.ts'
import type { Span } from './schedule.ts'

/** `HH:MM` from `00:00` to `23:59`, and `24:00`. */
export const isTimeOfDay = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)

/** Minutes from midnight of a time of day `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** A span as minutes from midnight; `to` goes up to 2880 if the span ends the next day. */
export function minutesOfDay({ from, to }: Span): { from: number; to: number } {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return { from: start, to: end > start ? end : end + DAY_MINUTES }
}

/** The first two spans that overlap, if all of them repeat every `period` minutes; null if none overlap. */
export function firstOverlap<T>(
  spans: readonly T[],
  minutes: (span: T) => { from: number; to: number },
  period: number,
): [T, T] | null {
  for (const [index, a] of spans.entries()) {
    for (const b of spans.slice(index + 1)) {
      const [first, second] = [minutes(a), minutes(b)]
      const meet = [-period, 0, period].some(
        (turn) => first.from < second.to + turn && second.from + turn < first.to,
      )
      if (meet) return [a, b]
    }
  }
  return null
}

/** Writes `8`, `8.00` and `8:00` as `08:00`. Anything else is returned unchanged. */
export function readTimeOfDay(text: string): string {
  const parts = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim())
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2] ?? '00'}` : text
}
