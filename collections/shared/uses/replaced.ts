import type { FlattenedField } from 'payload'
import { changeLevels, changeRecords, type Level } from './levels.ts'

/** What is put in the place of what. */
export type Exchange = { slug: string; from: number; to: number }

/**
 * The values of a document with every reference to one document replaced by another: in fields, lists, groups, blocks and in
 * the links of texts. What refers to something else stays as it is.
 */
export const replaced = (fields: readonly FlattenedField[], document: object, exchange: Exchange): Level =>
  changeLevels(fields, document as Level, (level, own) => {
    for (const field of own)
      if (field.name in level) level[field.name] = valueOf(field, level[field.name], exchange)
    return level
  })

function valueOf(field: FlattenedField, value: unknown, exchange: Exchange): unknown {
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const { relationTo } = field
      const one = (ref: unknown) =>
        Array.isArray(relationTo) ? named(ref, exchange) : single(ref, relationTo, exchange)
      return Array.isArray(value) ? unique(value.map(one)) : one(value)
    }
    case 'richText':
      return named(value, exchange)
    default:
      return value
  }
}

const single = (ref: unknown, relationTo: string, { slug, from, to }: Exchange): unknown =>
  relationTo === slug && idIn(ref) === from ? to : ref

const idIn = (ref: unknown): unknown =>
  typeof ref === 'object' && ref !== null && 'id' in ref ? ref.id : ref

/** A list names nothing twice. */
const unique = (refs: unknown[]): unknown[] => [
  ...new Map(refs.map((ref) => [JSON.stringify(idIn(ref)), ref])).values(),
]

/** `{ relationTo, value }` is how texts and fields for several collections name a document. */
const named = (value: unknown, { slug, from, to }: Exchange): unknown =>
  changeRecords(value, (record) =>
    record.relationTo === slug && idIn(record.value) === from ? { ...record, value: to } : record,
  )
