import { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt, dayOf } from '../../domain/time/copenhagen.ts'
import { dayHours, weekOn } from '../../domain/hours/day-hours.ts'
import { type ComingException, comingExceptions } from '../../domain/hours/hours.ts'
import type { Span, WeekSpan } from '../../domain/hours/schedule.ts'
import type { ScheduleWithCalendar } from './schedules.ts'

/** Dates `YYYY-MM-DD`, both included; times `HH:MM`; a `closes` before `opens` is on the next day. */
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
 * A schedule for schema.org and Google: the ordinary week, later weeks with their dates, and days with other hours. It is
 * made of what the page shows, so that it changes only when the page does.
 */
export function openingHoursSpecification(
  { schedule, calendar }: ScheduleWithCalendar,
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
  const special = specialRanges({ schedule, calendar }, now).flatMap(({ from, to, spans, reason }) =>
    (spans.length ? spans : [CLOSED]).map((span) =>
      specification(span, { ...(reason && { name: reason }), validFrom: from, validThrough: to }),
    ),
  )
  return [...ordinary, ...special]
}

/**
 * The coming unusual hours so that no day stands in two ranges: what comes before another exception on a day, such as one open day
 * while all is closed, cuts that in two.
 */
function specialRanges(
  { schedule, calendar }: ScheduleWithCalendar,
  now: Temporal.Instant,
): ComingException[] {
  const days = new Set<number>()
  for (const { from, to } of comingExceptions(schedule, calendar, now))
    for (let day = dayOf(from); day <= dayOf(to); day++) days.add(day)
  const ranges: (ComingException & { last: number })[] = []
  for (const day of [...days].toSorted((a, b) => a - b)) {
    const { spans, reason, isSpecial } = dayHours(schedule, calendar, day)
    if (!isSpecial) continue
    const before = ranges.at(-1)
    const date = dateOf(day)
    if (before?.last === day - 1 && before.reason === reason && isSame(before.spans, spans))
      Object.assign(before, { to: date, last: day })
    else ranges.push({ from: date, to: date, spans, reason, last: day })
  }
  return ranges
}

const isSame = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.length === others.length &&
  some.every(({ from, to }, index) => from === others[index]?.from && to === others[index]?.to)

/** Google's form of »closed all day«: opens and closes at midnight. */
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

/** Groups days that have the same times. */
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
