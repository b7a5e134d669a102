import { collectionAddress } from '../../../domain/addresses.ts'
import { dayAddress } from '../calendar/year-address.ts'

/** Where what makes a day (`YYYY-MM-DD`) special is changed: its exception, or its row of the calendar. */
export const sourceAddress = (date: string, { exception }: { exception: number | null }): string =>
  exception === null ? dayAddress(date) : `${collectionAddress('hours-exceptions')}/${exception}`
