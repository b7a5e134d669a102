import { queryTerms } from '../domain/fold.ts'
import type { PressContact } from '../payload-types.ts'
import type { Reader } from './reader.ts'
import { findEntries } from './search-database.ts'
import { labels } from './shell.ts'
import type { ContactSearchView, ContactView } from './views.ts'

/** Where the contact search's results have their own address. */
export const CONTACT_RESULTS = '/soeg/pressekontakt'

/** More contacts than this are not listed; they are counted. */
const MOST = 100

/**
 * Press contacts in the editors' order, or those that `query` finds, best first.
 * Throws when the database does not answer.
 */
export async function contacts(
  query: string,
  reader: Reader,
): Promise<{ total: number; contacts: ContactView[] }> {
  const terms = queryTerms(query)
  if (terms.length === 0) {
    const all = (await reader.all('press-contacts')).map((doc) =>
      contactView({ ...doc, phones: doc.phones.map(({ number }) => number) }),
    )
    return { total: all.length, contacts: all }
  }
  const found = await reader.answered(JSON.stringify(['contacts', terms]), () =>
    findEntries({ terms, within: ['contact'], kinds: null, skip: 0, most: MOST }),
  )
  return {
    total: found.counts.contact ?? 0,
    contacts: found.results.map(({ title, line, phones, email, slug }) =>
      contactView({ name: title, title: line, phones, email, slug: slug ?? '' }),
    ),
  }
}

const contactView = (contact: {
  name: string
  title: string
  phones: string[]
  email?: string | null
  slug: string
}): ContactView => ({
  name: contact.name,
  title: contact.title,
  phones: contact.phones,
  email: contact.email || null,
  vcard: vcardPath(contact),
})

/** `/visitkort/line-christensen.vcf`: an address that stays when the press page moves. */
export const vcardPath = ({ slug }: Pick<PressContact, 'slug'>) => `/visitkort/${slug}.vcf`

export async function contactSearchView(
  headings: { heading: string; listHeading: string },
  query: string,
  reader: Reader,
): Promise<ContactSearchView> {
  const { search, contact } = await labels(reader)
  return {
    ...headings,
    action: CONTACT_RESULTS,
    hint: search.contactHint,
    button: search.button,
    query,
    ...(await contacts(query, reader)),
    vcardLabel: contact.vcard,
    counted: { one: search.contact, many: search.contacts },
    none: search.none,
    noneHelp: search.noneHelp,
    clear: search.clear,
  }
}
