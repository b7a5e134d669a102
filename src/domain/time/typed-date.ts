import { Temporal } from 'temporal-polyfill'
import { formatDate, MONTHS, WEEKDAYS } from './danish-time.ts'

/** The date `YYYY-MM-DD` that was read; or, in Danish, why none was. */
export type DateRead = { date: string; problem: null } | { date: null; problem: string }

export type ReadingFrom = {
  /** Today in Denmark, `YYYY-MM-DD`. */
  today: string
  /**
   * Where a date without a year lies: today or the first time it comes, or today or the last time it was. A weekday alone is the
   * next one after today; behind it is none.
   */
  yearless: 'ahead' | 'behind'
}

/** Whether the text is a date that exists, written `YYYY-MM-DD` and nothing else. */
export function isDate(text: string): boolean {
  const parts = iso.exec(text)?.groups
  return parts !== undefined && existing(Number(parts.year), Number(parts.month), Number(parts.day)) !== null
}

/**
 * The date that was typed as browsers send it (2026-12-02) or as Danes write it: 2.12.2026, 2/12-26, 2-12, 021226, 2. dec,
 * onsdag den 2. december 2026, i dag, i morgen, i overmorgen, fredag, på fredag, fre, den 18., fredag den 18. The day comes first.
 * A day of a month that is not named is the next one, or the last. A year of two digits is in the 2000s; one
 * that is missing follows `yearless`. Whatever else stands there, a date that does not exist or a weekday that is not the
 * date's is a problem; no other date is ever guessed.
 */
export function readDate(typed: string, { today, yearless }: ReadingFrom): DateRead {
  const text = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  const ahead = daysAhead.get(text)
  if (ahead !== undefined) return found(Temporal.PlainDate.from(today).add({ days: ahead }))

  const next = weekdayOf(weekdayAlone.exec(text)?.groups?.word ?? '')
  if (next !== 0 && yearless === 'ahead') return found(nextWeekday(next, today))

  const alone = (dayAlone.exec(text) ?? dayOfWeekday.exec(text))?.groups
  if (alone) return readDayAlone(alone, { today, yearless }, typed)

  const { word = '', rest = '' } = withDay.exec(text)?.groups ?? {}
  const weekday = isArticle.test(word) ? 0 : weekdayOf(word)
  const parts = partsOf(rest)
  if (!parts || (weekday === 0 && word !== '' && !isArticle.test(word))) return refused(noDate(typed))

  const { day, month, year } = parts
  if (month < 1 || month > 12)
    return refused(`${noDate(typed)} Dagen skrives før måneden, og der er 12 måneder.`)
  const date = year === null ? yearlessDate(day, month, today, yearless) : existing(year, month, day)
  if (!date) return refused(noSuchDay(day, month, year))
  if (weekday !== 0 && date.dayOfWeek !== weekday) return refused(otherWeekday(date, weekday))
  return found(date)
}

const daysAhead = new Map([
  ['i dag', 0],
  ['idag', 0],
  ['i morgen', 1],
  ['imorgen', 1],
  ['i overmorgen', 2],
  ['overmorgen', 2],
])

const weekdayAlone = /^(?:på )?(?<word>[a-zæøå]+)\.?$/
/** A weekday and »den« or »d.« may stand before the day. */
const withDay = /^(?:(?<word>[a-zæøå]+)[., ]+(?:(?:den|d\.?) )?)?(?<rest>\d.*)$/
/** »den 18.«, »fredag den 18.« and »fredag 18.«: a number that nothing says to be a day may be anything. */
const dayAlone = /^(?:(?<word>[a-zæøå]{3,})[., ]+)?(?:den|d\.?) ?(?<day>\d{1,2})\.?$/
const dayOfWeekday = /^(?<word>[a-zæøå]{3,})[., ]+(?<day>\d{1,2})\.$/
const isArticle = /^d(en)?$/
const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/
const numbers = /^(?<day>\d{1,2})(?<first>[-./ ]+)(?<month>\d{1,2})(?:[-./ ]+(?<year>\d{4}|\d{2}))?\.?$/
const digits = /^(?<day>\d\d)(?<month>\d\d)(?<year>\d{4}|\d\d)$/
const named = /^(?<day>\d{1,2})[-. ]*(?<name>[a-zæøå]+)(?:[-.,/ ]*(?<year>\d{4}|\d\d))?\.?$/

