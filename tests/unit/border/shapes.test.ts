import type { Field } from 'payload'
import { expect, test } from 'vitest'
import { isOrderKey } from '../../../collections/shared/border/order-key.ts'
import { isCondition, questionProblem } from '../../../collections/shared/border/questions.ts'
import { emptyLists, wrongShapes } from '../../../collections/shared/border/shapes.ts'

const fields: Field[] = [
  { name: 'title', type: 'text' },
  { name: 'words', type: 'text', hasMany: true },
  { name: 'count', type: 'number' },
  { name: 'shown', type: 'checkbox' },
  { name: 'day', type: 'date' },
  { name: 'page', type: 'relationship', relationTo: 'pages' },
  { name: 'pins', type: 'relationship', relationTo: ['pages', 'departments'], hasMany: true },
  { name: 'body', type: 'richText' },
  { name: 'note', type: 'group', fields: [{ name: 'text', type: 'textarea' }] },
  { type: 'row', fields: [{ name: 'city', type: 'text' }] },
  { type: 'tabs', tabs: [{ label: 'Et', fields: [{ name: 'tabbed', type: 'text' }] }] },
  { name: 'rows', type: 'array', fields: [{ name: 'phone', type: 'text' }] },
  { name: 'blocks', type: 'blocks', blocks: [{ slug: 'text', fields: [{ name: 'heading', type: 'text' }] }] },
]

const text = (...children: object[]) => ({ root: { type: 'root', children } })

test('what the forms send has the right shape', () => {
  const data = {
    title: 'Ø',
    words: ['a', 'b'],
    count: '3',
    shown: 'true',
    day: '2026-11-28T12:00:00.000Z',
    page: 3,
    pins: [
      { relationTo: 'pages', value: 1 },
      { relationTo: 'departments', value: { id: 2 } },
    ],
    body: text(
      { type: 'paragraph', children: [{ type: 'text', text: 'Hej' }] },
      { type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [] }] }] },
    ),
    note: { text: null },
    city: '',
    rows: [{ id: '6b0a2e59452920274f64ade4', phone: '1' }],
    blocks: [{ blockType: 'text', heading: 'x', id: null }],
    unknown: { whatever: [] },
  }
  expect(wrongShapes(fields, data)).toEqual([])
  expect(wrongShapes(fields, { rows: 0, page: '', body: '', words: null })).toEqual([])
})

test.for<[path: string, data: object]>([
  ['title', { title: { toString: 1 } }],
  ['title', { title: ['x'] }],
  ['title', { title: true }],
  ['title', { title: 5 }],
  ['words', { words: ['a', 5] }],
  ['words', { words: '' }],
  ['note', { note: null }],
  ['note.text', { note: { text: 5 } }],
  ['rows.0.phone', { rows: [{ phone: 5 }] }],
  ['blocks.0.heading', { blocks: [{ blockType: 'text', heading: 5 }] }],
  ['words', { words: 'x' }],
  ['words', { words: [null] }],
  ['count', { count: 1e15 }],
  ['count', { count: 'mange' }],
  ['shown', { shown: 'måske' }],
  ['day', { day: '+275760-09-13T00:00:00.001Z' }],
  ['day', { day: 'i går' }],
  ['page', { page: 2 ** 31 }],
  ['page', { page: 'abc' }],
  ['page', { page: 1.5 }],
  ['page', { page: [1] }],
  ['pins', { pins: [1] }],
  ['pins', { pins: [{ relationTo: 'users', value: 1 }] }],
  ['body', { body: 'tekst' }],
  ['body', { body: { root: { children: null } } }],
  ['body', { body: text({ type: 'upload' }) }],
  ['body', { body: text({ type: 'paragraph', children: [{ type: 'text', text: 1 }] }) }],
  ['body', { body: text({ type: 'link', fields: null, children: [] }) }],
  ['note', { note: 'x' }],
  ['note.text', { note: { text: [] } }],
  ['city', { city: {} }],
  ['tabbed', { tabbed: [] }],
  ['rows', { rows: {} }],
  ['rows.0', { rows: [null] }],
  ['rows.1.phone', { rows: [{}, { phone: {} }] }],
  ['rows.0.id', { rows: [{ id: {} }] }],
  ['blocks.0.blockType', { blocks: [{ blockType: 'nope' }] }],
  ['blocks.0.heading', { blocks: [{ blockType: 'text', heading: [] }] }],
])('%s is refused in %j', ([path, data]) => {
  const [error, ...others] = wrongShapes(fields, data)
  expect(others).toEqual([])
  expect(error).toMatchObject({ path, message: expect.stringMatching(/^[A-ZÆØÅ»].+\.$/) as unknown })
})

