import { Temporal } from 'temporal-polyfill'
import { readTimeOfDay } from '../hours/spans.ts'
import { COPENHAGEN } from './copenhagen.ts'
import { formatLongDate } from './danish-time.ts'
import { instantAt, type WallClock, wallClockAt, wallClockProblem } from './wall-clock.ts'

/** The instant that was read; or, in Danish, why none was. */
export type PlanTimeRead = { at: Temporal.Instant; problem: null } | { at: null; problem: string }

/**
 * The instant at which a change is to be made, from a date `YYYY-MM-DD` and a time as typed (`8`, `8.30`, `kl. 8`, `0830`) on Denmark's wall
 * clock. It is after `now` and at most two years ahead. A time that the clock skips is a problem; of one that comes twice it is
 * the first.
 */
export function readPlanTime(typed: WallClock, now: Temporal.Instant): PlanTimeRead {
  const clock = { date: typed.date, time: readTimeOfDay(plainTime(typed.time)) }
  const problem = wallClockProblem(clock)
  if (problem !== null) return { at: null, problem }
  const at = instantAt(clock)
  if (Temporal.Instant.compare(at, now) <= 0)
    return { at: null, problem: 'Tidspunktet er forbi. Vælg et senere, eller gør det med det samme.' }
  const latest = now.toZonedDateTimeISO(COPENHAGEN).add({ years: MOST_YEARS }).toInstant()
  return Temporal.Instant.compare(at, latest) > 0
    ? { at: null, problem: `Vælg et tidspunkt højst ${MOST_YEARS} år frem.` }
    : { at, problem: null }
}

const MOST_YEARS = 2

/** `kl. 8` and `0830` as `8` and `08.30`. */
const plainTime = (typed: string): string =>
  typed
    .trim()
    .replace(/^kl\.?\s*/i, '')
    .replace(/^(\d{1,2})(\d{2})$/, '$1.$2')

/** »fredag den 4. december 2026 kl. 8.00«; of a time that comes twice it says which. */
export function planTimeText(at: Temporal.Instant): string {
  const { date, time } = wallClockAt(at)
  const words = `${formatLongDate(date)} kl. ${Number(time.slice(0, 2))}.${time.slice(3)}`
  const local = at.toZonedDateTimeISO(COPENHAGEN)
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toPlainDateTime().toZonedDateTime(COPENHAGEN, { disambiguation }).toInstant(),
  ) as [Temporal.Instant, Temporal.Instant]
  if (first.equals(second)) return words
  return `${words} (${at.equals(first) ? 'sommertid, før' : 'normaltid, efter'} uret stilles tilbage)`
}
