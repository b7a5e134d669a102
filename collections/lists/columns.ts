import type { CollectionSlug, FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { formatPhone } from '../../src/domain/phone.ts'
import { slugify } from '../../src/domain/slug.ts'
import { itemsOf, joined } from '../../src/domain/text/cells.ts'
import { type Visibility, VISIBILITY } from '../../src/domain/text/list-files.ts'
import { fromStored } from '../../src/domain/time/stored-date.ts'
import { isDate } from '../../src/domain/time/typed-date.ts'
import { wordsOf } from '../shared/merge/words.ts'
import { Names } from './names.ts'
import { oldAddressOf, targetColumn } from './redirect-target.ts'
import { WrongCell } from './wrong-cell.ts'

export type Doc = Record<string, unknown> & { id: number }

/** A document in its newest version, and how it stands for visitors; null where there are no drafts. */
export type Listed = { doc: Doc; visibility: Visibility | null }

export type Column = {
  heading: string
  /** `none`: what stands there is not read; `never`: it may stand there as it is, and is not changed. */
  import: 'yes' | 'never' | 'none'
  isRequired: boolean
  /** The field of the CMS, if it is one alone. */
  field?: FlattenedField
  /** What the CMS calls its fields, where it has several. */
  labels?: readonly string[]
  tell(listed: Listed): string | Promise<string>
  /** What a cell means, that is not empty; throws a WrongCell. */
  read(cell: string, listed: Listed | null): unknown
  /** Puts a value where it belongs in what is to be saved. @param before what stands there */
  put(data: Record<string, unknown>, value: unknown, before: Record<string, unknown>): void
}

export const ID = 'Id'
export const STATUS = 'Status'

/** The columns of a list: what its form has and the user may read, then who changed it last and when. */
export async function columnsOf(
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Column[]> {
  const names = new Names(req)
  const isRedirects = collection.slug === 'redirects'
  const isOfTarget = ({ name }: FlattenedField) => isRedirects && ['page', 'url'].includes(name)
  const fields = collection.flattenedFields.filter((field) => !isOfTarget(field))
  const labels = collection.flattenedFields.filter(isOfTarget).map((field) => String(field.label))
  const columns = [
    idColumn,
    ...(collection.versions?.drafts ? [statusColumn] : []),
    ...(await fieldColumns(fields, [], '', { names, req })).map((column) =>
      isRedirects && column.field?.name === 'from'
        ? { ...column, read: (cell: string) => oldAddressOf(cell) ?? cell }
        : column,
    ),
    ...(isRedirects ? [{ ...(await targetColumn(req)), labels }] : []),
    ...told,
  ]
  const headings = columns.map(({ heading }) => heading)
  return columns.map((column, at) =>
    headings.indexOf(column.heading) === at
      ? column
      : { ...column, heading: `${column.heading} (${at + 1})` },
  )
}

/** The title of a document, for who reads what becomes of a row. */
export const titleOf = (collection: SanitizedCollectionConfig, doc: Record<string, unknown>): string => {
  const title = doc[collection.admin.useAsTitle ?? 'id']
  return typeof title === 'string' ? title : ''
}

const unread = () => undefined
const unput = () => {}

const idColumn: Column = {
  heading: ID,
  import: 'none',
  isRequired: false,
  tell: ({ doc }) => String(doc.id),
  read: unread,
  put: unput,
}

const statusColumn: Column = {
  heading: STATUS,
  import: 'yes',
  isRequired: false,
  tell: ({ visibility }) => (visibility ? VISIBILITY[visibility] : ''),
  read: (cell, listed) => {
    const [read] = (Object.keys(VISIBILITY) as Visibility[]).filter(
      (name) => VISIBILITY[name].toLowerCase() === cell.toLowerCase(),
    )
    if (!read)
      throw new WrongCell(
        `Skriv ${Object.values(VISIBILITY)
          .map((name) => `»${name}«`)
          .join(', ')}.`,
      )
    const isPublic = listed !== null && listed.visibility !== 'draft'
    if (read === 'draft' && isPublic)
      throw new WrongCell(
        `En import tager intet af siden. Skriv »${VISIBILITY.beside}« for at gemme ændringen som kladde, eller afpublicér i listen.`,
      )
    if (read === 'beside' && !isPublic) throw new WrongCell('Den er ikke offentliggjort. Skriv »Kladde«.')
    return read
  },
  put: unput,
}

const told: Column[] = [
  ['Ændret af', ({ doc }: Listed) => (typeof doc.updatedBy === 'string' ? doc.updatedBy : '')] as const,
  ['Sidst ændret', ({ doc }: Listed) => moment(doc.updatedAt)] as const,
].map(([heading, tell]) => ({
  heading,
  import: 'none',
  isRequired: false,
  tell,
  read: unread,
  put: unput,
}))

const moment = (value: unknown): string =>
  typeof value === 'string'
    ? new Date(value)
        .toLocaleString('da-DK', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' })
        .replace(',', '')
    : ''

type Asking = { names: Names; req: PayloadRequest }

const OWN = ['id', 'createdAt', 'updatedAt', 'updatedBy', 'deletedAt']

async function fieldColumns(
  fields: readonly FlattenedField[],
  path: readonly string[],
  prefix: string,
  asking: Asking,
): Promise<Column[]> {
  const columns: Column[] = []
  for (const field of fields) {
    if (field.name.startsWith('_') || (path.length === 0 && OWN.includes(field.name))) continue
    if (field.type === 'join' || field.hidden || field.admin?.hidden || !(await mayRead(field, asking.req)))
      continue
    const heading = `${prefix}${typeof field.label === 'string' ? field.label : field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      const inside = [...path, field.name]
      columns.push(...(await fieldColumns(field.flattenedFields, inside, `${heading}: `, asking)))
    } else columns.push(fieldColumn(field, path, heading, asking))
  }
  return columns
}

async function mayRead(field: FlattenedField, req: PayloadRequest): Promise<boolean> {
  const read = 'access' in field ? field.access?.read : undefined
  return read === undefined || Boolean(await read({ req }))
}

function fieldColumn(
  field: FlattenedField,
  path: readonly string[],
  heading: string,
  { names, req }: Asking,
): Column {
  const kind = kindOf(field, names)
  const inside = (doc: Record<string, unknown>): Record<string, unknown> | undefined =>
    path.reduce<Record<string, unknown> | undefined>(
      (at, name) => at?.[name] as Record<string, unknown> | undefined,
      doc,
    )
  return {
    heading,
    field,
    import: kind?.read ? 'yes' : 'never',
    isRequired: 'required' in field && field.required === true,
    tell: async ({ doc }) => {
      const value = inside(doc)?.[field.name]
      const words = await (kind ? kind.tell(value) : wordsOf(field, value, req))
      return words.replace(/\r\n?/g, '\n').trim()
    },
    read: (cell, listed) => kind?.read?.(cell, listed && inside(listed.doc)?.[field.name]),
    put: (data, value, before) => {
      const [group] = path
      if (group === undefined) data[field.name] = value
      else data[group] = { ...((data[group] ?? before[group]) as object), [field.name]: value }
    },
  }
}

/** How the values of a field are told and read; without `read` they can be told only. @param before what stood there */
type Kind = {
  tell(value: unknown): string | Promise<string>
  read?(cell: string, before?: unknown): unknown
}

/** Null: rich texts and other parts of a form, which are told in words. */
function kindOf(field: FlattenedField, names: Names): Kind | null {
  if (field.type === 'array') {
    const [inner, ...more] = field.flattenedFields.filter(({ name }) => name !== 'id')
    const kind = inner && more.length === 0 ? kindOf(inner, names) : null
    return inner && kind?.read ? rowsOf(inner.name, kind) : null
  }
  const one = oneOf(field, names)
  return one && 'hasMany' in field && field.hasMany ? listOf(one) : one
}

function oneOf(field: FlattenedField, names: Names): Kind | null {
  switch (field.type) {
    case 'text': {
      if (field.name === 'slug') return { ...plain, read: (cell) => slugify(cell) || cell }
      const readPhone = field.custom?.readPhone as ((text: string) => string | null) | undefined
      return readPhone ? phone(readPhone) : plain
    }
    case 'textarea':
    case 'email':
      return plain
    case 'number':
      return { tell: (value) => (typeof value === 'number' ? String(value).replace('.', ',') : '') }
    case 'checkbox':
      return yesNo
    case 'date':
      return { tell: tellDate }
    case 'select':
    case 'radio':
      return choice(
        field.options.map((option) =>
          typeof option === 'string'
            ? { label: option, value: option }
            : { label: typeof option.label === 'string' ? option.label : option.value, value: option.value },
        ),
      )
    case 'relationship':
    case 'upload': {
      const slugs = field.relationTo as CollectionSlug | CollectionSlug[]
      return { tell: (value) => names.tell(slugs, value), read: (cell) => names.read(slugs, cell) }
    }
    default:
      return null
  }
}

const plain: Kind = {
  tell: (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''),
  read: (cell) => cell,
}

const phone = (read: (text: string) => string | null): Kind => ({
  tell: (value) => (typeof value === 'string' ? formatPhone(value) : ''),
  // Spreadsheets take the plus for one of a number, and drop it.
  read: (cell) => {
    const number = read(cell) ?? (/^45\d{8}$/.test(cell) ? read(`+${cell}`) : null)
    if (number === null) throw new WrongCell(`»${cell}« er ikke et telefonnummer.`)
    return number
  },
})

const yesNo: Kind = {
  tell: (value) => (value === true ? 'Ja' : 'Nej'),
  read: (cell) => {
    if (/^(ja|x|1|sand|true)$/i.test(cell)) return true
    if (/^(nej|0|falsk|false)$/i.test(cell)) return false
    throw new WrongCell(`»${cell}« er hverken »Ja« eller »Nej«.`)
  },
}

function tellDate(value: unknown): string {
  const date = typeof value === 'string' ? fromStored(value) : ''
  if (!isDate(date)) return date
  const [year, month, day] = date.split('-').map(Number)
  return `${day}.${month}.${year}`
}

const choice = (options: readonly { label: string; value: string }[]): Kind => ({
  tell: (value) => options.find((option) => option.value === value)?.label ?? plain.tell(value),
  read: (cell) => {
    const found = options.find(({ label }) => label.toLowerCase() === cell.toLowerCase())
    if (!found) throw new WrongCell(`Skriv ${options.map(({ label }) => `»${label}«`).join(' eller ')}.`)
    return found.value
  },
})

const listOf = ({ tell, read }: Kind): Kind => ({
  tell: async (values) => joined(await Promise.all([values ?? []].flat().map((value) => tell(value)))),
  ...(read && { read: (cell: string) => Promise.all(itemsOf(cell).map((item) => read(item))) }),
})

/** Rows of one field each; they keep their numbers. */
const rowsOf = (name: string, { tell, read }: Kind): Kind => ({
  tell: async (rows) =>
    joined(
      await Promise.all(((rows ?? []) as Record<string, unknown>[]).map(async (row) => tell(row[name]))),
    ),
  read: async (cell, before) => {
    const rows = (before ?? []) as Record<string, unknown>[]
    return Promise.all(itemsOf(cell).map(async (item, at) => ({ ...rows[at], [name]: await read?.(item) })))
  },
})