type Parts = { day: number; month: number; year: number | null }

function partsOf(text: string): Parts | null {
  const found = [iso, numbers, digits, named].map((form) => form.exec(text)?.groups).find(Boolean)
  if (!found) return null
  const { day, month, name, first, year } = found
  // »2 12« may be anything.
  if (first?.trim() === '' && year === undefined) return null
  const number = name === undefined ? Number(month) : MONTHS.findIndex((full) => isMonth(full, name)) + 1
  if (name !== undefined && number === 0) return null
  return { day: Number(day), month: number, year: year === undefined ? null : fullYear(year) }
}

const fullYear = (digits: string): number => Number(digits.length === 2 ? `20${digits}` : digits)

const isMonth = (full: string, name: string): boolean =>
  startsName(full, name) || (full === 'september' && name === 'sept')

/** Names may be cut down to three letters. */
const startsName = (name: string, start: string): boolean => start.length >= 3 && name.startsWith(start)

/** 1 is Monday; 0: it is none. */
const weekdayOf = (word: string): number => WEEKDAYS.findIndex((name) => startsName(name, word)) + 1

/** One to seven days ahead: whoever means today says so. */
function nextWeekday(weekday: number, today: string): Temporal.PlainDate {
  const from = Temporal.PlainDate.from(today)
  return from.add({ days: ((weekday - from.dayOfWeek + 6) % 7) + 1 })
}

function existing(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** 29 February is at most eight years away. */
const YEARS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

function yearlessDate(
  day: number,
  month: number,
  today: string,
  yearless: ReadingFrom['yearless'],
): Temporal.PlainDate | null {
  return nearest(today, yearless, (sign, from) =>
    YEARS.map((years) => existing(from.year + sign * years, month, day)),
  )
}

/** The first of the dates, from today away, that exists and does not lie on the other side of today. */
function nearest(
  today: string,
  yearless: ReadingFrom['yearless'],
  datesFrom: (sign: 1 | -1, from: Temporal.PlainDate) => (Temporal.PlainDate | null)[],
): Temporal.PlainDate | null {
  const sign = yearless === 'ahead' ? 1 : -1
  const from = Temporal.PlainDate.from(today)
  const isThere = (date: Temporal.PlainDate | null) =>
    date !== null && Temporal.PlainDate.compare(date, from) * sign >= 0
  return datesFrom(sign, from).find(isThere) ?? null
}

function readDayAlone(
  { word = '', day }: Record<string, string | undefined>,
  { today, yearless }: ReadingFrom,
  typed: string,
): DateRead {
  const weekday = weekdayOf(word)
  const date = monthlessDate(Number(day), today, yearless)
  if (!date || (weekday === 0 && word !== '')) return refused(noDate(typed))
  if (weekday === 0 || date.dayOfWeek === weekday) return found(date)
  return refused(`${otherWeekday(date, weekday)} Skriv også måneden, hvis du mener en anden.`)
}

/** In January there is a day of each number, so one is at most a year away. */
const MONTHS_AWAY = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

function monthlessDate(
  day: number,
  today: string,
  yearless: ReadingFrom['yearless'],
): Temporal.PlainDate | null {
  return nearest(today, yearless, (sign, from) =>
    MONTHS_AWAY.map((months) => {
      const { year, month } = from.toPlainYearMonth().add({ months: sign * months })
      return existing(year, month, day)
    }),
  )
}

const otherWeekday = (date: Temporal.PlainDate, weekday: number): string =>
  `${formatDate(date.toString())} er en ${WEEKDAYS[date.dayOfWeek - 1]}, ikke en ${WEEKDAYS[weekday - 1]}.`

const found = (date: Temporal.PlainDate): DateRead => ({ date: date.toString(), problem: null })

const refused = (problem: string): DateRead => ({ date: null, problem })

const noDate = (typed: string): string =>
  `»${typed.trim().slice(0, 40)}« er ikke en dato. Skriv for eksempel 2.12.2026 eller 2. december.`

function noSuchDay(day: number, month: number, year: number | null): string {
  const name = MONTHS[month - 1]
  // A leap year, if the year is not known.
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: year ?? 2000, month })
  const when = year === null ? '' : ` ${year}`
  return `${day}. ${name}${when} findes ikke: ${name}${month === 2 ? when : ''} har ${daysInMonth} dage.`
}
