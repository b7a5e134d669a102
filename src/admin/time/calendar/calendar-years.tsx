import Link from 'next/link'
import type { BeforeListTableServerProps } from 'payload'
import { calendarYear, firstMissingYear } from '../../../domain/hours/calendar-year.ts'
import { now } from '../../../web/handover.ts'
import { storedCalendar } from '../../../web/hours-ahead.ts'
import { FILL_YEAR, yearAddress, yearShown } from './year-address.ts'
import { YearProposal } from './year-proposal.tsx'
import css from './calendar.module.css'

/** Above the list of calendar days: a link for each year, and a proposal for the next one. */
export async function CalendarYears({ payload, searchParams = {} }: BeforeListTableServerProps) {
  const calendar = await storedCalendar(payload)
  const dates = new Set(calendar.map(({ date }) => date))
  const years = new Set([...dates].map((date) => Number(date.slice(0, 4))))
  const missing = firstMissingYear(calendar, now())
  const shown = yearShown(searchParams)
  return (
    <div className={css.years}>
      <nav aria-label="Kalenderens år">
        <ul>
          {[null, ...[...years].toSorted((a, b) => a - b)].map((year) => (
            <li key={year}>
              <Link href={yearAddress(year)} aria-current={year === shown ? 'page' : undefined}>
                {year ?? 'Alle år'}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <YearProposal
        key={missing}
        title={years.has(missing) ? `Udfyld ${missing}` : `Udfyld næste år (${missing})`}
        year={missing}
        days={calendarYear(missing).filter(({ date }) => !dates.has(date))}
        isOpen={FILL_YEAR in searchParams}
      />
    </div>
  )
}
