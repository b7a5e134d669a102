import type { TreeLine } from '../../../domain/tree/desk-tree.ts'

/** What a key does in the tree: goes to a line, or opens or closes a page. */
export type Step = { to: number } | { id: number; isOpen: boolean } | null

/**
 * What a key that is pressed on a line does (WAI-ARIA treegrid). A letter goes to the next page that begins with it.
 * @param at the index of the line
 */
export function stepOf(key: string, lines: readonly TreeLine[], at: number): Step {
  const line = lines[at]
  if (!line) return null
  const isPage = line.kind === 'page'
  switch (key) {
    case 'ArrowDown':
      return at + 1 < lines.length ? { to: at + 1 } : null
    case 'ArrowUp':
      return at > 0 ? { to: at - 1 } : null
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: lines.length - 1 }
    case 'ArrowRight':
      if (!isPage || line.isOpen === null) return null
      return line.isOpen ? { to: at + 1 } : { id: line.page.id, isOpen: true }
    case 'ArrowLeft': {
      if (isPage && line.isOpen) return { id: line.page.id, isOpen: false }
      const above = lines.slice(0, at).findLastIndex(({ level }) => level < line.level)
      return above === -1 ? null : { to: above }
    }
    default:
      return /^[\p{L}\p{N}]$/u.test(key) ? beginningWith(key, lines, at) : null
  }
}

function beginningWith(letter: string, lines: readonly TreeLine[], at: number): Step {
  const begins = (line: TreeLine) =>
    line.kind === 'page' && line.page.title.toLowerCase().startsWith(letter.toLowerCase())
  const after = lines.findIndex((line, index) => index > at && begins(line))
  const to = after === -1 ? lines.findIndex(begins) : after
  return to === -1 ? null : { to }
}
