import type { FlattenedField, SanitizedConfig } from 'payload'

type Collections = SanitizedConfig['collections']

/**
 * What cannot be compared in a question, as a Danish sentence; null if all can: Payload's own translation to SQL would fail
 * on it. Names that no field has are left to Payload.
 * @param where in its right shape (questions.ts)
 */
export function comparisonProblem(
  where: object | null | undefined,
  fields: readonly FlattenedField[],
  collections: Collections,
): string | null {
  for (const [name, asked] of Object.entries(where ?? {}) as [string, unknown][]) {
    if (['and', 'or'].includes(name.toLowerCase())) {
      for (const condition of (asked ?? []) as object[]) {
        const problem = comparisonProblem(condition, fields, collections)
        if (problem) return problem
      }
      continue
    }
    const found = fieldsAt(name.replace(/^version\./, '').split('.'), fields, collections)
    const isRight = Object.entries(asked as object).every(([operator, value]) =>
      found.every((field) => isComparable(field, operator, value)),
    )
    if (!isRight) return `Sådan kan der ikke spørges efter ${name}.`
  }
  return null
}

/** The fields at a path: several where blocks have one of the same name. */
function fieldsAt(
  [name, ...rest]: string[],
  fields: readonly FlattenedField[],
  collections: Collections,
): FlattenedField[] {
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field ? [field] : []
  if (field.type === 'blocks')
    return field.blocks.flatMap((block) => fieldsAt(rest, block.flattenedFields, collections))
  if (field.type === 'relationship' || field.type === 'upload') {
    if (Array.isArray(field.relationTo)) return rest.join() === 'value' ? [ID] : []
    const related = collections.find(({ slug }) => slug === field.relationTo)
    return related ? fieldsAt(rest, related.flattenedFields, collections) : []
  }
  return 'flattenedFields' in field ? fieldsAt(rest, field.flattenedFields, collections) : []
}

/** The id of a document of one of several collections. Payload would leave out a condition with another value. */
const ID: FlattenedField = { name: 'id', type: 'number' }

function isComparable(field: FlattenedField, operator: string, value: unknown): boolean {
  const isDocument = typeof value === 'object' && value !== null && 'relationTo' in value
  if (field === ID) return operator === 'exists' || [value].flat().every(isNumbers)
  switch (field.type) {
    case 'array':
    case 'blocks':
    case 'group':
      return false
    case 'date':
      return !isDocument && !['like', 'not_like', 'contains'].includes(operator)
    case 'relationship':
    case 'upload':
      if (Array.isArray(field.relationTo))
        return (
          operator === 'equals' && isDocument && field.relationTo.some((slug) => slug === value.relationTo)
        )
      return !isDocument && !(value === 'null' && ['in', 'not_in'].includes(operator))
    default:
      return !isDocument
  }
}

/** A number, or several with commas between. */
const isNumbers = (value: unknown): boolean => /^(\d{1,10}(,\d{1,10})*|null)$/.test(String(value))
