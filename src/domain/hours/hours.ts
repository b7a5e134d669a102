import type { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt, dayOf, toInstant } from '../time/copenhagen.ts'
import { dayHours, exceptionOn } from './day-hours.ts'
import { intervals, openings, type Interval } from './openings.ts'
import type { CalendarDay, Exception, Schedule, Span } from './schedule.ts'

/**
 * `until` is the instant at which `open` next changes; null if it does not within 400 days.
 * `reason` names the exception or calendar day that decides the day's hours; null on an ordinary day.
 */
export type OpeningStatus = { open: boolean; until: Temporal.Instant | null; reason: string | null }

/**
 * Open or closed at `now`, in Copenhagen time. A span includes its first instant and excludes its last; spans that touch
 * are one opening; a span past midnight belongs to the day it begins on. A time that daylight saving skips is read an hour
 * later; one that occurs twice is read as the first (Temporal's 'compatible').
 */
export function openingStatus(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  now: Temporal.Instant,
): OpeningStatus {
  const at = now.epochMilliseconds
  const today = dayAt(now)
  const reasonOf = (day: number) => dayHours(schedule, calendar, day).reason
  for (const { from, to } of openingsFrom(schedule, calendar, today)) {
    if (to <= at) continue
    if (at < from) return { open: false, until: toInstant(from), reason: reasonOf(today) }
    const beganToday = intervals(dayHours(schedule, calendar, today).spans, today).some(
      (interval) => interval.from <= at && at < interval.to,
    )
    const until = to === Infinity ? null : toInstant(to)
    return { open: true, until, reason: reasonOf(beganToday ? today : today - 1) }
  }
  return { open: false, until: null, reason: reasonOf(today) }
}

/**
 * As `openingStatus`, for people: before it opens on a day of its own, but when it does every week, no reason is told, as it
 * explains nothing yet.
 */
export function toldStatus(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  now: Temporal.Instant,
): OpeningStatus {
  const status = openingStatus(schedule, calendar, now)
  if (status.open || !status.reason || !status.until || dayAt(status.until) !== dayAt(now)) return status
  const usual = openingStatus({ ...schedule, exceptions: [], followsCalendar: false }, [], now)
  return !usual.open && usual.until?.equals(status.until) ? { ...status, reason: null } : status
}

/** The next opening after `from`; null if there is none within 400 days. */
export function opensAt(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  from: Temporal.Instant,
): Temporal.Instant | null {
  for (const opening of openingsFrom(schedule, calendar, dayAt(from))) {
    if (opening.from > from.epochMilliseconds) return toInstant(opening.from)
  }
  return null
}

/** The next `count` instants at which `open` changes, each with its new value. */
export function openingChanges(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  from: Temporal.Instant,
  count: number,
): { at: Temporal.Instant; open: boolean }[] {
  const changes: { at: Temporal.Instant; open: boolean }[] = []
  let { until } = openingStatus(schedule, calendar, from)
  while (until && changes.length < count) {
    const status = openingStatus(schedule, calendar, until)
    changes.push({ at: until, open: status.open })
    until = status.until
  }
  return changes
}

/** The spans that begin on a date (`YYYY-MM-DD`). An exception overrides the calendar, and the calendar the week. */
export function spansOn(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  date: string,
): { spans: Span[]; reason: string | null } {
  const { spans, reason } = dayHours(schedule, calendar, dayOf(date))
  return { spans, reason }
}

/** How many days ahead unusual hours are announced. The municipality's choice. */
export const ANNOUNCED_DAYS = 42

/** Dates `YYYY-MM-DD`, both included. Closed if there are no spans. */
export type ComingException = { from: string; to: string; spans: Span[]; reason: string | null }

/**
 * The unusual hours that visitors are told about in advance, by date: every exception that applies to a day in the next 42
 * days, with its whole range; and, day by day, calendar days and early closings that cut something off.
 */
export function comingExceptions(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  now: Temporal.Instant,
): ComingException[] {
  const today = dayAt(now)
  const coming: ComingException[] = []
  const ranges = new Set<Exception>()
  for (let day = today; day <= today + ANNOUNCED_DAYS; day++) {
    const date = dateOf(day)
    const { spans, reason, isSpecial } = dayHours(schedule, calendar, day)
    const exception = exceptionOn(schedule, date)
    if (!isSpecial || (exception && ranges.has(exception))) continue
    if (!exception || exception.hours.type === 'closesFrom') {
      coming.push({ from: date, to: date, spans, reason })
    } else {
      coming.push({ from: exception.from, to: exception.to, spans, reason })
      ranges.add(exception)
    }
  }
  return coming.toSorted((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
}

const openingsFrom = (
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  day: number,
): Iterable<Interval> => openings((ahead) => dayHours(schedule, calendar, ahead).spans, day)
