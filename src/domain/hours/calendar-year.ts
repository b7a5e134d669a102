import type { Temporal } from 'temporal-polyfill'
import { danishPublicHolidays, localClosingDays } from './calendar.ts'
import { COPENHAGEN } from '../time/copenhagen.ts'
import { workingCalendar } from '../deadlines.ts'
import type { CalendarDay } from './schedule.ts'

/** A day for the calendar; `toConfirm` says what an editor has to confirm, null: nothing. */
export type ProposedDay = CalendarDay & { toConfirm: string | null }

/** How many years the calendar is to hold, the running one included (domain rules, "Time"). */
export const CALENDAR_YEARS = 5

/** What a new year of the calendar holds: the public holidays, and the local closing days to be confirmed, by date. */
export function calendarYear(year: number): ProposedDay[] {
  return [
    ...danishPublicHolidays(year).map((day) => ({ ...day, toConfirm: null })),
    ...localClosingDays(year).map((day) => ({ ...day, toConfirm: 'lokal lukkedag: bekræft' })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** The first year that lacks a public holiday, of the running one and those after, or before it where deadlines need it. */
export function firstMissingYear(calendar: readonly CalendarDay[], now: Temporal.Instant): number {
  const dates = new Set(calendar.map(({ date }) => date))
  const { completeUntil } = workingCalendar(calendar)
  const incomplete = completeUntil ? Number(completeUntil.slice(0, 4)) + 1 : Infinity
  let year = Math.min(incomplete, runningYear(now))
  while (danishPublicHolidays(year).every(({ date }) => dates.has(date))) year += 1
  return year
}

/**
 * The year that editors are asked to fill, null: none. The running year and the four after are always asked for, the
 * next one from October on.
 */
export function yearToAskFor(calendar: readonly CalendarDay[], now: Temporal.Instant): number | null {
  const missing = firstMissingYear(calendar, now)
  const isAutumn = now.toZonedDateTimeISO(COPENHAGEN).month >= 10
  return missing < runningYear(now) + CALENDAR_YEARS + (isAutumn ? 1 : 0) ? missing : null
}

const runningYear = (now: Temporal.Instant): number => now.toZonedDateTimeISO(COPENHAGEN).year
