import { Temporal } from 'temporal-polyfill'
import { atMinute, dateOf, dayAt, toInstant } from '../../domain/time/copenhagen.ts'
import {
  formatDateNear,
  formatSpans,
  openingSentence,
  todaySentence,
  weekTable,
} from '../../domain/time/danish-time.ts'
import {
  ANNOUNCED_DAYS,
  comingExceptions,
  openingStatus,
  opensAt,
  spansOn,
  weekOn,
} from '../../domain/hours/hours.ts'
import type { CalendarDay, Exception, ExceptionHours, Schedule } from '../../domain/hours/schedule.ts'
import { weekSpans } from '../../domain/hours/week.ts'
import { fill } from '../../domain/words/sentence.ts'
import { labels } from '../reading/words.ts'
import type { Words } from '../../domain/words/words.ts'
import type { HoursException, OpeningHour } from '../../payload-types.ts'
import { storedDate } from './calendar.ts'
import { refId, type Reader, type Ref } from '../reading/reader.ts'

/** One row of hours: `Mandag–onsdag`, `8.00–15.00`. */
type HoursRow = { days: string; hours: string }

/** Rows under a caption: a week, or days with special hours. */
export type HoursTable = { caption: string; rows: HoursRow[] }

/** A schedule right now. */
export type HoursView = {
  heading: string
  open: boolean
  /** `I dag: 8.00–15.00` */
  today: string
  /** The whole status in words: `Åbent nu, lukker kl. 15.00`. */
  sentence: string
  /** The ordinary week that applies today. */
  week: HoursTable
  /** The next ordinary week, if it begins in the coming weeks. */
  newWeek: HoursTable | null
  /** Closed days and special hours in the coming weeks: `24. december 2026`, `Lukket: juleaftensdag`. */
  exceptions: HoursTable | null
  /** The caption to use if another schedule has different special days: `Telefontider: Særlige dage`. */
  ownExceptionsCaption: string
  /** The instant this stops being true. Open pages reload it then. Null if it never changes. */
  validUntil: string | null
}

/** A schedule and the calendar it follows. The calendar is empty if the schedule follows none. */
export type DatedSchedule = { schedule: Schedule; calendar: CalendarDay[] }

/** The published schedule with its exceptions; null if none is chosen or it is not published. */
export async function scheduleOf(ref: Ref, reader: Reader): Promise<DatedSchedule | null> {
  const doc = await reader.one('opening-hours', ref)
  if (!doc) return null
  const exceptions = (await reader.all('hours-exceptions')).filter((exception) => appliesTo(exception, doc))
  const schedule = {
    weeks: [{ from: null, spans: weekSpans(doc.week) }, ...laterWeeks(doc)],
    exceptions: exceptions.map(toException),
    followsCalendar: doc.followsCalendar ?? false,
  }
  return { schedule, calendar: schedule.followsCalendar ? await reader.calendar() : [] }
}

/** Whether an exception applies to a schedule: it applies to chosen schedules, or to all that follow the calendar. */
export const appliesTo = (exception: HoursException, schedule: OpeningHour): boolean =>
  exception.appliesTo === 'chosen'
    ? (exception.schedules ?? []).some((ref) => refId(ref) === schedule.id)
    : (schedule.followsCalendar ?? false)

/** The schedule as visitors see it now, as opening hours or phone hours; null when `scheduleOf` returns null. */
export async function hoursView(
  kind: 'opening' | 'phone',
  ref: Ref,
  reader: Reader,
): Promise<HoursView | null> {
  const dated = await scheduleOf(ref, reader)
  if (!dated) return null
  const words = await labels(reader)
  const { contact } = words
  const { text, until } = untilTextChanges(reader.now, (at) => hoursText(dated, words, at))
  reader.changesAt(until)
  const named =
    kind === 'opening'
      ? { heading: contact.openingHours, ownExceptionsCaption: contact.openingSpecialDays }
      : { heading: contact.phoneHours, ownExceptionsCaption: contact.phoneSpecialDays }
  return { ...named, ...text, validUntil: until.toString() }
}

