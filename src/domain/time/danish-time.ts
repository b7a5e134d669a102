import { Temporal } from 'temporal-polyfill'
import { COPENHAGEN, DAY_MINUTES } from './copenhagen.ts'
import type { OpeningStatus } from '../hours/hours.ts'
import type { PressDutyStatus } from '../hours/press-duty.ts'
import type { Span, Weekday, WeekSpan } from '../hours/schedule.ts'
import { minutesOf, minutesOfDay } from '../hours/spans.ts'

/**
 * Such as "Åbent nu, lukker kl. 15.00" and "Lukket: 2. juledag. Åbner mandag den 28. december kl. 8.00".
 * @param next the next opening (`opensAt`); null: none is known. Read only while closed.
 */
export function openingSentence(
  status: OpeningStatus,
  next: Temporal.Instant | null,
  now: Temporal.Instant,
): string {
  const { open, until, reason } = status
  const because = reason ? ` (${reason})` : ''
  if (open) return until ? `Åbent nu, lukker ${endTime(until, now)}${because}` : `Åbent hele døgnet${because}`
  if (!next) return `${reason ? `Lukket: ${reason}` : 'Lukket'}. Næste åbning er ikke fastsat`
  if (dateIn(next).equals(dateIn(now))) return `Lukket nu, åbner i dag ${clock(next)}${because}`
  return reason
    ? `Lukket: ${reason}. Åbner ${startTime(next, now)}`
    : `Lukket nu, åbner ${startTime(next, now)}`
}

/**
 * Who answers the press now, until when, and who then, such as "Pressevagten svarer nu" · "indtil kl. 23.00" ·
 * "Derefter er der lukket". While closed `until` is empty and `afterwards` says who answers next and when; without an
 * end in sight `until` and `afterwards` are both empty while someone answers.
 */
export function pressDutySentence(
  { status, next }: PressDutyStatus,
  now: Temporal.Instant,
): { now: string; until: string; afterwards: string } {
  if (status === 'closed') {
    const afterwards = next
      ? `${answering[next.status]} igen ${startTime(next.from, now)}`
      : 'Det er ikke fastsat, hvornår pressevagten svarer igen'
    return { now: 'Lukket nu', until: '', afterwards }
  }
  const here = `${answering[status]} nu`
  if (!next) return { now: here, until: '', afterwards: '' }
  const afterwards =
    next.status === 'closed' ? 'Derefter er der lukket' : `Derefter ${answeringThen[next.status]}`
  return { now: here, until: `indtil ${endTime(next.from, now)}`, afterwards }
}

/** "22. november 2026" from a date `YYYY-MM-DD`, or an instant as Copenhagen's date. */
export function formatDate(date: string | Temporal.Instant): string {
  const { day, month, year } = typeof date === 'string' ? Temporal.PlainDate.from(date) : dateIn(date)
  return `${day}. ${MONTHS[month - 1]} ${year}`
}

/** "24. december" in the year of `today`, "1. januar 2027" in another; dates `YYYY-MM-DD`. */
export function formatDateNear(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? formatDate(date).slice(0, -5) : formatDate(date)
}

/** "I dag: 8.00–15.00", "I dag: lukket (2. juledag)" from the spans that begin today and what decided them. */
export function todaySentence({ spans, reason }: { spans: readonly Span[]; reason: string | null }): string {
  const because = reason ? ` (${reason})` : ''
  return `I dag: ${formatSpans(spans).toLowerCase()}${because}`
}

/** "8.00–12.00 og 13.00–15.00", "Hele døgnet", "Lukket". */
export function formatSpans(spans: readonly Span[]): string {
  if (spans.length === 0) return 'Lukket'
  const texts = spans
    .toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
    .map((span) => (isWholeDay(span) ? 'Hele døgnet' : formatSpan(span)))
  return [texts.slice(0, -1).join(', '), texts.at(-1)].filter(Boolean).join(' og ')
}

/** "mandag" for 1. */
export const weekdayName = (weekday: Weekday): string => WEEKDAYS[weekday - 1] ?? ''

/** "8.00–15.00" */
export const formatSpan = ({ from, to }: Span): string => `${wallClock(from)}–${wallClock(to)}`

/** "2026-11-23T08:00:00+01:00", the form of the site's JSON; fractions of a second are cut off. */
export const isoInCopenhagen = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(COPENHAGEN).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** A week, neighbouring days with the same hours joined: "Mandag–onsdag", "8.00–15.00". */
export function weekTable(week: readonly WeekSpan[]): { days: string; hours: string }[] {
  const rows: { first: Weekday; last: Weekday; hours: string }[] = []
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const hours = formatSpans(week.filter((span) => span.weekday === weekday))
    const before = rows.at(-1)
    if (before?.hours === hours) before.last = weekday
    else rows.push({ first: weekday, last: weekday, hours })
  }
  return rows.map(({ first, last, hours }) => ({ days: daysFrom(first, last), hours }))
}

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(
  ' ',
)

const answering = { staff: 'Pressemedarbejderne svarer', duty: 'Pressevagten svarer', closed: '' }

const answeringThen = { staff: 'svarer pressemedarbejderne', duty: 'svarer pressevagten' }

/** "i dag kl. 8.00", "i morgen kl. 8.00", "mandag den 23. november kl. 8.00", the year where it is another. */
function startTime(instant: Temporal.Instant, now: Temporal.Instant): string {
  const today = dateIn(now)
  return `${today.equals(dateIn(instant)) ? 'i dag' : dayAhead(dateIn(instant), today)} ${clock(instant)}`
}

/** As `startTime`, but the bare clock today; midnight is the end of a day: "kl. 24.00". */
function endTime(instant: Temporal.Instant, now: Temporal.Instant): string {
  const today = dateIn(now)
  const midnight = clock(instant) === 'kl. 0.00'
  const date = midnight ? dateIn(instant).subtract({ days: 1 }) : dateIn(instant)
  const time = midnight ? 'kl. 24.00' : clock(instant)
  return date.equals(today) ? time : `${dayAhead(date, today)} ${time}`
}

function dayAhead(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (date.equals(today.add({ days: 1 }))) return 'i morgen'
  const year = date.year === today.year ? '' : ` ${date.year}`
  return `${WEEKDAYS[date.dayOfWeek - 1]} den ${date.day}. ${MONTHS[date.month - 1]}${year}`
}

function clock(instant: Temporal.Instant): string {
  const { hour, minute } = instant.toZonedDateTimeISO(COPENHAGEN)
  return `kl. ${hour}.${String(minute).padStart(2, '0')}`
}

const wallClock = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`

function isWholeDay(span: Span): boolean {
  const { from, to } = minutesOfDay(span)
  return from === 0 && to === DAY_MINUTES
}

const dateIn = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(COPENHAGEN).toPlainDate()

function daysFrom(first: Weekday, last: Weekday): string {
  if (first === 1 && last === 7) return 'Alle dage'
  const name = weekdayName(first)
  const capital = name.charAt(0).toUpperCase() + name.slice(1)
  return first === last ? capital : `${capital}–${weekdayName(last)}`
}
