import { ADDRESSES, vcardAddress } from '../../domain/addresses.ts'
import { isNumber, queryTerms, type Term } from '../../domain/fold.ts'
import { ON_ONE_SIDE } from '../../domain/sides.ts'
import type { PressContact } from '../../payload-types.ts'
import type { Reader } from '../reading/reader.ts'
import { fill } from '../../domain/words/sentence.ts'
import { pressDutyView } from '../hours/press-duty.ts'
import { COUNTED, countText, isMore, RANKED } from '../search/search.ts'
import { findEntries } from '../search/search-database.ts'
import { labels } from '../reading/words.ts'
import { callView, type CallView } from './call.ts'
import { contactAnchor } from './contact-anchor.ts'

export type ContactView = {
  /** What the contact is called in a link. */
  id: string
  name: string
  title: string
  phones: string[]
  /** `Ring til Line Christensen` */
  whom: string
  email: string | null
  /** What the person answers about; none, if nothing is said. */
  subjects: string[]
  /** Beside the name, which says who is on it. */
  photo: { src: string; width: number; height: number } | null
  /** Address of the vCard. */
  vcard: string
}

/** The form (GET, works without scripts) and what it finds. On the press page all contacts are listed. */
export type ContactSearchView = {
  heading: string
  listHeading: string
  /** The list's id, for links to it. */
  listId: string
  /** Where the form leads: the results' own address, with `?q=`. */
  action: string
  /** Where the script asks for contacts while somebody types. */
  api: string
  hint: string
  button: string
  query: string
  /** The number found; `contacts` are those on this page of the list. */
  total: number
  contacts: ContactView[]
  vcardLabel: string
  /** Before the subjects. */
  subjectsLabel: string
  /** What is said when more is found than can be shown. */
  tooMany: string | null
  /** What is said when nothing is found. */
  none: string
  /** Whom to call then: the press duty, which is also shown if its number was searched for. Hidden until the script needs it. */
  help: { text: string; phone: CallView | null; isShown: boolean }
  /** The link back to all contacts. */
  clear: string
  /** The number found in words: `500+ kontakter`; or that there are none. */
  status: string
  /** For the script, which fills in the number: `{count} kontakt`, `{count} kontakter`. From `most` on it says `500+`. */
  counted: { one: string; many: string; most: number }
}

/** The number of the press duty, if the digits of a query are in it, and at least three of them. */
export async function dutyFound(query: string, reader: Reader): Promise<string | null> {
  const digits = queryTerms(query).map(({ folded }) => folded)
  if (!digits.every((word) => isNumber(word) && word.length >= LEAST_DIGITS)) return null
  const phone = await dutyPhone(reader)
  return phone && digits.length > 0 && digits.every((word) => phone.number.includes(word))
    ? phone.number
    : null
}

const LEAST_DIGITS = 3

async function dutyPhone(reader: Reader): Promise<CallView | null> {
  const { contactBox, phoneLabel } = await reader.global('press-duty')
  const { contact } = await labels(reader)
  const box = await reader.one('contact-boxes', contactBox)
  return box?.phone ? callView(phoneLabel, { name: box.name, number: box.phone }, contact) : null
}

type FoundContacts = { total: number; contacts: ContactView[] }

/**
 * The first `most` press contacts in the editors' order, or of those that `query` finds, best first.
 * Throws when the database does not answer.
 */
export async function firstContacts(query: string, most: number, reader: Reader): Promise<FoundContacts> {
  const terms = queryTerms(query)
  if (terms.length > 0) return findContacts(terms, { skip: 0, most }, reader)
  const { total, items } = await reader.first('press-contacts', most)
  return { total, contacts: await views(items, reader) }
}

/** The press contacts on the page of the list that is asked for. */
async function contactsOnSide(
  query: string,
  reader: Reader,
): Promise<FoundContacts & { sides: number; more: boolean; isCut: boolean }> {
  const most = ON_ONE_SIDE['press-contacts']
  const terms = queryTerms(query)
  if (terms.length === 0) {
    const { items, ...list } = await reader.divided('press-contacts', most)
    return { ...list, more: false, isCut: false, contacts: await views(items, reader) }
  }
  const first = await findContacts(terms, { skip: 0, most }, reader)
  const { total } = first
  const { skip, sides } = reader.partOf(Math.min(total, RANKED), most)
  const found = skip === 0 ? first : await findContacts(terms, { skip, most }, reader)
  return { ...found, total, sides, more: isMore(total), isCut: total > RANKED }
}

async function findContacts(
  terms: readonly Term[],
  part: { skip: number; most: number },
  reader: Reader,
): Promise<FoundContacts> {
  const found = await reader.answered(JSON.stringify(['contacts', terms, part]), () =>
    findEntries({ terms, within: ['contact'], kinds: null, ...part }, reader.database),
  )
  return {
    total: found.counts.contact ?? 0,
    contacts: await views(
      await reader.some(
        'press-contacts',
        found.results.map(({ id }) => id),
      ),
      reader,
    ),
  }
}

const views = (docs: readonly PressContact[], reader: Reader): Promise<ContactView[]> =>
  Promise.all(docs.map((doc) => contactView(doc, reader)))

async function contactView(contact: PressContact, reader: Reader): Promise<ContactView> {
  const media = await reader.one('media', contact.photo)
  const { contact: words } = await labels(reader)
  const size = media?.sizes?.portrait?.url ? media.sizes.portrait : media
  return {
    id: contactAnchor(contact.slug),
    name: contact.name,
    title: contact.title,
    phones: contact.phones.map(({ number }) => number),
    whom: fill(words.callWhom, { name: contact.name }),
    email: contact.email || null,
    subjects: contact.subjects ?? [],
    photo:
      size?.url && size.width && size.height
        ? { src: new URL(size.url, 'http://site').pathname, width: size.width, height: size.height }
        : null,
    vcard: vcardAddress(contact.slug),
  }
}

export async function contactSearchView(
  headings: { heading: string; listHeading: string },
  query: string,
  reader: Reader,
): Promise<{ search: ContactSearchView; sides: number }> {
  const { search, contact } = await labels(reader)
  const { more, sides, isCut, ...found } = await contactsOnSide(query, reader)
  const { contact: one, contacts: many } = search
  const duty = await pressDutyView(null, reader)
  // While nobody answers, from when on somebody will.
  const phone = duty?.status === 'closed' ? duty.phone : await dutyPhone(reader)
  const isDuty = (await dutyFound(query, reader)) !== null
  // The press duty counts as one, as it is shown as one.
  const total = found.total + Number(isDuty)
  const view = {
    ...headings,
    listId: 'kontakter',
    action: ADDRESSES.contactResults.path,
    api: ADDRESSES.contactsApi.path,
    hint: search.contactHint,
    button: search.button,
    query,
    contacts: found.contacts,
    total,
    vcardLabel: contact.vcard,
    subjectsLabel: contact.subjects,
    status: total === 0 ? search.none : fill(total === 1 ? one : many, { count: countText(total, more) }),
    counted: { one: one.text, many: many.text, most: COUNTED },
    tooMany: isCut ? search.many : null,
    none: search.none,
    help: {
      text: phone ? search.contactsNoneHelp : search.noneHelp,
      phone,
      isShown: isDuty || total === 0,
    },
    clear: search.clear,
  }
  return { search: view, sides }
}
