import { Temporal } from 'temporal-polyfill'
import { atMinute, dateOf, dayAt, toInstant } from '../../domain/time/copenhagen.ts'
import { formatDateNear } from '../../domain/time/danish-time.ts'
import { formatSpans, openingSentence, todaySentence, weekTable } from '../../domain/hours/sentences.ts'
import { ANNOUNCED_DAYS, comingExceptions, toldStatus, opensAt, spansOn } from '../../domain/hours/hours.ts'
import { weekOn } from '../../domain/hours/day-hours.ts'
import type { CalendarDay, Schedule } from '../../domain/hours/schedule.ts'
import { weekSpans } from '../../domain/hours/week.ts'
import { fill } from '../../domain/words/sentence.ts'
import { labels } from '../reading/words.ts'
import type { Words } from '../../domain/words/words.ts'
import type { ContactBox, OpeningHour } from '../../payload-types.ts'
import { storedDate } from './calendar.ts'
import { exceptionsFor, type MadeException } from './exceptions.ts'
import type { Reader, Ref } from '../reading/reader.ts'

/** One row of hours: `Mandag–onsdag`, `8.00–15.00`. */
type HoursRow = { days: string; hours: string }

/** Rows under a caption: a week, or days with special hours. */
export type HoursTable = { caption: string; rows: HoursRow[] }

/** A schedule at the instant of rendering. */
export type HoursView = {
  heading: string
  open: boolean
  /** `I dag: 8.00–15.00` */
  today: string
  /** The whole status in words: `Åbent nu, lukker kl. 15.00`. */
  sentence: string
  /** The ordinary week that applies today. */
  week: HoursTable
  /** The next ordinary week, if it begins within the coming weeks. */
  newWeek: HoursTable | null
  /** Closed days and special hours in the coming weeks: `24. december 2026`, `Lukket: juleaftensdag`. */
  exceptions: HoursTable | null
  /** The caption if the box's two schedules differ in their special days: `Telefontider: Særlige dage`. */
  ownExceptionsCaption: string
  /** The instant at which this may change; open pages fetch themselves again then. */
  validUntil: string
}

/** A schedule with its calendar, which is empty if it follows none. */
export type ScheduleWithCalendar = { schedule: Schedule; calendar: CalendarDay[] }

/**
 * The published schedule with its exceptions; null if none is chosen, or it is not published.
 * @param box whose exceptions count as well; null: where no contact box has the hours
 */
export async function scheduleOf(
  ref: Ref,
  box: ContactBox | null,
  reader: Reader,
): Promise<ScheduleWithCalendar | null> {
  const doc = await reader.one('opening-hours', ref)
  return doc && scheduleWith(doc, await exceptionsFor(doc, box, reader), reader)
}

/** A schedule as it is with these exceptions. */
export async function scheduleWith(
  doc: OpeningHour,
  made: readonly MadeException[],
  reader: Reader,
): Promise<ScheduleWithCalendar> {
  const schedule = {
    weeks: [{ from: null, spans: weekSpans(doc.week) }, ...laterWeeks(doc)],
    exceptions: made.map(({ exception }) => exception),
    followsCalendar: doc.followsCalendar ?? false,
  }
  return { schedule, calendar: schedule.followsCalendar ? await reader.calendar() : [] }
}

/** The schedule in words, as opening hours or phone hours. */
export async function hoursView(
  kind: 'opening' | 'phone',
  dated: ScheduleWithCalendar,
  reader: Reader,
): Promise<HoursView> {
  const words = await labels(reader)
  const { contact } = words
  const { text, until } = textUntilItChanges(reader.now, (at) => hoursText(dated, words, at))
  reader.changesAt(until)
  const named =
    kind === 'opening'
      ? { heading: contact.openingHours, ownExceptionsCaption: contact.openingSpecialDays }
      : { heading: contact.phoneHours, ownExceptionsCaption: contact.phoneSpecialDays }
  return { ...named, ...text, validUntil: until.toString() }
}

/** Whether one of a contact box's schedules is open, in a sentence that says which; null as in `scheduleOf`. */
export async function openNow(
  kind: 'opening' | 'phone',
  box: ContactBox,
  reader: Reader,
): Promise<{ open: boolean; sentence: string; until: Temporal.Instant } | null> {
  const dated = await scheduleOf(kind === 'phone' ? box.phoneHours : box.openingHours, box, reader)
  if (!dated) return null
  const { contact, hours } = await labels(reader)
  const { open, sentence, until } = statusWords(dated, hours, reader.now)
  return {
    open,
    sentence: `${kind === 'phone' ? contact.phoneHours : contact.openingHours}: ${sentence}`,
    until: earliest(until, nextMidnight(reader.now)),
  }
}

/** Whether a schedule is open, in words, and until when it is. */
function statusWords(
  { schedule, calendar }: ScheduleWithCalendar,
  words: Words['hours'],
  at: Temporal.Instant,
) {
  const status = toldStatus(schedule, calendar, at)
  const opens = status.open ? null : opensAt(schedule, calendar, at)
  return { open: status.open, sentence: openingSentence(status, opens, at, words), until: status.until }
}

/**
 * A text that depends on the clock, and the first instant at which it changes. "i dag", "i morgen" and the days that are
 * announced may change at midnight; everything else changes at `until`.
 */
export function textUntilItChanges<Text extends object>(
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
  dated: ScheduleWithCalendar,
  { contact, hours }: Words,
  at: Temporal.Instant,
): {
  text: Omit<HoursView, 'heading' | 'ownExceptionsCaption' | 'validUntil'>
  until: Temporal.Instant | null
} {
  const { schedule, calendar } = dated
  const { until, ...status } = statusWords(dated, hours, at)
  const today = dateOf(dayAt(at))
  const last = dateOf(dayAt(at) + ANNOUNCED_DAYS)
  const newWeek = schedule.weeks
    .filter(({ from }) => from !== null && from > today && from <= last)
    .toSorted((a, b) => (String(a.from) < String(b.from) ? -1 : 1))[0]
  const exceptions = comingExceptions(schedule, calendar, at)
  const text = {
    ...status,
    today: todaySentence(spansOn(schedule, calendar, today), hours),
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
  return { text, until }
}

const laterWeeks = ({ laterWeeks }: OpeningHour): Schedule['weeks'] =>
  (laterWeeks ?? []).map(({ from, week }) => ({ from: storedDate(from), spans: weekSpans(week) }))

export const nextMidnight = (now: Temporal.Instant): Temporal.Instant =>
  toInstant(atMinute(dayAt(now) + 1, 0))

export const earliest = (instant: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant =>
  instant && Temporal.Instant.compare(instant, other) < 0 ? instant : other
