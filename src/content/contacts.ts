import { searchEntries, searchEntry } from '../domain/fold.ts'
import type { PressContact } from '../payload-types.ts'
import type { Reader } from './reader.ts'
import { labels } from './shell.ts'
import type { ContactSearchView, ContactView } from './views.ts'

/** Where the contact search's results have their own address. */
export const CONTACT_RESULTS = '/soeg/pressekontakt'

/** Press contacts in the editors' order, or those that `query` finds, best first. */
export async function contacts(query: string, reader: Reader): Promise<ContactView[]> {
  const docs = await reader.all('press-contacts')
  const found = searchEntries(
    query,
    await reader.derived('contact entries', async () => docs.map(contactEntry)),
  )
  return found.flatMap((index) => (docs[index] ? [contactView(docs[index])] : []))
}

/** What a press contact is found by. */
export const contactEntry = ({ name, title, email, phones }: PressContact) =>
  searchEntry(
    `${name} ${title} ${email ?? ''}`,
    phones.map(({ number }) => number),
  )

const contactView = (doc: PressContact): ContactView => ({
  name: doc.name,
  title: doc.title,
  phones: doc.phones.map(({ number }) => number),
  email: doc.email || null,
  vcard: vcardPath(doc),
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
    contacts: await contacts(query, reader),
    vcardLabel: contact.vcard,
    counted: { one: search.contact, many: search.contacts },
    none: search.none,
    noneHelp: search.noneHelp,
    clear: search.clear,
  }
}
