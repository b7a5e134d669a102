import type { FlattenedField } from 'payload'
import type { Fields, Row, Shape } from '../../../src/domain/merge/shape.ts'

/** How the fields of a collection, global or block are merged. What Payload keeps itself, and what is not stored, is left out. */
export function shapesOf(fields: readonly FlattenedField[]): Fields {
  const known = made.get(fields)
  if (known) return known
  const shapes = Object.fromEntries(fields.filter(isMerged).map((field) => [field.name, shapeOf(field)]))
  made.set(fields, shapes)
  return shapes
}

const made = new WeakMap<readonly FlattenedField[], Fields>()

/** The fields of a row of an array or of blocks. */
export function fieldsOfRow(field: FlattenedField, row: Row): FlattenedField[] {
  if (field.type === 'array') return field.flattenedFields
  return field.type === 'blocks'
    ? (field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? [])
    : []
}

function shapeOf(field: FlattenedField): Shape {
  switch (field.type) {
    case 'group':
    case 'tab':
      return { kind: 'group', fields: shapesOf(field.flattenedFields) }
    case 'array':
    case 'blocks':
      return { kind: 'rows', fieldsOf: (row) => shapesOf(fieldsOfRow(field, row)) }
    case 'richText':
      return { kind: 'text' }
    case 'json':
      return { kind: 'record' }
    default:
      return { kind: 'hasMany' in field && field.hasMany ? 'list' : 'value' }
  }
}

const isMerged = (field: FlattenedField): boolean =>
  !KEPT.has(field.name) && field.type !== 'join' && !('virtual' in field && field.virtual)

// The last but one is a document in the bin, the last who saved it.
const KEPT = new Set(['id', 'blockType', 'createdAt', 'updatedAt', '_status', 'deletedAt', 'updatedBy'])
