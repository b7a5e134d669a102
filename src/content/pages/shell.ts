import { ADDRESSES } from '../../domain/addresses.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import type { Footer } from '../../payload-types.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { callView, type CallView } from '../contacts/call.ts'
import { linkView, type LinkView } from './links.ts'

export type ShellView = {
  siteName: string
  skipLink: string
  menu: { label: string; items: { label: string; href: string; current: boolean }[] }
  search: {
    label: string
    button: string
    action: string
    query: string
    /** For the script below the field: the list's name, its count in words (`{count} forslag`), what is said if it is empty, and the address to ask. */
    suggestions: { label: string; counted: string; none: string; from: string }
  }
  /** The municipality's other sites: a GET form to `action` with the chosen `value` as `site`. */
  sites: { label: string; button: string; action: string; options: { value: string; label: string }[] } | null
  footer: {
    name: string
    street: string
    city: string
    phone: CallView | null
    cvr: { text: string; number: string }
    links: LinkView[]
  }
  /** The name of the feed of changed pages. */
  feed: string
}

/**
 * The frame of every page.
 * @param path of the page, to mark where the visitor is
 * @param query what the search field shows
 */
export async function shellView(path: string, query: string, reader: Reader): Promise<ShellView> {
  const [{ shell, search, contact, statement }, header, footer] = await Promise.all([
    labels(reader),
    reader.global('header'),
    reader.global('footer'),
  ])
  return {
    siteName: header.siteName,
    feed: shell.changesFeed,
    skipLink: shell.skipLink,
    menu: {
      label: shell.menu,
      items: reader
        .children(null)
        .filter(({ inMenu, isFront }) => inMenu && !isFront)
        .map(({ title, href }) => ({
          label: title,
          href,
          current: path === href || path.startsWith(`${href}/`),
        })),
    },
    search: {
      label: search.siteSearch,
      button: search.button,
      action: ADDRESSES.search.path,
      query,
      suggestions: {
        label: search.suggestions,
        counted: search.suggestionCount.text,
        none: search.noSuggestions,
        from: ADDRESSES.suggestionsApi.path,
      },
    },
    sites: header.sites?.length
      ? {
          label: header.sitesLabel,
          button: header.sitesButton,
          action: ADDRESSES.otherSites.path,
          options: header.sites.map(({ url, label }) => ({ value: url, label })),
        }
      : null,
    footer: {
      name: footer.name,
      street: footer.street,
      city: `${footer.postalCode} ${footer.city}`,
      phone: footer.phone
        ? callView(contact.call, { name: footer.name, number: footer.phone }, contact)
        : null,
      cvr: { text: fill(shell.cvr, { number: footer.cvr }), number: footer.cvr },
      links: await footerLinks(footer, statement.link, reader),
    },
  }
}

/**
 * The links at the foot. The one to the accessibility statement, which is known by its words, leads to the authority's tool once the
 * statement is there.
 */
async function footerLinks(footer: Footer, statement: string, reader: Reader): Promise<LinkView[]> {
  const links = await Promise.all((footer.links ?? []).map((link) => linkView(link, reader)))
  const href = footer.statementUrl
  if (!href) return links
  const isStatement = ({ label }: LinkView) => label.trim().toLowerCase() === statement.trim().toLowerCase()
  return links.some(isStatement)
    ? links.map((link) => (isStatement(link) ? { ...link, href } : link))
    : [{ label: statement, href, description: null }, ...links]
}

/** Where the accessibility statement is: at the authority's tool, or where the link at the foot leads. Null: nowhere yet. */
export async function statementAddress(reader: Reader): Promise<string | null> {
  const [{ statement }, footer] = await Promise.all([labels(reader), reader.global('footer')])
  const wanted = statement.link.trim().toLowerCase()
  const links = await footerLinks(footer, statement.link, reader)
  return links.find(({ label }) => label.trim().toLowerCase() === wanted)?.href ?? null
}

/** The menu as it is when a page has changed that stands, or stood, in it: at the same place, a new one at the end. */
export function menuWith(
  menu: Menu,
  { from, to }: { from: string | undefined; to: Menu['items'][number] | null },
): Menu {
  const place = menu.items.findIndex(({ href }) => href === from)
  const changed = to ? [to] : []
  const items = place === -1 ? [...menu.items, ...changed] : menu.items.toSpliced(place, 1, ...changed)
  return { ...menu, items }
}

type Menu = ShellView['menu']

/** Ways to share a page that need no script and load nothing from elsewhere. */
export const shareView = ({ shell }: Words, url: string, title: string) => {
  const at = encodeURIComponent(url)
  return {
    label: shell.share,
    copy: { label: shell.shareCopy, copied: shell.shareCopied },
    links: [
      { label: shell.shareMail, href: `mailto:?subject=${encodeURIComponent(title)}&body=${at}` },
      { label: shell.shareFacebook, href: `https://www.facebook.com/sharer/sharer.php?u=${at}` },
      { label: shell.shareLinkedIn, href: `https://www.linkedin.com/sharing/share-offsite/?url=${at}` },
    ],
  }
}
