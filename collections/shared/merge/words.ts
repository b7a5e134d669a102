import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { DAYS } from '../../../src/domain/hours/week.ts'
import type { Span } from '../../../src/domain/hours/schedule.ts'
import { formatSpan } from '../../../src/domain/hours/spans.ts'
import { type Collision, keyOf, type Path } from '../../../src/domain/merge/merge.ts'
import { isRecord, listOf } from '../../../src/domain/merge/same.ts'
import type { Row } from '../../../src/domain/merge/shape.ts'
import { capitalised, formatLongDate, WEEKDAYS } from '../../../src/domain/time/danish-time.ts'
import { fromStored } from '../../../src/domain/time/stored-date.ts'
import { isDate } from '../../../src/domain/time/typed-date.ts'
import { wordGroups } from '../../../src/domain/words/words.ts'
import type { Shown } from './collide.ts'
import { fieldsOfRow } from './shapes.ts'

type Documents = { theirs: unknown; mine: unknown }

/** What an editor calls a place in a document: »Indhold › Foldeliste »Ring« › Overskrift«. */
export const labelAt = (fields: readonly FlattenedField[], path: Path, documents: Documents): string =>
  placeAt(fields, path, documents).labels.join(' › ')

/** A collision in words. */
export async function showCollision(
  collision: Collision,
  fields: readonly FlattenedField[],
  documents: Documents,
  req: PayloadRequest,
): Promise<Shown> {
  const { kind, path } = collision
  const { labels, field, key, rows } = placeAt(fields, path, documents)
  const words = async (value: unknown): Promise<string> => {
    if (kind === 'order')
      return listOf(value)
        .map((id, index) => `${index + 1}. ${rowName(field, rows.get(String(id)) ?? {})}`)
        .join('\n')
    if (kind === 'row') return isRecord(value) && field ? wordsOfRow(field, value, req) : 'Slettet'
    return wordsOf(field, value, req, key)
  }
  const [theirs, mine] = await Promise.all([words(collision.theirs), words(collision.mine)])
  return {
    key: keyOf(path, kind),
    label: [...labels, ...(kind === 'order' ? ['Rækkefølge'] : [])].join(' › '),
    theirs: cut(theirs),
    mine: cut(mine),
  }
}

const cut = (words: string): string => (words.length > MOST ? `${words.slice(0, MOST)} …` : words || 'Tomt')

/** Characters of a value that are shown: some pages of text. */
const MOST = 5000

type Place = { labels: string[]; field?: FlattenedField; key?: string; rows: Map<string, Row> }

function placeAt(fields: readonly FlattenedField[], path: Path, documents: Documents): Place {
  const [name = '', ...rest] = path
  const own = OWN[name]
  const field = fields.find((one) => one.name === name)
  if (own || !field) return { labels: [own ?? name], rows: new Map() }
  const label = typeof field.label === 'string' ? field.label : name
  const [theirs, mine] = [documents.theirs, documents.mine].map((one) =>
    isRecord(one) ? one[name] : undefined,
  )
  const all = [...listOf(theirs), ...listOf(mine)].filter(isRecord)
  const rows = new Map<string, Row>(all.map((row) => [String(row.id), row]))
  const [next] = rest
  if (next === undefined) return { labels: [label], field, rows }
  if (field.type === 'group' || field.type === 'tab') {
    const inside = placeAt(field.flattenedFields, rest, { theirs, mine })
    return { ...inside, labels: [label, ...inside.labels] }
  }
  if (field.type === 'json') return { labels: [label, keyName(next)], field, key: next, rows }
  const row = rows.get(next)
  if (!row) return { labels: [label], field, rows }
  const labels = [label, rowName(field, row)]
  if (rest.length === 1) return { labels, field, rows }
  const at = (list: unknown) => listOf(list).find((one) => isRecord(one) && String(one.id) === next)
  const inside = placeAt(fieldsOfRow(field, row), rest.slice(1), { theirs: at(theirs), mine: at(mine) })
  return { ...inside, labels: [...labels, ...inside.labels] }
}

const OWN: Record<string, string> = { _status: 'Synlighed' }

/** What an editor calls a row: its kind, and its title if it has one. */
export function rowName(field: FlattenedField | undefined, row: Row): string {
  const kind =
    field?.type === 'blocks'
      ? field.blocks.find(({ slug }) => slug === row.blockType)?.labels?.singular
      : undefined
  const own = field?.type === 'array' ? field.labels?.singular : undefined
  const label = [kind, own].find((one) => typeof one === 'string') ?? 'Række'
  const title = ['heading', 'title', 'name', 'label', 'number', 'text', 'caption']
    .map((name) => row[name])
    .find((one) => typeof one === 'string' && one !== '')
  return title ? `${label} »${(title as string).slice(0, 60)}«` : label
}

