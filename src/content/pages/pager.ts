import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'

/** The way from one page of a list to the others. */
export type PagerView = {
  label: string
  previous: { label: string; href: string } | null
  next: { label: string; href: string } | null
  now: string
}

/**
 * Null if one page holds the whole list.
 * @param page from 1
 */
export function pagerView(
  { label, page, pages }: { label: string; page: number; pages: number },
  addressOf: (page: number) => string,
  words: Words['search'],
): PagerView | null {
  if (pages <= 1) return null
  return {
    label,
    previous: page > 1 ? { label: words.previous, href: addressOf(page - 1) } : null,
    next: page < pages ? { label: words.next, href: addressOf(page + 1) } : null,
    now: fill(words.page, { page: String(page), pages: String(pages) }),
  }
}
