import { ADDRESSES, vcardAddress } from '../../domain/addresses.ts'
import { queryTerms } from '../../domain/fold.ts'
import type { Reader } from '../reading/reader.ts'
import { fill } from '../../domain/words/sentence.ts'
import { COUNTED, countText, isMore } from '../search/search.ts'
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

/** The form (GET, works without scripts) and what it finds. On the press page all contacts are listed. */
export type ContactSearchView = {
  heading: string
  listHeading: string
  /** Where the form leads: the results' own address, with `?q=`. */
  action: string
  /** Where the script asks for contacts while somebody types. */
  api: string
  hint: string
  button: string
  query: string
  /** The number found; `contacts` are the first of them. */
  total: number
  contacts: ContactView[]
  vcardLabel: string
  /** What is said when nothing is found. */
  none: string
  noneHelp: string
  /** The link back to all contacts. */
  clear: string
  /** The number found in words: `500+ kontakter`; or that there are none. */
  status: string
  /** For the script, which fills in the number: `{count} kontakt`, `{count} kontakter`. From `most` on it says `500+`. */
  counted: { one: string; many: string; most: number }
}

/** At most this many contacts are listed; the rest are only counted. */
const MOST = 100

/**
 * Press contacts in the editors' order, or those that `query` finds, best first.
 * Throws when the database does not answer.
 */
export async function contacts(
  query: string,
  reader: Reader,
): Promise<{ total: number; more: boolean; contacts: ContactView[] }> {
  const terms = queryTerms(query)
  if (terms.length === 0) {
    const { total, docs } = await reader.slice('press-contacts', { skip: 0, most: MOST })
    const contacts = docs.map((doc) =>
      contactView({ ...doc, phones: doc.phones.map(({ number }) => number) }),
    )
    return { total, more: false, contacts }
  }
  const found = await reader.answered(JSON.stringify(['contacts', terms]), () =>
    findEntries({ terms, within: ['contact'], kinds: null, skip: 0, most: MOST }, reader.database),
  )
  const total = found.counts.contact ?? 0
  return {
    total,
    more: isMore(total),
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
  vcard: vcardAddress(contact.slug),
})

export async function contactSearchView(
  headings: { heading: string; listHeading: string },
  query: string,
  reader: Reader,
): Promise<ContactSearchView> {
  const { search, contact } = await labels(reader)
  const { more, ...found } = await contacts(query, reader)
  const { contact: one, contacts: many } = search
  return {
    ...headings,
    action: ADDRESSES.contactResults.path,
    api: ADDRESSES.contactsApi.path,
    hint: search.contactHint,
    button: search.button,
    query,
    ...found,
    vcardLabel: contact.vcard,
    status:
      found.total === 0
        ? search.none
        : fill(found.total === 1 ? one : many, { count: countText(found.total, more) }),
    counted: { one: one.text, many: many.text, most: COUNTED },
    none: search.none,
    noneHelp: search.noneHelp,
    clear: search.clear,
  }
}
