import type { ArrayField, BlocksField, Field, ValidationFieldError } from 'payload'
import { unreadable } from '../../../src/domain/text/readable.ts'

/**
 * What in `data` has not the shape that its field needs, so that Payload's own traversal, its hooks and the database would
 * fail on it. Whether a value of the right shape is a good one, the fields themselves say.
 * @param path of `data` within the document, as Payload writes it: `blocks.0.`
 */
export function wrongShapes(fields: readonly Field[], data: unknown, path = ''): ValidationFieldError[] {
  if (data === undefined || data === null) return []
  if (!isRecord(data)) return [{ path: path.replace(/\.$/, ''), message: UNREADABLE }]
  return fields.flatMap((field) => wrongField(field, data, path))
}

function wrongField(field: Field, data: Record<string, unknown>, path: string): ValidationFieldError[] {
  if (field.type === 'tabs')
    return field.tabs.flatMap((tab) =>
      'name' in tab && tab.name
        ? wrongShapes(tab.fields, data[tab.name], `${path}${tab.name}.`)
        : wrongShapes(tab.fields, data, path),
    )
  if (!('name' in field) || !field.name) return 'fields' in field ? wrongShapes(field.fields, data, path) : []
  const value = data[field.name]
  const own = `${path}${field.name}`
  // A group is there in every document.
  if (value === null && field.type === 'group') return [{ path: own, message: UNREADABLE }]
  if (value === undefined || value === null) return []
  switch (field.type) {
    case 'group':
      return wrongShapes(field.fields, value, `${own}.`)
    case 'array':
      return wrongRows(value, own, (row, at) => wrongShapes([...field.fields, ROW_ID], row, `${own}.${at}.`))
    case 'blocks':
      return wrongRows(value, own, (row, at) => {
        const block = field.blocks.find(({ slug }) => isRecord(row) && row.blockType === slug)
        return block
          ? wrongShapes([...block.fields, ROW_ID], row, `${own}.${at}.`)
          : [{ path: `${own}.${at}.blockType`, message: 'Den slags blok findes ikke.' }]
      })
    default: {
      // First, as it says whether the value can be looked through at all.
      const message = unreadable(value) ?? problemOf(field, value)
      return message
        ? [{ path: own, message, ...(typeof field.label === 'string' && { label: field.label }) }]
        : []
    }
  }
}

/** A list that is said to be nothing is an empty one: so everything behind it may rely on a list. */
export function emptyLists(fields: readonly Field[], data: unknown): void {
  if (!isRecord(data)) return
  for (const field of fields) {
    if (field.type === 'tabs')
      for (const tab of field.tabs) emptyLists(tab.fields, 'name' in tab && tab.name ? data[tab.name] : data)
    else if (!('name' in field) || !field.name) {
      if ('fields' in field) emptyLists(field.fields, data)
    } else if (field.type === 'group') emptyLists(field.fields, data[field.name])
    else if (field.type === 'array' || field.type === 'blocks') {
      if (data[field.name] === null) data[field.name] = []
      for (const row of [data[field.name]].flat()) emptyLists(fieldsOf(field, row), row)
    }
  }
}

const fieldsOf = (field: ArrayField | BlocksField, row: unknown): Field[] =>
  field.type === 'array'
    ? field.fields
    : (field.blocks.find(({ slug }) => isRecord(row) && row.blockType === slug)?.fields ?? [])

/** The id of a row of an array or of a block. */
const ROW_ID: Field = { name: 'id', type: 'text' }

function wrongRows(
  value: unknown,
  path: string,
  problems: (row: unknown, at: number) => ValidationFieldError[],
): ValidationFieldError[] {
  // So Payload's forms write an empty list.
  if (value === 0 || value === '0' || value === '') return []
  if (!Array.isArray(value)) return [{ path, message: UNREADABLE }]
  if (value.length > MOST_ROWS) return [{ path, message: `Der er plads til højst ${MOST_ROWS}.` }]
  return (value as unknown[]).flatMap((row, at) =>
    isRecord(row) ? problems(row, at) : [{ path: `${path}.${at}`, message: UNREADABLE }],
  )
}

