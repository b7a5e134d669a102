import { formatDate } from '../../domain/time/danish-time.ts'
import { addressKind, ADDRESSES, contactResultsAddress } from '../../domain/addresses.ts'
import { sideAddress } from '../../domain/sides.ts'
import { redirectOfKey } from '../../domain/tree/old-address.ts'
import type { PageNode } from '../../domain/tree/page-tree.ts'
import { FRONT_PAGE_SLUG } from '../../domain/tree/tree.ts'
import { around, fill, type Around, type Sentence } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '../../payload-types.ts'
import { type Anchor, mainHeadings, nameHeadings, type NamedBlock } from './anchors.ts'
import { blockView, type BlockView } from './blocks.ts'
import { contactSearchView } from '../contacts/contacts.ts'
import { countText } from '../search/search.ts'
import { jsonLd } from './json-ld.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { pagerView, type PagerView } from './pager.ts'
import { sharePicture, type SharePicture } from './share-picture.ts'
import { menuWith, shareView, shellView, statementAddress, type ShellView } from './shell.ts'

export type PageView = {
  shell: ShellView
  /** The absolute address of this page. */
  url: string
  title: string
  /** The title as the browser's tab and search engines show it. */
  metaTitle: string
  summary: string | null
  /** False tells search engines to leave it out: results and error pages. */
  indexed: boolean
  breadcrumb: { label: string; items: { label: string; href: string | null }[] } | null
  blocks: NamedBlock[]
  /** The main headings of a long page. `isNarrow`: it is long where boxes stand one above the other only. */
  contents: { label: string; items: Anchor[]; isNarrow: boolean } | null
  /** To the other pages of the page's lists. It stands in the one block that is divided, by number; at the foot if several are. */
  pager: { view: PagerView; block: number | null } | null
  /** The date as text and as an instant, with the words around it. */
  updated: (Around & { iso: string; text: string }) | null
  share: ReturnType<typeof shareView> | null
  /** What is shown where the page is shared. */
  picture: SharePicture
  /** Ready JSON-LD objects. */
  jsonLd: object[]
}

export type PageAnswer =
  { found: 'page'; view: PageView } | { found: 'redirect'; to: string } | { found: 'nothing' }

/**
 * What is at `path`: a published page, a redirect made when a page moved or by an editor, or nothing.
 * @param path starts with `/`, no trailing slash, no query; or the key of a redirect that has one
 * @param siteUrl public origin, for absolute addresses
 */
export async function pageAt(path: string, siteUrl: string, reader: Reader): Promise<PageAnswer> {
  const id = reader.pageAt(path)
  const doc = await reader.one('pages', id)
  if (doc) {
    const place = { path, above: reader.ancestors(doc.id) }
    return { found: 'page', view: await contentPage(doc, place, siteUrl, reader) }
  }
  if (path === ADDRESSES.notFound.path || path === ADDRESSES.failed.path) {
    return { found: 'page', view: await errorPage(path, siteUrl, reader) }
  }
  if (path === ADDRESSES.statement.path) {
    const to = await statementAddress(reader)
    return to ? { found: 'redirect', to } : { found: 'nothing' }
  }
  const redirect = await reader.named('redirects', redirectOfKey(path))
  const to = redirect?.page ? reader.node(redirect.page)?.href : redirect?.url
  return to ? { found: 'redirect', to } : { found: 'nothing' }
}

/** The contact search's results: a page with the contacts that `query` finds. */
export async function contactResultsPage(query: string, siteUrl: string, reader: Reader): Promise<PageView> {
  const words = await labels(reader)
  const { contactTitle, contactFor, contactsFor, contactsNone, contactForm, contactList } = words.search
  const headings = { heading: contactForm, listHeading: contactList }
  const { search, sides } = await contactSearchView(headings, query, reader)
  const found = search.total === 1 ? contactFor : contactsFor
  const asked = query.trim()
  const counted =
    search.total === 0
      ? fill(contactsNone, { query: asked })
      : fill(found, { count: countText(search.total), query: asked })
  const title = asked ? counted : contactTitle
  const { path } = ADDRESSES.contactResults
  const blocks: BlockView[] = [{ type: 'contactSearch', search, sides }]
  return {
    ...(await framePage({ title, path, query: '', siteUrl }, reader)),
    metaTitle: titleOnSide(title, words, reader),
    blocks,
    pager: pager(blocks, (side) => contactResultsAddress({ query: asked, side }), words, reader),
  }
}

/** The title of a page, with which page of its lists it is. */
const titleOnSide = (title: string, { shell }: Words, { side, sides }: Reader): string =>
  side > 1 ? fill(shell.titleOnPage, { title, page: String(side), pages: String(sides) }) : title

/** The pager of a page, and in which of its blocks it stands. */
function pager(
  blocks: readonly BlockView[],
  addressOf: (side: number) => string,
  { shell, search }: Words,
  reader: Reader,
): PageView['pager'] {
  const divided = blocks.filter((block) => 'sides' in block && block.sides > 1)
  const [only] = divided.length === 1 ? divided : []
  // The list of contacts stands below much else.
  const anchor = only?.type === 'contactSearch' ? `#${only.search.listId}` : ''
  const view = pagerView(
    { label: shell.listPages, page: reader.side, pages: reader.sides },
    (side) => addressOf(side) + anchor,
    search,
  )
  return view && { view, block: only ? blocks.indexOf(only) : null }
}

