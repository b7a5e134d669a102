import type { PageRow } from '../domain/tree/page-tree.ts'
import type { Database } from './pool.ts'

// What stands at the site's addresses, as far as it grows with the municipality: plain SQL, as the CMS would build a query
// over every block for each page.

/** Pages, drafts too. @param ids of those to read; null: all */
export async function readPageRows(ids: readonly number[] | null, database: Database): Promise<PageRow[]> {
  const { rows } = await database.query<PageRow>(
    `SELECT id, parent_id AS parent, coalesce(slug, '') AS slug, _order AS "order", coalesce(title, '') AS title,
            nullif(summary, '') AS summary, coalesce(in_menu, true) AS "inMenu",
            to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt",
            coalesce(_status = 'published', false) AS "isPublished"
     FROM pages WHERE $1::int[] IS NULL OR id = ANY ($1)`,
    [ids],
  )
  return rows
}

/** What makes an address besides pages: redirects by the old address, published press contacts by their slug. */
export async function readNames(
  collection: 'redirects' | 'press-contacts',
  ids: readonly number[] | null,
  database: Database,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await database.query<{ id: number; name: string }>(names[collection], [ids])
  return rows
}

const names = {
  redirects: `SELECT id, "from" AS name FROM redirects WHERE $1::int[] IS NULL OR id = ANY ($1)`,
  'press-contacts': `SELECT id, slug AS name FROM press_contacts
    WHERE _status = 'published' AND ($1::int[] IS NULL OR id = ANY ($1))`,
}
