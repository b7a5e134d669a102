import type { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt, toInstant } from '../../domain/time/copenhagen.ts'
import { formatSpans } from '../../domain/time/danish-time.ts'
import { dayHours } from '../../domain/hours/day-hours.ts'
import { intervals } from '../../domain/hours/openings.ts'
import type { Span } from '../../domain/hours/schedule.ts'
import type { IcsEvent } from '../files/ics.ts'
import type { DatedSchedule } from './schedules.ts'

/** A schedule, the word for it, and what the ids of its events begin with. */
type NamedSchedule = { dated: DatedSchedule; word: string; id: string }

/**
 * The closed days and special hours from today on, to the end of what is known, two years at most. What all schedules
 * say is one event, called after the place alone. Closed days and periods of several days are whole days, the hours of
 * a single day instants.
 * @param host what the ids of the events end with
 */
export function specialEvents(
  place: string,
  schedules: readonly NamedSchedule[],
  host: string,
  now: Temporal.Instant,
): IcsEvent[] {
  const today = dayAt(now)
  const named = schedules.map(({ dated, word, id }) => ({ word, id, periods: specialPeriods(dated, today) }))
  const isShared = (period: Period) => named.every(({ periods }) => periods.some(isSame(period)))
  return named.flatMap(({ word, id, periods }, index) =>
    periods.flatMap((period) => {
      if (!isShared(period)) return eventsOf(period, `${place}, ${word.toLowerCase()}`, id, host)
      return index === 0 ? eventsOf(period, place, id, host) : []
    }),
  )
}

/** Neighbouring days (numbers since 1970-01-01, both included) with the same hours for the same reason. */
type Period = { firstDay: number; lastDay: number; spans: Span[]; reason: string | null }

const DAYS_AHEAD = 800
/** A period that has begun is known by its first day, so that it stays the same event. */
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
  name: string,
  id: string,
  host: string,
): IcsEvent[] {
  const event = (hours: readonly Span[], number: number) => ({
    uid: `${id}-${dateOf(firstDay)}-${number}@${host}`,
    title: `${name}: ${hours.length ? 'åbent ' : ''}${formatSpans(hours).toLowerCase()}${reason ? ` (${reason})` : ''}`,
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
