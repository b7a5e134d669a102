import { sql } from '@payloadcms/db-postgres'
import { generateNKeysBetween } from 'payload/shared'
import type { PlannedRow } from '../../src/domain/text/list-files.ts'
import { reasonsOf } from '../shared/border/reason.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { tableOf } from '../shared/uses/uses.ts'
import type { Doc, Listed } from './columns.ts'
import { cellOf, type Importing, importRow } from './import-row.ts'
import type { FileRow } from './read-file.ts'
import { WrongCell } from './wrong-cell.ts'

/** The document a row is about; `id` null: a new one; `problem`: it cannot be said. */
export type Target = { id?: number | null; problem?: string }

type Trial = { row: FileRow; target: Target }
type Tried = { plan: PlannedRow; doc?: Doc }
type Documents = ReadonlyMap<number, Listed>

/**
 * What becomes of rows, in their order: all at the same time, so that the CMS works while the database does; one by one if that
 * fails, or if a row is judged by what one before it became (`isOrdered`).
 */
export async function tryRows(
  trials: readonly Trial[],
  documents: Documents,
  importing: Importing,
  { isOrdered = false }: { isOrdered?: boolean },
): Promise<Tried[]> {
  const all = isOrdered ? null : await together(trials, documents, importing)
  if (all) return all
  const results: Tried[] = []
  for (const trial of trials) results.push(await alone(trial, documents, importing))
  return results
}

/** Null, and nothing is done, if one of them failed: after it all others of the transaction fail, too, so nobody knows which did. */
async function together(
  trials: readonly Trial[],
  documents: Documents,
  importing: Importing,
): Promise<Tried[] | null> {
  const { req } = importing
  const places = await lastPlaces(trials.filter(({ target }) => target.id === null).length, importing)
  await inTransaction(req, sql`SAVEPOINT of_rows`)
  const results = await Promise.allSettled(
    trials.map((trial) =>
      tried(trial, documents, importing, trial.target.id === null ? places.shift() : undefined),
    ),
  )
  const all = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const isKept = all.length === trials.length
  await inTransaction(req, isKept ? sql`RELEASE SAVEPOINT of_rows` : sql`ROLLBACK TO SAVEPOINT of_rows`)
  return isKept ? all : null
}

async function alone(trial: Trial, documents: Documents, importing: Importing): Promise<Tried> {
  const { req, columns } = importing
  const { row } = trial
  await inTransaction(req, sql`SAVEPOINT of_row`)
  try {
    const result = await tried(trial, documents, importing)
    await inTransaction(req, sql`RELEASE SAVEPOINT of_row`)
    return result
  } catch (error) {
    const reasons = error instanceof WrongCell ? [...error.reasons] : reasonsOf(error)
    if (reasons === null) throw error
    await inTransaction(req, sql`ROLLBACK TO SAVEPOINT of_row`)
    const first = columns.findIndex((column) => column.import === 'yes' && column.isRequired)
    const name = first < 0 ? '' : cellOf(row, first).slice(0, 100)
    return { plan: { line: row.line, name, state: 'wrong', changes: [], reasons } }
  }
}

async function tried(
  { row, target: { id = null, problem } }: Trial,
  documents: Documents,
  importing: Importing,
  place?: string,
): Promise<Tried> {
  if (problem) throw new WrongCell(problem)
  const before = id === null ? null : documents.get(id)
  if (before === undefined)
    throw new WrongCell(`Id ${id} findes ikke i listen. Lad det stå tomt, hvis rækken er ny.`)
  const { planned, doc } = await importRow(row, before, importing, place)
  return { plan: planned, ...(doc && { doc }) }
}

/** Where as many new documents come to stand, after the last; none for a list without an order of its own. Each alone would take the same. */
async function lastPlaces(
  count: number,
  { collection: { slug, orderable }, req }: Importing,
): Promise<string[]> {
  if (!orderable || count === 0) return []
  const [last] = await inTransaction<{ place: string }>(
    req,
    sql`SELECT _order AS place FROM ${sql.identifier(tableOf(slug))} WHERE _order IS NOT NULL ORDER BY _order DESC LIMIT 1`,
  )
  return generateNKeysBetween(last?.place ?? null, null, count)
}
