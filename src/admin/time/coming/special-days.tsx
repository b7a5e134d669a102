import type { HoursUser, SpecialDay } from '../../../content/hours/coming-days.ts'
import { collectionAddress } from '../../../domain/addresses.ts'
import { capitalised, formatLongDate } from '../../../domain/time/danish-time.ts'
import { sourceAddress } from './source-address.ts'
import css from './coming.module.css'

/** The days with other hours than usual: what holds, why, and for whom. */
export function SpecialDays({ days }: { days: readonly SpecialDay[] }) {
  if (days.length === 0) return <p>Ingen særlige dage de næste 42 dage.</p>
  return (
    <ol className={css.days}>
      {days.map(({ date, items }) => (
        <li key={date}>
          <strong>{capitalised(formatLongDate(date))}</strong>
          <ul>
            {items.map((item) => (
              <li key={`${item.exception} ${item.hours} ${item.reason}`}>
                {item.hours}: <a href={sourceAddress(date, item)}>{item.reason ?? 'uden grund'}</a>
                <Users users={item.users} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** More than that are behind a press. */
const MOST_SHOWN = 4

/** Who has the hours, each with a link. */
export function Users({ users }: { users: readonly HoursUser[] }) {
  if (users.length <= MOST_SHOWN) return <UserList users={users} />
  return (
    <details className={css.users}>
      <summary>Gælder {users.length} steder</summary>
      <UserList users={users} />
    </details>
  )
}

const UserList = ({ users }: { users: readonly HoursUser[] }) => (
  <ul className={css.users}>
    {users.map(({ box, name }) => (
      <li key={`${box} ${name}`}>
        {box === null ? name : <a href={`${collectionAddress('contact-boxes')}/${box}`}>{name}</a>}
      </li>
    ))}
  </ul>
)
