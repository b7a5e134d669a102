import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { around, fill, placeholdersIn } from '../../../../src/domain/words/sentence.ts'
import {
  overridesProblem,
  tidyOverrides,
  wordGroups,
  wordsWith,
  type Overrides,
} from '../../../../src/domain/words/words.ts'

const everyWord = wordGroups.flatMap(({ words }) => words)

test('every default is a text that an editor could save', () => {
  const defaults = Object.fromEntries(everyWord.map(({ key, text }) => [key, text]))
  expect(overridesProblem(defaults)).toBeNull()
  expect(tidyOverrides(defaults)).toEqual({})
})

test('every word has a unique name in its group', () => {
  for (const { words } of wordGroups) {
    const labels = words.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  }
})

test('a sentence is filled, and filling it without its placeholders is a type error', () => {
  const { search, deadline } = wordsWith({})
  expect(fill(search.results, { count: '12', query: 'vej' })).toBe('12 resultater for »vej«')
  expect(around(search.suggestion)).toEqual({ before: 'Mente du ', after: '?' })
  // @ts-expect-error `query` is missing.
  expect(fill(search.results, { count: '12' })).toBe('12 resultater for »{query}«')
  // @ts-expect-error There is no `name` in it.
  expect(fill(deadline.by, { date: 'i dag', name: 'Ida' })).toBe('Senest i dag')
  // @ts-expect-error A sentence is not a string until it is filled.
  const text: string = deadline.by
  expect(text).toEqual({ text: 'Senest {date}' })
})

const typed = fc.oneof(
  fc.string(),
  fc.constantFrom('{count}', '{query}', '{{query}}', '$&', '$1', '{constructor}', '}{', '{count}{query}'),
)

test('what a visitor types is never read as a placeholder', () => {
  const { search } = wordsWith({})
  fc.assert(
    fc.property(typed, typed, (count, query) => {
      expect(fill(search.results, { count, query })).toBe(`${count} resultater for »${query}«`)
      expect(fill(search.contactsFor, { query, count })).toBe(`${count} kontakter for »${query}«`)
    }),
  )
})

test('any text that an editor can save is filled completely', () => {
  const word = everyWord.find(({ key }) => key === 'search.results')
  const text = fc.tuple(fc.string(), fc.string(), fc.string()).map((parts) => parts.join('{count}{query}'))
  const piece = fc.string().map((part) => part.replaceAll(/[{}]/g, ''))
  const valid = fc.tuple(piece, piece, piece).map(([a, b, c]) => [a, '{query}', b, '{count}', c].join(''))
  fc.assert(
    fc.property(fc.oneof(text, valid), (override) => {
      const { search } = wordsWith({ 'search.results': override })
      const filled = fill(search.results, { count: '', query: '' })
      expect(placeholdersIn(filled)).toEqual([])
      expect(placeholdersIn(search.results.text).toSorted()).toEqual(word?.placeholders.toSorted())
    }),
  )
})

test.each<[overrides: Overrides, problem: string | null]>([
  [{}, null],
  [{ 'search.results': 'For »{query}«: {count}' }, null],
  [{ 'search.results': '{count} fund' }, 'Søgning, »Søgesiden: flere resultater«: {query} mangler.'],
  [{ 'search.results': 'Fund' }, 'Søgning, »Søgesiden: flere resultater«: {count} og {query} mangler.'],
  [{ 'shell.home': 'Hjem {navn}' }, 'Rammen, »Første led i brødkrummen«: {navn} kan ikke bruges her.'],
  [
    { 'deadline.by': '{date} og {date}' },
    'Frist for aktindsigt, »Trin: en frist«: {date} må kun stå én gang.',
  ],
  [{ 'shell.home': ' ' }, 'Rammen, »Første led i brødkrummen«: Teksten må ikke være tom.'],
  [{ 'shell.home': 'a'.repeat(500) }, null],
  [
    { 'shell.home': 'a'.repeat(501) },
    'Rammen, »Første led i brødkrummen«: Teksten er på 501 tegn. Der er plads til 500.',
  ],
  [
    { 'shell.home': '', 'kinds.box': '' },
    'Rammen, »Første led i brødkrummen«: Teksten må ikke være tom. Søgning: slags, »En kontaktboks«: Teksten må ikke være tom.',
  ],
  [{ 'shell.nothing': 'x' } as Overrides, 'Der er ikke noget fast ord, der hedder shell.nothing.'],
  [{ constructor: 'x' } as Overrides, 'Der er ikke noget fast ord, der hedder constructor.'],
])('the problem with %o is: %s', (overrides, problem) => {
  expect(overridesProblem(overrides as Record<string, string>)).toBe(problem)
})

test('stored texts are single lines, and defaults are not stored', () => {
  expect(
    tidyOverrides({ 'shell.home': ' Hjem ', 'shell.menu': 'Alle\n  sider', 'search.results': '{count}' }),
  ).toEqual({ 'shell.menu': 'Alle sider', 'search.results': '{count}' })
})

test.each([
  [undefined],
  [null],
  ['text'],
  [7],
  [[]],
  [{ 'shell.home': 7, 'shell.menu': null, nothing: 'x', __proto__: { 'shell.home': 'x' } }],
  [{ 'search.results': 'no count', 'shell.home': '', 'kinds.box': '{x}', 'shell.share.x': 'x' }],
])('an invalid stored value is ignored: %o', (stored) => {
  expect(wordsWith(stored)).toEqual(wordsWith({}))
})

test('an override replaces its default, and the other words stay', () => {
  const words = wordsWith({ 'search.results': '{count} fund af {query}', 'shell.home': 'Forside', x: 'y' })
  expect(words.shell).toEqual({ ...wordsWith({}).shell, home: 'Forside' })
  expect(fill(words.search.results, { count: '2', query: 'vej' })).toBe('2 fund af vej')
})
