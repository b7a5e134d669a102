import { collectionAddress } from '../../../domain/addresses.ts'

/** Where what makes a day special is changed: its exception, or the calendar. */
export const sourceAddress = ({ exception }: { exception: number | null }): string =>
  exception === null
    ? collectionAddress('calendar-days')
    : `${collectionAddress('hours-exceptions')}/${exception}`
