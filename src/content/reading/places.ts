import type { Database } from '../../database/pool.ts'
import type { Reader } from './reader.ts'

/** The pages that show things without a page of their own, by id. */
type Places = Partial<Record<Place | `box:${number}`, number>>

/** As `findPlaces`, read once for each state of the content. */
export const placesOf = (reader: Reader): Promise<Places> =>
  reader.derived('places', () => findPlaces(reader.database))

/**
 * For each kind the first published page with a block that shows all of it; and `box:12` for each contact box that a page
 * has chosen.
 */
export async function findPlaces(database: Database): Promise<Places> {
  const { rows } = await database.query<{ place: Place; page: number }>(PLACES)
  return Object.fromEntries(rows.map(({ place, page }) => [place, page]))
}

type Place = 'contact' | 'guidance' | 'story' | 'principle' | 'box'

const PLACES = Object.entries({
  contact: 'pages_blocks_contact_search',
  guidance: 'pages_blocks_aktindsigt_guidance',
  story: 'pages_blocks_story',
  principle: 'pages_blocks_principles',
  box: `(SELECT _parent_id FROM pages_blocks_contact_boxes AS block WHERE NOT EXISTS (
    SELECT FROM pages_rels AS chosen
    WHERE chosen.parent_id = block._parent_id AND chosen.path = block._path || '.' || block._order - 1 || '.boxes'))`,
} satisfies Record<Place, string>)
  .map(
    ([place, blocks]) => `(SELECT '${place}' AS place, pages.id AS page
      FROM ${blocks} AS block JOIN pages ON pages.id = block._parent_id
      WHERE pages._status = 'published' ORDER BY pages.id LIMIT 1)`,
  )
  .concat(
    `(SELECT 'box:' || chosen.contact_boxes_id, min(pages.id)
      FROM pages_rels AS chosen JOIN pages ON pages.id = chosen.parent_id
      WHERE pages._status = 'published' AND chosen.contact_boxes_id IS NOT NULL GROUP BY chosen.contact_boxes_id)`,
  )
  .join(' UNION ALL ')
