import { FRONT_PAGE_SLUG, Tree, type Node } from '../../domain/tree.ts'
import type { Page } from '../../payload-types.ts'

export type PageNode = {
  id: number
  title: string
  summary: string | null
  href: string
  inMenu: boolean
  isFront: boolean
  updatedAt: string
}

type TreeDoc = Pick<Page, 'id' | 'title' | 'slug' | 'parent' | 'summary' | 'inMenu' | 'updatedAt' | '_status'>

/**
 * The published pages as a tree. Drafts only count as part of the addresses of published pages below them.
 */
export class PageTree {
  private readonly tree: Tree<Node>
  private readonly published = new Map<number, PageNode>()
  private readonly paths = new Map<string, number>()

  /** @param docs every page, in the editors' order */
  constructor(docs: readonly TreeDoc[]) {
    const nodes = docs.map(({ id, slug, parent }) => ({
      id,
      slug,
      parent: typeof parent === 'object' ? (parent?.id ?? null) : (parent ?? null),
    }))
    this.tree = new Tree(nodes)
    for (const doc of docs) {
      if (doc._status !== 'published') continue
      const href = this.tree.path(doc.id)
      this.published.set(doc.id, {
        id: doc.id,
        title: doc.title,
        summary: doc.summary || null,
        href,
        inMenu: doc.inMenu ?? true,
        updatedAt: doc.updatedAt,
        isFront: doc.slug === FRONT_PAGE_SLUG && href === '/',
      })
      if (!this.paths.has(href)) this.paths.set(href, doc.id)
    }
  }

  at(path: string): number | null {
    return this.paths.get(path) ?? null
  }

  node(id: number): PageNode | null {
    return this.published.get(id) ?? null
  }

  /** The page and everything above it, including drafts. Its address is made of their slugs. */
  lineage(id: number): Node[] {
    return this.tree.lineage(id)
  }

  ancestors(id: number): PageNode[] {
    return this.tree.ancestors(id).flatMap((node) => this.published.get(node.id) ?? [])
  }

  children(id: number | null): PageNode[] {
    return this.tree.children(id).flatMap((node) => this.published.get(node.id) ?? [])
  }

  all(): PageNode[] {
    return [...this.published.values()]
  }
}
