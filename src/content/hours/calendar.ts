import type { CalendarDay } from '../../domain/hours/schedule.ts'
import type { CalendarDay as CalendarDayDoc } from '../../payload-types.ts'

/** Payload stores a date without a time as an instant at noon UTC, so the first ten characters are the date. */
export const storedDate = (instant: string): string => instant.slice(0, 10)

export const toCalendarDay = (doc: CalendarDayDoc): CalendarDay => ({
  date: storedDate(doc.date),
  name: doc.name,
  closesOffices: doc.closesOffices ?? false,
  closesFrom: doc.closesFrom || null,
  countsAsWorkingDay: doc.countsAsWorkingDay ?? false,
})
