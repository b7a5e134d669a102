import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, queryTerms } from '../../../src/domain/fold.ts'

test('fold writes æ ø å as ae oe aa and takes case, accents and signs away', () => {
  expect(fold('  Jørgen  ÅGÅRD-Kjær ')).toBe('joergen aagaard kjaer')
  expect(fold('A\u030aga\u030ard')).toBe('aagaard')
  expect(fold('Égeberg, 2. sal')).toBe('egeberg 2 sal')
})

test('folding twice changes nothing', () => {
  const danish = fc.string({ unit: fc.constantFrom(...'aeoåæøÅÆØ -a\u030aǽ1') })
  fc.assert(
    fc.property(fc.oneof(danish, fc.string({ unit: 'binary' })), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 2000 },
  )
})

test.for([
  ['', []],
  [' \t\n?!', []],
  ['Anders  Aaen', ['anders', 'aaen']],
  ['kjær', ['kjaer']],
  ['njk-jv', ['njk', 'jv']],
  ['lich@aalborg.dk', ['lich']],
  ['lich@aalborg.dk anders', ['lich', 'anders']],
  ['25 20 16 20', ['25201620']],
  ['+45 2520-1620', ['4525201620']],
  ['0045 25201620', ['4525201620']],
  ['niels 99 31', ['niels', '9931']],
  ['99 niels 31', ['99', 'niels', '31']],
  ['0045', ['0045']],
  ['a b c d e f g h i j k', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']],
] as const)('the words of »%s« are %j', ([query, words]) => {
  expect(queryTerms(query).map(({ folded }) => folded)).toEqual(words)
})

test('each word is also known with its æ ø å as the plain letters', () => {
  expect(queryTerms('Kjær ågård')).toEqual([
    { folded: 'kjaer', plain: 'kjar' },
    { folded: 'aagaard', plain: 'agard' },
  ])
})

test('of an absurdly long query only the beginning is read', () => {
  expect(queryTerms('anders '.repeat(100_000))).toHaveLength(10)
  expect(queryTerms('9'.repeat(1_000_000))[0]?.folded).toHaveLength(200)
})
