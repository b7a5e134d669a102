import type { Temporal } from 'temporal-polyfill'
import { DAY_MINUTES } from '../time/copenhagen.ts'
import { callTime, capitalised, dateIn, endTime, startTime, weekdayName } from '../time/danish-time.ts'
import { listWords } from '../words/list-words.ts'
import { fill } from '../words/sentence.ts'
import type { Words } from '../words/words.ts'
import type { OpeningStatus } from './hours.ts'
import type { PressDutyStatus } from './press-duty.ts'
import type { Span, Weekday, WeekSpan } from './schedule.ts'
import { formatSpan, minutesOf, minutesOfDay } from './spans.ts'

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
 * Who answers the press now, until when, and who then: "Pressevagten svarer nu (2. juledag)" · "indtil kl. 23.00" · "Derefter
 * er der lukket til i morgen kl. 7.00". While closed, `until` is empty, `afterwards` says when somebody answers again, and
 * `call` from when the number can be called: "Ring fra kl. 7.00". If no change is in sight, all three are empty.
 * @param names the sentence for each of those who may answer now
 */
export function pressDutySentence(
  { status, next, again, reason }: PressDutyStatus,
  now: Temporal.Instant,
  names: Record<PressDutyStatus['status'], string>,
  { duty: words, hours }: Pick<Words, 'duty' | 'hours'>,
): { now: string; until: string; afterwards: string; call: string } {
  const here = { now: withReason(names[status], reason, hours), until: '', afterwards: '', call: '' }
  if (status === 'closed') {
    if (!next) return { ...here, afterwards: words.againUnknown }
    const opens = next.status === 'staff' ? words.againStaff : words.againDuty
    return {
      ...here,
      afterwards: fill(opens, { time: startTime(next.from, now) }),
      call: fill(words.callFrom, { time: callTime(next.from, now) }),
    }
  }
  if (!next) return here
  const then = {
    staff: words.thenStaff,
    duty: words.thenDuty,
    closed: again ? fill(words.thenClosedUntil, { time: startTime(again, now) }) : words.thenClosed,
  }
  return {
    ...here,
    until: fill(words.until, { time: endTime(next.from, now) }),
    afterwards: then[next.status],
  }
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
  return listWords(texts)
}

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

function isWholeDay(span: Span): boolean {
  const { from, to } = minutesOfDay(span)
  return from === 0 && to === DAY_MINUTES
}

function daysFrom(first: Weekday, last: Weekday, everyDay: string): string {
  if (first === 1 && last === 7) return everyDay
  const name = capitalised(weekdayName(first))
  return first === last ? name : `${name}–${weekdayName(last)}`
}
