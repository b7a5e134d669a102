import { queryTerms } from '../../domain/fold.ts'
import { excerpt, firstHit, hitsOf, marked, type IsHit, type MarkedText } from './marks.ts'
import { hitAddresses } from './hit-addresses.ts'
import type { Reader } from '../reading/reader.ts'
import { findEntries, type Found, type FoundEntries, type Kind } from './search-database.ts'
import { labels } from '../reading/words.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import { spellingOf } from './spelling.ts'

export type SearchResult = {
  type: string
  title: MarkedText
  href: string
  text: MarkedText
  breadcrumb: string[]
  /** Of whom one can call: the numbers, and whose hours tell whether somebody answers now. */
  reach: { phones: string[]; hours: 'press' | { box: number } | null } | null
}

/** What a visitor asks: the words, the kinds (as in addresses) to show, and which page of results, from 1. */
export type SearchQuestion = { query: string; types: readonly string[]; page: number }

/** A page of results, with the counts for all pages. */
export type SearchAnswer = {
  /** The query as it was searched. */
  query: string
  /** The number of results of the kinds that are shown. */
  total: number
  /** Whether there are more than `total`: counting ends at five hundred of a kind. */
  more: boolean
  counts: FoundEntries['counts']
  kinds: readonly Kind[]
  page: number
  pageCount: number
  /** The query as the results spell it, if they were found only by allowing typing errors. */
  suggestion: string | null
  results: SearchResult[]
}

export const PER_PAGE = 20
/** The database ranks so many, the best. */
export const RANKED = 200
export const MOST_PAGES = RANKED / PER_PAGE
/** The database stops counting here. */
export const COUNTED = 500
const EXCERPT = 200

/** The kinds in the order of the filters, each with its name in addresses. */
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
 * Searches everything published, best results first; pages after the last one are empty. Throws if the database does not
 * answer.
 */
export async function search(question: SearchQuestion, reader: Reader): Promise<SearchAnswer> {
  const { page } = question
  // The counts are the same for every page, and the first page is the one most likely kept.
  if (page > MOST_PAGES) return { ...(await search({ ...question, page: 1 }, reader)), page, results: [] }
  const query = question.query.trim()
  const kinds = KINDS.filter((kind) => question.types.includes(TYPES[kind]))
  const asked: Asked = { query, kinds, page }
  if (queryTerms(query).length === 0)
    return { ...asked, total: 0, more: false, counts: {}, pageCount: 0, suggestion: null, results: [] }
  return reader.answered(JSON.stringify(asked), () => answer(asked, reader))
}

/** Whether the count of a kind reached the limit. */
export const isMore = (count: number): boolean => count >= COUNTED

/** `1.204`, or `500+` if counting ended there. @param more whether it did; by default judged by the count of one kind */
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

/** How a hit is shown. A hit that no published page shows is left out. */
async function resultView(isHit: IsHit, reader: Reader): Promise<(found: Found) => SearchResult[]> {
  const [hrefOf, words] = await Promise.all([hitAddresses(reader), labels(reader)])
  return (found) => {
    const href = hrefOf(found)
    if (!href) return []
    const { title, line } = saidOf(found, words, reader)
    const holds = (part: string) => firstHit(part, isHit) >= 0
    const tells = line !== '' && (holds(title) || holds(line) || !holds(found.body))
    const text = tells ? line : found.body
    const { kind, page, part } = found
    const above = kind === 'page' && page !== null ? reader.ancestors(page) : []
    const within = part === '' ? null : reader.node(page)
    return [
      {
        type: words.kinds[kind],
        title: marked(title, isHit),
        href,
        text: marked(excerpt(text, isHit, EXCERPT), isHit),
        breadcrumb: [...above, ...(kind === 'page' && within ? [within] : [])].map((node) => node.title),
        reach: reachOf(found),
      },
    ]
  }
}

/** The title and the line under it, where they are other words than those that were searched. */
function saidOf(found: Found, words: Words, reader: Reader): Pick<Found, 'title' | 'line'> {
  const { kind, part, title, line } = found
  if (kind === 'guidance' && part !== '')
    return { title: words.deadline.title, line: words.search.deadlineLine }
  if (found.acting) return { title, line: fill(words.contact.acting, { title: line }) }
  const isFront = kind === 'page' && part === '' && line === ''
  return { title, line: isFront ? (reader.node(found.page)?.summary ?? '') : line }
}

function reachOf({ kind, collection, id, phones }: Found): SearchResult['reach'] {
  if (phones.length === 0) return null
  const hours = kind === 'contact' ? 'press' : collection === 'contact-boxes' ? { box: id } : null
  return { phones, hours }
}
