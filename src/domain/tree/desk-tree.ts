/** A page as a row of the editors' tree. */
export type TreePage = {
  id: number
  /** The page it lies below, null at the top. */
  parent: number | null
  title: string
  /** Where visitors find it, or would, were it published. */
  path: string
  status: TreeStatus
  /** The function that answers for it: of what visitors see, or of its newest version; null: nobody. */
  owner: string | null
  isPlanned: boolean
  /** How many pages lie right below it. */
  below: number
  /** Whether whoever asks may edit it, and put pages below it. */
  isYours: boolean
}

export type TreeStatus = 'published' | 'changed' | 'draft'

export const TREE_STATUS: Record<TreeStatus, string> = {
  published: 'Offentliggjort',
  changed: 'Ændringer ikke offentliggjort',
  draft: 'Kladde',
}

/** Some of the pages right below one, from the first, and how many there are. */
export type Branch = { pages: TreePage[]; total: number }

/** Pages that a search has found, the best first, and with them all above them. */
export type FoundPages = { hits: number[]; pages: TreePage[]; hasMore: boolean }

/** The tree as far as it is known: what lies below pages, 0 for the top, and which are open. */
export type DeskTree = { branches: ReadonlyMap<number, Branch>; open: ReadonlySet<number> }

/** A line of the tree as it is shown: a page, or that more lie below `parent`. */
export type TreeLine =
  | { kind: 'page'; page: TreePage; level: number; position: number; size: number; isOpen: boolean | null }
  | { kind: 'more'; parent: number; level: number; shown: number; total: number }

/** The lines of a tree from the top. `isOpen` is null for a page without others below it. */
export function linesOf({ branches, open }: DeskTree, parent = 0, level = 1): TreeLine[] {
  const branch = branches.get(parent)
  if (!branch) return []
  const lines = branch.pages.flatMap((page, index): TreeLine[] => {
    const isOpen = page.below > 0 ? open.has(page.id) : null
    const own: TreeLine = { kind: 'page', page, level, position: index + 1, size: branch.total, isOpen }
    return isOpen ? [own, ...linesOf({ branches, open }, page.id, level + 1)] : [own]
  })
  const shown = branch.pages.length
  return shown < branch.total
    ? [...lines, { kind: 'more', parent, level, shown, total: branch.total }]
    : lines
}

/** The tree of what was found: the hits with all above them, opened. The others below those are not shown. */
export function treeOfFound({ pages, hits }: FoundPages): DeskTree {
  const known = new Set(pages.map(({ id }) => id))
  const branches = new Map<number, Branch>()
  for (const page of pages) {
    const upper = page.parent !== null && known.has(page.parent) ? page.parent : 0
    const rows = [...(branches.get(upper)?.pages ?? []), page]
    branches.set(upper, { pages: rows, total: rows.length })
  }
  const found = new Set(hits)
  // A hit without hits below it can still be opened, and then shows all that lies below it.
  const open = new Set(pages.map(({ id }) => id).filter((id) => branches.has(id) || !found.has(id)))
  return { branches, open }
}

/** What a move changes, as it was tried. */
export type Move = {
  title: string
  /** The addresses before and after it. */
  from: string
  to: string
  isPublic: boolean
  /** Whether a draft waits that visitors do not see. */
  hasDraft: boolean
  /** Whether it comes to the top. */
  isTop: boolean
  /** How many pages that visitors see lie below it. */
  below: number
}

/** What a move would change, one sentence each. */
export function sayMove({ from, to, isPublic, hasDraft, isTop, below }: Move): string[] {
  const isSame = from === to
  const own = isSame ? 'Adressen bliver den samme.' : `Adressen ændres fra ${from} til ${to}.`
  const isOne = isPublic && below === 0
  const others = below === 1 ? 'Én offentlig side' : `${below} offentlige sider`
  return [
    isPublic ? own : `Siden er en kladde og bliver ved med at være det. Dens adresse bliver ${to}.`,
    below > 0 && `${others} under den får også ${below === 1 ? 'en ny adresse' : 'nye adresser'}.`,
    !isSame &&
      (isPublic || below > 0) &&
      (isOne ? 'Den gamle adresse fører til den nye.' : 'De gamle adresser fører til de nye.'),
    isPublic &&
      hasDraft &&
      'Flytningen kan ses med det samme. Den kladde, der venter, flytter med og bliver ikke offentliggjort.',
    isTop &&
      'Den kommer ikke i hovedmenuen af sig selv. Sæt kryds ved »Vis i hovedmenuen« på siden, hvis den skal.',
  ].filter((sentence) => sentence !== false)
}
