import { mergeOrder } from './order.ts'
import { mergeText } from './merge-text.ts'
import { isRecord, keyOfValue, listOf, same } from './same.ts'
import { type Fields, type Row, type Shape, type Three, UNKNOWN } from './shape.ts'

/** A place in a document: names of fields, and ids of rows. */
export type Path = readonly string[]

/**
 * What both editors changed, each in another way. `row`: one changed a row that the other removed, which has none
 * (undefined); `order`: both moved rows, and `theirs` and `mine` are the ids in order.
 */
export type Collision = Three & { path: Path; kind: 'field' | 'row' | 'order' }

/** Whose is taken where the two collide, by `keyOf` the place. */
export type Choices = Readonly<Record<string, 'theirs' | 'mine'>>

export type Merged = {
  /** The document's fields; where the two collide and nothing was chosen, mine. */
  merged: Record<string, unknown>
  collisions: Collision[]
  /** Where the other's change was taken. */
  taken: Path[]
}

type Options = {
  choices?: Choices
  /** Nothing of the other's is taken that was not chosen: each change of theirs collides. */
  isAsked?: boolean
}

export const keyOf = (path: Path, kind: Collision['kind'] = 'field'): string =>
  [...path, ...(kind === 'order' ? ['#'] : [])].join('.')

/**
 * Merges what two editors made of one document. What only one of them changed is as that one left it; what both changed to
 * the same is that; all else is a collision. Nothing that either changed is lost without being told of as one.
 * @param three of the document; `base: UNKNOWN`: each field that differs collides
 */
export function merge(fields: Fields, three: Three, options: Options = {}): Merged {
  const found: Found = { ...options, collisions: [], taken: [] }
  const merged = mergeFields(fields, three, [], found) as Record<string, unknown>
  return { merged, collisions: found.collisions, taken: found.taken }
}

type Found = Options & Pick<Merged, 'collisions' | 'taken'>

function mergeFields(fields: Fields, three: Three, path: Path, found: Found): unknown {
  const merged: Record<string, unknown> = { ...(isRecord(three.mine) ? three.mine : {}) }
  for (const [name, shape] of Object.entries(fields)) {
    const value = mergeField(shape, at(three, name), [...path, name], found)
    if (value === undefined) delete merged[name]
    else merged[name] = value
  }
  return merged
}

function mergeField(shape: Shape, three: Three, path: Path, found: Found): unknown {
  const { base, theirs, mine } = three
  if (shape.kind === 'group') return mergeFields(shape.fields, three, path, found)
  // The same for both: mine, as it may only be written differently.
  if (same(shape, theirs, mine)) return mine
  if (base !== UNKNOWN) {
    if (same(shape, base, theirs)) return mine
    if (shape.kind === 'rows') return mergeRows(shape, three, path, found)
    if (shape.kind === 'record' && [base, theirs, mine].every(isRecord))
      return mergeRecord(three as Three<Row>, path, found)
    if (shape.kind === 'list') return mergeList(three, path, found)
    if (same(shape, base, mine)) return take({ ...three, path, kind: 'field' }, found)
    const text = shape.kind === 'text' && !found.isAsked ? mergeText(three) : null
    if (text !== null) {
      found.taken.push(path)
      return text
    }
  }
  return collide({ ...three, path, kind: 'field' }, found)
}

/** What only the other changed. */
function take(change: Collision, found: Found): unknown {
  if (found.isAsked) return collide(change, found)
  found.taken.push(change.path)
  return change.theirs
}

function collide(collision: Collision, found: Found): unknown {
  const choice = found.choices?.[keyOf(collision.path, collision.kind)]
  if (!choice) found.collisions.push(collision)
  if (choice === 'theirs') found.taken.push(collision.path)
  return choice === 'theirs' ? collision.theirs : collision.mine
}

function mergeRecord(three: Three<Row>, path: Path, found: Found): unknown {
  const names = new Set(Object.values(three).flatMap(Object.keys))
  const fields = Object.fromEntries([...names].map((name) => [name, { kind: 'value' as const }]))
  return mergeFields(fields, three, path, found)
}

/** Several values are rows without fields, each known by what it is. */
function mergeList(three: Three, path: Path, found: Found): unknown {
  const rows = { base: asRows(three.base), theirs: asRows(three.theirs), mine: asRows(three.mine) }
  const merged = mergeRows({ kind: 'rows', fieldsOf: () => ({}) }, rows, path, found)
  return (merged as Row[]).map(({ value }) => value)
}

function mergeRows(shape: Shape & { kind: 'rows' }, three: Three, path: Path, found: Found): unknown {
  const lists = {
    base: rowsOf(three.base),
    theirs: rowsOf(three.theirs),
    mine: rowsOf(three.mine),
  }
  const merged = new Map<string, unknown>()
  for (const id of new Set([...lists.mine.keys(), ...lists.theirs.keys()])) {
    const row = { base: lists.base.get(id), theirs: lists.theirs.get(id), mine: lists.mine.get(id) }
    const value = mergeRow(shape, row, [...path, id], found)
    if (value !== undefined) merged.set(id, value)
  }
  const ids = {
    base: [...lists.base.keys()],
    theirs: [...lists.theirs.keys()],
    mine: [...lists.mine.keys()],
  }
  const kept = new Set(merged.keys())
  const choice = found.choices?.[keyOf(path, 'order')]
  const placed = mergeOrder(ids, kept, choice)
  if (!placed || (found.isAsked && placed.movedBy === 'theirs' && !choice))
    found.collisions.push({ ...ids, path, kind: 'order' })
  else if (placed.movedBy === 'theirs') found.taken.push(path)
  const { order } = placed ?? mergeOrder(ids, kept, 'mine') ?? { order: [...kept] }
  return order.map((id) => merged.get(id))
}

const asRows = (list: unknown): Row[] => listOf(list).map((value) => ({ id: keyOfValue(value), value }))

/** @returns undefined: the row is not there any more */
function mergeRow(shape: Shape & { kind: 'rows' }, three: Three, path: Path, found: Found): unknown {
  const { base, theirs, mine } = three
  const isSame = (one: unknown, other: unknown) =>
    same({ kind: 'rows', fieldsOf: shape.fieldsOf }, [one], [other])
  const change: Collision = { ...three, path, kind: 'row' }
  if (theirs !== undefined && mine !== undefined)
    return (theirs as Row).blockType === (mine as Row).blockType
      ? mergeFields(shape.fieldsOf(mine as Row), { ...three, base: base ?? {} }, path, found)
      : collide(change, found)
  if (theirs === undefined) {
    // Added by me; or removed by them, and as it was; or changed by me.
    if (base === undefined) return mine
    return isSame(base, mine) ? take(change, found) : collide(change, found)
  }
  if (base === undefined) return take(change, found)
  return isSame(base, theirs) ? undefined : collide(change, found)
}

function rowsOf(list: unknown): Map<string, unknown> {
  const rows = new Map<string, unknown>()
  for (const [index, row] of listOf(list).entries()) {
    const id: unknown = isRecord(row) ? row.id : undefined
    const key = typeof id === 'string' || typeof id === 'number' ? String(id) : `new ${index}`
    rows.set(rows.has(key) ? `${key} ${index}` : key, row)
  }
  return rows
}

function at(three: Three, name: string): Three {
  const inside = (value: unknown) => (isRecord(value) ? value[name] : undefined)
  return {
    base: three.base === UNKNOWN ? UNKNOWN : inside(three.base),
    theirs: inside(three.theirs),
    mine: inside(three.mine),
  }
}
