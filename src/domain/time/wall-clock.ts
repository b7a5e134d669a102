import { Temporal } from 'temporal-polyfill'
import { COPENHAGEN } from './copenhagen.ts'
import { skippedTime } from '../hours/span-problems.ts'
import { minutesOf } from '../hours/spans.ts'
import { isDate } from './typed-date.ts'

/** A date `YYYY-MM-DD` and a time `HH:MM` in Copenhagen. */
export type WallClock = { date: string; time: string }

/** Why this is not an instant in the years 2000 to 2099, in Danish; null if it is one. */
export function wallClockProblem({ date, time }: WallClock): string | null {
  if (!date || !time) return 'Vælg både dato og klokkeslæt.'
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return 'Vælg et klokkeslæt, for eksempel 08:00.'
  if (!date.startsWith('20')) return 'Vælg en dato mellem år 2000 og 2099.'
  if (!isDate(date)) return 'Vælg en dato, der findes.'
  return skippedTime(date, date, [minutesOf(time)])
}

/** Throws a RangeError if `wallClockProblem` finds a problem. Of a time that occurs twice it is the first. */
export const instantAt = ({ date, time }: WallClock): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(COPENHAGEN).toInstant()

/** Seconds are dropped. */
export function wallClockAt(instant: Temporal.Instant): WallClock {
  const local = instant.toZonedDateTimeISO(COPENHAGEN)
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString().slice(0, 5) }
}
