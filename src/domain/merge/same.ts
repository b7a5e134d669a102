import type { Fields, Shape } from './shape.ts'

/** Whether two values of a field say the same, however they are written: what is empty is as good as not there. */
export function same(shape: Shape, one: unknown, other: unknown): boolean {
  if (one === other) return true
  switch (shape.kind) {
    case 'text':
      return isEqualList(nodesOf(one), nodesOf(other), isEqualNode)
    case 'group':
      return isSameGroup(shape.fields, one, other)
    case 'rows':
      return isEqualList(
        listOf(one),
        listOf(other),
        (a, b) =>
          isRecord(a) &&
          isRecord(b) &&
          a.id === b.id &&
          a.blockType === b.blockType &&
          isSameGroup(shape.fieldsOf(a), a, b),
      )
    default:
      return isEqual(one, other)
  }
}

/** The top-level parts of a rich text; none of one that says nothing. */
export function nodesOf(text: unknown): unknown[] {
  const root = isRecord(text) ? text.root : undefined
  const children: unknown = isRecord(root) ? root.children : undefined
  if (!Array.isArray(children)) return []
  const isBlank = children.every(
    (node) => isRecord(node) && node.type === 'paragraph' && listOf(node.children).length === 0,
  )
  return isBlank ? [] : children
}

/** A part of a rich text, or another value, as one text: the same for all that is equal. */
export const keyOfValue = (value: unknown): string =>
  JSON.stringify(value ?? null, (name, one: unknown) => {
    if (OF_THE_EDITOR.has(name) || isUsual(one)) return undefined
    if (!isRecord(one)) return one
    return Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }) ?? ''

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const isSameGroup = (fields: Fields, one: unknown, other: unknown): boolean =>
  Object.entries(fields).every(([name, field]) =>
    same(field, isRecord(one) ? one[name] : undefined, isRecord(other) ? other[name] : undefined),
  )

const isEqualNode = (one: unknown, other: unknown): boolean => isEqual(one, other, OF_THE_EDITOR, isUsual)

function isEqual(
  one: unknown,
  other: unknown,
  without: ReadonlySet<string> = NONE,
  isNone: (value: unknown) => boolean = isNothing,
): boolean {
  if (one === other || (isNone(one) && isNone(other))) return true
  if (Array.isArray(one) && Array.isArray(other))
    return isEqualList(one, other, (a, b) => isEqual(a, b, without, isNone))
  if (!isRecord(one) || !isRecord(other)) return false
  return Object.keys({ ...one, ...other }).every(
    (name) => without.has(name) || isEqual(one[name], other[name], without, isNone),
  )
}

const isEqualList = (
  one: unknown[],
  other: unknown[],
  isEqualOne: (one: unknown, other: unknown) => boolean,
): boolean => one.length === other.length && one.every((value, index) => isEqualOne(value, other[index]))

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const isUsual = (value: unknown): boolean => isNothing(value) || value === 0 || value === 'normal'

const NONE: ReadonlySet<string> = new Set()

/** What the editor of rich text writes differently each time it is opened. */
const OF_THE_EDITOR = new Set(['version', 'direction', 'textFormat', 'textStyle'])
