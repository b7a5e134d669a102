import { queryTerms } from '../domain/fold.ts'
import { pressDutyStatus } from '../domain/press-duty.ts'
import { excerpt, firstHit, hitsOf, marked, type IsHit } from './marks.ts'
import { pressDuty } from './press-duty.ts'
import type { Reader } from './reader.ts'
import { findEntries, findPlaces, type Found, type FoundEntries, type Kind } from './search-database.ts'
import { labels } from './shell.ts'
import { spellingOf } from './spelling.ts'
import type { SearchResult, SearchView } from './views.ts'

/** What a visitor asks: the words, the kinds (as in addresses) to show, and which page of results, from 1. */
export type SearchQuestion = { query: string; types: readonly string[]; page: number }

/** A page of results, and all there is to know about them. */
export type SearchAnswer = {
  /** The words as they were searched. */
  query: string
  /** Of the kinds that are shown. */
  total: number
  counts: FoundEntries['counts']
  kinds: readonly Kind[]
  page: number
  pageCount: number
  /** How the words are spelled in what was found, when only typing errors were found. */
  suggestion: string | null
  results: SearchResult[]
}

const PER_PAGE = 20
/** The database puts the best 300 in order. */
const MOST_PAGES = 15
const EXCERPT = 200

/** The kinds in the order of the filters: what people read, and what stands in addresses. */
const KINDS: Record<Kind, { label: string; type: string }> = {
  contact: { label: 'Pressekontakt', type: 'pressekontakt' },
  leader: { label: 'Leder', type: 'leder' },
  department: { label: 'Organisation', type: 'organisation' },
  box: { label: 'Kontakt', type: 'kontakt' },
  page: { label: 'Side', type: 'side' },
  guidance: { label: 'Aktindsigt', type: 'aktindsigt' },
  principle: { label: 'Pejlemærke', type: 'pejlemaerke' },
  story: { label: 'Grundfortælling', type: 'grundfortaelling' },
}

/** What is found among everything published, best first. Throws when the database does not answer. */
export async function search(
  { query: typed, types, page }: SearchQuestion,
  reader: Reader,
): Promise<SearchAnswer> {
  await reader.loadTree()
  const asked: Asked = {
    query: typed.trim(),
    kinds: (Object.keys(KINDS) as Kind[]).filter((kind) => types.includes(KINDS[kind].type)),
    page: Math.min(page, MOST_PAGES),
  }
  if (queryTerms(asked.query).length === 0)
    return { ...asked, total: 0, counts: {}, pageCount: 0, suggestion: null, results: [] }
  return reader.answered(JSON.stringify(asked), () => answer(asked, reader))
}

type Asked = Pick<SearchAnswer, 'query' | 'kinds' | 'page'>

async function answer({ query, kinds, page }: Asked, reader: Reader): Promise<SearchAnswer> {
  const found = await findEntries({
    terms: queryTerms(query),
    within: null,
    kinds: kinds.length ? kinds : null,
    skip: (page - 1) * PER_PAGE,
    most: PER_PAGE,
  })
  const shown = kinds.length ? kinds : (Object.keys(KINDS) as Kind[])
  const total = shown.reduce((sum, kind) => sum + (found.counts[kind] ?? 0), 0)
  const view = await resultView(hitsOf(query, found.words), reader)
  const [best] = found.results
  return {
    query,
    kinds,
    page,
    total,
    counts: found.counts,
    pageCount: Math.min(Math.ceil(total / PER_PAGE), MOST_PAGES),
    suggestion: found.near && best ? spellingOf(query, [best.title, best.line, best.body]) : null,
    results: found.results.flatMap(view),
  }
}

