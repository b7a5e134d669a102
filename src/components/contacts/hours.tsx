import type { HoursTable, HoursView } from '../../content/hours/schedules.ts'
import { Heading, type Level } from '../frame/heading.tsx'
import css from './hours.module.css'

type Props = {
  hours: HoursView
  /** Unique on the page. */
  name: string
  level: Level
}

/** Everything that visitors are told about one schedule. */
export function Hours(props: Props) {
  return (
    <>
      <OrdinaryHours {...props} />
      <SpecialDays schedules={[props.hours]} name={`${props.name}-days`} />
    </>
  )
}

/** A schedule without its special days: today's hours, whether it is open (in words and shape), and the week. */
export function OrdinaryHours({ hours, name, level }: Props) {
  return (
    <div
      className={css.hours}
      data-open={hours.open}
      data-live={name}
      data-until={hours.validUntil ?? undefined}
    >
      <Heading level={level}>{hours.heading}</Heading>
      <p data-part="today">{hours.today}</p>
      <p data-part="now">{hours.sentence}</p>
      <Table table={hours.week} isCaptionHidden />
      {hours.newWeek && <Table table={hours.newWeek} />}
    </div>
  )
}

/**
 * The coming days on which schedules have special hours: one table if all schedules agree, otherwise one for each. The
 * element is there even when it is empty, so that an open page can fill it later. `name` is unique on the page.
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
      {tables.map((table) => table && <Table key={table.caption} table={table} />)}
    </div>
  )
}

function Table({ table, isCaptionHidden = false }: { table: HoursTable; isCaptionHidden?: boolean }) {
  return (
    <table>
      <caption>{isCaptionHidden ? <span className="sr">{table.caption}</span> : table.caption}</caption>
      <tbody>
        {table.rows.map(({ days, hours }) => (
          <tr key={days}>
            <th scope="row">{days}</th>
            <td>{hours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
