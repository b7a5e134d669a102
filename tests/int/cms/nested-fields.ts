import type { Field } from 'payload'

/** A field, its path, and a document that has just a value there. */
export type Nested = { field: Field; path: string; around: (value: unknown) => Record<string, unknown> }

/** Every field of a document that holds a value, however deep. */
export function fieldsIn(
  fields: readonly Field[],
  path = '',
  around: Nested['around'] = (value) => value as never,
): Nested[] {
  return fields.flatMap((field): Nested[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => fieldsIn(tab.fields, path, around))
    if (!('name' in field) || !field.name)
      return 'fields' in field ? fieldsIn(field.fields, path, around) : []
    if (['ui', 'join'].includes(field.type)) return []
    const { name } = field
    const own: Nested = { field, path: `${path}${name}`, around: (value) => around({ [name]: value }) }
    const below = `${own.path}.`
    if (field.type === 'group') return [own, ...fieldsIn(field.fields, below, own.around)]
    if (field.type === 'array') return [own, ...fieldsIn(field.fields, below, (value) => own.around([value]))]
    if (field.type === 'blocks')
      return [
        own,
        ...field.blocks.flatMap((block) =>
          fieldsIn(block.fields, `${below}${block.slug}.`, (value) =>
            own.around([{ blockType: block.slug, ...(value as object) }]),
          ),
        ),
      ]
    return [own]
  })
}
