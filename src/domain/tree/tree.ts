/** A page of the tree; `parent` is null at the top. `order` is the editors', compared byte by byte; without one it is last. */
export type Node = { id: number; parent: number | null; slug: string; order?: string | null }

/** The page at the top with this slug is the front page: its address is `/`. */
export const FRONT_PAGE_SLUG = 'forside'

/**
 * Pages by where they stand. Every question costs as much as the page is deep, and every change as much as the page has
 * siblings, however many pages there are.
 */
export class Tree<N extends Node> {
  private readonly byId = new Map<number, N>()
  private readonly byParent = new Map<number | null, N[]>()

  /** @param nodes a parent that is not among them counts as none */
  constructor(nodes: Iterable<N>) {
    for (const node of nodes) this.byId.set(node.id, node)
    for (const node of this.byId.values()) {
      const siblings = this.byParent.get(node.parent)
      if (siblings) siblings.push(node)
      else this.byParent.set(node.parent, [node])
    }
    for (const [parent, siblings] of this.byParent) this.byParent.set(parent, siblings.toSorted(byOrder))
  }

  get(id: number): N | undefined {
    return this.byId.get(id)
  }

  /** Puts a page in, in place of the one with its id. */
  set(node: N): void {
    this.delete(node.id)
    this.byId.set(node.id, node)
    this.byParent.set(node.parent, [...this.children(node.parent), node].toSorted(byOrder))
  }

  /** Takes a page out; those below it stay, as if they had no parent. */
  delete(id: number): void {
    const node = this.byId.get(id)
    if (!node) return
    this.byId.delete(id)
    const siblings = this.children(node.parent).filter((other) => other !== node)
    if (siblings.length > 0) this.byParent.set(node.parent, siblings)
    else this.byParent.delete(node.parent)
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

  /** The pages right below one, or at the top (null), in the editors' order. */
  children(id: number | null): readonly N[] {
    return this.byParent.get(id) ?? []
  }

  /** The ids of a page and of all below it. A circle in the data is cut. */
  subtree(id: number): Set<number> {
    const ids = new Set([id])
    // A set that grows is read to its end.
    for (const above of ids) for (const child of this.children(above)) ids.add(child.id)
    return ids
  }

  *[Symbol.iterator](): Iterator<N> {
    yield* this.byId.values()
  }

  private parent(node: N | undefined): N | undefined {
    return node?.parent == null ? undefined : this.byId.get(node.parent)
  }
}

const isFrontPage = ({ parent, slug }: Node): boolean => parent === null && slug === FRONT_PAGE_SLUG

function byOrder(a: Node, b: Node): number {
  const [one, other] = [a.order ?? '\u{10ffff}', b.order ?? '\u{10ffff}']
  return one === other ? a.id - b.id : one < other ? -1 : 1
}
