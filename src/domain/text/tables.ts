import { z } from 'zod'

/** The largest table in a text. */
export const MOST_ROWS = 300
export const MOST_COLUMNS = 20

const cell = z.looseObject({ type: z.literal('tablecell'), headerState: z.number().int().min(0).max(3) })
const row = z.looseObject({
  type: z.literal('tablerow'),
  children: z
    .array(cell, 'Tabellen kan ikke læses.')
    .min(1, 'En tabel skal have mindst én kolonne.')
    .max(MOST_COLUMNS, `En tabel kan højst have ${MOST_COLUMNS} kolonner.`),
})
const table = z.looseObject({
  children: z
    .array(row, 'Tabellen kan ikke læses.')
    .min(1, 'En tabel skal have mindst én række.')
    .max(MOST_ROWS, `En tabel kan højst have ${MOST_ROWS} rækker.`),
})

/** What is wrong with a table of a text, as the editor stores it, in Danish; null if nothing is. */
export function tableProblem(node: unknown): string | null {
  const read = table.safeParse(node)
  if (read.success) return null
  const [issue] = read.error.issues
  return issue && /^(En tabel|Tabellen) /.test(issue.message) ? issue.message : 'Tabellen kan ikke læses.'
}
