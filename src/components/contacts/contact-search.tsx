import type { ReactNode } from 'react'
import type { ContactSearchView, ContactView } from '../../content/contacts/contacts.ts'
import { PhoneLink } from '../text/link.tsx'
import css from './contact-search.module.css'

/** A form that works without scripts, and the contacts. src/enhance/find-contacts.ts draws contacts the same way. */
export function ContactSearch({ search, pager }: { search: ContactSearchView; pager: ReactNode }) {
  const { contacts, query, counted } = search
  return (
    <section className={css.search} data-contacts={query === '' ? search.api : undefined}>
      <div>
        <h2>{search.heading}</h2>
        <form action={search.action}>
          <label htmlFor="kontakt">{search.hint}</label>
          <input
            id="kontakt"
            type="search"
            name="q"
            defaultValue={query}
            maxLength={100}
            autoComplete="off"
          />
          <button type="submit">{search.button}</button>
        </form>
      </div>
      <div id={search.listId}>
        <h3>{search.listHeading}</h3>
        <output
          data-one={counted.one}
          data-many={counted.many}
          data-most={counted.most}
          data-none={search.none}
          data-subjects={search.subjectsLabel}
        >
          {search.status}
        </output>
        <p hidden={!search.help.isShown}>
          {search.help.text}
          {search.help.phone && (
            <>
              {' '}
              {search.help.phone.label} <PhoneLink {...search.help.phone} />
            </>
          )}
        </p>
        {search.tooMany && <p>{search.tooMany}</p>}
        {query !== '' && (
          <p>
            <a href={search.action}>{search.clear}</a>
          </p>
        )}
        <ul>
          {contacts.map((contact) => (
            <Contact key={contact.vcard} contact={contact} search={search} />
          ))}
        </ul>
        {pager}
      </div>
    </section>
  )
}

function Contact({ contact, search }: { contact: ContactView; search: ContactSearchView }) {
  const { name, photo, subjects } = contact
  return (
    <li id={contact.id}>
      {photo && <img src={photo.src} width={photo.width} height={photo.height} alt="" loading="lazy" />}
      <h4>{name}</h4>
      <p>{contact.title}</p>
      {subjects.length > 0 && (
        <p>
          {search.subjectsLabel}: {subjects.join(', ')}
        </p>
      )}
      {contact.phones.map((phone) => (
        <PhoneLink key={phone} number={phone} whom={contact.whom} />
      ))}
      {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
      <a href={contact.vcard}>
        {search.vcardLabel} <span className="sr">{name}</span>
      </a>
    </li>
  )
}
