import type { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt, dayOf, toInstant } from '../../domain/time/copenhagen.ts'
import { formatSpans, kindOf, withReason } from '../../domain/hours/sentences.ts'
import { dayHours } from '../../domain/hours/day-hours.ts'
import { intervals } from '../../domain/hours/openings.ts'
import type { Span } from '../../domain/hours/schedule.ts'
import type { IcsEvent } from './ics.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import type { ScheduleWithCalendar } from '../hours/schedules.ts'

/** A schedule, which of the place's two it is, and the prefix of its event ids. */
type NamedSchedule = { dated: ScheduleWithCalendar; kind: 'opening' | 'phone'; id: string }

/**
 * Closed days and special hours from today on, as far as they are known, at most 800 days ahead. If all schedules agree it
 * is one event, named after the place alone. Closed days and periods of several days are whole-day events; the hours of a
 * single day are instants.
 * @param host the suffix of the event ids
 */
export function specialEvents(
  place: string,
  schedules: readonly NamedSchedule[],
  host: string,
  now: Temporal.Instant,
  words: Words['hours'],
): IcsEvent[] {
  const today = dayAt(now)
  const named = schedules.map(({ dated, kind, id }) => ({
    name: fill(kind === 'opening' ? words.eventOpening : words.eventPhone, { place }),
    id,
    periods: specialPeriods(dated, today),
  }))
  const isShared = (period: Period) => named.every(({ periods }) => periods.some(isSame(period)))
  return named.flatMap(({ name, id, periods }, index) =>
    periods.flatMap((period) => {
      if (!isShared(period)) return eventsOf(period, name, id, host, words)
      return index === 0 ? eventsOf(period, place, id, host, words) : []
    }),
  )
}

/** Whether a calendar file of the schedule would have an event. */
export function hasSpecialDays({ schedule, calendar }: ScheduleWithCalendar, now: Temporal.Instant): boolean {
  const today = dayAt(now)
  const last = today + DAYS_AHEAD
  // No other day can be one: whole years without any are not looked through.
  const named = [
    ...calendar.map(({ date }) => [dayOf(date), dayOf(date)] as const),
    ...schedule.exceptions.map(({ from, to }) => [dayOf(from), dayOf(to)] as const),
  ]
  return named.some(([from, to]) => {
    for (let day = Math.max(from, today); day <= Math.min(to, last); day++)
      if (dayHours(schedule, calendar, day).isSpecial) return true
    return false
  })
}

/** Consecutive days (numbers since 1970-01-01, both included) with the same hours for the same reason. */
type Period = { firstDay: number; lastDay: number; spans: Span[]; reason: string | null }

const DAYS_AHEAD = 800
/** A period that has begun keeps the id of its first day, so that it stays the same event. */
const DAYS_BACK = 400

function specialPeriods({ schedule, calendar }: ScheduleWithCalendar, today: number): Period[] {
  const periods: Period[] = []
  for (let day = today - DAYS_BACK; day <= today + DAYS_AHEAD; day++) {
    const { spans, reason, isSpecial } = dayHours(schedule, calendar, day)
    if (!isSpecial) continue
    const before = periods.at(-1)
    const goesOn = before?.lastDay === day - 1 && isSame({ ...before, spans, reason })(before)
    if (goesOn) before.lastDay = day
    else periods.push({ firstDay: day, lastDay: day, spans, reason })
  }
  return periods.filter(({ lastDay }) => lastDay >= today)
}

const isSame = (period: Period) => (other: Period) => JSON.stringify(other) === JSON.stringify(period)

function eventsOf(
  { firstDay, lastDay, spans, reason }: Period,
  place: string,
  id: string,
  host: string,
  words: Words['hours'],
): IcsEvent[] {
  const event = (hours: readonly Span[], number: number) => ({
    uid: `${id}-${dateOf(firstDay)}-${number}@${host}`,
    title: withReason(titleOf(place, hours, words), reason, words),
    description: null,
    alarm: false,
  })
  if (spans.length === 0 || firstDay < lastDay)
    return [{ ...event(spans, 1), firstDay: dateOf(firstDay), lastDay: dateOf(lastDay) }]
  return spans.flatMap((span, index) =>
    intervals([span], firstDay).map(({ from, to }) => ({
      ...event([span], index + 1),
      from: toInstant(from),
      to: toInstant(to),
    })),
  )
}

function titleOf(place: string, spans: readonly Span[], words: Words['hours']): string {
  switch (kindOf(spans)) {
    case 'closed':
      return fill(words.eventClosed, { place })
    case 'allDay':
      return fill(words.eventAllDay, { place })
    case 'spans':
      return fill(words.eventOpen, { place, hours: formatSpans(spans, words) })
  }
}
