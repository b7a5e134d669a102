import type { HoursTable, HoursView } from '../../content/hours/schedules.ts'
import { Heading, type Level } from '../frame/heading.tsx'
import { Times } from '../text/times.tsx'
import css from './hours.module.css'

type Props = {
  hours: HoursView
  /** Unique on the page. */
  name: string
  level: Level
  /** Read aloud after the heading where others of the page say the same: whose hours they are. */
  whose?: string
}

/** Everything visitors are told about a schedule. */
export function Hours(props: Props) {
  return (
    <>
      <HoursNow {...props} />
      <Weeks hours={props.hours} name={`${props.name}-week`} />
      <SpecialDays schedules={[props.hours]} name={`${props.name}-days`} />
    </>
  )
}

/** Today's hours, and whether it is open, in words and shape. */
export function HoursNow({ hours, name, level, whose }: Props) {
  return (
    <div className={css.hours} data-open={hours.open} data-live={name} data-until={hours.validUntil}>
      <Heading level={level}>
        {hours.heading}
        {whose && <span className="sr">: {whose}</span>}
      </Heading>
      <p data-part="today">
        <Times text={hours.today} />
      </p>
      <p data-part="now">
        <Times text={hours.sentence} />
      </p>
    </div>
  )
}

/** Only whether it is open now. `isNamed`: and which hours that is about. */
export function OpenNow({ hours, name, isNamed }: Omit<Props, 'level'> & { isNamed: boolean }) {
  return (
    <div className={css.now} data-open={hours.open} data-live={name} data-until={hours.validUntil}>
      <p data-part="now">
        <span className={isNamed ? undefined : 'sr'}>{hours.heading}: </span>
        <Times text={hours.sentence} />
      </p>
    </div>
  )
}

/** The ordinary week, and the next one if there is another soon. `isNamed`: whether it is said whose hours they are. */
export function Weeks({ hours, name, isNamed = false }: Omit<Props, 'level'> & { isNamed?: boolean }) {
  return (
    <div data-live={name}>
      <HoursTableView table={isNamed ? { ...hours.week, caption: hours.heading } : hours.week} />
      {hours.newWeek && <HoursTableView table={hours.newWeek} />}
    </div>
  )
}

/**
 * The coming days with unusual hours: once if all schedules agree, otherwise under the name of each. The element exists even
 * without any, so that an open page can receive some. `name` is unique on the page.
 */
export function SpecialDays({ schedules, name }: { schedules: HoursView[]; name: string }) {
  const texts = new Set(schedules.map(({ exceptions }) => JSON.stringify(exceptions)))
  const tables =
    texts.size === 1
      ? schedules.slice(0, 1).map(({ exceptions }) => exceptions)
      : schedules.map(
          ({ ownExceptionsCaption, exceptions }) =>
            exceptions && { ...exceptions, caption: ownExceptionsCaption },
        )
  return (
    <div className={css.special} data-live={name}>
      {tables.map((table) => table && <HoursTableView key={table.caption} table={table} />)}
    </div>
  )
}

export function HoursTableView({ table }: { table: HoursTable }) {
  return (
    <table className={css.table}>
      <caption>{table.caption}</caption>
      <tbody>
        {table.rows.map(({ days, hours }) => (
          <tr key={days}>
            <th scope="row">{days}</th>
            <td>
              <Times text={hours} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
