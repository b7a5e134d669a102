import { Temporal } from 'temporal-polyfill'
import { dateIn } from './danish-time.ts'
import { isDate, readDate, type DateRead, type ReadingFrom } from './typed-date.ts'

/** How a date `YYYY-MM-DD` is stored: as noon UTC, which is the same day in Denmark all year. */
export const toStored = (date: string): string => `${date}T12:00:00.000Z`

/** The date `YYYY-MM-DD` that a stored value means. Text that was typed and not understood stays what it is. */
export const fromStored = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value

/**
 * The date `YYYY-MM-DD` that a program sent: such a date; an instant, as its day in Denmark; or a date and a time without
 * an offset, which are Denmark's. Null if it is none of them.
 */
export function readSentDate(sent: unknown): string | null {
  if (sent instanceof Date)
    return Number.isNaN(sent.getTime()) ? null : dateAt(Temporal.Instant.from(sent.toISOString()))
  if (typeof sent !== 'string' || sent.length > 40) return null
  if (isDate(sent)) return sent
  if (!dateAndTime.test(sent)) return null
  try {
    return hasOffset.test(sent)
      ? dateAt(Temporal.Instant.from(sent))
      : Temporal.PlainDateTime.from(sent, { overflow: 'reject' }).toPlainDate().toString()
  } catch {
    return null
  }
}

const dateAndTime = /^([+-]\d\d)?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(z|[+-]\d\d(:?\d\d)?)?$/i
const hasOffset = /(z|[+-]\d{2}(:?\d{2})?)$/i

const dateAt = (instant: Temporal.Instant): string => dateIn(instant).toString()

/** Why what a program sent cannot be stored as a date, in Danish; null if it can. */
export function sentDateProblem(sent: unknown): string | null {
  const date = readSentDate(sent)
  return date === null ? `»${String(sent).slice(0, 40)}« er ikke en dato.` : yearProblem(date)
}

/** Why a date that exists is none that the site has to do with, in Danish; null if it is one. */
function yearProblem(date: string): string | null {
  // Years that have not four digits have a sign.
  if (/^(19|20|21)\d\d-/.test(date)) return null
  return `År ${Number.parseInt(date, 10)} kan ikke bruges. Vælg en dato mellem 1900 og 2199.`
}

/** A date as an editor types or pastes it: as `readDate` reads it, or an instant; of a year that can be meant. */
export function readEditorsDate(typed: string, from: ReadingFrom): DateRead {
  const pasted = readSentDate(typed.trim())
  const read: DateRead = pasted === null ? readDate(typed, from) : { date: pasted, problem: null }
  const problem = read.date === null ? null : yearProblem(read.date)
  return problem === null ? read : { date: null, problem }
}
