import type { ComingDay, ComingDays } from '../../../content/hours/coming-days.ts'
import { capitalised, formatLongDate, MONTHS, weekdayName } from '../../../domain/time/danish-time.ts'
import { dayOf, weekdayOf } from '../../../domain/time/copenhagen.ts'
import spoken from '../../accessible/spoken.module.css'
import { sourceAddress } from './source-address.ts'
import { Users } from './special-days.tsx'
import css from './coming.module.css'

/** A row for those who are open on the same days, a column a day. Marked by a letter, and said in words. */
export function ComingTable({ dates, rows, labelledBy }: ComingDays & { labelledBy: string }) {
  return (
    <>
      <p className={css.legend} aria-hidden>
        <span className={css.closed}>L</span> særligt lukket <span className={css.other}>A</span> andre tider{' '}
        <span>–</span> lukket som hver uge
      </p>
      <section className={css.scroll} aria-labelledby={labelledBy}>
        <table aria-labelledby={labelledBy}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Tider
              </th>
              {months(dates).map(({ name, days }) => (
                <th key={name} colSpan={days} scope="colgroup">
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              {dates.map((date) => (
                <th key={date} scope="col" data-sunday={weekdayOf(dayOf(date)) === 7 || undefined}>
                  <span className={spoken.only}>{formatLongDate(date)}</span>
                  <span aria-hidden>
                    {weekdayName(weekdayOf(dayOf(date))).slice(0, 2)}
                    <br />
                    {Number(date.slice(8))}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, users, days }) => (
              <tr key={key}>
                <th scope="row">
                  {name}
                  <Users users={users} />
                </th>
                {days.map((day, index) => (
                  <Cell key={dates[index]} date={dates[index] ?? ''} {...day} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

type DatedDay = ComingDay & { date: string }

function Cell({ date, isOpen, hours, special }: DatedDay) {
  if (!special)
    return (
      <td title={hours}>
        {!isOpen && <span aria-hidden>–</span>}
        <span className={spoken.only}>{hours}</span>
      </td>
    )
  return (
    <td className={isOpen ? css.other : css.closed}>
      <SpecialLink date={date} isOpen={isOpen} hours={hours} special={special} />
    </td>
  )
}

function SpecialLink({ date, isOpen, hours, special }: DatedDay & { special: object }) {
  const words = special.reason ? `${hours}: ${special.reason}` : hours
  return (
    <a href={sourceAddress(date, special)} title={words}>
      <span aria-hidden>{isOpen ? 'A' : 'L'}</span>
      <span className={spoken.only}>{words}</span>
    </a>
  )
}

/** The months of the dates, with how many of them each has. */
function months(dates: readonly string[]): { name: string; days: number }[] {
  const found = new Map<string, number>()
  for (const date of dates) found.set(date.slice(0, 7), (found.get(date.slice(0, 7)) ?? 0) + 1)
  return [...found].map(([date, days]) => {
    const month = MONTHS[Number(date.slice(5)) - 1] ?? ''
    // Of a few days there is room for less.
    return { name: days > 5 ? `${capitalised(month)} ${date.slice(0, 4)}` : `${month.slice(0, 3)}.`, days }
  })
}
