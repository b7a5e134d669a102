import { Temporal } from 'temporal-polyfill'
import { atMinute, dayOf, toInstant } from './copenhagen.ts'
import { dateIn } from './danish-time.ts'
import { toStored, fromStored } from './stored-date.ts'
import { isDate } from './typed-date.ts'

/**
 * What a date `YYYY-MM-DD` is compared with in a list's condition. Dates are compared as they are stored. Of instants a
 * whole day in Denmark is meant: later than a day is after its end. Null: no instant is equal to a day.
 * @param isDay whether the field holds dates, not instants
 */
export function comparedWith(date: string, operator: string, isDay: boolean): string | null {
  if (isDay) return toStored(date)
  switch (operator) {
    case 'greater_than':
    case 'less_than_equal':
      return toInstant(atMinute(dayOf(date) + 1, 0) - 1).toString()
    case 'greater_than_equal':
    case 'less_than':
      return toInstant(atMinute(dayOf(date), 0)).toString()
    default:
      return null
  }
}

/** The date that a condition compares with; null if it has none. */
export function dateCompared(value: unknown, isDay: boolean): string | null {
  if (typeof value !== 'string' || value === '') return null
  if (isDay) return isDate(fromStored(value)) ? fromStored(value) : null
  try {
    return dateIn(Temporal.Instant.from(value)).toString()
  } catch {
    return null
  }
}