test.for(['a0', 'a1V', 'Zz', 'b00', 'a0g', '9z'].filter((key) => !/[A-Z]/.test(key.slice(1))))(
  '%s is a place in an order',
  (key) => expect(isOrderKey(key)).toBe(true),
)

test.for(['', 'a', 'a00', 'x', 'ø0', 'a0\0', 'z0', 5, null, `a0${'1'.repeat(300)}`, '00000000000'])(
  '%j is no place in an order',
  (key) => expect(isOrderKey(key)).toBe(false),
)

test.for([
  {},
  { page: 1, limit: 0, depth: 2, sort: '-_order', where: { id: { equals: 1 } } },
  { where: { and: [{ or: [{ 'parent.title': { like: 'x' } }, { _status: { not_in: ['a', 'b'] } }] }] } },
  { select: { title: true, blocks: { text: { heading: 'true' } } }, sort: ['title', '-id'] },
])('%j can be asked', (question) => expect(questionProblem(question)).toBeNull())

test.for([
  { page: -1 },
  { limit: 1e9 },
  { limit: 'x' },
  { depth: 99 },
  { where: 'x' },
  { where: [1] },
  { where: { id: 1 } },
  { where: { id: { nope: 1 } } },
  { where: { or: 'x' } },
  { where: { title: { equals: 'a\0b' } } },
  { where: { title: { equals: '\ud800' } } },
  { sort: "id'; --" },
  { select: { title: 'x' } },
  { populate: 'pages' },
])('%j cannot be asked', (question) => expect(questionProblem(question)).toMatch(/^[A-ZÆØÅ].+\.$/))

test('a list that is nothing is empty, wherever it stands', () => {
  const list: Field = { name: 'rows', type: 'array', fields: [] }
  const nested: Field[] = [
    list,
    { type: 'row', fields: [{ ...list, name: 'inRow' }] },
    { type: 'tabs', tabs: [{ label: 'Et', fields: [{ ...list, name: 'inTab' }] }] },
    { name: 'group', type: 'group', fields: [list] },
    { name: 'blocks', type: 'blocks', blocks: [{ slug: 'text', fields: [list] }] },
    { name: 'outer', type: 'array', fields: [list] },
  ]
  const data = {
    rows: null,
    inRow: null,
    inTab: null,
    group: { rows: null, other: null },
    blocks: [
      { blockType: 'text', rows: null },
      { blockType: 'nope', rows: null },
    ],
    outer: [{ rows: null }, {}],
  }
  emptyLists(nested, data)
  expect(data).toEqual({
    rows: [],
    inRow: [],
    inTab: [],
    group: { rows: [], other: null },
    blocks: [
      { blockType: 'text', rows: [] },
      { blockType: 'nope', rows: null },
    ],
    outer: [{ rows: [] }, {}],
  })
})

test('nothing is asked with an operator that the database has none for', () => {
  for (const name of ['all', 'near', 'within', 'intersects', 'x'])
    expect(questionProblem({ where: { id: { [name]: '1' } } })).toContain('where')
})

test('a condition asks for something', () => {
  for (const where of [
    undefined,
    null,
    '',
    {},
    { or: [] },
    { and: [{}, { or: [{}] }] },
    { id: {} },
    { id: null },
    { name: { like: '' } },
    { id: { greater_than: '' } },
  ])
    expect([where, isCondition(where)]).toEqual([where, false])
  for (const where of [
    { id: { equals: 1 } },
    { or: [{}, { id: { exists: true } }] },
    { id: { not_equals: '' } },
  ])
    expect([where, isCondition(where)]).toEqual([where, true])
})

test.for<[path: string, data: object]>([
  ['title', { title: 'a\0' }],
  ['words', { words: ['a', '\udfff'] }],
  ['body', { body: text({ type: 'paragraph', children: [{ type: 'text', text: 'a\0b' }] }) }],
  ['note.text', { note: { text: '\0' } }],
  ['city', { city: '\ud83d' }],
  ['rows.1.phone', { rows: [{ phone: '1' }, { phone: '\0' }] }],
  ['blocks.0.heading', { blocks: [{ blockType: 'text', heading: '\0' }] }],
])('a sign that cannot be stored is told by its field: %s', ([path, data]) => {
  expect(wrongShapes(fields, data)).toEqual([
    { path, message: expect.stringContaining('tegn, der ikke kan gemmes') as string },
  ])
})
