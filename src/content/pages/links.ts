import { readAnchors } from '../../domain/link.ts'
import type { PageNode } from '../../domain/tree/page-tree.ts'
import type { Reader, Ref } from '../reading/reader.ts'

/** If `href` is null the address is not known yet, and only the words are shown. */
export type LinkView = {
  label: string
  href: string | null
  description: string | null
  /** Headings of the page with the link that have moved to where it leads: their old names. */
  moved?: string[]
}

export type PageLink = { title: string; href: string; summary: string | null }

type LinkDoc = {
  label: string
  page?: Ref
  anchor?: string | null
  file?: Ref
  url?: string | null
  description?: string | null
  former?: { anchor?: string | null }
}

/**
 * A link to the chosen page or a heading of it, else to the chosen file, else to `url`. Only words if there is no address
 * or published page.
 */
export const linkView = async (
  { label, page, anchor, file, url, description, former }: LinkDoc,
  reader: Reader,
): Promise<LinkView> => {
  const href = page ? reader.node(page)?.href : file ? await fileAddress(file, reader) : url
  return {
    label,
    href: (page && href && anchor ? `${href}#${anchor}` : href) || null,
    description: description || null,
    moved: page && href ? readAnchors(former?.anchor ?? '') : [],
  }
}

export const pageLink = ({ title, href, summary }: PageNode): PageLink => ({ title, href, summary })

/** Where an uploaded file is; relative, so that one stored page works under every host name of the site. */
export async function fileAddress(ref: Ref, reader: Reader): Promise<string | null> {
  const url = (await reader.one('media', ref))?.url
  return url ? new URL(url, 'http://site').pathname : null
}
