import { dateOf, weekdayOf } from '../time/copenhagen.ts'
import { minutesOf, minutesOfDay } from './spans.ts'
import type { CalendarDay, DatedWeek, Exception, Schedule, Span, WeekSpan } from './schedule.ts'

/**
 * The spans that begin on a day. `reason` names the exception or calendar day that decided them; null on an ordinary day.
 * `isSpecial` is true if one did, even if it gives no reason.
 */
export type DayHours = { spans: Span[]; reason: string | null; isSpecial: boolean }

/**
 * The hours of a day (its number since 1970-01-01). Exceptions come before the calendar, the calendar before the week. The
 * order is the municipality's.
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
 * The exception that decides on a date (`YYYY-MM-DD`). One that is made for whoever has the hours comes before those for the
 * hours. Of several, the one that begins last; of those, the one that ends first; of those, the first in the list. So a
 * single day inside a holiday comes before the holiday.
 */
export function exceptionOn(schedule: Schedule, date: string): Exception | undefined {
  let deciding: Exception | undefined
  for (const exception of schedule.exceptions) {
    if (date < exception.from || exception.to < date) continue
    if (!deciding || comesBefore(exception, deciding)) deciding = exception
  }
  return deciding
}

function comesBefore(one: Exception, other: Exception): boolean {
  if (one.isOwn !== other.isOwn) return one.isOwn
  return one.from > other.from || (one.from === other.from && one.to < other.to)
}

/** The ordinary week on a date (`YYYY-MM-DD`): the week that most recently took effect. */
export function weekOn({ weeks }: Schedule, date: string): WeekSpan[] {
  let latest: DatedWeek | undefined
  for (const week of weeks) {
    if (beginning(week) <= date && (!latest || beginning(week) >= beginning(latest))) latest = week
  }
  return latest?.spans ?? []
}

/** A week without a date sorts before every date. */
const beginning = ({ from }: DatedWeek): string => from ?? ''

function ordinarySpans(schedule: Schedule, day: number): Span[] {
  const weekday = weekdayOf(day)
  return weekOn(schedule, dateOf(day))
    .filter((span) => span.weekday === weekday)
    .map(({ from, to }) => ({ from, to }))
}

/** The spans cut off at a time of day. If nothing is cut, the day is an ordinary one. */
function closedFrom(time: string, ordinary: Span[], reason: string | null): DayHours {
  const limit = minutesOf(time)
  const spans = ordinary
    .filter(({ from }) => minutesOf(from) < limit)
    .map((span) => (minutesOfDay(span).to > limit ? { from: span.from, to: time } : span))
  const isCut = spans.length < ordinary.length || spans.some((span, index) => span !== ordinary[index])
  return { spans, reason: isCut ? reason : null, isSpecial: isCut }
}
