import Link from 'next/link'
import type { ServerProps } from 'payload'
import { accountFrom, reachOf } from '../../../domain/accounts/rights.ts'
import { yearToAskFor } from '../../../domain/hours/calendar-year.ts'
import { now } from '../../../web/handover.ts'
import { storedCalendar } from '../../../web/hours-ahead.ts'
import type { User } from '../../../payload-types.ts'
import { fillYearAddress } from './year-address.ts'
import css from './calendar.module.css'

/** On the dashboard: the year that is missing from the calendar, with a link to fill it. Empty while none is due, and for whoever may not. */
export async function CalendarReminder({ payload, user }: ServerProps) {
  if (!user || reachOf(accountFrom(user as unknown as User), 'publish', 'calendar-days') === 'none')
    return null
  const year = yearToAskFor(await storedCalendar(payload), now())
  if (year === null) return null
  return (
    <section className={css.reminder} aria-labelledby="calendar-reminder">
      <h2 id="calendar-reminder">Kalenderen mangler dage i {year}</h2>
      <p>
        Før helligdagene i {year} er i kalenderen, kan siderne ikke vise, hvornår der er lukket det år, og
        frister for aktindsigt kan ikke regnes ud.
      </p>
      <Link href={fillYearAddress}>Udfyld {year}</Link>
    </section>
  )
}
