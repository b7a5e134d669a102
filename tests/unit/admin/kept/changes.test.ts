import {
  array,
  assert,
  boolean,
  constant,
  dictionary,
  integer,
  jsonValue,
  oneof,
  property,
  record,
  string,
  stringMatching,
  uniqueArray,
} from 'fast-check'
import { expect, test } from 'vitest'
import {
  changesBetween,
  compare,
  same,
  takeOver,
  type Values,
} from '../../../../src/admin/documents/kept/text/changes.ts'

// What was typed is all of what differs, and comes back just so.

const row = (id: string, text: string) => ({ id, blockType: 'richText', heading: text })
const saved: Values = { title: 'Før', summary: '', blocks: [row('a', 'Et'), row('b', 'To')] }

test('only what was typed is a change, down to a field of a row', () => {
  const typed = { ...saved, summary: 'Nyt', blocks: [row('a', 'Et'), row('b', 'Andet')] }
  expect(changesBetween(saved, typed)).toEqual([
    { path: ['summary'], base: '', mine: 'Nyt' },
    { path: ['blocks', '#b', 'heading'], base: 'To', mine: 'Andet' },
  ])
})

test('rows that are added, removed or moved are one change of their list', () => {
  for (const blocks of [
    [row('a', 'Et')],
    [row('b', 'To'), row('a', 'Et')],
    [...(saved.blocks as object[]), row('c', 'Tre')],
  ])
    expect(changesBetween(saved, { ...saved, blocks }).map(({ path }) => path)).toEqual([['blocks']])
})

test('what another wrote meanwhile is told from what stands as it did', () => {
  const changes = changesBetween(saved, {
    title: 'Mit',
    summary: 'Mit',
    blocks: [row('a', 'Mit'), row('b', 'Mit')],
  })
  const now = { title: 'Andens', summary: null, blocks: [row('b', 'Mit')] }
  expect(compare(changes, now).map(({ path, state }) => [path.join('.'), state])).toEqual([
    ['title', 'other'],
    ['summary', 'untouched'],
    ['blocks.#a.heading', 'gone'],
    ['blocks.#b.heading', 'same'],
  ])
})

test('taking one field over leaves all others as another wrote them', () => {
  const changes = changesBetween(saved, { ...saved, blocks: [row('a', 'Mit'), row('b', 'To')] })
  const now = { title: 'Andens', blocks: [row('x', 'Ny'), row('a', 'Et')] }
  expect(takeOver(now, changes)).toEqual({ title: 'Andens', blocks: [row('x', 'Ny'), row('a', 'Mit')] })
})

const leaf = oneof(string(), integer(), boolean(), constant(null))
const rows = uniqueArray(
  record({
    id: stringMatching(/^[a-f]$/),
    text: leaf,
    more: dictionary(stringMatching(/^[a-z]$/), leaf),
  }),
  { selector: ({ id }) => id },
)
const document = record({
  title: leaf,
  group: record({ one: leaf, two: leaf }),
  rows,
  tags: array(leaf),
})

test('taking everything over gives what was typed, whatever it was', () => {
  assert(
    property(document, document, (base, mine) => {
      const changes = changesBetween(base, mine)
      expect(same(takeOver(base, changes), mine)).toBe(true)
      expect(compare(changes, base).every(({ state }) => state === 'untouched')).toBe(true)
      expect(compare(changes, mine).every(({ state }) => state === 'same')).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('what stands in the browser is the same after JSON', () => {
  assert(
    property(document, document, (base, mine) => {
      const changes = changesBetween(base, mine)
      const read = JSON.parse(JSON.stringify(changes)) as typeof changes
      expect(same(takeOver(base, read), takeOver(base, changes))).toBe(true)
    }),
  )
})

test('only places that were typed in are written, and nothing of another is lost without being chosen', () => {
  assert(
    property(document, document, document, (base, mine, now) => {
      const compared = compare(changesBetween(base, mine), now)
      const safe = compared.filter(({ state }) => state === 'untouched')
      const result = takeOver(now, safe)
      // What others changed differs from the base: none of it is among what is taken over unasked.
      for (const { path, now: theirs, base: before } of compared.filter(({ state }) => state === 'other')) {
        expect(same(theirs, before)).toBe(false)
        const [again] = compare([{ path, base: theirs, mine: theirs }], result)
        expect(again?.state).toBe('same')
      }
    }),
  )
})

test('whatever was kept is compared with whatever stands there and taken over, and nothing throws', () => {
  const part = oneof(constant('title'), constant('blocks'), constant('#a'), string())
  const changes = array(record({ path: array(part, { minLength: 1 }), base: jsonValue(), mine: jsonValue() }))
  const now = dictionary(oneof(constant('title'), constant('blocks'), string()), jsonValue())
  assert(
    property(changes, now, (kept, values) => {
      const compared = compare(kept as Parameters<typeof compare>[0], values)
      expect(compared.length).toBe(kept.length)
      takeOver(values, compared)
    }),
  )
})
