import { collectionAddress } from '../../../domain/addresses.ts'
import { dateOf, dayOf } from '../../../domain/time/copenhagen.ts'

const LIST = collectionAddress('calendar-days')

/** The query parameter that opens the proposal for the next year. */
export const FILL_YEAR = 'udfyld'

export const fillYearAddress = `${LIST}?${FILL_YEAR}=1`

// The same form as Payload's own filters, so that they show as filters.
const FROM = 'where[or][0][and][0][date][greater_than_equal]'
const BEFORE = 'where[or][0][and][1][date][less_than]'

/** The address of the list with the days of one year; null: all years. */
export function yearAddress(year: number | null): string {
  if (year === null) return LIST
  return listBetween(startOf(year), startOf(year + 1))
}

/** The address of the list with one day (`YYYY-MM-DD`) alone. */
export const dayAddress = (date: string): string =>
  listBetween(`${date}T00:00:00.000Z`, `${dateOf(dayOf(date) + 1)}T00:00:00.000Z`)

const listBetween = (from: string, before: string): string =>
  `${LIST}?${new URLSearchParams({ [FROM]: from, [BEFORE]: before })}`

/** The year that such an address shows; null if it shows anything else. */
export function yearShown(query: Record<string, string | string[] | undefined>): number | null {
  const year = Number(String(query[FROM] ?? '').slice(0, 4))
  return query[FROM] === startOf(year) && query[BEFORE] === startOf(year + 1) ? year : null
}

const startOf = (year: number): string => `${year}-01-01T00:00:00.000Z`
