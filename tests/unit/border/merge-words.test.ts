import { array, assert, asyncProperty, constantFrom, jsonValue, oneof, record, string } from 'fast-check'
import type { FlattenedField, PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { wordsOf } from '../../../collections/shared/merge/words.ts'

// What is sent is merged before it is checked, so it may be anything.

const field = (one: object) => ({ name: 'field', ...one }) as FlattenedField
// Only the names of documents are asked for.
const NOBODY = {} as PayloadRequest
const say = (one: object, value: unknown, key?: string) => wordsOf(field(one), value, NOBODY, key)

test.each([
  ['2027-04-30T12:00:00.000Z', 'fredag den 30. april 2027'],
  ['31.4.2027', '31.4.2027'],
  ["24.12.'26", "24.12.'26"],
  ['2027-04-31T12:00:00.000Z', '2027-04-31T12:00:00.000Z'],
])('the date %s', async (value, words) => {
  expect(await say({ type: 'date' }, value)).toBe(words)
})

test('whatever was sent is said, and nothing throws', async () => {
  const inner = [field({ type: 'date' }), field({ type: 'json', name: 'week' })]
  const fields: object[] = [
    ...['text', 'checkbox', 'date', 'richText', 'json', 'number'].map((type) => ({ type })),
    { type: 'select', options: [{ label: 'Et', value: 'one' }] },
    { type: 'array', flattenedFields: inner },
    { type: 'blocks', blocks: [{ slug: 'a', flattenedFields: inner }] },
  ]
  const value = oneof(
    jsonValue(),
    string(),
    array(record({ from: jsonValue(), to: jsonValue() })),
    array(record({ blockType: constantFrom('a', 'b'), field: jsonValue(), week: jsonValue() })),
    record({ root: record({ children: array(jsonValue()) }) }),
  )
  await assert(
    asyncProperty(
      constantFrom(...fields),
      value,
      constantFrom(undefined, 'monday'),
      async (one, sent, key) => {
        expect(await say(one, sent, key)).toBeTypeOf('string')
      },
    ),
  )
})

test.each<unknown>([{ toString: null }, { relationTo: 'no-such', value: 7 }, 'x', 1.5])(
  'what names no document is not asked for: %j',
  async (value) => {
    expect(await say({ type: 'relationship', relationTo: ['pages', 'people'] }, value)).toBeTypeOf('string')
  },
)
