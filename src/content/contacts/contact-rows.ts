import { ON_ONE_SIDE, sideAddress } from '../../domain/sides.ts'
import { placesOf } from '../reading/places.ts'
import type { Reader, Ref } from '../reading/reader.ts'
import { contactBoxViews, type ContactBoxView } from './contact-boxes.ts'

/** A contact box in one line: whose number it is, the number and whether somebody answers it now. */
export type ContactRow = Pick<ContactBoxView, 'id' | 'name' | 'phone' | 'hours' | 'note'> & {
  /** Where the whole box stands; null if no page shows all boxes. */
  href: string | null
}

/** The boxes that `contactBoxViews` shows, as rows. */
export async function contactRows(
  chosen: readonly Ref[],
  reader: Reader,
): Promise<{ rows: ContactRow[]; sides: number }> {
  const { boxes, sides } = await contactBoxViews(chosen, reader)
  const placeOf = await wholeBoxes(reader)
  const rows = boxes.map(({ id, name, phone, hours, note }) => ({
    id,
    name,
    phone,
    hours,
    note,
    href: placeOf(id),
  }))
  return { rows, sides }
}

/** Says by its slug where a box stands on the page that shows them all. */
async function wholeBoxes(reader: Reader): Promise<(slug: string) => string | null> {
  // Another page may come to show all boxes, and the place of one follows from those before it.
  reader.tags.add('pages').add('contact-boxes')
  const { box: page } = await placesOf(reader)
  const href = reader.node(page)?.href
  const most = ON_ONE_SIDE['contact-boxes']
  const sides = await reader.derived('sides of boxes by slug', async () => {
    const byId = await reader.sidesOf('contact-boxes', most)
    const docs = await reader.some('contact-boxes', [...byId.keys()])
    return new Map(docs.map(({ id, slug }) => [slug, byId.get(id) ?? 1]))
  })
  return (slug) => (href === undefined ? null : `${sideAddress(href, sides.get(slug) ?? 1)}#${slug}`)
}
