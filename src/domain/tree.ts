/** A page of the tree; `parent` is null at the top. */
export type Node = { id: number; parent: number | null; slug: string }

/** The page at the top with this slug is the front page: its address is `/`. */
export const FRONT_PAGE_SLUG = 'forside'

/** The address of a page, such as `/om-kommunen/organisation`. Throws a RangeError for an id that is not there. */
export function pathOf(id: number, nodes: readonly Node[]): string {
  const page = nodes.find((node) => node.id === id)
  if (!page) throw new RangeError(`No page ${id} in the tree`)
  const slugs = [...ancestorsOf(id, nodes), page].filter((node) => !isFrontPage(node)).map(({ slug }) => slug)
  return `/${slugs.filter(Boolean).join('/')}`
}

/** What stands above a page, the top first, the page itself not included. A circle in the data is cut. */
export function ancestorsOf<N extends Node>(id: number, nodes: readonly N[]): N[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const above = new Set<N>()
  let next = parentOf(byId.get(id), byId)
  while (next && next.id !== id && !above.has(next)) {
    above.add(next)
    next = parentOf(next, byId)
  }
  return [...above].toReversed()
}

/** Whether a page with this parent would stand above itself. */
export function hasCycle(id: number, newParent: number | null, nodes: readonly Node[]): boolean {
  if (newParent === null) return false
  return newParent === id || ancestorsOf(newParent, nodes).some((node) => node.id === id)
}

const isFrontPage = ({ parent, slug }: Node): boolean => parent === null && slug === FRONT_PAGE_SLUG

const parentOf = <N extends Node>(node: N | undefined, byId: ReadonlyMap<number, N>): N | undefined =>
  node?.parent == null ? undefined : byId.get(node.parent)
