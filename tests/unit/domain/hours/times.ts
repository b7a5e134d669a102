import { Temporal } from 'temporal-polyfill'
import { danishPublicHolidays, localClosingDays } from '../../../../src/domain/hours/calendar.ts'
import type {
  CalendarDay,
  Exception,
  Schedule,
  Weekday,
  WeekSpan,
} from '../../../../src/domain/hours/schedule.ts'

const ZONE = 'Europe/Copenhagen'

/** The instant of a wall-clock time in Copenhagen, `2026-11-23T08:00`. */
export const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant()

/** The wall-clock time in Copenhagen at an instant, `2026-11-23T08:00:00`. */
export const local = (instant: Temporal.Instant | null): string | null =>
  instant?.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' }) ?? null

/** The calendar of the first content. */
export const calendar: CalendarDay[] = [2026, 2027, 2028, 2029, 2030].flatMap((year) => [
  ...danishPublicHolidays(year),
  ...localClosingDays(year),
])

export const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export const days = (weekdays: Weekday[], from: string, to: string): WeekSpan[] =>
  weekdays.map((weekday) => ({ weekday, from, to }))

/** A week that has always applied, without exceptions or calendar. */
export const always = (spans: WeekSpan[]): Schedule => ({
  weeks: [{ from: null, spans }],
  exceptions: [],
  followsCalendar: false,
})

export const everyDay = (from: string, to: string): Schedule => always(days(EVERY_DAY, from, to))

/** The municipality's ordinary hours. */
export const office: Schedule = {
  ...always([...days([1, 2, 3, 5], '08:00', '15:00'), ...days([4], '08:00', '17:00')]),
  followsCalendar: true,
}

export const closed = (from: string, to: string, reason: string | null): Exception => ({
  from,
  to,
  hours: { type: 'closed' },
  reason,
  isOwn: false,
})

export const closesFrom = (from: string, to: string, time: string, reason: string | null): Exception => ({
  from,
  to,
  hours: { type: 'closesFrom', time },
  reason,
  isOwn: false,
})

/** @param spans `08:00-12:00` each */
export const opens = (from: string, to: string, spans: string[], reason: string | null): Exception => ({
  from,
  to,
  hours: { type: 'spans', spans: spans.map((span) => ({ from: span.slice(0, 5), to: span.slice(6) })) },
  reason,
  isOwn: false,
})

/** The same, made for whoever has the hours. */
export const own = (exception: Exception): Exception => ({ ...exception, isOwn: true })
