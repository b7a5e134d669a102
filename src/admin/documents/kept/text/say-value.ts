import { isRichText, isObject, isReference } from './changes.ts'
import { datesText } from '../../../time/dates/typed-value.ts'
import { capitalised, WEEKDAYS } from '../../../../domain/time/danish-time.ts'
import { DAYS } from '../../../../domain/hours/week.ts'

/** What is needed of a field of Payload's client config. */
export type FieldLike = {
  type?: string
  name?: string
  label?: unknown
  fields?: readonly FieldLike[]
  tabs?: readonly FieldLike[]
  blocks?: readonly FieldLike[]
  slug?: string
  labels?: { singular?: unknown }
  options?: readonly (string | { label?: unknown; value: string })[]
  relationTo?: string | readonly string[]
}

/** The name of a document, if it is known. */
export type NameOf = (slug: string, id: unknown) => string | undefined

/** A value in words, several lines where it has them; empty for nothing. Rich text is its text. */
export function sayValue(field: FieldLike | undefined, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return ''
  if (isRichText(value)) return sayRichText(value.root.children)
  switch (field?.type) {
    case 'checkbox':
      return value === true ? 'Ja' : 'Nej'
    case 'date':
      return datesText(value)
    case 'select':
    case 'radio':
      return listOf(value)
        .map((one) => sayOption(field, one))
        .join(', ')
    case 'relationship':
    case 'upload':
      return listOf(value)
        .map((one) => sayReference(field, one, nameOf))
        .join('\n')
    case 'array':
    case 'blocks':
      return listOf(value)
        .map((row, index) => sayRow(field, row, index, nameOf))
        .join('\n')
    default:
      return isObject(value) && field?.fields
        ? sayFields(field.fields, value, nameOf).join('\n')
        : sayPlain(value)
  }
}

/** The words for a place in a form, such as »Indhold, 2. Tekst, Overskrift«, and its field. @param values for the number of a row */
export function sayPlace(
  fields: readonly FieldLike[],
  path: readonly string[],
  values: unknown,
): { name: string; field: FieldLike | undefined } {
  const words: string[] = []
  let field: FieldLike | undefined
  let inside: readonly FieldLike[] = fields
  let value = values
  for (const part of path) {
    if (part.startsWith('#')) {
      const rows = listOf(value)
      const index = rows.findIndex((row) => isObject(row) && `#${String(row.id)}` === part)
      value = rows[index]
      words.push(rowName(field, value, index))
      // Of a row that is gone nobody knows which block it was.
      inside = value
        ? fieldsOfRow(field, value)
        : (field?.blocks?.flatMap(({ fields }) => fields ?? []) ?? field?.fields ?? [])
      continue
    }
    field = findField(inside, part)
    words.push(labelOf(field) ?? part)
    value = isObject(value) ? value[part] : undefined
    inside = field?.fields ?? []
  }
  return { name: words.filter(Boolean).join(', '), field }
}

const rowName = (field: FieldLike | undefined, row: unknown, index: number): string =>
  index < 0
    ? ''
    : `${index + 1}. ${blockOf(field, row)?.name ?? labelText(field?.labels?.singular) ?? 'række'}`

function sayRow(field: FieldLike, row: unknown, index: number, nameOf: NameOf): string {
  if (!isObject(row)) return sayPlain(row)
  const lines = sayFields(fieldsOfRow(field, row), row, nameOf)
  return [rowName(field, row, index), ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)].join('\n')
}

const sayFields = (fields: readonly FieldLike[], values: Record<string, unknown>, nameOf: NameOf): string[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = findField(fields, name)
    const said = field ? sayValue(field, value, nameOf) : ''
    return said ? [`${labelOf(field) ?? name}: ${said}`] : []
  })

function sayOption({ options = [] }: FieldLike, value: unknown): string {
  const option = options.find((one) => typeof one === 'object' && one.value === value)
  return (typeof option === 'object' && labelText(option.label)) || sayPlain(value)
}

function sayReference({ relationTo }: FieldLike, value: unknown, nameOf: NameOf): string {
  const slug = isReference(value) ? value.relationTo : String(relationTo)
  const inside = isReference(value) ? value.value : value
  const id = isObject(inside) ? inside.id : inside
  return nameOf(slug, id) ?? `Nr. ${sayPlain(id)}`
}

type Node = { type?: string; text?: string; children?: unknown; fields?: { url?: unknown } }

/** A line for each paragraph, heading and point. */
function sayRichText(nodes: readonly unknown[], lead = ''): string {
  return nodes
    .filter(isObject)
    .map((node: Node) => {
      const children = listOf(node.children)
      if (node.type === 'list') return sayRichText(children, `${lead}• `)
      if (typeof node.text === 'string') return node.text
      if (node.type === 'linebreak') return '\n'
      const nested = children.some((child) => isObject(child) && child.type === 'list')
      return nested ? sayRichText(children, lead) : lead + children.map(sayInline).join('')
    })
    .join('\n')
}

function sayInline(one: unknown): string {
  if (!isObject(one)) return ''
  const node: Node = one
  if (node.type === 'linebreak') return '\n'
  if (typeof node.text === 'string') return node.text
  const text = listOf(node.children).map(sayInline).join('')
  return typeof node.fields?.url === 'string' && node.fields.url ? `${text} (${node.fields.url})` : text
}

/** What no field describes, such as a week: words and numbers, a line for each name. */
function sayPlain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(sayPlain).filter(Boolean).join(', ')
  if (!isObject(value)) return String(value)
  if (typeof value.from === 'string' && typeof value.to === 'string') return `${value.from}–${value.to}`
  if (DAYS.every((day) => day in value))
    return DAYS.map(
      (day, index) =>
        `${capitalised(WEEKDAYS[index] ?? '')}: ${value[day] === 'monday' ? 'som mandag' : sayPlain(value[day]) || 'lukket'}`,
    ).join('\n')
  return Object.values(value).map(sayPlain).filter(Boolean).join('\n')
}

/** The field of a name, also inside what only arranges fields. */
function findField(fields: readonly FieldLike[], name: string): FieldLike | undefined {
  for (const field of fields) {
    if (field.name === name) return field
    if (field.name !== undefined) continue
    const found = findField([...(field.fields ?? []), ...(field.tabs ?? [])], name)
    if (found) return found
  }
  return undefined
}

function blockOf(field: FieldLike | undefined, row: unknown): { block: FieldLike; name: string } | undefined {
  const block = field?.blocks?.find(({ slug }) => isObject(row) && slug === row.blockType)
  return block && { block, name: labelText(block.labels?.singular) ?? block.slug ?? '' }
}

const fieldsOfRow = (field: FieldLike | undefined, row: unknown): readonly FieldLike[] =>
  blockOf(field, row)?.block.fields ?? field?.fields ?? []

const labelOf = (field: FieldLike | undefined): string | undefined => labelText(field?.label)

const labelText = (label: unknown): string | undefined =>
  typeof label === 'string' ? label : isObject(label) && typeof label.da === 'string' ? label.da : undefined

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
