import type { HoursRow, HoursView } from '../content/views.ts'
import { Heading, type Level } from './heading.tsx'
import css from './hours.module.css'

/** A schedule: open or not in words and shape, the week, and the special days ahead. `name` is unique on the page. */
export function Hours({ hours, name, level }: { hours: HoursView; name: string; level: Level }) {
  return (
    <div
      className={css.hours}
      data-open={hours.open}
      data-live={name}
      data-until={hours.validUntil ?? undefined}
    >
      <Heading level={level}>{hours.heading}</Heading>
      <p data-part="now">{hours.sentence}</p>
      <Rows rows={hours.rows} />
      <Rows rows={hours.exceptions} />
    </div>
  )
}

function Rows({ rows }: { rows: HoursRow[] }) {
  if (rows.length === 0) return null
  return (
    <dl>
      {rows.map((row) => (
        <div key={row.days}>
          <dt>{row.days}</dt>
          <dd>{row.hours}</dd>
        </div>
      ))}
    </dl>
  )
}
