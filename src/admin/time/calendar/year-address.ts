import { collectionAddress } from '../../../domain/addresses.ts'

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
  const query = new URLSearchParams({ [FROM]: startOf(year), [BEFORE]: startOf(year + 1) })
  return `${LIST}?${query}`
}

/** The year that such an address shows; null if it shows anything else. */
export function yearShown(query: Record<string, string | string[] | undefined>): number | null {
  const year = Number(String(query[FROM] ?? '').slice(0, 4))
  return year > 0 && query[BEFORE] === startOf(year + 1) ? year : null
}

const startOf = (year: number): string => `${year}-01-01T00:00:00.000Z`
