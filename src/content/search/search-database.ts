import type { Term } from '../../domain/fold.ts'
import type { Database } from '../../database/pool.ts'

/** What is found, as src/database/search keeps it; addresses and words of the site are added at reading. */
export type Found = {
  kind: Kind
  /** Of the document in its collection. */
  id: number
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
export async function findEntries(
  { terms, within, kinds, skip, most }: Question,
  database: Database,
): Promise<FoundEntries> {
  const { rows } = await database.query<{ found: FoundEntries }>(
    'SELECT search.find($1::text[], $2::text[], $3::text[], $4::text[], $5, $6) AS found',
    [terms.map(({ folded }) => folded), terms.map(({ plain }) => plain), within, kinds, skip, most],
  )
  if (!rows[0]) throw new Error('search.find answered nothing')
  return rows[0].found
}

/** The paths of the pages that were opened most, from the day `since` (YYYY-MM-DD) on, the most opened first. */
export async function findMostVisited(since: string, database: Database): Promise<string[]> {
  const { rows } = await database.query<{ path: string }>(
    'SELECT path FROM search.most_visited($1) AS path',
    [since],
  )
  return rows.map(({ path }) => path)
}
