import type { Block, Field, SanitizedConfig } from 'payload'

/**
 * Where two versions are compared, each field says words: Payload's own comparison shows what is stored as JSON, or as
 * `true`, and an order as its key. Done last, so that the fields that Payload adds itself have words too. A field that has a
 * comparison of its own keeps it; a field of JSON must have one, as nobody knows how else to say it.
 */
export function compareInWords(config: SanitizedConfig): SanitizedConfig {
  for (const { fields } of [...config.collections, ...config.globals]) fields.forEach(inWords)
  config.blocks?.forEach(blockInWords)
  return config
}

function inWords(field: Field): void {
  const Diff = componentOf(field)
  // The types know no comparison for some of the kinds.
  const { admin } = field as { admin?: { components?: { Diff?: unknown } } }
  if (Diff && !admin?.components?.Diff)
    Object.assign(field, { admin: { ...admin, components: { ...admin?.components, Diff } } })
  if ('fields' in field) field.fields.forEach(inWords)
  if (field.type === 'tabs') for (const { fields } of field.tabs) fields.forEach(inWords)
  if (field.type === 'blocks') for (const block of field.blocks) blockInWords(block)
}

const blockInWords = ({ fields }: Block): void => fields.forEach(inWords)

function componentOf(field: Field): string | null {
  if (field.type === 'checkbox') return `${WORDS}#YesNoDiff`
  if (field.type === 'select' || field.type === 'radio') return `${WORDS}#ChoiceDiff`
  return 'name' in field && field.name === '_order' ? `${WORDS}#OrderDiff` : null
}

const WORDS = '/src/admin/documents/versions/words-diff.tsx'
