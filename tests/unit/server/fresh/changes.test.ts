import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERYTHING } from '../../../../src/domain/content-change.ts'
import { Changes } from '../../../../src/server/fresh/changes.ts'
import { TagIndex } from '../../../../src/server/fresh/tag-index.ts'

test('whoever knows a version is told what has changed after it', () => {
  const changes = new Changes()
  const atFirst = changes.version
  changes.note('pages:1')
  const later = changes.version
  changes.note('pages:2')
  expect(changes.since(atFirst)).toEqual(['pages:1', 'pages:2'])
  expect(changes.since(later)).toEqual(['pages:2'])
  expect(changes.since(changes.version)).toEqual([])
  // Who knows nothing yet, and what failed.
  expect([changes.since(0), changes.since(-Infinity)]).toEqual([[EVERYTHING], [EVERYTHING]])
})

test('memory is bounded: of a version too long ago anything may have changed', () => {
  const changes = new Changes()
  for (let number = 1; number <= 27_000; number++) changes.note(`pages:${number}`)
  const { version } = changes
  for (const missed of [1, 2, 500, 4999, 5000]) {
    const since = changes.since(version - missed)
    expect(since).toHaveLength(missed)
    expect([since[0], since.at(-1)]).toEqual([`pages:${27_001 - missed}`, 'pages:27000'])
  }
  for (const missed of [10_001, 20_000, 26_999]) expect(changes.since(version - missed)).toEqual([EVERYTHING])
})

const TOUCHES: [change: string, tags: string[], isTouched: boolean][] = [
  ['pages:12', ['pages:12'], true],
  ['pages:12', ['pages:1', 'pages:123', 'page-node:12'], false],
  ['pages:12', ['pages'], true],
  ['pages', ['pages:12'], true],
  ['pages', ['pages'], true],
  ['pages', ['page-node:12', 'pages-of-old:1'], false],
  ['footer', ['footer'], true],
  ['page-children:0', ['page-children:0'], true],
  ['pages:12', [], false],
]

test.for(TOUCHES)('%s is shown by what has the tags %j: %j', ([change, tags, isTouched]) => {
  const changes = new Changes()
  changes.note(change)
  const index = new TagIndex<string>()
  const forget = index.add('page', tags)
  expect(changes.haveTouched(1, new Set(tags))).toBe(isTouched)
  expect(index.touched(change).has('page')).toBe(isTouched)
  forget()
  expect(index.touched(change).size).toBe(0)
})

test('everything is shown by all', () => {
  const changes = new Changes()
  changes.note(EVERYTHING)
  expect(changes.haveTouched(1, new Set())).toBe(true)
})

const tag = fc.oneof(
  fc.constantFrom('pages', 'people', 'footer'),
  fc.tuple(fc.constantFrom('pages', 'people'), fc.nat({ max: 5 })).map(([name, id]) => `${name}:${id}`),
)
const tagSets = fc.array(fc.uniqueArray(tag, { maxLength: 5 }), { maxLength: 12 })

test('the index finds those that looking at each would find, and forgets those that were taken out', () => {
  fc.assert(
    fc.property(tagSets, fc.array(fc.boolean()), tag, (pages, removed, change) => {
      const index = new TagIndex<number>()
      const forgets = pages.map((tags, number) => index.add(number, tags))
      for (const [number, forget] of forgets.entries()) if (removed[number]) forget()
      const changes = new Changes()
      changes.note(change)
      const expected = pages.flatMap((tags, number) =>
        !removed[number] && changes.haveTouched(1, new Set(tags)) ? [number] : [],
      )
      expect([...index.touched(change)].toSorted((a, b) => a - b)).toEqual(expected)
    }),
  )
})
