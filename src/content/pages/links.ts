import type { PageNode } from '../reading/page-tree.ts'
import type { Reader, Ref } from '../reading/reader.ts'

/** `href` null: the address is not known yet, the words are shown alone. */
export type LinkView = { label: string; href: string | null; description: string | null }

export type PageLink = { title: string; href: string; summary: string | null }

type LinkDoc = { label: string; page?: Ref; url?: string | null; description?: string | null }

/** A link to a page if one is chosen and published, else to the address, else words alone. */
export const linkView = ({ label, page, url, description }: LinkDoc, reader: Reader): LinkView => ({
  label,
  href: (page ? reader.node(page)?.href : url) || null,
  description: description || null,
})

export const pageLink = ({ title, href, summary }: PageNode): PageLink => ({ title, href, summary })
