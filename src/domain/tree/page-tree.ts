import { FRONT_PAGE_SLUG, Tree, type Node } from './tree.ts'

/** A page as the tree needs it. Drafts only count as part of the addresses of published pages below them. */
export type PageRow = Node & {
  title: string
  summary: string | null
  inMenu: boolean
  /** An ISO instant. */
  updatedAt: string
  isPublished: boolean
}

/** A published page with its address. */
export type PageNode = Pick<PageRow, 'id' | 'title' | 'summary' | 'inMenu' | 'updatedAt'> & {
  href: string
  isFront: boolean
}

/** The published pages as a tree, and by address. It is kept in memory and changed page by page. */
export class PageTree {
  private readonly tree: Tree<PageRow>
  /** The published pages at an address. Several only where data was written past the rules. */
  private readonly byPath = new Map<string, number[]>()

  constructor(rows: Iterable<PageRow>) {
    this.tree = new Tree(rows)
    for (const { id } of this.tree) this.enter(id)
  }

  /**
   * Brings pages up to date: each of `ids` is now as in `rows`, or gone. Returns the addresses at which a page has come
   * or gone.
   */
  change(ids: Iterable<number>, rows: readonly PageRow[]): Set<string> {
    const changed = new Map(rows.map((row) => [row.id, row]))
    const touched = new Set<string>()
    for (const id of ids) {
      const row = changed.get(id)
      const moved = isElsewhere(this.tree.get(id), row) ? this.tree.subtree(id) : []
      for (const page of moved) this.leave(page, touched)
      if (row) this.tree.set(row)
      else this.tree.delete(id)
      for (const page of moved) this.enter(page, touched)
    }
    return touched
  }

  /** The id of the published page at an address. */
  at(path: string): number | null {
    const pages = this.byPath.get(path)
    return pages ? Math.min(...pages) : null
  }

  node(id: number): PageNode | null {
    const row = this.tree.get(id)
    if (!row?.isPublished) return null
    const { title, summary, inMenu, updatedAt, slug } = row
    const href = this.tree.path(id)
    return { id, title, summary, inMenu, updatedAt, href, isFront: slug === FRONT_PAGE_SLUG && href === '/' }
  }

  /** The page and everything above it, including drafts. Its address is made of their slugs. */
  lineage(id: number): Node[] {
    return this.tree.lineage(id)
  }

  /** The published pages above one, the top first. */
  ancestors(id: number): PageNode[] {
    return this.tree.ancestors(id).flatMap((row) => this.node(row.id) ?? [])
  }

  /** The published pages right below one, or at the top (null), in the editors' order. */
  children(id: number | null): PageNode[] {
    return this.tree.children(id).flatMap((row) => this.node(row.id) ?? [])
  }

  /** Published pages in the order in which they were made, which no later change moves. */
  byAge(skip: number, most: number): PageNode[] {
    const ids: number[] = []
    for (const { id, isPublished } of this.tree) if (isPublished) ids.push(id)
    return ids
      .toSorted((a, b) => a - b)
      .slice(skip, skip + most)
      .flatMap((id) => this.node(id) ?? [])
  }

  /** The published pages that changed last, the newest change first. */
  byChange(most: number): PageNode[] {
    const published: PageRow[] = []
    for (const row of this.tree) if (row.isPublished) published.push(row)
    return published
      .toSorted((a, b) => (a.updatedAt === b.updatedAt ? a.id - b.id : a.updatedAt < b.updatedAt ? 1 : -1))
      .slice(0, most)
      .flatMap(({ id }) => this.node(id) ?? [])
  }

  /** How many addresses of published pages there are. */
  get size(): number {
    return this.byPath.size
  }

  /** The addresses of all published pages. */
  paths(): IterableIterator<string> {
    return this.byPath.keys()
  }

  private enter(id: number, touched?: Set<string>): void {
    if (!this.tree.get(id)?.isPublished) return
    const path = this.tree.path(id)
    touched?.add(path)
    this.byPath.set(path, [...(this.byPath.get(path) ?? []), id])
  }

  private leave(id: number, touched: Set<string>): void {
    if (!this.tree.get(id)?.isPublished) return
    const path = this.tree.path(id)
    touched.add(path)
    const others = (this.byPath.get(path) ?? []).filter((other) => other !== id)
    if (others.length > 0) this.byPath.set(path, others)
    else this.byPath.delete(path)
  }
}

/** Whether a page, or those below it, may have another address than before. */
const isElsewhere = (before: PageRow | undefined, after: PageRow | undefined): boolean =>
  !before ||
  !after ||
  before.slug !== after.slug ||
  before.parent !== after.parent ||
  before.isPublished !== after.isPublished
