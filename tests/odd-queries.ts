import * as fc from 'fast-check'
import { queryText } from '../src/web/parameters.ts'

/**
 * Searches as nobody means them, as the server takes them from an address: marks that mean something to a database or to
 * a search in it, halves of pairs, words without end; among them `words`, whole, in part and with errors.
 */
export function oddQueries(count: number, words: readonly string[]): string[] {
  const word = fc.constantFrom(...words)
  const part = fc
    .tuple(word, fc.nat(12), fc.integer({ min: 1, max: 12 }))
    .map(([text, from, length]) => text.slice(from, from + length))
  const swapped = fc
    .tuple(word, fc.nat(12))
    .map(
      ([text, at]) =>
        text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
    )
  const mark = fc.constantFrom(
    ...`' " % _ \\ & | ! :* <-> () -- ; $1 ''; a:* @ * ? \0 \ud800 😀 12 3199 0`.split(' '),
  )
  const mixed = fc
    .array(fc.oneof(word, part, swapped, mark, fc.string({ unit: 'binary', maxLength: 8 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((pieces) => pieces.join(' '))
  const odd = fc.oneof(
    { weight: 6, arbitrary: mixed },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    {
      weight: 2,
      arbitrary: fc.string({
        unit: fc.constantFrom(...`a æ'"%_\\&|!():*<->;--/*$1\u0000\ud800😀 øanders1234`),
        maxLength: 60,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'a'.repeat(10_000),
        'ord '.repeat(200),
        words.slice(0, 200).join(' '),
        `'; DROP TABLE pages; --`,
        `anders' | 'line`,
        '%%%%',
        '\\',
        'a:*',
        '!anders & (line <-> x)',
        '9'.repeat(500),
        'æ'.repeat(200),
        'aa'.repeat(90),
        'e a o i u',
        'en et de',
      ),
    },
  )
  return fc.sample(odd, { numRuns: count, seed: 7 }).map((query) => queryText(query))
}
