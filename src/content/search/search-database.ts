import type { Term } from '../../domain/fold.ts'
import type { Database } from '../../database/pool.ts'

/** A hit as the database has it; its address and the site's words are added later. */
export type Found = {
  kind: Kind
  collection: string
  /** The document's id in its collection. */
  id: number
  /** Which part of the document, where it has several entries: an appointment's id, what unfolds, `frist`. */
  part: string
  title: string
  line: string
  /** The first 8,000 characters. */
  body: string
  phones: string[]
  email: string | null
  slug: string | null
  acting: boolean
  /** The page that shows it; null if one page shows the whole kind. */
  page: number | null
}

export type Kind = 'contact' | 'leader' | 'department' | 'box' | 'page' | 'guidance' | 'principle' | 'story'

export type FoundEntries = {
  /** How many of each kind, whatever `kinds` says. */
  counts: Partial<Record<Kind, number>>
  /** Whether it was found only by allowing typing errors. */
  near: boolean
  /** Folded words that were matched besides those that begin as typed. */
  words: string[]
  results: Found[]
}

export type Question = {
  terms: readonly Term[]
  /** `within`: the kinds to search; `kinds`: those of them to show; null: all. */
  within: readonly Kind[] | null
  kinds: readonly Kind[] | null
  skip: number
  most: number
}

/** Throws if the database does not answer within a second, or if too many searches run at once. */
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

/** The paths opened most often since the day `since` (YYYY-MM-DD), the most popular first. */
export async function findMostVisited(since: string, database: Database): Promise<string[]> {
  const { rows } = await database.query<{ path: string }>(
    'SELECT path FROM search.most_visited($1) AS path',
    [since],
  )
  return rows.map(({ path }) => path)
}