/** The search page's own part. */
export async function searchView(question: SearchQuestion, reader: Reader): Promise<SearchView> {
  const asked = await search(question, reader)
  // Someone who asks for a page after the last one gets the last one.
  const answered =
    asked.page > asked.pageCount && asked.total > 0
      ? await search({ ...question, page: asked.pageCount }, reader)
      : asked
  const words = (await labels(reader)).search
  const { query, total, page, pageCount, suggestion } = answered
  const count = total === 1 ? '1 resultat' : `${total || 'Ingen'} resultater`
  const nothing = total === 0 ? words.none : null
  return {
    query,
    total,
    message: query
      ? `${count} for »${query}«${page > 1 ? `, side ${page} af ${pageCount}` : ''}`
      : words.empty,
    help: query ? (total > MOST_PAGES * PER_PAGE ? words.many : nothing) : null,
    suggestion:
      suggestion === null
        ? null
        : { label: 'Mente du', text: suggestion, href: addressOf({ query: suggestion, types: [], page: 1 }) },
    filters: filtersView(answered),
    results: answered.results,
    first: (page - 1) * PER_PAGE + 1,
    pages:
      pageCount > 1
        ? {
            label: 'Flere resultater',
            previous:
              page > 1 ? { label: 'Forrige', href: answerAddress(answered, { page: page - 1 }) } : null,
            next:
              page < pageCount ? { label: 'Næste', href: answerAddress(answered, { page: page + 1 }) } : null,
            now: `Side ${page} af ${pageCount}`,
          }
        : null,
    waysOut: query && total === 0 ? await waysOut(words.noneHelp, reader) : null,
  }
}

/** `/soeg?q=…&type=…&page=…` */
function addressOf({ query, types, page }: SearchQuestion): string {
  const parameters = new URLSearchParams([['q', query], ...types.map((type) => ['type', type])])
  if (page > 1) parameters.set('page', String(page))
  return `/soeg?${parameters}`
}

const answerAddress = (
  { query, kinds }: SearchAnswer,
  other: { page?: number; kinds?: readonly Kind[] },
): string =>
  addressOf({
    query,
    types: (other.kinds ?? kinds).map((kind) => KINDS[kind].type),
    page: other.page ?? 1,
  })

function filtersView(answer: SearchAnswer): SearchView['filters'] {
  const { counts, kinds } = answer
  const found = (Object.keys(KINDS) as Kind[]).filter((kind) => counts[kind] || kinds.includes(kind))
  if (found.length < 2) return null
  return {
    label: 'Vis kun',
    all: kinds.length ? { label: 'Vis alle', href: answerAddress(answer, { kinds: [] }) } : null,
    items: found.map((kind) => {
      const current = kinds.includes(kind)
      const others = current ? kinds.filter((other) => other !== kind) : [...kinds, kind]
      return {
        label: KINDS[kind].label,
        count: counts[kind] ?? 0,
        current,
        href: answerAddress(answer, { kinds: others }),
      }
    }),
  }
}

/** Whom to call, the press too while somebody answers it, and the main ways into the site. */
async function waysOut(label: string, reader: Reader): Promise<SearchView['waysOut']> {
  const [footer, press, { phoneLabel }] = await Promise.all([
    reader.global('footer'),
    pressDuty(reader),
    reader.global('press-duty'),
  ])
  const answers = press && pressDutyStatus(press.duty, press.calendar, reader.now).status !== 'closed'
  return {
    phones: [
      ...(footer.phone ? [{ label: footer.name, number: footer.phone }] : []),
      ...(press && answers ? [{ label: phoneLabel, number: press.duty.phone }] : []),
    ],
    label,
    links: reader
      .children(null)
      .filter(({ inMenu, isFront }) => inMenu && !isFront)
      .map(({ title, href, summary }) => ({ label: title, href, description: summary })),
  }
}

/** How one found thing is shown; a page that has gone meanwhile is left out. */
async function resultView(isHit: IsHit, reader: Reader): Promise<(found: Found) => SearchResult[]> {
  const [places, { contact }] = await Promise.all([reader.derived('places', findPlaces), labels(reader)])
  const hrefOf = ({ kind, slug, page }: Found): string | undefined => {
    switch (kind) {
      case 'box':
        return `/kontakt#${slug}`
      case 'page':
      case 'department':
      case 'leader':
        return reader.node(page)?.href
      default:
        return reader.node(places[kind])?.href ?? '/'
    }
  }
  return (found) => {
    const href = hrefOf(found)
    if (!href) return []
    const line = found.acting ? `${contact.acting} ${found.line}` : found.line
    const holds = (part: string) => firstHit(part, isHit) >= 0
    const tells = line !== '' && (holds(found.title) || holds(line) || !holds(found.body))
    const text = tells ? line : found.body
    return [
      {
        type: KINDS[found.kind].label,
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
