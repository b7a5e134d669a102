import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { isFormula, meantBy } from '../../src/domain/text/cells.ts'
import { type PlannedRow, type Visibility, VISIBILITY } from '../../src/domain/text/list-files.ts'
import { trimEnds } from '../../src/domain/text/one-line.ts'
import { reasonsOf } from '../shared/border/reason.ts'
import { requestIn } from '../shared/database/request-in.ts'
import { type Column, type Doc, ID, type Listed, STATUS, titleOf } from './columns.ts'
import { letOthersFollow } from '../shared/tree/redirect-places.ts'
import type { FileRow } from './read-file.ts'
import { WrongCell } from './wrong-cell.ts'

/** What an import works with, the same for all its rows. `columns`: those that the file has, in its order. */
export type Importing = {
  collection: SanitizedCollectionConfig
  columns: readonly Column[]
  req: PayloadRequest
  transaction: number | string
}

/** What a row asks for: `data` are the fields that change. */
type Wish = {
  changed: Column[]
  changes: PlannedRow['changes']
  data: Record<string, unknown>
  visibility: Visibility | null
  name: string
  /** The cells that cannot be read, and why. */
  wrong: { column: Column; reason: string }[]
}

/**
 * Does what a row asks for, as its user and by the CMS's own operations, in the transaction of the import. Throws a WrongCell
 * with all that is wrong: what cannot be read, and what the CMS says of the rest.
 * @param listed the document that the row is about; null: a new one
 * @param place where a new one comes to stand in a list with an order of its own; after the last if it is not said
 */
export async function importRow(
  row: FileRow,
  listed: Listed | null,
  importing: Importing,
  place?: string,
): Promise<{ planned: PlannedRow; doc?: Doc }> {
  const wish = await wishOf(row, listed, importing)
  const { changes, name, wrong } = wish
  const planned = { line: row.line, name, changes, ...(wish.visibility && { becomes: wish.visibility }) }
  if (listed && changes.length === 0 && wrong.length === 0)
    return { planned: { line: row.line, name, changes, state: 'same' } }
  // What hooks note is about one save.
  const req = await requestIn(importing.transaction, importing.req)
  letOthersFollow(req)
  try {
    await refuseForbidden(wish, listed, req)
    const doc = await write(
      { ...wish, data: { ...wish.data, ...(place && { _order: place }) } },
      listed,
      importing,
      req,
    )
    if (wrong.length === 0) return { planned: { ...planned, state: listed ? 'changed' : 'new' }, doc }
  } catch (error) {
    const reasons = error instanceof WrongCell ? error.reasons : reasonsOf(error)
    if (reasons === null) throw error
    // A cell that cannot be read is not missing as well.
    const names = wrong.flatMap(({ column: { heading, labels = [] } }) => [heading, ...labels])
    const others = reasons.filter((reason) => !names.some((name) => reason.startsWith(`»${name}«`)))
    throw new WrongCell(...wrong.map(({ reason }) => reason), ...others)
  }
  throw new WrongCell(...wrong.map(({ reason }) => reason))
}

/** The cell of a row in a column, as it is meant. */
export const cellOf = ({ cells }: FileRow, at: number): string =>
  trimEnds(meantBy(cells[at] ?? '').replace(/\r\n?/g, '\n'))

async function wishOf(
  row: FileRow,
  listed: Listed | null,
  { collection, columns }: Importing,
): Promise<Wish> {
  if (row.problem) throw new WrongCell(row.problem)
  const before: Record<string, unknown> = listed?.doc ?? {}
  const after: Record<string, unknown> = { ...before }
  const data: Record<string, unknown> = {}
  const changes: PlannedRow['changes'] = []
  const changed: Column[] = []
  const wrong: Wish['wrong'] = []
  let asked: Visibility | undefined
  for (const [at, column] of columns.entries()) {
    if (column.import === 'none') continue
    const cell = cellOf(row, at)
    const stood = listed ? await column.tell(listed) : ''
    if (cell === trimEnds(stood) || (cell === '' && column.heading === STATUS)) continue
    const value = await valueOf(column, row.cells[at] ?? '', cell, listed).catch((error: unknown) => {
      if (!(error instanceof WrongCell)) throw error
      wrong.push({ column, reason: error.message })
    })
    if (wrong.at(-1)?.column === column) continue
    if (column.heading === STATUS) {
      asked = value as Visibility
      const stands = VISIBILITY[asked]
      if (listed && stands !== stood) changes.push({ heading: STATUS, before: stood, after: stands })
      continue
    }
    column.put(after, value, before)
    const told = await column.tell({ doc: after as Doc, visibility: null })
    // The same in another spelling.
    if (listed && told === stood) continue
    column.put(data, value, before)
    changed.push(column)
    changes.push({ heading: column.heading, before: stood, after: told })
  }
  const name = titleOf(collection, after) || changes[0]?.after || ''
  const drafts = Boolean(collection.versions?.drafts)
  const visibility = drafts ? (asked ?? listed?.visibility ?? 'draft') : null
  return { changed, changes, data, visibility, name, wrong }
}

