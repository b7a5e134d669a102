import type { EmailField, Field, FieldHook, Plugin, TextField } from 'payload'
import { trimEnds } from '../../../src/domain/text/one-line.ts'

/** Trims every one-line text and e-mail of the CMS before anything else checks it. A plugin, so that no new field can forget. */
export const trimTexts: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(trimmed),
  globals: config.globals?.map(trimmed),
})

function trimmed<Parent extends { fields: Field[] }>(parent: Parent): Parent {
  return { ...parent, fields: parent.fields.map(trimmedField) }
}

function trimmedField(field: Field): Field {
  switch (field.type) {
    case 'text':
    case 'email':
      return withTrimming(field)
    case 'tabs':
      return { ...field, tabs: field.tabs.map(trimmed) }
    case 'blocks':
      return { ...field, blocks: field.blocks.map(trimmed) }
    default:
      return 'fields' in field ? trimmed(field) : field
  }
}

const withTrimming = <Text extends TextField | EmailField>(field: Text): Text => ({
  ...field,
  hooks: { ...field.hooks, beforeValidate: [trim, ...(field.hooks?.beforeValidate ?? [])] },
})

const trim: FieldHook = ({ value }: { value?: unknown }) =>
  Array.isArray(value) ? value.map(trimValue) : trimValue(value)

const trimValue = (value: unknown): unknown => (typeof value === 'string' ? trimEnds(value) : value)
