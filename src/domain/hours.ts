import type { Temporal } from 'temporal-polyfill'
import { atMinute, DAY_MINUTES, dateOf, dayAt, dayOf, toInstant, weekdayOf } from './copenhagen.ts'
import { formatSpan, weekdayName } from './danish-time.ts'

/** ISO weekday: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Wall-clock times `HH:MM`; `to` may be `24:00`; `to` at or before `from` means the next day. */
export type Span = { from: string; to: string }

type WeekSpan = Span & { weekday: Weekday }

/** Dates `YYYY-MM-DD`, both included; no spans: closed. */
type Exception = { from: string; to: string; spans: Span[]; reason: string | null }

export type Schedule = { week: WeekSpan[]; exceptions: Exception[]; followsCalendar: boolean }

export type CalendarDay = {
  /** `YYYY-MM-DD` */
  date: string
  name: string
  closesOffices: boolean
  /** `HH:MM`; null: the whole day. */
  closesFrom: string | null
  /** For legal deadlines. */
  countsAsWorkingDay: boolean
}

/**
 * `until` is the first instant at which `open` differs, null when it never does within the search horizon.
 * `reason` names the exception or calendar day that decides the hours of the day; null on an ordinary day.
 */
export type OpeningStatus =
  | { open: true; until: Temporal.Instant | null; reason: string | null }
  | { open: false; until: Temporal.Instant | null; reason: string | null }

type DayHours = { spans: Span[]; reason: string | null }

/** How far ahead a change of status is looked for, in days. */
const HORIZON_DAYS = 400

/**
 * Open or closed at `now`, in Copenhagen's time. A span holds from its first instant up to, not including, its
 * last; spans that touch are one opening; a span that passes midnight belongs to the day it begins on. A time
 * that daylight saving skips is read an hour later, one that happens twice as the first.
 */
export function openingStatus(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  now: Temporal.Instant,
): OpeningStatus {
  const at = now.epochMilliseconds
  const day = dayAt(now)
  const hours = hoursByDay(schedule, calendar)
  for (const opening of openings(hours, day)) {
    if (opening.to <= at) continue
    if (at < opening.from) return { open: false, until: toInstant(opening.from), reason: hours(day).reason }
    const until = opening.to === Infinity ? null : toInstant(opening.to)
    return { open: true, until, reason: hours(owner(hours, day, at)).reason }
  }
  return { open: false, until: null, reason: hours(day).reason }
}

/** The first instant after `from` at which closed turns to open; null: not within 400 days. */
export function opensAt(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  from: Temporal.Instant,
): Temporal.Instant | null {
  for (const opening of openings(hoursByDay(schedule, calendar), dayAt(from))) {
    if (opening.from > from.epochMilliseconds) return toInstant(opening.from)
  }
  return null
}

/** The spans that begin on a date (`YYYY-MM-DD`), and what decided them: exception, then calendar, then week. */
export function spansOn(schedule: Schedule, calendar: readonly CalendarDay[], date: string): DayHours {
  return hoursByDay(schedule, calendar)(dayOf(date))
}

/**
 * What visitors are told beforehand, by date: exceptions that touch the days from today to `days` ahead (with their
 * whole range), and calendar days that close the offices, where no exception decides.
 */
export function comingExceptions(
  schedule: Schedule,
  calendar: readonly CalendarDay[],
  now: Temporal.Instant,
  days = 42,
): Exception[] {
  const today = dateOf(dayAt(now))
  const last = dateOf(dayAt(now) + days)
  const exceptions = schedule.exceptions.filter(({ from, to }) => from <= to && from <= last && to >= today)
  const closings = calendar.flatMap(({ date, name }) => {
    if (date < today || date > last || exceptionOn(schedule, date)) return []
    const { spans, reason } = spansOn(schedule, calendar, date)
    return reason === name ? [{ from: date, to: date, spans, reason }] : []
  })
  return [...exceptions, ...closings].toSorted(
    (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to),
  )
}

/** The first two spans of a week that overlap, Sunday night into Monday included; null when none do. */
export function overlappingSpans(spans: readonly WeekSpan[]): [WeekSpan, WeekSpan] | null {
  const week = 7 * DAY_MINUTES
  for (const [index, a] of spans.entries()) {
    for (const b of spans.slice(index + 1)) {
      const [first, second] = [minutesOfWeek(a), minutesOfWeek(b)]
      const meet = [-week, 0, week].some(
        (turn) => first.from < second.to + turn && second.from + turn < first.to,
      )
      if (meet) return [a, b]
    }
  }
  return null
}

