import { expect, test } from 'vitest'
import { readingsOf, snippetOf } from '../../../../src/domain/text/desk-search.ts'

const readings = (query: string) =>
  readingsOf(query).map((terms) => terms.map(({ folded }) => folded).join(' '))

test.for<[query: string, readings: string[]]>([
  ['kjær presse', ['kjaer presse']],
  ['25 20 12 34', ['25201234']],
  ['25 20 1', ['25201', '25 20 1']],
  ['+45 25201234', ['4525201234']],
  ['0045 25 20 12 34', ['4525201234']],
  ['Boulevarden 13, 9000 Aalborg', ['boulevarden 139000 aalborg', 'boulevarden 13 9000 aalborg']],
  ['a', []],
  ['?', []],
  ['', []],
])('»%s« is read as %j', ([query, expected]) => expect(readings(query)).toEqual(expected))

/** The text of a snippet with its hits in brackets. */
const said = (body: string, query: string) =>
  snippetOf(body, query)
    .pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

test.for<[body: string, query: string, snippet: string]>([
  ['Først\nRing til Åse om skolen\nSidst', 'aase', 'Ring til [Åse] om skolen'],
  ['Byens folkeskoler', 'skole', 'Byens [folkeskoler]'],
  ['En skole\nEn skole og en børnehave', 'børnehave skole', 'En [skole] og en [børnehave]'],
  ['Tlf. 25 20-12 34 hver dag', '+45 25201234', 'Tlf. [25 20-12 34] hver dag'],
  ['Tlf.\n+4525201234', '25201234', '[25 20 12 34]'],
  ['En kat og en andefugl', 'an', 'En kat og en [andefugl]'],
  ['Noget helt andet', 'skole', 'Noget helt andet'],
])('in %j »%s« is found at %j', ([body, query, snippet]) => expect(said(body, query)).toBe(snippet))

test('a long text is cut around what was found, in whole words', () => {
  const body = `${'foran '.repeat(100)}nålen ${'bagefter '.repeat(100)}`
  const { pieces, isFound } = snippetOf(body, 'nålen')
  const text = pieces.map((piece) => piece.text).join('')
  expect([isFound, text.startsWith('… foran'), text.endsWith('bagefter …'), text.length < 170]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(pieces.filter(({ isHit }) => isHit)).toEqual([{ text: 'nålen', isHit: true }])
  expect(snippetOf(body, 'andet')).toMatchObject({ isFound: false })
  // A long word without spaces is cut as well.
  expect(said('x'.repeat(1000), 'q2').length).toBeLessThan(160)
})
