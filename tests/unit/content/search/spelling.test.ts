import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spellingOf } from '../../../../src/content/search/spelling.ts'

const texts = ['Anders Aaen Larsen', 'Anna Kristine Mollerup', 'Line Christensen', 'Jørgen Ågård, pressevagt']

test.for([
  ['andres', 'Anders'],
  ['lasren', 'Larsen'],
  ['chistensen', 'Christensen'],
  ['christtensen', 'Christensen'],
  ['christemsen', 'Christensen'],
  ['xhristensen', 'Christensen'],
  ['molerup', 'Mollerup'],
  ['mollerupp', 'Mollerup'],
  ['jørgn', 'Jørgen'],
  ['jorgn', 'Jørgen'],
  ['joergn', 'Jørgen'],
  ['andres aaen', 'Anders aaen'],
  ['lasren, molerup!', 'Larsen, Mollerup!'],
] as const)('»%s« is spelled »%s«', ([query, spelled]) => {
  expect(spellingOf(query, texts)).toBe(spelled)
})

test.for([
  'anders',
  'ANDERS AEN',
  'kristin',
  'jorgen agard',
  'presse vagt',
  'vagten',
  'anan',
  'chsitesnen',
  '25201699',
  'zzzzz',
  '?!',
  '',
])('»%s« is left as it is', (query) => {
  expect(spellingOf(query, texts)).toBeNull()
})

/** Optimal string alignment distance, the textbook way. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i + j),
  )
  const cell = (i: number, j: number) => table[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      table[i]?.splice(
        j,
        1,
        Math.min(
          cell(i - 1, j) + 1,
          cell(i, j - 1) + 1,
          cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped ? cell(i - 2, j - 2) + 1 : Infinity,
        ),
      )
    }
  return cell(a.length, b.length)
}

test('a word of five letters or more is respelled exactly when a beginning of it is one error away', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'bcd'), minLength: 4, maxLength: 8 })
  fc.assert(
    fc.property(letters, letters, (typed, word) => {
      const near = Array.from({ length: word.length + 1 }, (_, end) => distance(typed, word.slice(0, end)))
      const isMeant = typed.length >= 5 && !word.includes(typed) && Math.min(...near) <= 1
      expect(spellingOf(typed, [word])).toBe(isMeant ? word : null)
    }),
    { numRuns: 2000 },
  )
})
