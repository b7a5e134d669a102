import { addressKind, ADDRESSES } from '../../domain/addresses.ts'
import type { PageNode } from '../../domain/tree/page-tree.ts'

/** How many pages the feed holds. */
export const MOST_IN_FEED = 50

/**
 * The pages that changed last, the newest first, as an Atom feed (RFC 4287). A page keeps its id when it moves.
 * @param title of the feed; @param author the municipality's name
 * @param pages published ones, the newest change first
 */
export function changesFeed(
  { title, author }: { title: string; author: string },
  pages: readonly PageNode[],
  siteUrl: string,
): string {
  const listed = pages.filter(({ href }) => addressKind(href).engines === 'listed')
  const { host } = new URL(siteUrl)
  // RFC 4151: the year stands for whoever has the name then.
  const id = (of: string) => `tag:${host.replace(/:\d+$/, '')},2026:${of}`
  const entries = listed.map(
    ({ id: page, href, title: name, summary, updatedAt }) =>
      `<entry><id>${id(`side:${page}`)}</id><title>${escaped(name)}</title><updated>${updatedAt}</updated>` +
      `<link href="${escaped(siteUrl + href)}"/>${summary ? `<summary>${escaped(summary)}</summary>` : ''}</entry>`,
  )
  const updated = listed[0]?.updatedAt ?? '1970-01-01T00:00:00Z'
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">` +
    `<id>${id('aendringer')}</id><title>${escaped(title)}</title><updated>${updated}</updated>` +
    `<author><name>${escaped(author)}</name></author><link href="${siteUrl}/"/>` +
    `<link rel="self" type="application/atom+xml" href="${siteUrl}${ADDRESSES.changesFeed.path}"/>${entries.join('')}</feed>\n`
  )
}

/** A text in XML, without the signs that XML cannot hold. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
