/** A page of the tree; `parent` is null at the top. */
export type Node = { id: number; parent: number | null; slug: string }

/** The page at the top with this slug is the front page: its address is `/`. */
export const FRONT_PAGE_SLUG = 'forside'

/** Pages by where they stand. Every question costs as much as the page is deep, however many pages there are. */
export class Tree<N extends Node> {
  private readonly byId: ReadonlyMap<number, N>
  private readonly byParent = new Map<number | null, N[]>()

  /** @param nodes in the editors' order; a parent that is not among them counts as none */
  constructor(nodes: readonly N[]) {
    this.byId = new Map(nodes.map((node) => [node.id, node]))
    for (const node of nodes) {
      const siblings = this.byParent.get(node.parent)
      if (siblings) siblings.push(node)
      else this.byParent.set(node.parent, [node])
    }
  }

  /** The address of a page, such as `/om-kommunen/organisation`. Throws a RangeError for an id that is not there. */
  path(id: number): string {
    const page = this.byId.get(id)
    if (!page) throw new RangeError(`No page ${id} in the tree`)
    const slugs = [...this.ancestors(id), page].filter((node) => !isFrontPage(node)).map(({ slug }) => slug)
    return `/${slugs.filter(Boolean).join('/')}`
  }

  /** What stands above a page, the top first, the page itself not included. A circle in the data is cut. */
  ancestors(id: number): N[] {
    const above = new Set<N>()
    let next = this.parent(this.byId.get(id))
    while (next && next.id !== id && !above.has(next)) {
      above.add(next)
      next = this.parent(next)
    }
    return [...above].toReversed()
  }

  /** The page and what stands above it, the top first; nothing for an id that is not there. */
  lineage(id: number): N[] {
    const page = this.byId.get(id)
    return page ? [...this.ancestors(id), page] : []
  }

  /** The pages right below one, or at the top (null), in the given order. */
  children(id: number | null): readonly N[] {
    return this.byParent.get(id) ?? []
  }

  private parent(node: N | undefined): N | undefined {
    return node?.parent == null ? undefined : this.byId.get(node.parent)
  }
}

const isFrontPage = ({ parent, slug }: Node): boolean => parent === null && slug === FRONT_PAGE_SLUG
