import { Temporal } from 'temporal-polyfill'
import { dateOf, dayAt } from '../../domain/time/copenhagen.ts'
import { isoInCopenhagen } from '../../domain/time/danish-time.ts'
import { weekOn } from '../../domain/hours/day-hours.ts'
import { comingExceptions, openingStatus } from '../../domain/hours/hours.ts'
import type { ContactBox } from '../../payload-types.ts'
import type { Reader } from '../reading/reader.ts'
import { scheduleOf, type ScheduleWithCalendar } from './schedules.ts'

export type BoxHours = {
  box: ContactBox
  opening: ScheduleWithCalendar | null
  phone: ScheduleWithCalendar | null
}

/** The published contact box with that slug, and its schedules; null if there is none. */
export async function boxHours(boxSlug: string, reader: Reader): Promise<BoxHours | null> {
  const box = await reader.box(boxSlug)
  if (!box) return null
  const opening = await scheduleOf(box.openingHours, box, reader)
  const phone = await scheduleOf(box.phoneHours, box, reader)
  return { box, opening, phone }
}

/**
 * A schedule at an instant, for the site's JSON: instants with Copenhagen's offset, dates `YYYY-MM-DD`, times `HH:MM`,
 * weekdays from Monday (1), exceptions as far ahead as they are announced.
 */
export function hoursStatus({ schedule, calendar }: ScheduleWithCalendar, at: Temporal.Instant): object {
  const { open, until, reason } = openingStatus(schedule, calendar, at)
  const week = weekOn(schedule, dateOf(dayAt(at)))
  return {
    open,
    until: until && isoInCopenhagen(until),
    reason,
    next: until && { open: !open, from: isoInCopenhagen(until) },
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      spans: week
        .filter((span) => span.weekday === weekday)
        .map(({ from, to }) => ({ from, to }))
        .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    })),
    exceptions: comingExceptions(schedule, calendar, at),
  }
}