/** What is wrong with the shape of a value that is there; null if nothing is. */
function problemOf(field: Field, value: unknown): string | null {
  switch (field.type) {
    case 'text':
      if (field.hasMany && value !== '') return each(value, isText)
      return !field.hasMany && isText(value) ? null : UNREADABLE
    case 'textarea':
    case 'email':
    case 'code':
      return isText(value) ? null : UNREADABLE
    case 'number':
      return (field.hasMany ? each(value, isNumber) : isNumber(value) ? null : 'Skriv et tal.') ?? null
    case 'checkbox':
      return typeof value === 'boolean' || ['true', 'false', ''].includes(String(value))
        ? null
        : 'Vælg ja eller nej.'
    case 'date':
      return isDate(value) ? null : `»${String(value).slice(0, 40)}« er ikke en dato.`
    case 'select':
    case 'radio':
      return 'hasMany' in field && field.hasMany
        ? each(value, isText)
        : isText(value)
          ? null
          : 'Vælg en af mulighederne.'
    case 'relationship':
    case 'upload': {
      const { relationTo } = field
      const isReference = (one: unknown): boolean =>
        Array.isArray(relationTo)
          ? isRecord(one) && relationTo.some((slug) => slug === one.relationTo) && isId(one.value)
          : isId(one)
      if (value === '' || value === 'none' || value === 'null') return null
      return field.hasMany ? each(value, isReference, CHOOSE) : isReference(value) ? null : CHOOSE
    }
    case 'richText':
      return value === '' || isRichText(value) ? null : 'Teksten har noget, der ikke kan bruges her.'
    default:
      return null
  }
}

function each(value: unknown, isRight: (one: unknown) => boolean, message = UNREADABLE): string | null {
  if (value === '') return null
  return Array.isArray(value) && value.length <= MOST_ROWS && value.every(isRight) ? null : message
}

const isText = (value: unknown): boolean => typeof value === 'string'

const isNumber = (value: unknown): boolean =>
  value === '' ||
  ((isText(value) || typeof value === 'number') &&
    Number.isFinite(Number(value)) &&
    Math.abs(Number(value)) < 1e12)

const isDate = (value: unknown): boolean =>
  value === '' ||
  (value instanceof Date && !Number.isNaN(value.getTime())) ||
  (typeof value === 'string' && /^\d{4}-/.test(value) && !Number.isNaN(Date.parse(value)))

/** An id of a row, or the document that has it. The database counts them in 32 bits. */
function isId(value: unknown): boolean {
  const id = isRecord(value) ? value.id : value
  return (
    (typeof id === 'number' || (typeof id === 'string' && /^\d{1,10}$/.test(id))) &&
    Number.isInteger(Number(id)) &&
    Number(id) > 0 &&
    Number(id) < 2 ** 31
  )
}

/** The editor's format, as far as its own code and ours rely on it. */
function isRichText(value: unknown): boolean {
  return isRecord(value) && isRecord(value.root) && isNode(value.root)
}

function isNode(node: unknown): boolean {
  if (!isRecord(node) || typeof node.type !== 'string' || !NODES.has(node.type)) return false
  if (node.type === 'text' && typeof node.text !== 'string') return false
  if (['link', 'autolink'].includes(node.type) && !isLink(node.fields)) return false
  if (!PARENTS.has(node.type)) return true
  return Array.isArray(node.children) && node.children.every(isNode)
}

function isLink(fields: unknown): boolean {
  if (!isRecord(fields)) return false
  const { linkType, url, doc } = fields
  return (
    [linkType, url].every((one) => one === undefined || one === null || typeof one === 'string') &&
    (doc === undefined ||
      doc === null ||
      (isRecord(doc) && typeof doc.relationTo === 'string' && isId(doc.value)))
  )
}

/** The nodes that have children, and all that the editor's features (rich-text.ts) make. */
// prettier-ignore
const PARENTS = new Set([
  'root', 'paragraph', 'heading', 'list', 'listitem', 'link', 'autolink', 'table', 'tablerow', 'tablecell',
])
const NODES = new Set([...PARENTS, 'text', 'linebreak', 'tab'])

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const UNREADABLE = 'Værdien kan ikke læses.'

const CHOOSE = 'Det valgte findes ikke. Vælg igen.'

const MOST_ROWS = 1000
