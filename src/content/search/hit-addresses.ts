import { ADDRESSES } from '../../domain/addresses.ts'
import { ON_ONE_SIDE, sideAddress } from '../../domain/sides.ts'
import { anchorOf } from '../pages/anchors.ts'
import { contactAnchor } from '../contacts/contact-anchor.ts'
import { departmentAnchor, departmentPlaces, leaderAnchor } from '../pages/organisation.ts'
import { placesOf } from '../reading/places.ts'
import type { Reader, Ref } from '../reading/reader.ts'
import type { Found } from './search-database.ts'

/** Says where a hit stands: the page, which side of its list, and the thing itself on it; undefined if no published page shows it. */
export async function hitAddresses(reader: Reader): Promise<(found: Found) => string | undefined> {
  const [places, boxSides, contactSides, departments] = await Promise.all([
    placesOf(reader),
    reader.sidesOf('contact-boxes', ON_ONE_SIDE['contact-boxes']),
    reader.sidesOf('press-contacts', ON_ONE_SIDE['press-contacts']),
    departmentPlaces(reader),
  ])

  const at = (place: Ref, anchor: string, side = 1): string | undefined => {
    const node = reader.node(place)
    return node ? [sideAddress(node.href, side), anchor].filter(Boolean).join('#') : undefined
  }

  function boxAt({ collection, id, slug }: Found): string | undefined {
    if (collection === 'footer') return at(places.box, FOOTER) ?? `/#${FOOTER}`
    const chosen = places.boxes.get(id)
    return places.box
      ? at(places.box, slug ?? '', boxSides.get(id))
      : at(chosen?.page, slug ?? '', chosen?.side)
  }

  function departmentAt({ kind, id, part, page }: Found): string | undefined {
    const place = departments.get(`${page}:${id}`)
    const anchor = kind === 'leader' && place?.isWhole ? leaderAnchor(part) : departmentAnchor(id)
    return at(page, place ? anchor : '', place?.side)
  }

  return (found) => {
    const { kind, id, part, title, slug, page } = found
    switch (kind) {
      case 'box':
        return boxAt(found)
      case 'contact':
        return at(places.contact, contactAnchor(slug ?? ''), contactSides.get(id))
      case 'department':
      case 'leader':
        return departmentAt(found)
      case 'page':
        return at(page, part === '' ? '' : anchorOf(title))
      case 'guidance':
        return part === ''
          ? at(places.parts.get(id) ?? places.guidance, anchorOf(title))
          : ADDRESSES.deadline.path
      case 'principle':
      case 'story':
        return at(places[kind], anchorOf(title))
    }
  }
}

/** What the foot of each page is called in a link. */
const FOOTER = 'sidefod'
