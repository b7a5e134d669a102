/**
 * A text as a cell of a file that spreadsheets open: what they would take for a formula gets an apostrophe in front, and so
 * does what would then look as if it had one. `meantBy` takes back exactly that.
 */
export const harmless = (text: string): string => (RISKY.test(text) ? `'${text}` : text)

/** The text that a cell of a file means. */
export const meantBy = (cell: string): string => (HARMLESS.test(cell) ? cell.slice(1) : cell)

/** Whether a spreadsheet takes a cell for a formula. */
export const isFormula = (cell: string): boolean => FORMULA.test(cell)

const START = '[=+\\-@＝＋－＠\\t\\r\\n]'
const FORMULA = new RegExp(`^${START}`)
const RISKY = new RegExp(`^'*${START}`)
const HARMLESS = new RegExp(`^'+${START}`)

/** Several texts in one cell: »en | to«. `itemsOf` takes them apart again. */
export const joined = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\|]/g, (sign) => `\\${sign}`)).join(' | ')

/** The texts of a cell, without blanks at their ends; empty ones are none. */
export function itemsOf(cell: string): string[] {
  const items = ['']
  for (let at = 0; at < cell.length; at++) {
    const sign = cell.charAt(at)
    const next = cell.charAt(at + 1)
    if (sign === '|') items.push('')
    else if (sign === '\\' && (next === '\\' || next === '|')) {
      items.push(`${items.pop() ?? ''}${next}`)
      at += 1
    } else items.push(`${items.pop() ?? ''}${sign}`)
  }
  return items.map((item) => item.trim()).filter(Boolean)
}

/** A line of a CSV file. */
export const csvLine = (cells: readonly string[], separator: string): string =>
  `${cells.map(quoted).join(separator)}\r\n`

const quoted = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
