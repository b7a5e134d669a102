import { expect, test } from 'vitest'
import { readable, readableText, unreadable, unreadableText } from '../../../src/domain/text/readable.ts'

const deep = (depth: number): unknown => (depth === 0 ? 'x' : [deep(depth - 1)])

test.for<unknown>([null, 1, 'Æble 😀', { a: [{ b: 'c' }] }, deep(60), new Date(0), Buffer.from('\0')])(
  '%j is readable',
  (value) => expect(unreadable(value)).toBeNull(),
)

test.for<unknown>([
  'a\0b',
  '\ud800',
  { a: ['\0'] },
  { 'a\0': 1 },
  JSON.parse('{"__proto__":{}}'),
  { constructor: 1 },
  deep(70),
  Array.from({ length: 100_001 }, () => 1),
])('an odd value is not', (value) => expect(unreadable(value)).toMatch(/^[A-ZÆØÅ].+\.$/))

test.for([
  ['nothing', 'Bør æde 👩‍👧 €', 'Bør æde 👩‍👧 €'],
  ['NUL', 'A\0nne', 'Anne'],
  ['the first half of a character', 'Hej \ud83d du', 'Hej  du'],
  ['the second half', '\ude00Hej', 'Hej'],
] as const)('%s is taken out', ([, text, left]) => {
  expect(readableText(text)).toBe(left)
  expect(unreadableText(readableText(text))).toBe(null)
  expect(readable({ a: [text, 1, null, { b: text }] })).toEqual({ a: [left, 1, null, { b: left }] })
})
