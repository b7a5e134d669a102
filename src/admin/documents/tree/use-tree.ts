import { useCallback, useEffect, useRef, useState } from 'react'
import { treeAddress } from '../../../domain/addresses.ts'
import { type Branch, type DeskTree, type FoundPages, treeOfFound } from '../../../domain/tree/desk-tree.ts'
import { askCms } from '../ask/ask-cms.ts'

const EMPTY: DeskTree = { branches: new Map(), open: new Set() }
const FAILED = 'Siderne kan ikke hentes lige nu. Prøv igen.'

/** The tree as far as it has been opened, or what a search has found of it. */
export function useTree() {
  const [tree, setTree] = useState(EMPTY)
  const [found, setFound] = useState<Pick<FoundPages, 'hits' | 'hasMore'> | null>(null)
  const [problem, setProblem] = useState('')
  /** The tree as it was before a search; null if it must be read again. */
  const aside = useRef<DeskTree | null>(null)
  const asked = useRef('')

  /** Asks for what lies below a page, 0 for the top, from number `skip`, and for at least so many. */
  const load = useCallback(async (parent: number, skip = 0, least = 0) => {
    const branch = await readBranch(parent, skip, least)
    setProblem('problem' in branch ? branch.problem : '')
    if ('problem' in branch) return
    setTree((last) => {
      const before = last.branches.get(parent)?.pages.slice(0, skip) ?? []
      const whole = { total: branch.total, pages: [...before, ...branch.pages] }
      return { ...last, branches: new Map(last.branches).set(parent, whole) }
    })
  }, [])
  useEffect(() => {
    const begin = async () => load(0)
    void begin()
  }, [load])

  /** Opens or closes what lies below a page. */
  async function toggle(id: number, isOpen: boolean) {
    if (isOpen && !tree.branches.has(id)) await load(id)
    setTree((last) => withOpen(last, id, isOpen))
  }

  /** Shows what has `q` in its title or address; all of the tree if it is empty. */
  async function search(q: string) {
    asked.current = q
    if (q === '') {
      setFound(null)
      if (found && aside.current) return setTree(aside.current)
      return load(0)
    }
    const answer = await askCms<FoundPages>('GET', treeAddress(`?${new URLSearchParams({ q })}`), {
      failed: FAILED,
    })
    // Something else has been typed since.
    if (asked.current !== q) return
    setProblem('problem' in answer ? answer.problem : '')
    if ('problem' in answer) return
    if (!found) aside.current = tree
    setFound(answer)
    setTree(treeOfFound(answer))
  }

  /** After a page has moved: where it lay and where it lies now as they are, opened; `from` and `to` are 0 for the top. */
  async function refresh(from: number, to: number) {
    if (found) {
      aside.current = null
      return search(asked.current)
    }
    const holds = ([parent, { pages }]: [number, Branch]) =>
      parent === from || pages.some(({ id }) => id === from || id === to)
    const changed = [...tree.branches].filter(holds).map(([parent]) => parent)
    for (const parent of new Set([...changed, to]))
      await load(parent, 0, (tree.branches.get(parent)?.pages.length ?? 0) + 1)
    setTree((last) => withOpen(last, to, true))
  }

  return { tree, found, problem, load, toggle, search, refresh }
}

function withOpen(tree: DeskTree, id: number, isOpen: boolean): DeskTree {
  const open = new Set(tree.open)
  if (isOpen) open.add(id)
  else open.delete(id)
  return { ...tree, open }
}

async function readBranch(
  parent: number,
  skip: number,
  least: number,
): Promise<Branch | { problem: string }> {
  const query = new URLSearchParams({ skip: String(skip), ...(parent > 0 && { parent: String(parent) }) })
  const part = await askCms<Branch>('GET', treeAddress(`?${query}`), { failed: FAILED })
  if ('problem' in part) return part
  const got = part.pages.length
  if (got === 0 || got >= Math.min(least, part.total - skip)) return part
  const rest = await readBranch(parent, skip + got, least - got)
  return 'problem' in rest ? rest : { ...rest, pages: [...part.pages, ...rest.pages] }
}
