import { Temporal } from 'temporal-polyfill'
import { COPENHAGEN } from '../domain/copenhagen.ts'
import { formatDate, formatSpan, openingSentence, weekTable } from '../domain/danish-time.ts'
import {
  comingExceptions,
  openingStatus,
  opensAt,
  type CalendarDay,
  type Schedule,
  type Weekday,
} from '../domain/hours.ts'
import type { CalendarDay as CalendarDayDoc, OpeningHour } from '../payload-types.ts'
import type { Reader, Ref } from './reader.ts'
import type { HoursView } from './views.ts'

/** Payload keeps a date without a time as an instant at noon UTC: the first ten characters are the date. */
const dateOf = (instant: string): string => instant.slice(0, 10)

export const toCalendarDay = (doc: CalendarDayDoc): CalendarDay => ({
  date: dateOf(doc.date),
  name: doc.name,
  closesOffices: doc.closesOffices ?? false,
  closesFrom: doc.closesFrom || null,
  countsAsWorkingDay: doc.countsAsWorkingDay ?? false,
})

export const toSchedule = (doc: OpeningHour): Schedule => ({
  week: (doc.week ?? []).map(({ weekday, from, to }) => ({ weekday: Number(weekday) as Weekday, from, to })),
  exceptions: (doc.exceptions ?? []).map(({ from, to, spans, reason }) => ({
    from: dateOf(from),
    to: dateOf(to ?? from),
    spans: (spans ?? []).map((span) => ({ from: span.from, to: span.to })),
    reason: reason || null,
  })),
  followsCalendar: doc.followsCalendar ?? false,
})

/** The schedule as people read it now; null when none is chosen or it is not published. */
export async function hoursView(heading: string, ref: Ref, reader: Reader): Promise<HoursView | null> {
  const doc = await reader.one('opening-hours', ref)
  if (!doc) return null
  const schedule = toSchedule(doc)
  const calendar = schedule.followsCalendar ? await reader.calendar() : []
  const status = openingStatus(schedule, calendar, reader.now)
  // The words "i dag" and "i morgen", and the days ahead that are announced, change at midnight.
  const midnight = nextMidnight(reader.now)
  reader.changesAt(status.until)
  reader.changesAt(midnight)
  return {
    heading,
    open: status.open,
    sentence: openingSentence(
      status,
      status.open ? null : opensAt(schedule, calendar, reader.now),
      reader.now,
    ),
    validUntil: earliest(status.until, midnight).toString(),
    rows: weekTable(schedule),
    exceptions: comingExceptions(schedule, calendar, reader.now).map(({ from, to, spans, reason }) => ({
      days: from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`,
      hours: [spans.length ? spans.map(formatSpan).join(' og ') : 'Lukket', reason]
        .filter(Boolean)
        .join(': '),
    })),
  }
}

export const nextMidnight = (now: Temporal.Instant): Temporal.Instant =>
  now.toZonedDateTimeISO(COPENHAGEN).toPlainDate().add({ days: 1 }).toZonedDateTime(COPENHAGEN).toInstant()

export const earliest = (instant: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant =>
  instant && Temporal.Instant.compare(instant, other) < 0 ? instant : other
