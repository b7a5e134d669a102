import type { Block, Config, Field, FieldHook, Tab } from 'payload'

/**
 * Removes white space around the value of every one-line text field, in all collections, globals and blocks: sorting,
 * search and vCards go wrong with a name that ends in a space. It is a plugin, so that no new field can forget it.
 */
export const trimmedTexts = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    fields: collection.fields.map(trimmed),
  })),
  globals: config.globals?.map((global) => ({ ...global, fields: global.fields.map(trimmed) })),
})

function trimmed(field: Field): Field {
  switch (field.type) {
    case 'text':
    case 'email':
      return {
        ...field,
        hooks: { ...field.hooks, beforeValidate: [trimValue, ...(field.hooks?.beforeValidate ?? [])] },
      } as Field
    case 'group':
    case 'array':
    case 'row':
    case 'collapsible':
      return { ...field, fields: field.fields.map(trimmed) } as Field
    case 'tabs':
      return { ...field, tabs: field.tabs.map(inside<Tab>) }
    case 'blocks':
      return { ...field, blocks: field.blocks.map(inside<Block>) }
    default:
      return field
  }
}

const inside = <Part extends Tab | Block>(part: Part): Part => ({
  ...part,
  fields: part.fields.map(trimmed),
})

const trimValue: FieldHook = ({ value }: { value?: unknown }) =>
  Array.isArray(value) ? value.map(trim) : trim(value)

const trim = (value: unknown): unknown => (typeof value === 'string' ? value.replace(AROUND, '') : value)

/** White space of any kind and control characters, at the beginning or the end. */
const AROUND = /^[\s\p{Cc}\u200B]+|[\s\p{Cc}\u200B]+$/gu
