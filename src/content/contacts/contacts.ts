import { queryTerms } from '../../domain/fold.ts'
import type { PressContact } from '../../payload-types.ts'
import type { Reader } from '../reading/reader.ts'
import { fill } from '../../domain/words/sentence.ts'
import { countText } from '../search/search.ts'
import { findEntries } from '../search/search-database.ts'
import { labels } from '../reading/words.ts'

export type ContactView = {
  name: string
  title: string
  phones: string[]
  email: string | null
  /** Address of the vCard. */
  vcard: string
}

/** The form (GET, works without scripts) and the list it narrows. On the press page all contacts are listed. */
export type ContactSearchView = {
  heading: string
  listHeading: string
  /** Where the form leads: the results' own address, with `?q=`. */
  action: string
  hint: string
  button: string
  query: string
  /** Of all that are found; `contacts` are the first of them. */
  total: number
  contacts: ContactView[]
  vcardLabel: string
  /** What is said when nothing is found (also used by the script that narrows the list). */
  none: string
  noneHelp: string
  /** Words of the link back to all contacts. */
  clear: string
  /** How many are found, in words: `500+ kontakter`; or that nothing is. */
  status: string
  /** For the script, which puts its own number in: `{count} kontakt`, `{count} kontakter`. */
  counted: { one: string; many: string }
}

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
  const found = await contacts(query, reader)
  const { contact: one, contacts: many } = search
  return {
    ...headings,
    action: CONTACT_RESULTS,
    hint: search.contactHint,
    button: search.button,
    query,
    ...found,
    vcardLabel: contact.vcard,
    status:
      found.total === 0
        ? search.none
        : fill(found.total === 1 ? one : many, { count: countText(found.total) }),
    counted: { one: one.text, many: many.text },
    none: search.none,
    noneHelp: search.noneHelp,
    clear: search.clear,
  }
}