/** Such as "mandag 8.00–15.00 overlapper mandag 14.00–17.00". */
export function overlapMessage([a, b]: readonly [WeekSpan, WeekSpan]): string {
  const name = (span: WeekSpan) => `${weekdayName(span.weekday)} ${formatSpan(span)}`
  return `${name(a)} overlapper ${name(b)}`
}

/** `HH:MM` from `00:00` to `23:59`, and `24:00`. */
export const isTimeOfDay = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)

/** Milliseconds since 1970, the end not included; an end of Infinity: not within the horizon. */
type Interval = { from: number; to: number }

type HoursByDay = (day: number) => DayHours

function hoursByDay(schedule: Schedule, calendar: readonly CalendarDay[]): HoursByDay {
  const closings = new Map<string, CalendarDay>()
  if (schedule.followsCalendar) {
    for (const day of calendar) if (day.closesOffices) closings.set(day.date, day)
  }
  return (day) => {
    const date = dateOf(day)
    const exception = exceptionOn(schedule, date)
    if (exception) return { spans: exception.spans, reason: exception.reason }
    const weekday = weekdayOf(day)
    const ordinary = schedule.week
      .filter((span) => span.weekday === weekday)
      .map(({ from, to }) => ({ from, to }))
    const closing = closings.get(date)
    return closing ? closed(ordinary, closing) : { spans: ordinary, reason: null }
  }
}

/** Of several exceptions on a date the one that begins last decides, then the one that ends first: the narrower. */
const exceptionOn = (schedule: Schedule, date: string): Exception | undefined =>
  schedule.exceptions
    .filter(({ from, to }) => from <= date && date <= to)
    .toSorted((a, b) => compareText(b.from, a.from) || compareText(a.to, b.to))[0]

function closed(ordinary: Span[], { closesFrom, name }: CalendarDay): DayHours {
  if (closesFrom === null) return { spans: [], reason: name }
  const limit = minutesOf(closesFrom)
  const left = ordinary
    .filter(({ from }) => minutesOf(from) < limit)
    .map((span) => (minutesOfDay(span).to > limit ? { from: span.from, to: closesFrom } : span))
  const cut = left.length < ordinary.length || left.some((span, index) => span !== ordinary[index])
  return cut ? { spans: left, reason: name } : { spans: ordinary, reason: null }
}

/** The openings that may matter on `day` and later, in order, those that touch or overlap joined. */
function* openings(hours: HoursByDay, day: number): Generator<Interval> {
  let current: Interval | undefined
  // The day before may have a span that passes midnight, and one more day that such a span belongs to.
  for (let ahead = -1; ahead <= HORIZON_DAYS; ahead++) {
    for (const next of intervalsOn(hours, day + ahead)) {
      if (current && next.from <= current.to) {
        current.to = Math.max(current.to, next.to)
      } else {
        if (current) yield current
        current = next
      }
    }
    // No later day begins before this day's end.
    if (current && current.to < atMinute(day + ahead + 1, 0)) {
      yield current
      current = undefined
    }
  }
  if (current) yield { ...current, to: Infinity }
}

function intervalsOn(hours: HoursByDay, day: number): Interval[] {
  return hours(day)
    .spans.map((span) => {
      const { from, to } = minutesOfDay(span)
      return { from: atMinute(day, from), to: atMinute(day, to) }
    })
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}

/** The day on which the span that is open `at` this time began. */
const owner = (hours: HoursByDay, day: number, at: number): number =>
  intervalsOn(hours, day).some(({ from, to }) => from <= at && at < to) ? day : day - 1

/** A span as minutes from midnight; up to 2880 where it passes into the next day. */
function minutesOfDay({ from, to }: Span): Interval {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return { from: start, to: end > start ? end : end + DAY_MINUTES }
}

function minutesOfWeek(span: WeekSpan): Interval {
  const { from, to } = minutesOfDay(span)
  const monday = (span.weekday - 1) * DAY_MINUTES
  return { from: monday + from, to: monday + to }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
