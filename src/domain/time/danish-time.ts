import { Temporal } from 'temporal-polyfill'
import { listWords } from '../words/list-words.ts'
import { COPENHAGEN } from './copenhagen.ts'

/** "22. november 2026" from a date `YYYY-MM-DD`, or an instant as Copenhagen's date. */
export function formatDate(date: string | Temporal.Instant): string {
  const { day, month, year } = typeof date === 'string' ? Temporal.PlainDate.from(date) : dateIn(date)
  return `${day}. ${MONTHS[month - 1]} ${year}`
}

/** "onsdag den 2. december 2026" from a date `YYYY-MM-DD`. */
export const formatLongDate = (date: string): string =>
  `${weekdayName(Temporal.PlainDate.from(date).dayOfWeek)} den ${formatDate(date)}`

/** "24. december" in the year of `today`, "1. januar 2027" in another; dates `YYYY-MM-DD`. */
export function formatDateNear(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? formatDate(date).slice(0, -5) : formatDate(date)
}

/** "mandag" for 1, by ISO weekday. */
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? ''

/** "2026-11-23T08:00:00+01:00", as in the site's JSON; fractions of a second are dropped. */
export const isoInCopenhagen = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(COPENHAGEN).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** "i dag kl. 8.00", "i morgen kl. 8.00", "mandag den 23. november kl. 8.00"; with the year if it is not this one. */
export function startTime(instant: Temporal.Instant, now: Temporal.Instant): string {
  const today = dateIn(now)
  return `${today.equals(dateIn(instant)) ? 'i dag' : dayAhead(dateIn(instant), today)} ${clock(instant)}`
}

/** As `startTime`, but only the clock if it is today; midnight ends a day: "kl. 24.00". */
export function endTime(instant: Temporal.Instant, now: Temporal.Instant): string {
  const today = dateIn(now)
  const midnight = clock(instant) === 'kl. 0.00'
  const date = midnight ? dateIn(instant).subtract({ days: 1 }) : dateIn(instant)
  const time = midnight ? 'kl. 24.00' : clock(instant)
  return date.equals(today) ? time : `${dayAhead(date, today)} ${time}`
}

/** As `startTime`, but only the clock if it is today or tomorrow: "kl. 7.00". */
export function callTime(instant: Temporal.Instant, now: Temporal.Instant): string {
  const days = dateIn(now).until(dateIn(instant)).days
  return days <= 1 ? clock(instant) : startTime(instant, now)
}

/** "24. og 31. december", "31. december og 2. januar": dates `YYYY-MM-DD` in their order, each month once. */
export function formatDays(dates: readonly string[]): string {
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))]
  return listWords(
    months.map((month) => {
      const days = dates.filter((date) => date.startsWith(month)).map((date) => `${Number(date.slice(8))}.`)
      return `${listWords(days)} ${MONTHS[Number(month.slice(5)) - 1]}`
    }),
  )
}

/** The date in Copenhagen at an instant. */
export const dateIn = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(COPENHAGEN).toPlainDate()

/** "Mandag" for "mandag". */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const WEEKDAYS: readonly string[] = [
  'mandag',
  'tirsdag',
  'onsdag',
  'torsdag',
  'fredag',
  'lørdag',
  'søndag',
]

export const MONTHS: readonly string[] =
  'januar februar marts april maj juni juli august september oktober november december'.split(' ')

function dayAhead(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (date.equals(today.add({ days: 1 }))) return 'i morgen'
  const year = date.year === today.year ? '' : ` ${date.year}`
  return `${WEEKDAYS[date.dayOfWeek - 1]} den ${date.day}. ${MONTHS[date.month - 1]}${year}`
}

function clock(instant: Temporal.Instant): string {
  const { hour, minute } = instant.toZonedDateTimeISO(COPENHAGEN)
  return `kl. ${hour}.${String(minute).padStart(2, '0')}`
}
