import type { Dropped } from './dropped.ts'
import type { Block, Cell } from './pasted-blocks.ts'
import { MOST_COLUMNS, MOST_ROWS } from '../../../domain/text/tables.ts'

type Read = { caption: Element | null; rows: Cell[][]; isLayout: boolean }

/**
 * A table that was copied, as rows of equally many cells: what stretches over several places stands in each of them, or, over
 * a whole row, in the first. Empty rows and columns at its end are left out.
 * @param read the blocks of a cell
 */
export function readTable(table: Element, dropped: Dropped, read: (cell: Element) => Block[]): Read {
  const elements = rowsOf(table)
  const grid = gridOf(elements)
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const caption = [...table.children].find(({ localName }) => localName === 'caption') ?? null
  const isForLooks = /^(none|presentation)$/.test(table.getAttribute('role') ?? '')
  const isNested = table.querySelector('table') !== null
  const isLayout = columns < 2 || isForLooks || isNested

  const texts = new Map<Element, Block[]>()
  const textOf = (cell: Element): Block[] => {
    const known = texts.get(cell)
    if (known) return known
    const made = read(cell).map((block) => asText(block, dropped))
    texts.set(cell, made)
    return made
  }
  if (isLayout) {
    const cells = [...new Set(grid.flat().filter((cell) => cell !== undefined))]
    // One place, or places for looks alone, were no table to who copied it.
    if (!isForLooks && cells.length > 1) dropped.tables++
    return { caption, isLayout, rows: [cells.map((cell) => ({ isHeading: false, blocks: read(cell) }))] }
  }

  const cells = grid.map((row) =>
    Array.from({ length: columns }, (_, column): Cell => {
      const cell = row[column]
      const isWhole = row.length > 1 && row.every((other) => other === cell)
      if (!cell || (isWhole && column > 0)) return { isHeading: false, blocks: [] }
      return { isHeading: cell.localName === 'th', blocks: textOf(cell) }
    }),
  )
  if (cells.some((row, top) => row.some(({ blocks }, left) => blocks.length && isRepeated(grid, top, left))))
    dropped.merged++
  const filled = cells.filter((row) => row.some(({ blocks }) => blocks.length))
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex(({ blocks }) => blocks.length > 0) + 1))
  dropped.rows += Math.max(0, filled.length - MOST_ROWS)
  dropped.columns += Math.max(0, width - MOST_COLUMNS)
  const rows = filled.slice(0, MOST_ROWS).map((row) => row.slice(0, Math.min(width, MOST_COLUMNS)))
  const [first, ...others] = rows
  if (!first || width < 2) return { caption, isLayout: true, rows }
  const inHead = elements.find((row) => row.textContent?.trim())?.parentElement?.localName === 'thead'
  const isHead = others.length > 0 && (inHead || first.every(looksLikeHeading))
  if (!isHead && others.length > 0) dropped.withoutHeadings++
  return {
    caption,
    isLayout,
    rows: rows.map((row, nth) =>
      row.map((cell, column) => ({
        ...cell,
        isHeading: isHead && nth === 0 ? true : column === 0 && cell.isHeading && cell.blocks.length > 0,
      })),
    ),
  }
}

/** The rows of this table, not of those within it. */
function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((part) => {
    if (part.localName === 'tr') return [part]
    return /^t(head|body|foot)$/.test(part.localName)
      ? [...part.children].filter(({ localName }) => localName === 'tr')
      : []
  })
}

/** The element at each place. */
function gridOf(rows: readonly Element[]): (Element | undefined)[][] {
  const grid: (Element | undefined)[][] = rows.map(() => [])
  rows.forEach((row, top) => {
    let left = 0
    for (const cell of row.children) {
      if (!/^t[dh]$/.test(cell.localName)) continue
      while (grid[top]![left]) left++
      const width = spanOf(cell, 'colspan')
      // It ends with its part of the table.
      const part = rows.slice(top).findIndex((other) => other.parentElement !== row.parentElement)
      const height = Math.min(spanOf(cell, 'rowspan'), part < 0 ? rows.length - top : part)
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) grid[top + down]![left + right] = cell
      left += width
    }
  })
  return grid
}

const spanOf = (cell: Element, name: string): number =>
  Math.min(Math.max(Math.trunc(Number(cell.getAttribute(name))) || 1, 1), 100)

/** Within a cell a heading is words in bold, and a table the words of its cells. */
function asText(block: Block, dropped: Dropped): Block {
  if (block.kind !== 'heading') return block
  dropped.headings++
  return {
    kind: 'paragraph',
    runs: block.runs.map((run) => (run === 'break' ? run : { ...run, bold: true })),
  }
}

/** Whether what stands at a place stands left of it or above it too. */
const isRepeated = (grid: readonly (Element | undefined)[][], top: number, left: number): boolean => {
  const cell = grid[top]?.[left]
  return cell !== undefined && (grid[top]?.[left - 1] === cell || grid[top - 1]?.[left] === cell)
}

const looksLikeHeading = ({ isHeading, blocks }: Cell, column: number): boolean =>
  isHeading ||
  // The place above the headings of the rows is often empty.
  (blocks.length === 0 && column === 0) ||
  (blocks.length === 1 &&
    blocks[0]?.kind === 'paragraph' &&
    blocks[0].runs.every((run) => run === 'break' || run.bold))
