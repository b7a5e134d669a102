import { formatDate } from '../../../domain/time/danish-time.ts'
import { fromStored, readEditorsDate, toStored } from '../../../domain/time/stored-date.ts'
import { isDate } from '../../../domain/time/typed-date.ts'

/** The value of a field in which this was typed: the date as it is stored, null for nothing, else the typing itself. */
export function nextValue(text: string, today: string): string | null {
  const { date } = readEditorsDate(text, { today, yearless: 'ahead' })
  return date === null ? text.trim() || null : toStored(date)
}

/** The date `YYYY-MM-DD` of a value; null if it has none. */
export function valuesDate(value: unknown): string | null {
  const date = typeof value === 'string' ? fromStored(value) : ''
  return isDate(date) ? date : null
}

/** How a value stands in its field if nobody types there: "2. december 2026". */
export function datesText(value: unknown): string {
  const date = valuesDate(value)
  return date === null ? (typeof value === 'string' ? value : '') : formatDate(date)
}

/** Why a value is not a date, in Danish; null if it is one, or nothing. */
export const problemOf = (value: string | null, today: string): string | null =>
  value === null || valuesDate(value) !== null
    ? null
    : readEditorsDate(value, { today, yearless: 'ahead' }).problem
