import { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt } from '../../domain/time/copenhagen.ts'
import { comingExceptions, weekOn } from '../../domain/hours/hours.ts'
import type { Span, WeekSpan } from '../../domain/hours/schedule.ts'
import type { DatedSchedule } from './schedules.ts'

/** Dates `YYYY-MM-DD`, both included. Times `HH:MM`; if `closes` is before `opens`, it is on the next day. */
type OpeningHoursSpecification = {
  '@type': 'OpeningHoursSpecification'
  name?: string
  dayOfWeek?: string[]
  validFrom?: string
  validThrough?: string
  opens: string
  closes: string
}

/**
 * A schedule in the form that schema.org and Google define: the ordinary week, later weeks that start on a date, and
 * days with special hours. It uses only what the page shows, so it changes only when the page does.
 */
export function openingHoursSpecification(
  { schedule, calendar }: DatedSchedule,
  now: Temporal.Instant,
): OpeningHoursSpecification[] {
  const today = dateOf(dayAt(now))
  const later = schedule.weeks
    .flatMap(({ from, spans }) => (from !== null && from > today ? { from, spans } : []))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const weeks = [{ from: null, spans: weekOn(schedule, today) }, ...later]
  const ordinary = weeks.flatMap(({ from, spans }, index) => {
    const next = weeks[index + 1]?.from
    const validity = { ...(from && { validFrom: from }), ...(next && { validThrough: dayBefore(next) }) }
    return byTimes(spans).map(({ dayOfWeek, span }) => specification(span, { dayOfWeek, ...validity }))
  })
  const special = comingExceptions(schedule, calendar, now).flatMap(({ from, to, spans, reason }) =>
    (spans.length ? spans : [CLOSED]).map((span) =>
      specification(span, { ...(reason && { name: reason }), validFrom: from, validThrough: to }),
    ),
  )
  return [...ordinary, ...special]
}

/** Google's way to say closed all day: opens and closes at midnight. */
const CLOSED: Span = { from: '00:00', to: '00:00' }

const specification = (span: Span, rest: Partial<OpeningHoursSpecification>): OpeningHoursSpecification => ({
  '@type': 'OpeningHoursSpecification',
  ...rest,
  opens: span.from,
  closes: span === CLOSED ? span.to : closing(span),
})

/** Google does not know 24:00, and reads two equal times as closed. */
function closing({ from, to }: Span): string {
  if (to !== '24:00' && to !== from) return to
  return Temporal.PlainTime.from(to === '24:00' ? '00:00' : to)
    .subtract({ minutes: 1 })
    .toString({ smallestUnit: 'minute' })
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Groups the days that have the same times. */
function byTimes(week: readonly WeekSpan[]): { span: Span; dayOfWeek: string[] }[] {
  const groups = new Map<string, { span: Span; dayOfWeek: string[] }>()
  for (const span of week.toSorted((a, b) => a.weekday - b.weekday)) {
    const times = `${span.from}–${span.to}`
    const group = groups.get(times) ?? { span, dayOfWeek: [] }
    group.dayOfWeek.push(WEEKDAYS[span.weekday - 1] ?? '')
    groups.set(times, group)
  }
  return [...groups.values()]
}

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
