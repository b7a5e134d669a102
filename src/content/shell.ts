import type { Label } from '../payload-types.ts'
import type { Reader, Ref } from './reader.ts'
import type { LinkView, ShellView } from './views.ts'

/** The fixed words, with the empty ones of a database that was never edited left empty rather than missing. */
export const labels = (reader: Reader): Promise<Label> => reader.global('labels')

/**
 * The frame of every page.
 * @param path of the page, to mark where the visitor is
 * @param query what the search field shows
 */
export async function shellView(path: string, query: string, reader: Reader): Promise<ShellView> {
  const [{ shell, search, contact }, header, footer] = await Promise.all([
    labels(reader),
    reader.global('header'),
    reader.global('footer'),
  ])
  return {
    siteName: header.siteName,
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
      action: '/soeg',
      query,
      suggestions: search.suggestions,
    },
    sites: header.sites?.length
      ? {
          label: header.sitesLabel,
          button: header.sitesButton,
          action: '/api/sites',
          options: header.sites.map(({ url, label }) => ({ value: url, label })),
        }
      : null,
    footer: {
      name: footer.name,
      street: footer.street,
      city: `${footer.postalCode} ${footer.city}`,
      phone: footer.phone ? { label: contact.call, number: footer.phone } : null,
      cvr: { label: shell.cvr, number: footer.cvr },
      links: (footer.links ?? []).map((link) => linkView(link, reader)),
    },
  }
}

type LinkDoc = { label: string; page?: Ref; url?: string | null; description?: string | null }

/** A link to a page if one is chosen and published, else to the address, else words alone. */
export const linkView = ({ label, page, url, description }: LinkDoc, reader: Reader): LinkView => ({
  label,
  href: (page ? reader.node(page)?.href : url) || null,
  description: description || null,
})

/** Ways to pass a page on that need no script and load nothing from elsewhere. */
export const shareView = ({ shell }: Label, url: string, title: string) => {
  const at = encodeURIComponent(url)
  return {
    label: shell.share,
    links: [
      { label: shell.shareMail, href: `mailto:?subject=${encodeURIComponent(title)}&body=${at}` },
      { label: shell.shareFacebook, href: `https://www.facebook.com/sharer/sharer.php?u=${at}` },
      { label: shell.shareLinkedIn, href: `https://www.linkedin.com/sharing/share-offsite/?url=${at}` },
    ],
  }
}
