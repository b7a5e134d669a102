import type { Payload } from 'payload'
import { pressDutyView, type PressDutyView } from '../content/hours/press-duty.ts'
import { toCalendarDay } from '../content/hours/calendar.ts'
import { comingDays, specialDays, type ComingDays, type SpecialDay } from '../content/hours/coming-days.ts'
import type { CalendarDay } from '../domain/hours/schedule.ts'
import { readerNow } from './rendering.ts'

/** Every calendar day, by date. */
export async function storedCalendar(payload: Payload): Promise<CalendarDay[]> {
  const { docs } = await payload.find({
    collection: 'calendar-days',
    depth: 0,
    pagination: false,
    sort: 'date',
  })
  return docs.map(toCalendarDay)
}

/** The published hours in the coming weeks, and what is special in them. */
export async function comingNow(): Promise<ComingDays & { special: SpecialDay[] }> {
  const coming = await comingDays(readerNow())
  return { ...coming, special: specialDays(coming) }
}

/** Who answers the press now; null until an editor has chosen times and a phone. */
export const dutyNow = (): Promise<PressDutyView | null> => pressDutyView(null, readerNow())
