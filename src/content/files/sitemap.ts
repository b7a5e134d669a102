import { addressKind, ADDRESSES, sitemapPart, sitemapPartAddress } from '../../domain/addresses.ts'
import { countSitemapParts, MOST_IN_SITEMAP } from '../../domain/sides.ts'
import type { PageNode } from '../../domain/tree/page-tree.ts'

/** What a sitemap reads of the published pages. */
type Pages = {
  countPages(): number
  pagesByAge(part: { skip: number; most: number }): PageNode[]
}

/** Pages that are made for each request and listed as editors' pages are; they stand first. */
const MADE = Object.values(ADDRESSES)
  .filter(({ answer, engines }) => answer === 'made' && engines === 'listed')
  .map(({ path }) => path)

/**
 * The sitemap; if it would be too long, the list of its parts, or one of them. A page stays in its part as long as no older
 * one goes. Null for a part that there is not.
 * @param most pages in a file
 */
export function sitemap(
  path: string,
  siteUrl: string,
  pages: Pages,
  most = MOST_IN_SITEMAP - MADE.length,
): string | null {
  const parts = countSitemapParts(pages.countPages(), most)
  if (path !== ADDRESSES.sitemap.path) {
    const part = sitemapPart(path)
    return part === null || part > parts
      ? null
      : urlSet(pages.pagesByAge({ skip: (part - 1) * most, most }), siteUrl, part === 1 ? MADE : [])
  }
  if (parts === 0) return urlSet(pages.pagesByAge({ skip: 0, most }), siteUrl, MADE)
  const addresses = Array.from({ length: parts }, (_, index) => sitemapPartAddress(index + 1))
  return xml(
    'sitemapindex',
    addresses.map((address) => `<sitemap><loc>${siteUrl}${address}</loc></sitemap>`),
  )
}

function urlSet(pages: readonly PageNode[], siteUrl: string, made: readonly string[]): string {
  const urls = pages
    .filter(({ href }) => addressKind(href).engines === 'listed')
    .map(({ href, updatedAt }) => `<url><loc>${siteUrl}${href}</loc><lastmod>${updatedAt}</lastmod></url>`)
  return xml('urlset', [...made.map((path) => `<url><loc>${siteUrl}${path}</loc></url>`), ...urls])
}

const xml = (root: string, elements: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${elements.join('')}</${root}>\n`
