import type { Payload } from 'payload'
import { toCalendarDay } from '../content/hours/calendar.ts'
import type { CalendarDay } from '../domain/hours/schedule.ts'

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