/**
 * A text that depends on the clock, and the first instant at which it changes. The words "i dag" and "i morgen" and the
 * announced days may change at midnight; the rest changes at `until`. If nothing changes, the instant is the last one
 * that was checked.
 */
export function untilTextChanges<Text extends object>(
  now: Temporal.Instant,
  textAt: (at: Temporal.Instant) => { text: Text; until: Temporal.Instant | null },
): { text: Text; until: Temporal.Instant } {
  const { text, until } = textAt(now)
  const asRead = JSON.stringify(text)
  let at = earliest(until, nextMidnight(now))
  for (let round = 0; round < ANNOUNCED_DAYS; round++) {
    const later = textAt(at)
    if (JSON.stringify(later.text) !== asRead) break
    at = earliest(later.until, nextMidnight(at))
  }
  return { text, until: at }
}

function hoursText(
  { schedule, calendar }: DatedSchedule,
  { contact, hours }: Words,
  at: Temporal.Instant,
): {
  text: Omit<HoursView, 'heading' | 'ownExceptionsCaption' | 'validUntil'>
  until: Temporal.Instant | null
} {
  const status = openingStatus(schedule, calendar, at)
  const today = dateOf(dayAt(at))
  const last = dateOf(dayAt(at) + ANNOUNCED_DAYS)
  const newWeek = schedule.weeks
    .filter(({ from }) => from !== null && from > today && from <= last)
    .toSorted((a, b) => (String(a.from) < String(b.from) ? -1 : 1))[0]
  const exceptions = comingExceptions(schedule, calendar, at)
  const text = {
    open: status.open,
    today: todaySentence(spansOn(schedule, calendar, today), hours),
    sentence: openingSentence(status, status.open ? null : opensAt(schedule, calendar, at), at, hours),
    week: { caption: contact.week, rows: weekTable(weekOn(schedule, today), hours) },
    newWeek: newWeek?.from
      ? {
          caption: fill(contact.newWeek, { date: formatDateNear(newWeek.from, today) }),
          rows: weekTable(newWeek.spans, hours),
        }
      : null,
    exceptions: exceptions.length
      ? {
          caption: contact.specialDays,
          rows: exceptions.map(({ from, to, spans, reason }) => ({
            days: [...new Set([from, to])].map((day) => formatDateNear(day, today)).join(' – '),
            hours: reason
              ? fill(hours.specialDay, { hours: formatSpans(spans, hours), reason })
              : formatSpans(spans, hours),
          })),
        }
      : null,
  }
  return { text, until: status.until }
}

const laterWeeks = ({ laterWeeks }: OpeningHour): Schedule['weeks'] =>
  (laterWeeks ?? []).map(({ from, week }) => ({ from: storedDate(from), spans: weekSpans(week) }))

const toException = ({ from, to, reason, ...doc }: HoursException): Exception => ({
  from: storedDate(from),
  to: storedDate(to || from),
  hours: exceptionHours(doc),
  reason: reason || null,
})

function exceptionHours({
  kind,
  closesFrom,
  spans,
}: Pick<HoursException, 'kind' | 'closesFrom' | 'spans'>): ExceptionHours {
  switch (kind) {
    case 'closed':
      return { type: 'closed' }
    case 'closesFrom':
      return { type: 'closesFrom', time: closesFrom ?? '00:00' }
    case 'spans':
      return { type: 'spans', spans: (spans ?? []).map((span) => ({ from: span.from, to: span.to })) }
  }
}

const nextMidnight = (now: Temporal.Instant): Temporal.Instant => toInstant(atMinute(dayAt(now) + 1, 0))

const earliest = (instant: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant =>
  instant && Temporal.Instant.compare(instant, other) < 0 ? instant : other
