import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $parseSerializedNode,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { MOST_COLUMNS, MOST_ROWS } from '../../../domain/text/tables.ts'

// Each cell stands at one place, so a step is a matter of rows and their children. In an update of the editor.

/** Where in a table the selection begins; `rows` are its rows' cells. */
type Place = { table: ElementNode; rows: ElementNode[][]; row: number; column: number }

const HEADING = 1

/** The place of a selection in a table; null if it is in none. */
export function $placeOf(selection: BaseSelection | null): Place | null {
  const [start] = selection?.getNodes() ?? []
  const cell = start && $above(start, 'tablecell')
  const row = cell && $above(cell, 'tablerow')
  const table = row && $above(row, 'table')
  if (!table) return null
  const rows = $elements(table)
  return {
    table,
    rows: rows.map($elements),
    row: rows.findIndex((other) => other.is(row)),
    column: cell.getIndexWithinParent(),
  }
}

const $above = (node: LexicalNode, type: string): ElementNode | null => {
  const found = $findMatchingParent(node, (parent) => parent.getType() === type)
  return $isElementNode(found) ? found : null
}

const $elements = (node: ElementNode): ElementNode[] => node.getChildren().filter($isElementNode)

const $node = (json: object): ElementNode =>
  $parseSerializedNode(json as SerializedLexicalNode) as ElementNode

function $cell(isHeading: boolean): ElementNode {
  const cell = $node({
    type: 'tablecell',
    version: 1,
    headerState: isHeading ? HEADING : 0,
    colSpan: 1,
    rowSpan: 1,
    backgroundColor: null,
    direction: null,
    format: '',
    indent: 0,
    children: [],
  })
  return cell.append($createParagraphNode())
}

function $row(cells: ElementNode[]): ElementNode {
  const row = $node({ type: 'tablerow', version: 1, direction: null, format: '', indent: 0, children: [] })
  return row.append(...cells)
}

const isHeading = (cell: ElementNode): boolean =>
  Boolean((cell.exportJSON() as { headerState?: number }).headerState)

const isHead = (cells: readonly ElementNode[]): boolean => cells.length > 0 && cells.every(isHeading)

/** The cell with its text, as a heading or not. */
function $mark(cell: ElementNode, heading: boolean): void {
  if (isHeading(cell) === heading) return
  const marked = $cell(heading)
  marked.clear()
  marked.append(...cell.getChildren())
  cell.replace(marked)
}

/** A table of three columns and a row of headings; the next word is typed into its first cell. */
export function $insertTable(): void {
  if ($placeOf($getSelection())) return
  const table = $node({ type: 'table', version: 1, direction: null, format: '', indent: 0, children: [] })
  for (const heading of [true, false, false])
    table.append($row([$cell(heading), $cell(heading), $cell(heading)]))
  $insertNodes([table])
  $elements($elements(table)[0]!)[0]!.selectStart()
}

export function $insertRow(isBelow: boolean): void {
  const place = $placeOf($getSelection())
  if (!place || place.rows.length >= MOST_ROWS) return
  const beside = place.rows[place.row]!
  const marked = isHead(beside) ? (place.rows[place.row + 1] ?? []) : beside
  const row = $row(
    beside.map((_, column) => $cell(Boolean(marked[column] && !isHead(marked) && isHeading(marked[column])))),
  )
  const other = beside[0]!.getParentOrThrow()
  if (isBelow) other.insertAfter(row)
  else other.insertBefore(row)
  $elements(row)[place.column]?.selectStart()
}

export function $insertColumn(isRight: boolean): void {
  const place = $placeOf($getSelection())
  if (!place || place.rows[0]!.length >= MOST_COLUMNS) return
  place.rows.forEach((cells, row) => {
    const cell = $cell(row === 0 && isHead(cells))
    const other = cells[place.column]
    if (isRight) other?.insertAfter(cell)
    else other?.insertBefore(cell)
    if (row === place.row) cell.selectStart()
  })
}

/** Makes the first row headings of the columns, or no longer. */
export function $toggleHead(): void {
  const place = $placeOf($getSelection())
  const [first = []] = place?.rows ?? []
  const heading = !isHead(first)
  for (const cell of first) $mark(cell, heading)
}

/** Makes the first cell of each row its heading, or no longer. */
export function $toggleFirstColumn(): void {
  const place = $placeOf($getSelection())
  if (!place) return
  const below = place.rows.slice(isHead(place.rows[0]!) ? 1 : 0)
  const heading = !below.every(([cell]) => cell && isHeading(cell))
  for (const [cell] of below) if (cell) $mark(cell, heading)
}

export function $removeRow(): void {
  const place = $placeOf($getSelection())
  if (!place) return
  if (place.rows.length === 1) return $removeTable()
  const next = place.rows[place.row + 1] ?? place.rows[place.row - 1]
  next?.[place.column]?.selectStart()
  place.rows[place.row]![0]!.getParentOrThrow().remove()
}

export function $removeColumn(): void {
  const place = $placeOf($getSelection())
  if (!place) return
  const cells = place.rows[place.row]!
  if (cells.length === 1) return $removeTable()
  ;(cells[place.column + 1] ?? cells[place.column - 1])?.selectStart()
  for (const row of place.rows) row[place.column]?.remove()
}

export function $removeTable(): void {
  const place = $placeOf($getSelection())
  if (!place) return
  const paragraph = $createParagraphNode()
  place.table.replace(paragraph)
  paragraph.select()
}
