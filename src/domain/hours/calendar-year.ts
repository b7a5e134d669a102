import type { Temporal } from 'temporal-polyfill'
import { danishPublicHolidays, localClosingDays } from './calendar.ts'
import { COPENHAGEN } from '../time/copenhagen.ts'
import { workingCalendar } from '../time/deadlines.ts'
import type { CalendarDay } from './schedule.ts'

/** A day for the calendar. `toConfirm` says what an editor must confirm; null if nothing. */
export type ProposedDay = CalendarDay & { toConfirm: string | null }

/** How many years the first calendar covers, including the current one. */
export const CALENDAR_YEARS = 5

/** The days of a new calendar year by date: public holidays, and local closing days that an editor must confirm. */
export function calendarYear(year: number): ProposedDay[] {
  return [
    ...danishPublicHolidays(year).map((day) => ({ ...day, toConfirm: null })),
    ...localClosingDays(year).map((day) => ({ ...day, toConfirm: 'lokal lukkedag: bekræft' })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** The first year from the current one on without all its public holidays; an earlier one if deadlines need it. */
export function firstMissingYear(calendar: readonly CalendarDay[], now: Temporal.Instant): number {
  const dates = new Set(calendar.map(({ date }) => date))
  const { completeUntil } = workingCalendar(calendar)
  const incomplete = completeUntil ? Number(completeUntil.slice(0, 4)) + 1 : Infinity
  let year = Math.min(incomplete, currentYear(now))
  while (danishPublicHolidays(year).every(({ date }) => dates.has(date))) year += 1
  return year
}

/** The year that editors are asked to fill; null if none is missing: this one or one before it always, the next from October on. */
export function yearToAskFor(calendar: readonly CalendarDay[], now: Temporal.Instant): number | null {
  const missing = firstMissingYear(calendar, now)
  const isAutumn = now.toZonedDateTimeISO(COPENHAGEN).month >= 10
  return missing <= currentYear(now) + (isAutumn ? 1 : 0) ? missing : null
}

const currentYear = (now: Temporal.Instant): number => now.toZonedDateTimeISO(COPENHAGEN).year
