import type { Term } from '../../domain/fold.ts'
import { ownPool } from '../reading/pool.ts'

const pool = ownPool('search', 4)

/** What is found, as migrations/…_search.ts keeps it; addresses and words of the site are added at reading. */
export type Found = {
  kind: Kind
  title: string
  line: string
  /** The first 8,000 characters. */
  body: string
  phones: string[]
  email: string | null
  slug: string | null
  acting: boolean
  /** The page on which it stands; null where that is the same for the whole kind. */
  page: number | null
}

export type Kind = 'contact' | 'leader' | 'department' | 'box' | 'page' | 'guidance' | 'principle' | 'story'

export type FoundEntries = {
  /** How many of each kind, without regard to `kinds`. */
  counts: Partial<Record<Kind, number>>
  /** Whether only typing errors were found. */
  near: boolean
  /** Words, folded, that were found besides those that begin as typed. */
  words: string[]
  results: Found[]
}

export type Question = {
  terms: readonly Term[]
  /** What is searched, and what of it is shown; null: all. */
  within: readonly Kind[] | null
  kinds: readonly Kind[] | null
  skip: number
  most: number
}

/** Asks the database. Throws when it does not answer within a second, or when too many ask at once. */
export async function findEntries({ terms, within, kinds, skip, most }: Question): Promise<FoundEntries> {
  const { rows } = await pool().query<{ found: FoundEntries }>(
    'SELECT search.find($1::text[], $2::text[], $3::text[], $4::text[], $5, $6) AS found',
    [terms.map(({ folded }) => folded), terms.map(({ plain }) => plain), within, kinds, skip, most],
  )
  if (!rows[0]) throw new Error('search.find answered nothing')
  return rows[0].found
}

/** The blocks that show a whole kind, each with the first published page that has it. */
export async function findPlaces(): Promise<Partial<Record<Place, number>>> {
  const { rows } = await pool().query<{ place: Place; page: number }>(PLACES)
  return Object.fromEntries(rows.map(({ place, page }) => [place, page]))
}

/** The paths of the pages that were opened most, from the day `since` (YYYY-MM-DD) on, the most opened first. */
export async function findMostVisited(since: string): Promise<string[]> {
  const { rows } = await pool().query<{ path: string }>('SELECT path FROM search.most_visited($1) AS path', [
    since,
  ])
  return rows.map(({ path }) => path)
}

type Place = 'contact' | 'guidance' | 'story' | 'principle'

const PLACES = Object.entries({
  contact: 'pages_blocks_contact_search',
  guidance: 'pages_blocks_aktindsigt_guidance',
  story: 'pages_blocks_story',
  principle: 'pages_blocks_principles',
} satisfies Record<Place, string>)
  .map(
    ([place, table]) => `(SELECT '${place}' AS place, pages.id AS page
      FROM ${table} AS block JOIN pages ON pages.id = block._parent_id
      WHERE pages._status = 'published' ORDER BY pages.id LIMIT 1)`,
  )
  .join(' UNION ALL ')
