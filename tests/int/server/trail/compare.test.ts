import type { Field } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyCms } from '../../fresh-database.ts'

// Where versions are compared, no field is left to Payload's way of showing JSON, `true` and keys of an order.

let cms: Awaited<ReturnType<typeof emptyCms>>

beforeAll(async () => {
  cms = await emptyCms()
})

afterAll(() => cms.drop())

/** What Payload itself says in words, or does not show. */
// prettier-ignore
const SAID = [
  'text', 'textarea', 'email', 'number', 'relationship', 'upload', 'richText', 'ui', 'join',
  'array', 'blocks', 'collapsible', 'group', 'row', 'tabs',
]

function* fieldsOf(fields: Field[], place: string): Generator<{ field: Field; at: string }> {
  for (const field of fields) {
    const at = `${place}.${'name' in field ? field.name : field.type}`
    yield { field, at }
    if ('fields' in field) yield* fieldsOf(field.fields, at)
    if (field.type === 'tabs') for (const tab of field.tabs) yield* fieldsOf(tab.fields, at)
    if (field.type === 'blocks')
      for (const block of field.blocks) yield* fieldsOf(block.fields, `${at}.${block.slug}`)
  }
}

test('every field of what has versions is compared in words', () => {
  const { collections, globals } = cms.payload.config
  const kept = [...collections, ...globals].filter(({ versions }) => versions)
  const all = kept.flatMap(({ slug, fields }) => [...fieldsOf(fields, slug)])
  expect(all.length).toBeGreaterThan(150)
  const mute = all.filter(({ field }) => {
    const { admin } = field as { admin?: { components?: { Diff?: unknown } } }
    const isOrder = 'name' in field && field.name === '_order'
    return !admin?.components?.Diff && (isOrder || !SAID.includes(field.type))
  })
  // Payload shows these two with its own format for times.
  expect(mute.map(({ at }) => at).filter((at) => !/\.(updatedAt|createdAt|deletedAt)$/.test(at))).toEqual([])
})
