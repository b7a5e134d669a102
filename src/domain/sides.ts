/** How much of a list stands on one page. The rest is on further pages of it, at `?side=2` and so on. */
export const ON_ONE_SIDE = {
  pages: 60,
  departments: 60,
  'press-contacts': 60,
  /** Each has two tables of hours. */
  'contact-boxes': 30,
} as const

/** A part of a list, and how many such parts there are. */
export type Part = { skip: number; most: number; sides: number }

/** Part number `side` (from 1) of `total` items, `most` in each; the last part if there are not so many. */
export function partOf(total: number, most: number, side: number): Part {
  const sides = Math.max(Math.ceil(total / most), 1)
  return { skip: (Math.min(side, sides) - 1) * most, most, sides }
}

/** The part in which an item stands. @param index from 0 */
export const sideOfItem = (index: number, most: number): number => Math.floor(index / most) + 1

/** How many parts of its own the sitemap of so many pages has: none while one file holds them all. */
export const countSitemapParts = (pages: number, most: number): number =>
  pages > most ? Math.ceil(pages / most) : 0

/** A sitemap lists no more addresses than this (sitemaps.org). */
export const MOST_IN_SITEMAP = 50_000

/** A page with another part of its lists. @param side which part, from 1 */
export const sideAddress = (path: string, side: number): string => (side > 1 ? `${path}?side=${side}` : path)

/** The path and the page of its lists that `sideAddress` made an address of. */
export function readSideAddress(address: string): { path: string; side: number } {
  const [path = '', side = '1'] = address.split('?side=')
  return { path, side: Number(side) }
}
