import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { ImportAnswer, ImportProgress, PlannedRow } from '../../src/domain/text/list-files.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { inOwnTransaction, requestIn } from '../shared/database/request-in.ts'
import { leadsNowhere } from '../shared/tree/redirect-places.ts'
import { tableOf } from '../shared/uses/uses.ts'
import { type Column, columnsOf, type Doc, ID } from './columns.ts'
import { cellOf, idOf, type Importing } from './import-row.ts'
import { listed } from './listed.ts'
import { type FileRow, type ListFile, readFile } from './read-file.ts'
import { oldAddressOf } from './redirect-target.ts'
import { type Target, tryRows } from './try-rows.ts'
import { WrongCell } from './wrong-cell.ts'

/**
 * What a list does beyond the rule. `key`: the column by which a row without an id is known. `isOrdered`: whether a row may be
 * judged by what one before it became.
 */
type Rules = {
  isOrdered?: boolean
  key?: { heading: string; path: string; meant: (cell: string) => string | null }
  /** Why a document cannot stand once all rows do, in Danish. */
  problem?: (doc: Doc, req: PayloadRequest) => Promise<string | null>
}

/** The lists that can be changed by a file. */
export const IMPORTABLE: Partial<Record<CollectionSlug, Rules>> = {
  'press-contacts': {},
  people: {},
  'contact-boxes': {},
  'search-words': {},
  redirects: {
    isOrdered: true,
    key: { heading: 'Gammel adresse', path: 'from', meant: oldAddressOf },
    problem: ({ url }, req) => leadsNowhere(url, req),
  },
}

type Asked = {
  /** The `plan` that was shown and is to be done; null: it is tried out only. */
  seen: string | null
  onProgress: (progress: ImportProgress) => void
  /** Whether whoever asked still waits. */
  isWanted: () => boolean
}

/** A file that has been read, and the columns of its list that it has. */
export type ReadList = { file: ListFile; columns: Column[] }

/** Reads a file for a list; throws a Refusal for one that cannot be taken as a whole. */
export async function readList(
  bytes: Uint8Array,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<ReadList> {
  const all = await columnsOf(collection, req)
  const file = readFile(
    bytes,
    all.map(({ heading }) => heading),
  )
  const columns = file.headings.flatMap((name) => all.filter(({ heading }) => heading === name))
  const missing = all.filter(({ isRequired, heading, field }) => {
    // It is made of the name.
    const isMade =
      field?.name === 'slug' || (field && 'defaultValue' in field && field.defaultValue !== undefined)
    return isRequired && !isMade && !file.headings.includes(heading)
  })
  if (!file.headings.includes(ID) && missing.length > 0)
    throw new Refusal(
      `Der mangler ${missing.map(({ heading }) => `»${heading}«`).join(', ')}. Uden kolonnen »${ID}« er alle rækker nye, og de skal have det. Intet er ændret.`,
    )
  return { file, columns }
}

/**
 * Does what the rows of a file ask for, in one transaction and by the CMS's own operations, and tells what becomes of each. All
 * of it is kept if none is wrong and it is what was seen before; else nothing. So trying out is doing it, and taking it back.
 */
export async function importList(
  { file, columns }: ReadList,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
  { seen, onProgress, isWanted }: Asked,
): Promise<ImportAnswer> {
  return inOwnTransaction(req.payload, async (transaction) => {
    const importing = { collection, columns, transaction, req: await requestIn(transaction, req) }
    const rows = await importRows(file.rows, importing, onProgress, isWanted)
    const plan = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
    const written = rows.filter(({ state }) => state === 'new' || state === 'changed').length
    const isKept = seen === plan && written > 0 && rows.every(({ state }) => state !== 'wrong') && isWanted()
    return { result: { rows, plan, written: isKept ? written : 0, isUtf8: file.isUtf8 }, isKept }
  })
}

async function importRows(
  rows: readonly FileRow[],
  importing: Importing,
  onProgress: Asked['onProgress'],
  isWanted: Asked['isWanted'],
): Promise<PlannedRow[]> {
  const { req, collection } = importing
  const rules = IMPORTABLE[collection.slug as CollectionSlug] ?? {}
  const targets = await targetsOf(rows, importing, rules)
  const documents = await listed(
    collection,
    targets.flatMap(({ id }) => (id === null || id === undefined ? [] : [id])),
    req,
  )
  const planned: PlannedRow[] = []
  const made: { at: number; doc: Doc }[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    if (!isWanted()) throw new Error('Nobody waits for the import')
    onProgress({ done: at, of: rows.length })
    const group = rows
      .slice(at, at + AT_ONCE)
      .map((row, index) => ({ row, target: targets[at + index] ?? {} }))
    for (const { plan, doc } of await tryRows(group, documents, importing, rules)) {
      if (doc) made.push({ at: planned.length, doc })
      planned.push(plan)
    }
  }
  onProgress({ done: rows.length, of: rows.length })
  for (const { at, doc } of made) {
    const problem = await rules.problem?.(doc, req)
    const plan = planned[at]
    if (problem && plan) planned[at] = { ...plan, state: 'wrong', reasons: [problem] }
  }
  return planned
}

/** How many rows are tried at the same time, and between two words of how far it is. */
const AT_ONCE = 25

async function targetsOf(
  rows: readonly FileRow[],
  { columns, collection, req }: Importing,
  { key }: Rules,
): Promise<Target[]> {
  const keyAt = key ? columns.findIndex(({ heading }) => heading === key.heading) : -1
  const known =
    key && keyAt >= 0
      ? new Map(
          (
            await inTransaction<{ id: number; key: string }>(
              req,
              sql`SELECT id, ${sql.identifier(key.path)} AS key FROM ${sql.identifier(tableOf(collection.slug))}`,
            )
          ).map(({ id, key: name }) => [name, id]),
        )
      : new Map<string, number>()
  const lines = new Map<string, number>()
  return rows.map((row) => {
    try {
      const name = key && keyAt >= 0 ? key.meant(cellOf(row, keyAt)) : null
      const id = idOf(row, columns) ?? (name === null ? null : (known.get(name) ?? null))
      const words = id === null ? name && `»${name}«` : `Id ${id}`
      for (const one of [words, name && `»${name}«`]) {
        const line = one ? lines.get(one) : undefined
        if (line !== undefined && line !== row.line) return { problem: `${one} står også i linje ${line}.` }
        if (one) lines.set(one, row.line)
      }
      return { id }
    } catch (error) {
      if (error instanceof WrongCell) return { problem: error.message }
      throw error
    }
  })
}
