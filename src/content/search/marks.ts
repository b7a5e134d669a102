import { fold, plainOf, queryTerms } from '../../domain/fold.ts'

/** A text in pieces; the words that were searched for are hits. */
export type MarkedText = { text: string; hit: boolean }[]

/** Whether a word of a text was searched for. */
export type IsHit = (word: string) => boolean

/**
 * @param query as typed
 * @param others folded words that the search matched besides those that begin as typed
 */
export function hitsOf(query: string, others: readonly string[]): IsHit {
  const terms = queryTerms(query)
  const known = new Set(others)
  const seen = new Map<string, boolean>()
  const look = (word: string): boolean => {
    const folded = fold(word)
    if (folded === '') return false
    const spelled = [folded, plainOf(folded)]
    return spelled.some(
      (text) =>
        known.has(text) || terms.some((term) => text.startsWith(term.folded) || text.startsWith(term.plain)),
    )
  }
  return (word) => {
    const hit = seen.get(word) ?? look(word)
    seen.set(word, hit)
    return hit
  }
}

/** The position of the first hit; -1 if there is none. */
export function firstHit(text: string, isHit: IsHit): number {
  for (const { 0: word, index } of text.matchAll(WORDS)) if (isHit(word)) return index
  return -1
}

/** The text in pieces, with the hits marked. */
export function marked(text: string, isHit: IsHit): MarkedText {
  const pieces: MarkedText = []
  for (const [piece] of text.matchAll(WORDS)) {
    const hit = isHit(piece)
    const last = pieces.at(-1)
    if (last && last.hit === hit) last.text += piece
    else pieces.push({ text: piece, hit })
  }
  return pieces
}

/** The text without its marks. */
export const plainText = (text: MarkedText): string => text.map((piece) => piece.text).join('')

/** About `length` characters of a text around the first hit, in whole words. */
export function excerpt(text: string, isHit: IsHit, length: number): string {
  if (text.length <= length) return text
  const first = firstHit(text, isHit)
  const start = first < length / 2 ? 0 : text.indexOf(' ', first - length / 3) + 1
  const end = text.lastIndexOf(' ', start + length)
  const cut = text.slice(
    start,
    start + length >= text.length ? undefined : end > start ? end : start + length,
  )
  return `${start > 0 ? '… ' : ''}${cut}${start + cut.length < text.length ? ' …' : ''}`
}

/** A word, or what is between two words. */
const WORDS = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu
