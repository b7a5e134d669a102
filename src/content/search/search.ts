import { queryTerms } from '../../domain/fold.ts'
import { excerpt, firstHit, hitsOf, marked, type IsHit, type MarkedText } from './marks.ts'
import { placesOf } from '../reading/places.ts'
import type { Reader } from '../reading/reader.ts'
import { findEntries, type Found, type FoundEntries, type Kind } from './search-database.ts'
import { labels } from '../reading/words.ts'
import { fill } from '../../domain/words/sentence.ts'
import { spellingOf } from './spelling.ts'

export type SearchResult = {
  type: string
  title: MarkedText
  href: string
  text: MarkedText
  breadcrumb: string[]
}

/** What a visitor asks: the words, the kinds (as in addresses) to show, and which page of results, from 1. */
export type SearchQuestion = { query: string; types: readonly string[]; page: number }

/** A page of results, and all there is to know about them. */
export type SearchAnswer = {
  /** The words as they were searched. */
  query: string
  /** Of the kinds that are shown. */
  total: number
  /** Whether there are more than `total`: of each kind five hundred are counted. */
  more: boolean
  counts: FoundEntries['counts']
  kinds: readonly Kind[]
  page: number
  pageCount: number
  /** How the words are spelled in what was found, when only typing errors were found. */
  suggestion: string | null
  results: SearchResult[]
}

export const PER_PAGE = 20
/** The database puts the best 200 in order. */
export const MOST_PAGES = 10
/** The database counts no further. */
export const COUNTED = 500
const EXCERPT = 200

/** The kinds in the order of the filters, each as it stands in addresses. */
export const TYPES: Record<Kind, string> = {
  contact: 'pressekontakt',
  leader: 'leder',
  department: 'organisation',
  box: 'kontakt',
  page: 'side',
  guidance: 'aktindsigt',
  principle: 'pejlemaerke',
  story: 'grundfortaelling',
}

export const KINDS = Object.keys(TYPES) as Kind[]

/**
 * What is found among everything published, best first; pages after the last one are empty. Throws when the database
 * does not answer.
 */
export async function search(question: SearchQuestion, reader: Reader): Promise<SearchAnswer> {
  const { page } = question
  // What all pages know, the first one does: it is the one that is likely kept.
  if (page > MOST_PAGES) return { ...(await search({ ...question, page: 1 }, reader)), page, results: [] }
  const query = question.query.trim()
  const kinds = KINDS.filter((kind) => question.types.includes(TYPES[kind]))
  const asked: Asked = { query, kinds, page }
  if (queryTerms(query).length === 0)
    return { ...asked, total: 0, more: false, counts: {}, pageCount: 0, suggestion: null, results: [] }
  return reader.answered(JSON.stringify(asked), () => answer(asked, reader))
}

/** Whether a count of a kind is where counting ended. */
export const isMore = (count: number): boolean => count >= COUNTED

/** `1.204`, or `500+` where counting ended. @param more whether it did; left out: by the count of one kind */
export const countText = (count: number, more = isMore(count)): string =>
  count.toLocaleString('da-DK') + (more ? '+' : '')

type Asked = Pick<SearchAnswer, 'query' | 'kinds' | 'page'>

async function answer({ query, kinds, page }: Asked, reader: Reader): Promise<SearchAnswer> {
  const question = {
    terms: queryTerms(query),
    within: null,
    kinds: kinds.length ? kinds : null,
    skip: (page - 1) * PER_PAGE,
    most: PER_PAGE,
  }
  const found = await findEntries(question, reader.database)
  const shown = kinds.length ? kinds : KINDS
  const total = shown.reduce((sum, kind) => sum + (found.counts[kind] ?? 0), 0)
  const view = await resultView(hitsOf(query, found.words), reader)
  const [best] = found.results
  return {
    query,
    kinds,
    page,
    total,
    more: shown.some((kind) => isMore(found.counts[kind] ?? 0)),
    counts: found.counts,
    pageCount: Math.min(Math.ceil(total / PER_PAGE), MOST_PAGES),
    suggestion: found.near && best ? spellingOf(query, [best.title, best.line, best.body]) : null,
    results: found.results.flatMap(view),
  }
}

/** How one found thing is shown; what stands on no published page is left out. */
async function resultView(isHit: IsHit, reader: Reader): Promise<(found: Found) => SearchResult[]> {
  const [places, { contact, kinds }] = await Promise.all([placesOf(reader), labels(reader)])
  const hrefOf = ({ kind, id, slug, page }: Found): string | undefined => {
    switch (kind) {
      case 'box': {
        const place = reader.node(places.box ?? places[`box:${id}`])
        return place ? `${place.href}#${slug}` : undefined
      }
      case 'page':
      case 'department':
      case 'leader':
        return reader.node(page)?.href
      default:
        return reader.node(places[kind])?.href
    }
  }
  return (found) => {
    const href = hrefOf(found)
    if (!href) return []
    const line = found.acting ? fill(contact.acting, { title: found.line }) : found.line
    const holds = (part: string) => firstHit(part, isHit) >= 0
    const tells = line !== '' && (holds(found.title) || holds(line) || !holds(found.body))
    const text = tells ? line : found.body
    return [
      {
        type: kinds[found.kind],
        title: marked(found.title, isHit),
        href,
        text: marked(excerpt(text, isHit, EXCERPT), isHit),
        breadcrumb:
          found.kind === 'page' && found.page !== null
            ? reader.ancestors(found.page).map(({ title }) => title)
            : [],
      },
    ]
  }
}