/** What a key of a JSON field stands for: a day of a week, or one of the fixed words. */
function keyName(key: string): string {
  const day = DAYS.findIndex((one) => one === key)
  if (day >= 0) return capitalised(WEEKDAYS[day] ?? key)
  return wordGroups.flatMap(({ words }) => words).find((word) => word.key === key)?.label ?? key
}

async function wordsOfRow(field: FlattenedField, row: Row, req: PayloadRequest): Promise<string> {
  const fields = fieldsOfRow(field, row).filter(({ name }) => !['id', 'blockName'].includes(name))
  const lines = await Promise.all(
    fields.map(async (inner) => {
      const words = await wordsOf(inner, row[inner.name], req)
      return words ? `${typeof inner.label === 'string' ? inner.label : inner.name}: ${words}` : ''
    }),
  )
  return [rowName(field, row), ...lines.filter(Boolean)].join('\n')
}

/** A value of a field as an editor reads it; empty if it says nothing. */
export async function wordsOf(
  field: FlattenedField | undefined,
  value: unknown,
  req: PayloadRequest,
  key?: string,
): Promise<string> {
  if (value === null || value === undefined || value === '') return ''
  if (!field) return (typeof value === 'string' && STATUS[value]) || plain(value)
  switch (field.type) {
    case 'checkbox':
      return value ? 'Ja' : 'Nej'
    case 'date':
      return dateWords(value)
    case 'select':
    case 'radio': {
      const names = [value].flat().map((one) => {
        const option = field.options.find((known) => typeof known === 'object' && known.value === one)
        return typeof option === 'object' && typeof option.label === 'string' ? option.label : plain(one)
      })
      return names.join(', ')
    }
    case 'relationship':
    case 'upload': {
      const names = await Promise.all([value].flat().map((one) => titleOf(field.relationTo, one, req)))
      return names.join(', ')
    }
    case 'richText':
      return textOf(value)
    case 'json':
      return key === undefined && isRecord(value)
        ? Object.entries(value)
            .map(([name, inner]) => `${keyName(name)}: ${wordsOfKey(inner)}`)
            .join('\n')
        : wordsOfKey(value)
    case 'array':
    case 'blocks': {
      const rows = await Promise.all(
        listOf(value)
          .filter(isRecord)
          .map((row) => wordsOfRow(field, row, req)),
      )
      return rows.join('\n\n')
    }
    default:
      return [value].flat().map(plain).join(', ')
  }
}

const STATUS: Record<string, string> = { draft: 'Kladde', published: 'Offentliggjort' }

/** What is sent is merged before it is checked: it may be anything, and is said as it stands if it is no date. */
function dateWords(value: unknown): string {
  const date = typeof value === 'string' ? fromStored(value) : ''
  return isDate(date) ? formatLongDate(date) : plain(value)
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The spans of a day, or one of the fixed words. */
function wordsOfKey(value: unknown): string {
  if (value === 'monday') return 'som mandag'
  if (!Array.isArray(value)) return plain(value)
  return value.length === 0
    ? 'lukket'
    : value.map((span) => (isSpan(span) ? formatSpan(span) : plain(span))).join(' og ')
}

const isSpan = (value: unknown): value is Span =>
  isRecord(value) && typeof value.from === 'string' && typeof value.to === 'string'

async function titleOf(relationTo: string | string[], value: unknown, req: PayloadRequest): Promise<string> {
  const isOfSeveral = isRecord(value) && 'relationTo' in value
  const slug = isOfSeveral ? String(value.relationTo) : [relationTo].flat()[0]
  const sent = isOfSeveral ? value.value : isRecord(value) ? value.id : value
  const id = typeof sent === 'string' ? Number(sent) : sent
  if (!Number.isSafeInteger(id) || ![relationTo].flat().includes(slug ?? '')) return plain(value)
  const title = req.payload.config.collections.find((one) => one.slug === slug)?.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection: slug as CollectionSlug,
    where: { id: { equals: id } },
    select: { [title]: true },
    depth: 0,
    draft: true,
    pagination: false,
    limit: 1,
    req,
  })
  return String((docs[0] as Record<string, unknown> | undefined)?.[title] ?? `nr. ${String(id)}`)
}

/** A rich text as lines; what is linked to is in brackets. */
function textOf(value: unknown): string {
  if (!isRecord(value)) return ''
  if (typeof value.text === 'string') return value.text
  if (value.type === 'linebreak') return '\n'
  const inside = listOf(value.children).map(textOf)
  if (isRecord(value.root)) return textOf(value.root)
  if (value.type === 'root' || value.type === 'list') return inside.join('\n')
  if (value.type === 'listitem') return `• ${inside.join('')}`
  const url = isRecord(value.fields) && typeof value.fields.url === 'string' ? ` (${value.fields.url})` : ''
  return `${inside.join('')}${url}`
}
