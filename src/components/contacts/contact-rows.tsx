import type { ContactRow } from '../../content/contacts/contact-rows.ts'
import { Heading, type Level } from '../frame/heading.tsx'
import { Link, PhoneLink } from '../text/link.tsx'
import { OpenNow } from './hours.tsx'
import css from './contact-rows.module.css'

/** Departments with their numbers and whether somebody answers now, a row each; the name leads to the rest. */
export function ContactRows({ rows, level }: { rows: ContactRow[]; level: Level }) {
  return (
    <div className={css.rows}>
      {rows.map(({ id, name, href, phone, hours, note }) => (
        <article key={id} id={id}>
          <Heading level={level}>{href === null ? name : <Link href={href}>{name}</Link>}</Heading>
          {phone && <PhoneLink {...phone} />}
          {hours.map(({ name: hoursName, view }) => (
            <OpenNow key={hoursName} hours={view} name={hoursName} isNamed={hours.length > 1} />
          ))}
          {note && (
            <p className={css.note}>
              <strong>{note.title}:</strong> {note.text}
            </p>
          )}
        </article>
      ))}
    </div>
  )
}
