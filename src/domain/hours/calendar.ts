import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from './schedule.ts'

/**
 * The public holidays of a year under Danish law, by date. Offices are closed and none of them is a working day.
 * Store bededag was a public holiday until 2023 (lov nr. 214 af 7. marts 2023).
 */
export function danishPublicHolidays(year: number): CalendarDay[] {
  const easter = easterSunday(year)
  const fromEaster = (days: number) => easter.add({ days }).toString()
  const days: [date: string, name: string][] = [
    [dateOf(year, 1, 1), 'Nytårsdag'],
    [fromEaster(-3), 'Skærtorsdag'],
    [fromEaster(-2), 'Langfredag'],
    [fromEaster(0), 'Påskedag'],
    [fromEaster(1), '2. påskedag'],
    [fromEaster(39), 'Kristi himmelfartsdag'],
    [fromEaster(49), 'Pinsedag'],
    [fromEaster(50), '2. pinsedag'],
    [dateOf(year, 12, 25), '1. juledag'],
    [dateOf(year, 12, 26), '2. juledag'],
  ]
  if (year <= 2023) days.push([fromEaster(26), 'Store bededag'])
  return days
    .map(([date, name]) => ({ date, name, closesOffices: true, closesFrom: null, countsAsWorkingDay: false }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/**
 * Days when we assume the offices are closed although they are not public holidays. No source confirms them, so an
 * editor must. A date that is also a public holiday (5 June 2028) is left out: each date is in the calendar once.
 */
export function localClosingDays(year: number): CalendarDay[] {
  const holidays = new Set(danishPublicHolidays(year).map(({ date }) => date))
  const days: [date: string, name: string][] = [
    [dateOf(year, 6, 5), 'Grundlovsdag'],
    [dateOf(year, 12, 24), 'Juleaftensdag'],
    [dateOf(year, 12, 31), 'Nytårsaftensdag'],
  ]
  return days
    .filter(([date]) => !holidays.has(date))
    .map(([date, name]) => ({ date, name, closesOffices: true, closesFrom: null, countsAsWorkingDay: true }))
}

const dateOf = (year: number, month: number, day: number): string =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()

/** The anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}
