import type { FlattenedField } from 'payload'
import { isRecord, listOf } from '../../../../src/domain/merge/same.ts'
import { fieldsOfRow } from '../../merge/shapes.ts'
import { rowName } from '../../merge/words.ts'

/** A text and where it stands, as an editor calls it: »Indhold › Tekst »Om parken« › Brødtekst«. */
export type Placed = { label: string; text: string }

/** Every text that a document holds itself, in running text, lists, blocks and addresses of links too. */
export function textsOf(
  fields: readonly FlattenedField[],
  document: Record<string, unknown>,
  above: readonly string[] = [],
): Placed[] {
  return fields.flatMap((field) => {
    const value = document[field.name]
    if (value === null || value === undefined || OWN.has(field.name)) return []
    const labels = [...above, typeof field.label === 'string' ? field.label : field.name]
    switch (field.type) {
      case 'group':
      case 'tab':
        return isRecord(value) ? textsOf(field.flattenedFields, value, labels) : []
      case 'array':
      case 'blocks':
        return listOf(value)
          .filter(isRecord)
          .flatMap((row) => textsOf(fieldsOfRow(field, row), row, [...labels, rowName(field, row)]))
      case 'richText':
        return [{ label: labels.join(' › '), text: isRecord(value) ? wordsOf(value.root) : '' }]
      case 'relationship':
      case 'upload':
      case 'date':
        return []
      default:
        return [{ label: labels.join(' › '), text: stringsOf(value).join('\n') }]
    }
  })
}

/** Kept by Payload, or by us. */
const OWN = new Set(['id', 'blockType', 'createdAt', 'updatedAt', '_status', 'deletedAt', 'updatedBy'])

const INLINE = new Set(['text', 'link', 'autolink'])

/** A rich text's words; what stands in blocks of their own, such as cells of a table, in lines of their own. */
function wordsOf(node: unknown): string {
  if (!isRecord(node)) return ''
  if (typeof node.text === 'string') return node.text
  const inside = listOf(node.children).map(wordsOf).join('')
  const url = isRecord(node.fields) && typeof node.fields.url === 'string' ? ` (${node.fields.url})` : ''
  return INLINE.has(String(node.type)) ? inside + url : `${inside}\n`
}

function stringsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  if (isRecord(value)) return Object.values(value).flatMap(stringsOf)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}
