import { boxFeedAddress } from '../../domain/addresses.ts'
import { ON_ONE_SIDE } from '../../domain/sides.ts'
import type { ContactBox } from '../../payload-types.ts'
import type { Reader, Ref } from '../reading/reader.ts'
import { linkView } from '../pages/links.ts'
import { richText, type RichText } from '../pages/rich-text.ts'
import { hasSpecialDays } from '../files/special-events.ts'
import { hoursView, type HoursView, scheduleOf } from '../hours/schedules.ts'
import { callView, type CallView } from './call.ts'
import { type ContactBoxes, withCommonDays } from './common-days.ts'
import { labels } from '../reading/words.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'

/** `name` is unique on the page. */
type NamedHours = { name: string; view: HoursView }

export type ContactBoxView = {
  id: string
  name: string
  intro: RichText
  address: { street: string; city: string } | null
  phone: CallView | null
  /** `href` null: `text` says where to send a letter. */
  write: { label: string; href: string | null; text: string } | null
  /** Opening hours and phone hours; one for both if they are the same, none if none is known. */
  hours: NamedHours[]
  /** On the button that shows the week and the special days. */
  allHours: string
  /** The closed days and special hours as a calendar file; null if there are none. */
  calendarFeed: { label: string; href: string } | null
  note: { title: string; text: string } | null
}

/**
 * The chosen contact boxes, in that order. If none is chosen: all of them, in the editors' order. Of these, what stands on
 * the page that is asked for.
 */
export async function contactBoxViews(
  chosen: readonly Ref[],
  reader: Reader,
): Promise<ContactBoxes & { sides: number }> {
  const most = ON_ONE_SIDE['contact-boxes']
  const { items, sides } = chosen.length
    ? reader.part(await reader.some('contact-boxes', chosen), most)
    : await reader.divided('contact-boxes', most)
  const boxes = await Promise.all(items.map((doc) => contactBoxView(doc, reader)))
  const { contact } = await labels(reader)
  return { ...withCommonDays(boxes, contact), sides }
}

export async function contactBoxView(doc: ContactBox, reader: Reader): Promise<ContactBoxView> {
  const { contact } = await labels(reader)
  const city = [doc.postalCode, doc.city].filter(Boolean).join(' ')
  const address = doc.street ? { street: doc.street, city } : null
  const opening = await scheduleOf(doc.openingHours, doc, reader)
  const phone = await scheduleOf(doc.phoneHours, doc, reader)
  const hours = namedHours(
    doc.slug,
    opening && (await hoursView('opening', opening, reader)),
    phone && (await hoursView('phone', phone, reader)),
    contact,
  )
  return {
    id: doc.slug,
    name: doc.name,
    intro: await richText(doc.intro, reader),
    address,
    phone: doc.phone ? callView(contact.call, { name: doc.name, number: doc.phone }, contact) : null,
    write: await writeView(doc, contact, address, reader),
    hours,
    allHours: contact.allHours,
    calendarFeed: [opening, phone].some((dated) => dated && hasSpecialDays(dated, reader.now))
      ? { label: contact.calendarFeed, href: boxFeedAddress(doc.slug) }
      : null,
    note: doc.note?.title && doc.note.text ? { title: doc.note.title, text: doc.note.text } : null,
  }
}

function namedHours(
  slug: string,
  opening: HoursView | null,
  phone: HoursView | null,
  { bothHours }: Words['contact'],
): NamedHours[] {
  const named = [
    ...(opening ? [{ name: `${slug}-opening`, view: opening }] : []),
    ...(phone ? [{ name: `${slug}-phone`, view: phone }] : []),
  ]
  const [first, ...others] = named
  const areSame =
    first && others.length > 0 && others.every(({ view }) => saysOf(view) === saysOf(first.view))
  return areSame ? [{ ...first, view: { ...first.view, heading: bothHours } }] : named
}

/** What hours say, whatever they are called. */
const saysOf = (view: HoursView): string =>
  JSON.stringify({ ...view, heading: null, ownExceptionsCaption: null })

async function writeView(
  { write }: ContactBox,
  words: Words['contact'],
  address: ContactBoxView['address'],
  reader: Reader,
): Promise<ContactBoxView['write']> {
  if (!write?.shown) return null
  const { label, href } = await linkView({ label: words.write, ...write }, reader)
  if (href) return { label, href, text: words.writeLink }
  if (!address) return null
  const text = fill(words.writeByPost, { address: `${address.street}, ${address.city}` })
  return { label, href: null, text }
}