/** A page without an editor's content: results and errors. */
export async function framePage(
  { title, path, query, siteUrl }: { title: string; path: string; query: string; siteUrl: string },
  reader: Reader,
): Promise<PageView> {
  const shell = await shellView(path, query, reader)
  return {
    shell,
    url: siteUrl + path,
    title,
    metaTitle: title,
    summary: null,
    indexed: addressKind(path).engines === 'listed',
    breadcrumb: null,
    blocks: [],
    contents: null,
    pager: null,
    updated: null,
    share: null,
    picture: sharePicture([], shell.siteName, siteUrl),
    jsonLd: [],
  }
}

/**
 * A page as visitors would read it with what is written now, below what is public above it.
 * @param doc as it is stored (depth 0), saved or not; without an address name it has one of its own
 * @param shownAt where it is shown, if not at its address
 */
export async function pagePreview(
  doc: Page,
  siteUrl: string,
  reader: Reader,
  shownAt?: string,
): Promise<PageView> {
  const parent = reader.node(doc.parent)
  const above = parent ? [...reader.ancestors(parent.id), parent] : []
  const isFront = doc.slug === FRONT_PAGE_SLUG && !doc.parent
  const [under = ''] = above.toReversed().map(({ href }) => href.replace(/^\/$/, ''))
  const path = isFront ? '/' : `${under}/${doc.slug || 'ny-side'}`
  const place = { path, above, ...(shownAt !== undefined && { shownAt }) }
  const title = doc.title || 'Uden titel'
  const view = await contentPage({ ...doc, title }, place, siteUrl, reader)
  const menu = menuWith(view.shell.menu, {
    from: reader.node(doc.id)?.href,
    to: doc.inMenu && !parent && !isFront ? { label: title, href: path, current: true } : null,
  })
  return { ...view, shell: { ...view.shell, menu } }
}

/** They need the whole width, and have their own ways to what is in them. */
const OVERVIEWS = new Set<BlockView['type']>([
  'pressDuty',
  'contactSearch',
  'department',
  'organisationChart',
])

/** How many main headings make a page long. */
const FEWEST_CONTENTS = 5

type Place = { path: string; above: PageNode[]; shownAt?: string }

async function contentPage(
  doc: Page,
  { path, above, shownAt = path }: Place,
  siteUrl: string,
  reader: Reader,
): Promise<PageView> {
  const words = await labels(reader)
  const blocks = (
    await Promise.all((doc.blocks ?? []).map((block) => blockView(block, doc.id, reader)))
  ).flat()
  const { side } = reader
  const url = siteUrl + sideAddress(path, side)
  const isFront = path === '/'
  const here = fill(words.search.page, { page: String(side), pages: String(reader.sides) })
  const crumbs = above.filter((ancestor) => !ancestor.isFront)
  const shell = await shellView(path, '', reader)
  const named = nameHeadings(blocks).blocks
  const items = named.some(({ type }) => OVERVIEWS.has(type)) ? [] : mainHeadings(named)
  const view: PageView = {
    shell,
    url,
    title: doc.title,
    metaTitle: titleOnSide(doc.title, words, reader),
    summary: doc.summary || null,
    indexed: addressKind(path).engines === 'listed',
    breadcrumb: isFront
      ? null
      : {
          label: words.shell.breadcrumb,
          items: [
            { label: words.shell.home, href: '/' },
            ...crumbs.map(({ title, href }) => ({ label: title, href })),
            { label: doc.title, href: side > 1 ? shownAt : null },
            ...(side > 1 ? [{ label: here, href: null }] : []),
          ],
        },
    blocks: named,
    contents:
      items.length < FEWEST_CONTENTS
        ? null
        : {
            label: words.shell.onThisPage,
            items,
            isNarrow: named.every(({ type }) => type === 'contactBoxes'),
          },
    pager: pager(blocks, (other) => sideAddress(shownAt, other), words, reader),
    updated: updatedView(words.shell.updated, doc.updatedAt),
    share: isFront ? null : shareView(words, url, doc.title),
    picture: sharePicture(blocks, shell.siteName, siteUrl),
    jsonLd: [],
  }
  return { ...view, jsonLd: await jsonLd(view, siteUrl, reader) }
}

async function errorPage(path: string, siteUrl: string, reader: Reader): Promise<PageView> {
  const { errors } = await labels(reader)
  const isMissing = path === ADDRESSES.notFound.path
  const title = isMissing ? errors.notFoundTitle : errors.failedTitle
  const frame = await framePage({ title, path, query: '', siteUrl }, reader)
  const wayOut: BlockView = {
    type: 'linkList',
    heading: null,
    intro: [],
    asCards: false,
    links: [{ label: errors.notFoundLink, href: '/', description: null }],
  }
  return {
    ...frame,
    summary: isMissing ? errors.notFoundText : errors.failedText,
    blocks: isMissing ? [...(await frontTasks(reader)), wayOut] : [wayOut],
  }
}

/** What the front page leads to: its first list of links that are shown as cards. */
async function frontTasks(reader: Reader): Promise<BlockView[]> {
  const front = await reader.one('pages', reader.pageAt('/'))
  const tasks = front?.blocks?.find((block) => block.blockType === 'linkList' && block.asCards)
  return front && tasks ? blockView(tasks, front.id, reader) : []
}

function updatedView(updated: Sentence<'date'>, updatedAt: string): PageView['updated'] {
  const instant = Temporal.Instant.from(updatedAt)
  return { ...around(updated), iso: updatedAt, text: formatDate(instant) }
}
