import { Temporal } from 'temporal-polyfill'
import { COPENHAGEN, DAY_MINUTES } from './copenhagen.ts'
import type { OpeningStatus } from '../hours/hours.ts'
import type { PressDutyStatus } from '../hours/press-duty.ts'
import type { Span, Weekday, WeekSpan } from '../hours/schedule.ts'
import { minutesOf, minutesOfDay } from '../hours/spans.ts'
import { fill } from '../words/sentence.ts'
import type { Words } from '../words/words.ts'

/**
 * Such as "Åbent nu, lukker kl. 15.00" and "Lukket: 2. juledag. Åbner mandag den 28. december kl. 8.00".
 * @param next the next opening (`opensAt`); null if none is known. Only used while closed.
 */
export function openingSentence(
  { open, until, reason }: OpeningStatus,
  next: Temporal.Instant | null,
  now: Temporal.Instant,
  words: Words['hours'],
): string {
  if (open) {
    const text = until ? fill(words.openUntil, { time: endTime(until, now) }) : words.openAlways
    return withReason(text, reason, words)
  }
  if (!next) return reason ? fill(words.closedForNowBecause, { reason }) : words.closedForNow
  const time = startTime(next, now)
  // If it opens later today, the reason explains why it opens late.
  if (reason && !dateIn(next).equals(dateIn(now))) return fill(words.closedBecause, { reason, time })
  return withReason(fill(words.closedUntil, { time }), reason, words)
}

/** "I dag: lukket (2. juledag)"; without a reason the text alone. */
export const withReason = (text: string, reason: string | null, { because }: Words['hours']): string =>
  reason ? fill(because, { text, reason }) : text

/**
 * Who answers the press now, until when, and who then, such as "Pressevagten svarer nu" · "indtil kl. 23.00" ·
 * "Derefter er der lukket". While closed, `until` is empty and `afterwards` says who answers next and when. If no change
 * is in sight, both are empty.
 * @param names the sentence for each of those who may answer now
 */
export function pressDutySentence(
  { status, next }: PressDutyStatus,
  now: Temporal.Instant,
  names: Record<PressDutyStatus['status'], string>,
  words: Words['duty'],
): { now: string; until: string; afterwards: string } {
  const here = { now: names[status], until: '', afterwards: '' }
  if (status === 'closed') {
    if (!next) return { ...here, afterwards: words.againUnknown }
    const again = next.status === 'staff' ? words.againStaff : words.againDuty
    return { ...here, afterwards: fill(again, { time: startTime(next.from, now) }) }
  }
  if (!next) return here
  const then = { staff: words.thenStaff, duty: words.thenDuty, closed: words.thenClosed }
  return {
    ...here,
    until: fill(words.until, { time: endTime(next.from, now) }),
    afterwards: then[next.status],
  }
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

/** "I dag: 8.00–15.00", "I dag: lukket (2. juledag)": the spans that begin today, and the reason for them. */
export function todaySentence(
  { spans, reason }: { spans: readonly Span[]; reason: string | null },
  words: Words['hours'],
): string {
  const hours = formatSpans(spans, words)
  const text = {
    closed: words.todayClosed,
    allDay: words.todayAllDay,
    spans: fill(words.today, { hours }),
  }[kindOf(spans)]
  return withReason(text, reason, words)
}

/** Whether a day with these spans is closed, open all day, or open part of the day. */
export function kindOf(spans: readonly Span[]): 'closed' | 'allDay' | 'spans' {
  if (spans.length === 0) return 'closed'
  return spans.length === 1 && spans.every(isWholeDay) ? 'allDay' : 'spans'
}

/** "8.00–12.00 og 13.00–15.00", "Hele døgnet", "Lukket". */
export function formatSpans(
  spans: readonly Span[],
  words: Pick<Words['hours'], 'closed' | 'allDay'>,
): string {
  if (spans.length === 0) return words.closed
  const texts = spans
    .toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
    .map((span) => (isWholeDay(span) ? words.allDay : formatSpan(span)))
  return [texts.slice(0, -1).join(', '), texts.at(-1)].filter(Boolean).join(' og ')
}

/** "mandag" for 1. */
export const weekdayName = (weekday: Weekday): string => WEEKDAYS[weekday - 1] ?? ''

/** "8.00–15.00" */
export const formatSpan = ({ from, to }: Span): string => `${wallClock(from)}–${wallClock(to)}`

/** "2026-11-23T08:00:00+01:00", as in the site's JSON; fractions of a second are dropped. */
export const isoInCopenhagen = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(COPENHAGEN).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** A week as rows, with neighbouring days of equal hours joined: "Mandag–onsdag", "8.00–15.00". */
export function weekTable(
  week: readonly WeekSpan[],
  words: Words['hours'],
): { days: string; hours: string }[] {
  const rows: { first: Weekday; last: Weekday; hours: string }[] = []
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const hours = formatSpans(
      week.filter((span) => span.weekday === weekday),
      words,
    )
    const before = rows.at(-1)
    if (before?.hours === hours) before.last = weekday
    else rows.push({ first: weekday, last: weekday, hours })
  }
  return rows.map(({ first, last, hours }) => ({ days: daysFrom(first, last, words.everyDay), hours }))
}

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(
  ' ',
)

/** "i dag kl. 8.00", "i morgen kl. 8.00", "mandag den 23. november kl. 8.00"; with the year if it is not this one. */
function startTime(instant: Temporal.Instant, now: Temporal.Instant): string {
  const today = dateIn(now)
  return `${today.equals(dateIn(instant)) ? 'i dag' : dayAhead(dateIn(instant), today)} ${clock(instant)}`
}

/** As `startTime`, but only the clock if it is today; midnight ends a day: "kl. 24.00". */
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

function daysFrom(first: Weekday, last: Weekday, everyDay: string): string {
  if (first === 1 && last === 7) return everyDay
  const name = weekdayName(first)
  const capital = name.charAt(0).toUpperCase() + name.slice(1)
  return first === last ? capital : `${capital}–${weekdayName(last)}`
}
