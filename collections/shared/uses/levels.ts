import type { FlattenedField } from 'payload'
import { isRecord } from '../../../src/domain/merge/same.ts'
import { fieldsOfRow } from '../merge/shapes.ts'

export type Level = Record<string, unknown>

/**
 * A document with each of its levels changed: first those in groups, lists and blocks, then the one they stand in. What is
 * given to `change` is a copy, but the values in it are not.
 */
export function changeLevels(
  fields: readonly FlattenedField[],
  level: Level,
  change: (level: Level, fields: readonly FlattenedField[]) => Level,
): Level {
  const into = { ...level }
  for (const field of fields) {
    const value = into[field.name]
    if ((field.type === 'group' || field.type === 'tab') && isRecord(value))
      into[field.name] = changeLevels(field.flattenedFields, value, change)
    if ((field.type === 'array' || field.type === 'blocks') && Array.isArray(value))
      into[field.name] = value.map((row: unknown) =>
        isRecord(row) ? changeLevels(fieldsOfRow(field, row), row, change) : row,
      )
  }
  return change(into, fields)
}

/** Whatever JSON, such as a rich text, with each record in it changed: the innermost first. */
export function changeRecords(value: unknown, change: (record: Level) => Level): unknown {
  if (Array.isArray(value)) return value.map((one) => changeRecords(one, change))
  if (!isRecord(value)) return value
  return change(
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changeRecords(one, change)])),
  )
}
