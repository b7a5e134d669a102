import type { Database } from '../../database/pool.ts'
import { ON_ONE_SIDE, sideOfItem } from '../../domain/sides.ts'
import type { Reader } from './reader.ts'

/** The pages that show things without a page of their own, by id. */
type Places = Partial<Record<Place, number>> & {
  /** By id of a part of the guidance: the page that shows most parts, of those that show it. */
  parts: ReadonlyMap<number, number>
  /** By id of a contact box that a page has chosen: that page, and on which side of its list. */
  boxes: ReadonlyMap<number, { page: number; side: number }>
}

/** As `findPlaces`, read once for each state of the content. */
export const placesOf = (reader: Reader): Promise<Places> =>
  reader.derived('places', () => findPlaces(reader.database))

/**
 * For each kind the first published page with a block that shows all of it; and the first for each contact box that a page
 * has chosen.
 */
export async function findPlaces(database: Database): Promise<Places> {
  const { rows: places } = await database.query<{ place: Place; page: number }>(PLACES)
  const { rows: parts } = await database.query<{ part: number; page: number }>(CHOSEN_GUIDANCE)
  const { rows: boxes } = await database.query<{ box: number; page: number; index: number }>(CHOSEN_BOXES)
  return {
    ...Object.fromEntries(places.map(({ place, page }) => [place, page])),
    parts: new Map(parts.map(({ part, page }) => [part, page])),
    boxes: new Map(
      boxes.map(({ box, page, index }) => [
        box,
        { page, side: sideOfItem(index, ON_ONE_SIDE['contact-boxes']) },
      ]),
    ),
  }
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
  .join(' UNION ALL ')

/** `index`: the place of the box among the published ones of its block, from 0. */
const CHOSEN_BOXES = `
  SELECT DISTINCT ON (box) box, page, index::int FROM (
    SELECT box.id AS box, pages.id AS page,
           row_number() OVER (PARTITION BY chosen.parent_id, chosen.path ORDER BY chosen."order") - 1 AS index
    FROM pages_rels AS chosen
    JOIN pages ON pages.id = chosen.parent_id AND pages._status = 'published'
    JOIN contact_boxes AS box ON box.id = chosen.contact_boxes_id AND box._status = 'published') AS shown
  ORDER BY box, page, index`

const CHOSEN_GUIDANCE = `
  SELECT DISTINCT ON (part) part, page FROM (
    SELECT chosen.aktindsigt_guidance_id AS part, pages.id AS page, count(*) OVER (PARTITION BY pages.id) AS parts
    FROM pages_rels AS chosen
    JOIN pages ON pages.id = chosen.parent_id AND pages._status = 'published'
    WHERE chosen.aktindsigt_guidance_id IS NOT NULL) AS shown
  ORDER BY part, parts DESC, page`

/** The departments whose units pages show, in the order of the pages. */
export async function departmentBlocks(database: Database): Promise<{ page: number; top: number }[]> {
  const { rows } = await database.query<{ page: number; top: number }>(`
    SELECT pages.id AS page, block.department_id AS top
    FROM pages_blocks_department AS block JOIN pages ON pages.id = block._parent_id AND pages._status = 'published'
    WHERE block.department_id IS NOT NULL ORDER BY pages.id, block._order`)
  return rows
}
