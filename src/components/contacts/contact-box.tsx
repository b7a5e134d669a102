import type { ContactBoxView } from '../../content/contacts/contact-boxes.ts'
import { Heading, below, type Level } from '../frame/heading.tsx'
import { OrdinaryHours, SpecialDays } from './hours.tsx'
import { Link, PhoneLink } from '../text/link.tsx'
import { RichText } from '../text/rich-text.tsx'
import css from './contact-box.module.css'

/** How to reach a department: address, phone, post, hours, and what to know first. */
export function ContactBoxes({ boxes, level }: { boxes: ContactBoxView[]; level: Level }) {
  return (
    <div className={css.boxes}>
      {boxes.map((box) => (
        <ContactBox key={box.id} box={box} level={level} />
      ))}
    </div>
  )
}

function ContactBox({ box, level }: { box: ContactBoxView; level: Level }) {
  const inner = below(level, box.name)
  const schedules = [box.openingHours, box.phoneHours].filter((hours) => hours !== null)
  return (
    <article id={box.id}>
      <div>
        <p className={css.label}>{box.label}</p>
        <Heading level={level}>{box.name}</Heading>
      </div>
      {box.note && (
        <div className={css.note}>
          <Heading level={inner}>{box.note.title}</Heading>
          <p>{box.note.text}</p>
        </div>
      )}
      {box.intro.length > 0 && <RichText body={box.intro} top={inner} />}
      {box.address && (
        <address>
          {box.address.street}
          <br />
          {box.address.city}
        </address>
      )}
      {box.phone && (
        <p className={css.phone}>
          {box.phone.label} <PhoneLink number={box.phone.number} />
        </p>
      )}
      {box.write && (
        <p>
          {box.write.href === null ? box.write.label : <Link href={box.write.href}>{box.write.label}</Link>}
          {box.write.text && <span>{box.write.text}</span>}
        </p>
      )}
      {box.openingHours && (
        <OrdinaryHours hours={box.openingHours} name={`${box.id}-opening`} level={inner} />
      )}
      {box.phoneHours && <OrdinaryHours hours={box.phoneHours} name={`${box.id}-phone`} level={inner} />}
      {schedules.length > 0 && <SpecialDays schedules={schedules} name={`${box.id}-days`} />}
      {box.calendarFeed && (
        <p className={css.feed}>
          <a href={box.calendarFeed.href}>
            {box.calendarFeed.label}
            <span className="sr">: {box.name}</span>
          </a>
        </p>
      )}
    </article>
  )
}
