import type { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt, toInstant } from '../../domain/time/copenhagen.ts'
import { formatSpans, kindOf, withReason } from '../../domain/time/danish-time.ts'
import { dayHours } from '../../domain/hours/day-hours.ts'
import { intervals } from '../../domain/hours/openings.ts'
import type { Span } from '../../domain/hours/schedule.ts'
import type { IcsEvent } from '../files/ics.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import type { DatedSchedule } from './schedules.ts'

/** One of a place's schedules, its kind, and the prefix for the ids of its events. */
type NamedSchedule = { dated: DatedSchedule; kind: 'opening' | 'phone'; id: string }

/**
 * The closed days and special hours from today on, as far ahead as we know but at most 800 days. If all schedules have
 * the same period, it is one event, named after the place alone. Closed days and periods of several days are all-day
 * events; special hours on a single day have start and end instants.
 * @param host suffix for the ids of the events
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

/** Consecutive days (numbers since 1970-01-01, both included) with the same hours for the same reason. */
type Period = { firstDay: number; lastDay: number; spans: Span[]; reason: string | null }

const DAYS_AHEAD = 800
/** A period that has already begun is identified by its first day, so we look back for that day. */
const DAYS_BACK = 400

function specialPeriods({ schedule, calendar }: DatedSchedule, today: number): Period[] {
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
