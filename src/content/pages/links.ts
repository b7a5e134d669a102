import type { PageNode } from '../../domain/tree/page-tree.ts'
import type { Reader, Ref } from '../reading/reader.ts'

/** If `href` is null the address is not known yet, and only the words are shown. */
export type LinkView = { label: string; href: string | null; description: string | null }

export type PageLink = { title: string; href: string; summary: string | null }

type LinkDoc = { label: string; page?: Ref; url?: string | null; description?: string | null }

/** A link to the chosen page, or to `url` if no page is chosen. Only words if there is no address or published page. */
export const linkView = ({ label, page, url, description }: LinkDoc, reader: Reader): LinkView => ({
  label,
  href: (page ? reader.node(page)?.href : url) || null,
  description: description || null,
})

export const pageLink = ({ title, href, summary }: PageNode): PageLink => ({ title, href, summary })
