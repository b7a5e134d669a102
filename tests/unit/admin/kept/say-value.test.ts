import { array, assert, constant, constantFrom, jsonValue, oneof, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type FieldLike, sayPlace, sayValue } from '../../../../src/admin/documents/kept/text/say-value.ts'
import { paragraph } from '../../../e2e/tools/rich-text.ts'

// Words, not JSON.

const unknown = () => undefined
const text = (words: string) => ({ type: 'text', text: words })
const named = (slug: string, id: unknown) => `${slug} ${String(id)}`
const say = (field: FieldLike, value: unknown) => sayValue(field, value, unknown)

const blocks: FieldLike = {
  type: 'blocks',
  name: 'blocks',
  label: 'Indhold',
  blocks: [
    {
      slug: 'richText',
      labels: { singular: 'Tekst' },
      fields: [
        { type: 'text', name: 'heading', label: 'Overskrift' },
        { type: 'richText', name: 'body', label: 'Tekst' },
      ],
    },
  ],
}

test.each<[string, FieldLike, unknown, string]>([
  ['nothing', { type: 'text' }, null, ''],
  ['text', { type: 'text' }, 'Hej', 'Hej'],
  ['checked', { type: 'checkbox' }, true, 'Ja'],
  ['not checked', { type: 'checkbox' }, false, 'Nej'],
  ['a date', { type: 'date' }, '2026-12-02T12:00:00.000Z', '2. december 2026'],
  ['a date that is none', { type: 'date' }, '31.4.2027', '31.4.2027'],
  ['a choice', { type: 'select', options: [{ label: 'Redaktør', value: 'editor' }] }, 'editor', 'Redaktør'],
  ['several', { type: 'select', options: ['a', 'b'] }, ['a', 'b'], 'a, b'],
  ['rich text', { type: 'richText' }, paragraph('Et afsnit'), 'Et afsnit'],
  ['an unknown document', { type: 'relationship', relationTo: 'people' }, 4, 'Nr. 4'],
  [
    'blocks',
    blocks,
    [{ id: 'a', blockType: 'richText', heading: 'Hej', body: paragraph('Et afsnit') }],
    '1. Tekst\n  Overskrift: Hej\n  Tekst: Et afsnit',
  ],
])('%s', (_, field, value, said) => {
  expect(say(field, value)).toBe(said)
})

test('lists and links of rich text', () => {
  const point = (words: string) => ({ type: 'listitem', children: [text(words)] })
  const value = {
    root: {
      children: [
        { type: 'heading', children: [text('Over')] },
        { type: 'list', children: [point('Et'), point('To')] },
        {
          type: 'paragraph',
          children: [text('Se '), { type: 'link', fields: { url: '/her' }, children: [text('her')] }],
        },
      ],
    },
  }
  expect(say({ type: 'richText' }, value)).toBe('Over\n• Et\n• To\nSe her (/her)')
})

test('a week reads as a week', () => {
  const week = {
    monday: [{ from: '08:00', to: '15:00' }],
    tuesday: 'monday',
    wednesday: [],
    thursday: 'monday',
    friday: 'monday',
    saturday: [],
    sunday: [],
  }
  expect(say({ type: 'json' }, week).split('\n').slice(0, 3)).toEqual([
    'Mandag: 08:00–15:00',
    'Tirsdag: som mandag',
    'Onsdag: lukket',
  ])
})

test('documents are called by their names', () => {
  const field = { type: 'relationship', relationTo: ['people', 'pages'] }
  expect(sayValue(field, { relationTo: 'pages', value: 3 }, named)).toBe('pages 3')
  expect(sayValue({ ...field, relationTo: 'people' }, [1, { id: 2 }], named)).toBe('people 1\npeople 2')
})

test('a place is called as the form calls it, also inside tabs and rows', () => {
  const fields: FieldLike[] = [{ type: 'tabs', tabs: [{ label: 'Fane', fields: [blocks] }] }]
  const values = { blocks: [{ id: 'x' }, { id: 'a', blockType: 'richText' }] }
  expect(sayPlace(fields, ['blocks', '#a', 'heading'], values).name).toBe('Indhold, 2. Tekst, Overskrift')
  expect(sayPlace(fields, ['blocks', '#gone', 'heading'], values).name).toBe('Indhold, Overskrift')
})

test('whatever was kept for whatever field is said, and nothing throws', () => {
  const fields: FieldLike[] = [
    blocks,
    { type: 'array', fields: [{ type: 'date', name: 'from' }] },
    ...['text', 'checkbox', 'date', 'select', 'relationship', 'richText', 'json'].map((type) => ({ type })),
  ]
  const value = oneof(
    jsonValue(),
    record({ root: record({ children: array(jsonValue()) }) }),
    array(record({ blockType: constant('richText'), body: jsonValue() })),
  )
  assert(
    property(constantFrom(...fields), value, (field, kept) => {
      expect(say(field, kept)).toBeTypeOf('string')
    }),
  )
})
