import { ON_ONE_SIDE } from '../../../src/domain/sides.ts'
import { sql } from '../../e2e/tools/sql.ts'

/** A published page and where it stands; the front page and the top have depth 1. */
export type Place = {
  id: number
  path: string
  depth: number
  title: string
  slug: string
  /** How many pages stand right below. */
  children: number
  listsChildren: boolean
}

/** A contact box that a page shows on the first side of its list, and the schedule of its opening hours. */
export type ShownBox = { page: number; box: number; schedule: number; followsCalendar: boolean }

export const readPlaces = (databaseUrl: string): Promise<Place[]> =>
  sql<Place>(
    databaseUrl,
    `WITH RECURSIVE place AS (
       SELECT id, title, slug, CASE slug WHEN 'forside' THEN '' ELSE '/' || slug END AS path, 1 AS depth
       FROM pages WHERE parent_id IS NULL AND _status = 'published'
       UNION ALL
       SELECT below.id, below.title, below.slug, place.path || '/' || below.slug, depth + 1
       FROM pages AS below JOIN place ON below.parent_id = place.id WHERE _status = 'published')
     SELECT id, title, slug, coalesce(nullif(path, ''), '/') AS path, depth,
            (SELECT count(*)::int FROM pages WHERE parent_id = place.id) AS children,
            EXISTS (SELECT FROM pages_blocks_child_pages WHERE _parent_id = place.id) AS "listsChildren"
     FROM place ORDER BY id`,
  )

export const readShownBoxes = (databaseUrl: string): Promise<ShownBox[]> =>
  sql<ShownBox>(
    databaseUrl,
    `SELECT block._parent_id AS page, box.id AS box, hours.id AS schedule, hours.follows_calendar AS "followsCalendar"
     FROM pages_blocks_contact_boxes AS block
     JOIN contact_boxes AS box ON CASE
       WHEN EXISTS (SELECT FROM pages_rels WHERE parent_id = block._parent_id AND contact_boxes_id IS NOT NULL)
       THEN EXISTS (SELECT FROM pages_rels WHERE parent_id = block._parent_id AND contact_boxes_id = box.id)
       ELSE box.id IN (SELECT id FROM contact_boxes WHERE _status = 'published' ORDER BY _order, id LIMIT $1) END
     JOIN opening_hours AS hours ON hours.id = box.opening_hours_id
     WHERE box._status = 'published' ORDER BY page, box`,
    [ON_ONE_SIDE['contact-boxes']],
  )

/** `YYYY-MM-DD` of the coming days of a week (1 is Monday), at least two days ahead, that are no day of the calendar. */
export async function freeDates(databaseUrl: string, weekday: number): Promise<string[]> {
  const rows = await sql<{ date: string }>(
    databaseUrl,
    `SELECT day::date::text AS date FROM generate_series(current_date + 2, current_date + 40, '1 day') AS day
     WHERE extract(isodow FROM day) = $1
       AND day::date NOT IN (SELECT (date AT TIME ZONE 'UTC')::date FROM calendar_days) ORDER BY day`,
    [weekday],
  )
  return rows.map(({ date }) => date)
}
