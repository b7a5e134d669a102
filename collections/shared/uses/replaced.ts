import type { Field } from 'payload'

/** What is put in the place of what. */
export type Exchange = { slug: string; from: number; to: number }

/**
 * The values of a document with every reference to one document replaced by another: in fields, lists, groups, blocks and in
 * the links of texts. What refers to something else stays the very same value.
 */
export function replaced(
  fields: readonly Field[],
  data: unknown,
  exchange: Exchange,
): Record<string, unknown> {
  const into = { ...(data as Record<string, unknown>) }
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs)
        if ('name' in tab && tab.name) into[tab.name] = below(tab.fields, into[tab.name], exchange)
        else Object.assign(into, replaced(tab.fields, into, exchange))
    } else if (!('name' in field) || !field.name) {
      if ('fields' in field) Object.assign(into, replaced(field.fields, into, exchange))
    } else if (field.name in into) into[field.name] = valueOf(field, into[field.name], exchange)
  }
  return into
}

const below = (fields: readonly Field[], value: unknown, exchange: Exchange): unknown =>
  typeof value === 'object' && value !== null ? replaced(fields, value, exchange) : value

function valueOf(field: Field, value: unknown, exchange: Exchange): unknown {
  switch (field.type) {
    case 'group':
      return below(field.fields, value, exchange)
    case 'array':
      return rows(value, (row) => below(field.fields, row, exchange))
    case 'blocks':
      return rows(value, (row) => {
        const block = field.blocks.find(({ slug }) => slug === (row as { blockType?: string }).blockType)
        return block ? below(block.fields, row, exchange) : row
      })
    case 'relationship':
    case 'upload': {
      const { relationTo } = field
      const one = (ref: unknown) =>
        Array.isArray(relationTo) ? inText(ref, exchange) : single(ref, relationTo, exchange)
      return Array.isArray(value) ? unique(value.map(one)) : one(value)
    }
    case 'richText':
      return inText(value, exchange)
    default:
      return value
  }
}

const rows = (value: unknown, change: (row: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(change) : value

const single = (ref: unknown, relationTo: string, { slug, from, to }: Exchange): unknown =>
  relationTo === slug && idIn(ref) === from ? to : ref

const idIn = (ref: unknown): unknown =>
  typeof ref === 'object' && ref !== null && 'id' in ref ? ref.id : ref

/** A list names nothing twice. */
const unique = (refs: unknown[]): unknown[] => [
  ...new Map(refs.map((ref) => [JSON.stringify(idIn(ref)), ref])).values(),
]

/** In whatever JSON: `{ relationTo, value }` is how texts and fields for several collections name a document. */
function inText(value: unknown, exchange: Exchange): unknown {
  if (Array.isArray(value)) return value.map((one) => inText(one, exchange))
  if (typeof value !== 'object' || value === null) return value
  const { relationTo, value: ref } = value as { relationTo?: unknown; value?: unknown }
  if (relationTo === exchange.slug && idIn(ref) === exchange.from) return { ...value, value: exchange.to }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inText(one, exchange)]))
}
