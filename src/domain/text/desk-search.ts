import { fold, isNumber, plainOf, queryTerms, type Term, wordTerms } from '../fold.ts'
import { inPairs } from '../phone.ts'

/** A text in pieces; what was searched for is a hit. */
export type Piece = { text: string; isHit: boolean }

/** A document or global that editors find. */
export type DeskHit = {
  /** Its form in the admin. */
  address: string
  /** What it is, as »Side«. */
  kind: string
  title: string
  /** Null of what has no drafts. */
  status: DeskStatus | null
  /** Where in its texts it was found; else how they begin. */
  snippet: Piece[]
  /** Whether visitors read it there, and no longer the newest draft. */
  isShownOnly: boolean
}

export type DeskStatus = 'published' | 'changed' | 'draft' | 'unpublished'

export const DESK_STATUS: Record<DeskStatus, string> = {
  published: 'Offentliggjort',
  changed: 'Offentliggjort, med en kladde',
  draft: 'Kladde',
  unpublished: 'Afpubliceret',
}

/** What a search of the editors finds. */
export type DeskFound = {
  /** What stands at the address that was typed or pasted, and why where that is not plain. */
  opens: { hit: DeskHit; why: string | null } | null
  /** Of the kind that was asked for. */
  hits: DeskHit[]
  total: number
  /** How many of each kind there are, as the admin lists them. */
  kinds: { slug: string; label: string; total: number }[]
}

/** How many hits a page of results has. */
export const HITS_ON_PAGE = 20

/** How a query may be read: numbers that stand beside each other may be one. None if it is too short. */
export function readingsOf(query: string): Term[][] {
  const joined = queryTerms(query)
  const apart = wordTerms(query)
  if (apart.map(({ folded }) => folded).join('').length < 2) return []
  const [only] = joined.length === 1 ? joined : []
  const isPhone = only !== undefined && isNumber(only.folded) && only.folded.length >= 8
  return isPhone || joined.length === apart.length ? [joined] : [joined, apart]
}

/** About so many characters are shown of a text. */
const LENGTH = 150

/** Of the texts of a document, one a line, the one with the most of what was searched for, cut around it. */
export function snippetOf(body: string, query: string): { pieces: Piece[]; isFound: boolean } {
  const readings = readingsOf(query)
  const lines = body.split('\n').map((text) => {
    const line = inPairs(text)
    return { line, hits: hitsIn(line, readings) }
  })
  const most = Math.max(0, ...lines.map(({ hits }) => new Set(hits.map(({ term }) => term)).size))
  const best = lines.find(({ hits }) => new Set(hits.map(({ term }) => term)).size === most)
  return best ? { pieces: cut(best.line, best.hits), isFound: most > 0 } : { pieces: [], isFound: false }
}

type Hit = { from: number; to: number; term: string }

function hitsIn(line: string, readings: readonly Term[][]): Hit[] {
  const terms = readings.flat()
  const hits: Hit[] = []
  for (const { 0: word, index } of line.matchAll(WORDS)) {
    const folded = fold(word)
    const spelled = [folded, plainOf(folded)]
    const term = terms.find((one) => spelled.some((text) => has(text, one)))
    if (term) hits.push({ from: index, to: index + word.length, term: term.folded })
  }
  for (const { folded } of terms.filter((term) => isNumber(term.folded) && term.folded.length > 3)) {
    const number = [...folded.replace(/^45(?=\d{8}$)/, '')].join('[\\s.()/-]{0,2}')
    for (const { 0: found, index } of line.matchAll(new RegExp(number, 'g')))
      hits.push({ from: index, to: index + found.length, term: folded })
  }
  return hits.toSorted((one, other) => one.from - other.from || other.to - one.to)
}

/** As the database finds words: those that begin so, and from three letters on those with it inside. */
const has = (word: string, { folded, plain }: Term): boolean =>
  [folded, plain].some(
    (text) =>
      (text.length === 1 ? word === text : word.startsWith(text)) ||
      (text.length > 2 && !isNumber(text) && word.includes(text)),
  )

function cut(line: string, hits: readonly Hit[]): Piece[] {
  const first = hits[0]?.from ?? 0
  const start = line.length <= LENGTH || first < LENGTH / 2 ? 0 : line.indexOf(' ', first - LENGTH / 3) + 1
  const whole = start + LENGTH >= line.length
  const end = whole ? line.length : Math.max(line.lastIndexOf(' ', start + LENGTH), start + LENGTH / 2)
  const pieces: Piece[] = []
  const add = (text: string, isHit: boolean) => text && pieces.push({ text, isHit })
  let at = start
  for (const { from, to } of hits) {
    if (from < at || to > end) continue
    add(line.slice(at, from), false)
    add(line.slice(from, to), true)
    at = to
  }
  add(line.slice(at, end), false)
  if (start > 0) pieces.unshift({ text: '… ', isHit: false })
  return whole ? pieces : [...pieces, { text: ' …', isHit: false }]
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu
