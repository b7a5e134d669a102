/** The values of a form, as JSON holds them. */
export type Values = { [name: string]: unknown }

/**
 * Something that was typed: where, what stood there when it was, and what was typed. A part of `path` is the name of a
 * field, or `#` and the id of a row, so that it is found again when rows have moved.
 */
export type Change = { path: string[]; base: unknown; mine: unknown }

/**
 * A change beside what stands at its place now.
 * `untouched`: as it stood when the change was typed. `same`: already as typed. `other`: somebody wrote something else.
 * `gone`: its row is not there any more.
 */
export type Compared = Change & { now: unknown; state: 'untouched' | 'same' | 'other' | 'gone' }

/**
 * What was typed, as small as can be taken over alone: single fields, also inside rows, as long as the rows are the same
 * ones in the same order; else the whole list.
 */
export function changesBetween(base: Values, mine: Values): Change[] {
  return between(base, mine, [])
}

function between(base: unknown, mine: unknown, path: string[]): Change[] {
  if (same(base, mine)) return []
  if (isGroup(base) && isGroup(mine))
    return namesOf(base, mine).flatMap((name) => between(base[name], mine[name], [...path, name]))
  if (isRows(base) && isRows(mine) && base.map(({ id }) => id).join() === mine.map(({ id }) => id).join())
    return base.flatMap((row, index) => between(row, mine[index], [...path, `#${row.id}`]))
  return [{ path, base, mine }]
}

/** What was typed beside what stands in the form now. */
export const compare = (changes: readonly Change[], now: Values): Compared[] =>
  changes.map((change) => {
    const found = lookUp(now, change.path)
    if (!found) return { ...change, now: undefined, state: 'gone' }
    const { value } = found
    const state = same(value, change.mine) ? 'same' : same(value, change.base) ? 'untouched' : 'other'
    return { ...change, now: value, state }
  })

/** The values with the changes taken over; a change whose row is gone is left out. Nothing that is given is altered. */
export function takeOver(now: Values, changes: readonly Change[]): Values {
  return changes.reduce<Values>((values, { path, mine }) => put(values, path, mine) as Values, now)
}

function put(value: unknown, [part, ...rest]: string[], mine: unknown): unknown {
  if (part === undefined) return mine
  if (part.startsWith('#'))
    return isRows(value) ? value.map((row) => (`#${row.id}` === part ? put(row, rest, mine) : row)) : value
  if (value === undefined || value === null) return rest.length ? value : { [part]: mine }
  return isObject(value) ? { ...value, [part]: put(value[part], rest, mine) } : value
}

/** What stands at a path; null when a row on the way is not there. */
function lookUp(value: unknown, [part, ...rest]: readonly string[]): { value: unknown } | null {
  if (part === undefined) return { value }
  if (part.startsWith('#')) {
    const row = isRows(value) ? value.find(({ id }) => `#${id}` === part) : undefined
    return row ? lookUp(row, rest) : null
  }
  return lookUp(isObject(value) ? value[part] : undefined, rest)
}

/** Whether two values say the same. Nothing, an empty text and no rows are the same; the order of names does not matter. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]))
  if (isObject(a) && isObject(b)) return namesOf(a, b).every((name) => same(a[name], b[name]))
  return false
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const namesOf = (a: Values, b: Values): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])]

export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rich text, as Payload's editor stores it. */
export const isRichText = (value: unknown): value is { root: { children: unknown[] } } =>
  isObject(value) && isObject(value.root) && Array.isArray(value.root.children)

/** A document of one of several collections. */
export const isReference = (value: unknown): value is { relationTo: string; value: unknown } =>
  isObject(value) && typeof value.relationTo === 'string' && 'value' in value

const isGroup = (value: unknown): value is Values =>
  isObject(value) && !isRichText(value) && !isReference(value)

type Row = Values & { id: string | number }

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => isObject(row) && (typeof row.id === 'string' || typeof row.id === 'number'))
