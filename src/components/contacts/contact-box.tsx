import type { ContactBoxes as Boxes } from '../../content/contacts/common-days.ts'
import type { ContactBoxView } from '../../content/contacts/contact-boxes.ts'
import { Heading, below, type Level } from '../frame/heading.tsx'
import { HoursNow, HoursTableView, SpecialDays, Weeks } from './hours.tsx'
import { Link, PhoneLink } from '../text/link.tsx'
import { RichText } from '../text/rich-text.tsx'
import css from './contact-box.module.css'

/** How to reach departments, and once for all of them the days on which they are all closed. */
export function ContactBoxes({ boxes, common, level }: Boxes & { level: Level }) {
  return (
    <>
      <div className={css.boxes}>
        {boxes.map((box) => (
          <ContactBox key={box.id} box={box} level={level} />
        ))}
      </div>
      {common && (
        <div className={css.common} data-live={common.name}>
          <HoursTableView table={common.table} />
        </div>
      )}
    </>
  )
}

/** A department: its number, whether it is open, and where it is; the week and its special days unfold. */
function ContactBox({ box, level }: { box: ContactBoxView; level: Level }) {
  const inner = below(level, box.name)
  return (
    <article id={box.id}>
      <Heading level={level}>{box.name}</Heading>
      {box.note && (
        <div className={css.note}>
          <Heading level={inner}>{box.note.title}</Heading>
          <p>{box.note.text}</p>
        </div>
      )}
      {box.intro.length > 0 && <RichText body={box.intro} top={inner} />}
      {box.phone && (
        <p className={css.phone}>
          {box.phone.label} <PhoneLink {...box.phone} />
        </p>
      )}
      {box.hours.map(({ name, view }) => (
        <HoursNow key={name} hours={view} name={name} level={inner} whose={box.name} />
      ))}
      {box.address && (
        <address>
          {box.address.street}
          <br />
          {box.address.city}
        </address>
      )}
      {box.write && (
        <p className={css.write}>
          {box.write.href === null ? box.write.label : <Link href={box.write.href}>{box.write.label}</Link>}
          {box.write.text && <span>{box.write.text}</span>}
        </p>
      )}
      {box.hours.length > 0 && (
        <details>
          <summary>
            {box.allHours}
            <span className="sr">: {box.name}</span>
          </summary>
          {box.hours.map(({ name, view }) => (
            <Weeks key={name} hours={view} name={`${name}-week`} isNamed={box.hours.length > 1} />
          ))}
          <SpecialDays schedules={box.hours.map(({ view }) => view)} name={`${box.id}-days`} />
          {box.calendarFeed && (
            <p className={css.feed}>
              <a href={box.calendarFeed.href}>
                {box.calendarFeed.label}
                <span className="sr">: {box.name}</span>
              </a>
            </p>
          )}
        </details>
      )}
    </article>
  )
}