async function valueOf(column: Column, raw: string, cell: string, listed: Listed | null): Promise<unknown> {
  const { field, heading } = column
  if (column.import === 'never')
    throw new WrongCell(
      `»${heading}« kan ikke ændres med en fil. Ret den i formularen, og lad ${listed ? 'cellen stå, som den blev hentet, eller fjern kolonnen' : 'cellen være tom'}.`,
    )
  try {
    if (cell !== '') {
      const isPhone = field?.custom?.readPhone !== undefined || field?.type === 'array'
      if (isFormula(raw.trim()) && !(isPhone && /^\s*\+/.test(raw)))
        throw new WrongCell(
          `begynder med »${raw.trim().charAt(0)}« som en formel i et regneark. Skal det stå der, så sæt en apostrof foran.`,
        )
      return await column.read(cell, listed)
    }
  } catch (error) {
    throw error instanceof WrongCell ? new WrongCell(`»${heading}«: ${error.message}`) : error
  }
  if (field?.type === 'checkbox') return false
  return field?.type === 'array' || (field && 'hasMany' in field && field.hasMany) ? [] : null
}

async function write(
  wish: Wish,
  listed: Listed | null,
  { collection }: Importing,
  req: PayloadRequest,
): Promise<Doc> {
  const { data, visibility } = wish
  const slug = collection.slug as CollectionSlug
  const draft = visibility !== null && visibility !== 'published'
  const saved = visibility === null ? data : { ...data, _status: draft ? 'draft' : 'published' }
  const operation = listed ? 'update' : 'create'
  if (draft) await judgeDraft(wish, { listed, operation }, collection, req)
  const common = { collection: slug, draft, depth: 0, overrideAccess: false, user: req.user, req }
  const doc = listed
    ? await req.payload.update({ ...common, id: listed.doc.id, data: saved as never })
    : await req.payload.create({ ...common, data: saved as never } as never)
  return doc as unknown as Doc
}

/** A draft that is typed may be unfinished, but what a file brings must be right: the rules of its fields are asked. */
async function judgeDraft(
  { changed, data, wrong }: Wish,
  { listed, operation }: { listed: Listed | null; operation: string },
  { slug, admin }: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<void> {
  const all: Record<string, unknown> = { ...listed?.doc, ...data }
  const reasons: string[] = []
  const title = admin.useAsTitle
  if (title && !all[title] && !wrong.some(({ column }) => column.field?.name === title))
    reasons.push('Den har intet navn.')
  for (const { field, heading } of changed) {
    // What lies in a group has other siblings, and is asked with those of the whole.
    const validate = field && 'validate' in field ? (field.validate as Validate | undefined) : undefined
    if (!field || !validate || !(field.name in data)) continue
    const value = data[field.name]
    if (value === null || value === undefined) continue
    const answer = await validate(value, {
      ...field,
      data: all,
      siblingData: all,
      blockData: {},
      collectionSlug: slug,
      id: listed?.doc.id,
      operation,
      event: 'submit',
      path: [field.name],
      preferences: { fields: {} },
      previousValue: listed?.doc[field.name],
      overrideAccess: false,
      req,
    })
    if (answer !== true) reasons.push(`»${heading}«: ${answer}`)
  }
  if (reasons.length > 0) throw new WrongCell(...reasons)
}

type Validate = (value: unknown, options: object) => Promise<string | true> | string | true

/** The CMS leaves out in silence what a user may not change. */
async function refuseForbidden(
  { changed, data }: Wish,
  listed: Listed | null,
  req: PayloadRequest,
): Promise<void> {
  for (const { field, heading } of changed) {
    const access = field && 'access' in field ? field.access?.[listed ? 'update' : 'create'] : undefined
    const about = { req, data, siblingData: data, ...(listed && { id: listed.doc.id, doc: listed.doc }) }
    if (access && !(await access(about))) throw new WrongCell(`Du må ikke ændre »${heading}«.`)
  }
}

/** The number that a row has; null for a new one; throws a WrongCell for what is none. */
export function idOf(row: FileRow, columns: readonly Column[]): number | null {
  const at = columns.findIndex(({ heading }) => heading === ID)
  const cell = at < 0 ? '' : cellOf(row, at)
  if (cell === '') return null
  if (!/^\d{1,9}$/.test(cell))
    throw new WrongCell(`»${cell.slice(0, 40)}« er ikke et Id. Lad det stå tomt for en ny.`)
  return Number(cell)
}
