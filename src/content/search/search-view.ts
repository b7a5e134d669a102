import { searchAddress } from '../../domain/addresses.ts'
import type { PageNode } from '../../domain/tree/page-tree.ts'
import { dateOf, dayAt } from '../../domain/time/copenhagen.ts'
import { placesOf } from '../reading/places.ts'
import type { Reader } from '../reading/reader.ts'
import { withReach, type ReachView } from './reach.ts'
import {
  countText,
  KINDS,
  MOST_PAGES,
  PER_PAGE,
  search,
  TYPES,
  type SearchAnswer,
  type SearchQuestion,
  type SearchResult,
} from './search.ts'
import { findMostVisited, type Kind } from './search-database.ts'
import { labels } from '../reading/words.ts'
import { around, fill, type Around } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import { callView, type CallView } from '../contacts/call.ts'
import type { LinkView } from '../pages/links.ts'
import { pagerView, type PagerView } from '../pages/pager.ts'

export type SearchView = {
  query: string
  total: number
  /** `12 resultater for »vej«`, or what to do when nothing is typed. */
  message: string
  help: string | null
  /** Another spelling, if results were found only by allowing typing errors. */
  suggestion: (Around & { text: string; href: string }) | null
  /** The kinds that were found; `current` ones are shown, and `href` switches one on or off. */
  filters: {
    label: string
    all: { label: string; href: string } | null
    items: { label: string; count: string; href: string; current: boolean }[]
  } | null
  results: (Omit<SearchResult, 'reach'> & { reach: ReachView | null })[]
  /** The number of the first result. */
  first: number
  pager: PagerView | null
  /** When nothing is found: the switchboard, if it has a number, and where to begin, with the page of all contact boxes first. */
  waysOut: { phone: CallView | null; label: string; links: LinkView[] } | null
}

/** What the search page shows between its header and footer. */
export async function searchView(question: SearchQuestion, reader: Reader): Promise<SearchView> {
  const asked = await search(question, reader)
  // A page after the last one shows the last one.
  const last = Math.max(asked.pageCount, 1)
  const answered = asked.page > last ? await search({ ...question, page: last }, reader) : asked
  const { search: words, kinds: kindWords } = await labels(reader)
  const { query, total, page, pageCount, suggestion } = answered
  const nothing = total === 0 ? words.none : null
  return {
    query,
    total,
    message: query ? foundSentence(answered, words) : words.empty,
    help: query ? (total > MOST_PAGES * PER_PAGE ? words.many : nothing) : null,
    suggestion:
      suggestion === null
        ? null
        : {
            ...around(words.suggestion),
            text: suggestion,
            href: searchAddress({ query: suggestion, types: [], page: 1 }),
          },
    filters: filtersView(answered, words, kindWords),
    results: await withReach(answered.results, reader),
    first: (page - 1) * PER_PAGE + 1,
    pager: pagerView(
      { label: words.more, page, pages: pageCount },
      (other) => answerAddress(answered, { page: other }),
      words,
    ),
    waysOut: query && total === 0 ? await waysOut(words, reader) : null,
  }
}

/** `12 resultater for »vej«`, and from the second page on also which page it is. */
function foundSentence(
  { query, total, more, page, pageCount }: SearchAnswer,
  words: Words['search'],
): string {
  const count = countText(total, more)
  if (total === 0) return fill(words.noResults, { query })
  if (total === 1) return fill(words.result, { count, query })
  return page > 1
    ? fill(words.resultsOnPage, { count, query, page: String(page), pages: String(pageCount) })
    : fill(words.results, { count, query })
}

const answerAddress = (
  { query, kinds }: SearchAnswer,
  other: { page?: number; kinds?: readonly Kind[] },
): string =>
  searchAddress({
    query,
    types: (other.kinds ?? kinds).map((kind) => TYPES[kind]),
    page: other.page ?? 1,
  })

function filtersView(
  answer: SearchAnswer,
  words: Words['search'],
  kindWords: Words['kinds'],
): SearchView['filters'] {
  const { counts, kinds } = answer
  const found = KINDS.filter((kind) => counts[kind] || kinds.includes(kind))
  if (found.length < 2) return null
  return {
    label: words.filters,
    all: kinds.length ? { label: words.clear, href: answerAddress(answer, { kinds: [] }) } : null,
    items: found.map((kind) => {
      const current = kinds.includes(kind)
      const others = current ? kinds.filter((other) => other !== kind) : [...kinds, kind]
      return {
        label: kindWords[kind],
        count: countText(counts[kind] ?? 0),
        current,
        href: answerAddress(answer, { kinds: others }),
      }
    }),
  }
}

/** Whom to call, the page with all numbers, and the most popular pages. */
async function waysOut(words: Words['search'], reader: Reader): Promise<SearchView['waysOut']> {
  const [footer, { box }, { contact }] = await Promise.all([
    reader.global('footer'),
    placesOf(reader),
    labels(reader),
  ])
  const numbers = reader.node(box)
  const ways = [
    ...(numbers ? [numbers] : []),
    ...(await waysIn(reader)).filter(({ id }) => id !== numbers?.id),
  ]
  return {
    phone: footer.phone ? callView(footer.name, { name: footer.name, number: footer.phone }, contact) : null,
    label: footer.phone ? words.noneHelp : words.noneWays,
    links: ways.map(({ title, href, summary }) => ({ label: title, href, description: summary })),
  }
}

const WAYS_IN = 6

/** The pages opened most often in the last 30 days, then those of the menu. */
async function waysIn(reader: Reader): Promise<PageNode[]> {
  const since = dateOf(dayAt(reader.now) - 29)
  // Read again each hour. If the counts cannot be read there is still the menu.
  const visited = await reader
    .answered(`most visited at ${reader.now.toString().slice(0, 13)}`, () =>
      findMostVisited(since, reader.database),
    )
    .catch((): string[] => [])
  const menu = reader.children(null).filter(({ inMenu }) => inMenu)
  const found = [...visited.flatMap((path) => reader.node(reader.pageAt(path)) ?? []), ...menu]
  const ways = new Map(found.map((page) => [page.id, page]))
  return [...ways.values()].filter(({ isFront }) => !isFront).slice(0, WAYS_IN)
}
