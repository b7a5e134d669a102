import { dateOf, weekdayOf } from '../time/copenhagen.ts'
import { minutesOf, minutesOfDay } from './spans.ts'
import type { CalendarDay, DatedWeek, Exception, Schedule, Span, WeekSpan } from './schedule.ts'

/**
 * The spans that begin on a day. `isSpecial` is true if an exception or calendar day decided them. `reason` is its
 * name; null on an ordinary day, and for an exception without a reason.
 */
export type DayHours = { spans: Span[]; reason: string | null; isSpecial: boolean }

/**
 * The hours of a day (counted in days since 1970-01-01). An exception overrides the calendar, and the calendar
 * overrides the week. The municipality chose this order.
 */
export function dayHours(schedule: Schedule, calendar: readonly CalendarDay[], day: number): DayHours {
  const date = dateOf(day)
  const exception = exceptionOn(schedule, date)
  if (exception) {
    const { hours, reason } = exception
    if (hours.type === 'closed') return { spans: [], reason, isSpecial: true }
    if (hours.type === 'spans') return { spans: hours.spans, reason, isSpecial: true }
    return closedFrom(hours.time, ordinarySpans(schedule, day), reason)
  }
  const closing = schedule.followsCalendar
    ? calendar.find((entry) => entry.closesOffices && entry.date === date)
    : undefined
  if (!closing) return { spans: ordinarySpans(schedule, day), reason: null, isSpecial: false }
  if (closing.closesFrom === null) return { spans: [], reason: closing.name, isSpecial: true }
  return closedFrom(closing.closesFrom, ordinarySpans(schedule, day), closing.name)
}

/**
 * The exception that applies on a date (`YYYY-MM-DD`). If there are several, the one that begins last wins; among
 * those, the one that ends first. So a single day inside a holiday overrides the holiday.
 */
export function exceptionOn(schedule: Schedule, date: string): Exception | undefined {
  let deciding: Exception | undefined
  for (const exception of schedule.exceptions) {
    if (date < exception.from || exception.to < date) continue
    const isNarrower =
      !deciding ||
      exception.from > deciding.from ||
      (exception.from === deciding.from && exception.to < deciding.to)
    if (isNarrower) deciding = exception
  }
  return deciding
}

/** The ordinary week on a date (`YYYY-MM-DD`): the one that began most recently. */
export function weekOn({ weeks }: Schedule, date: string): WeekSpan[] {
  let latest: DatedWeek | undefined
  for (const week of weeks) {
    if (beginning(week) <= date && (!latest || beginning(week) >= beginning(latest))) latest = week
  }
  return latest?.spans ?? []
}

/** A week without a start date sorts before every date. */
const beginning = ({ from }: DatedWeek): string => from ?? ''

function ordinarySpans(schedule: Schedule, day: number): Span[] {
  const weekday = weekdayOf(day)
  return weekOn(schedule, dateOf(day))
    .filter((span) => span.weekday === weekday)
    .map(({ from, to }) => ({ from, to }))
}

/** The spans cut off at a time on the day they begin. If nothing is cut off, it is an ordinary day. */
function closedFrom(time: string, ordinary: Span[], reason: string | null): DayHours {
  const limit = minutesOf(time)
  const spans = ordinary
    .filter(({ from }) => minutesOf(from) < limit)
    .map((span) => (minutesOfDay(span).to > limit ? { from: span.from, to: time } : span))
  const isCut = spans.length < ordinary.length || spans.some((span, index) => span !== ordinary[index])
  return { spans, reason: isCut ? reason : null, isSpecial: isCut }
}
