import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames, fold, searchEntries, searchEntry } from '../../../src/domain/fold.ts'

const contacts = [
  ['Line Christensen', 'Presseansvarlig og journalist', 'lich@aalborg.dk', '+4525201620'],
  ['Kirja Holland Thomsen', 'Leder af Kommunikation og Udvikling', 'kht@aalborg.dk', '+4525201608'],
  ['Trine Egeberg Henriksen', 'Leder af kommunikation', 'trine.henriksen@aalborg.dk', '+4525202121'],
  ['Caroline Kjær Anker', 'Kommunikationskonsulent', 'caroline.anker@aalborg.dk', '+4525202111'],
  ['Niels Jahn Knudsen', 'Kommunikationskonsulent', 'njk-jv@aalborg.dk', '+4525202513', '+4599312513'],
  ['Anders Aaen Larsen', 'Presse- og Kommunikationskonsulent', '', '+4531990811'],
  ['Cornelius Corneliussen', 'Kommunikationskonsulent', 'cornelius@aalborg.dk', '+4593520011'],
  ['Anna Kristine Mollerup', 'Kommunikationskonsulent', 'akmo-aeh@aalborg.dk', '+4525205401', '+4599315401'],
  ['Heidi Gjesing Andersen', 'Pressemedarbejder', 'heidi.andersen@aalborg.dk', '+4525199402'],
  ['Jørgen Ågård Østergaard', 'Pressevagt', 'jorgen@aalborg.dk', '+4699311700'],
] as const
const entries = contacts.map(([name, title, email, ...phones]) =>
  searchEntry(`${name} ${title} ${email}`, phones),
)
const found = (query: string) =>
  searchEntries(query, entries).map((index) => contacts[index]?.[0].split(' ')[0])

test.for([
  ['anders aen', 'Anders'],
  ['anders aaen', 'Anders'],
  ['Anders  Åen', 'Anders'],
  ['aaen larsen', 'Anders'],
  ['ANDERS AAEN LARSEN', 'Anders'],
  ['andersaaen', 'Anders'],
  ['kjær', 'Caroline'],
  ['kjaer', 'Caroline'],
  ['kjar', 'Caroline'],
  ['KJÆR', 'Caroline'],
  ['kjær anker', 'Caroline'],
  ['anker caroline', 'Caroline'],
  ['jørgen', 'Jørgen'],
  ['joergen', 'Jørgen'],
  ['jorgen', 'Jørgen'],
  ['jörgen', 'Jørgen'],
  ['østergård', 'Jørgen'],
  ['ostergard', 'Jørgen'],
  ['oestergaard', 'Jørgen'],
  ['agard', 'Jørgen'],
  ['aagaard', 'Jørgen'],
  ['ågård', 'Jørgen'],
  ['a\u030aga\u030ard', 'Jørgen'],
  ['lich', 'Line'],
  ['lich@aalborg.dk', 'Line'],
  ['njk-jv', 'Niels'],
  ['akmo-aeh@aalborg.dk', 'Anna'],
  ['heidi.andersen@aalborg.dk', 'Heidi'],
  ['leder udvikling', 'Kirja'],
  ['presse vagt', 'Jørgen'],
  ['aagard', 'Jørgen'],
  ['ågard', 'Jørgen'],
  ['Jørgen Agård', 'Jørgen'],
  ['25201620', 'Line'],
  ['25 20 16 20', 'Line'],
  ['2520 1620', 'Line'],
  ['+45 25 20 16 20', 'Line'],
  ['0045 25201620', 'Line'],
  ['45 25201620', 'Line'],
  ['1620', 'Line'],
  ['9931 2513', 'Niels'],
  ['+4599312513', 'Niels'],
  ['niels 9931', 'Niels'],
  ['319', 'Anders'],
  ['+46 99', 'Jørgen'],
] as const)('"%s" finds only %s', ([query, name]) => {
  expect(found(query)).toEqual([name])
})

test.for([
  ['andres aaen', 'Anders'],
  ['lasren', 'Anders'],
  ['chistensen', 'Line'],
  ['christtensen', 'Line'],
  ['christemsen', 'Line'],
  ['xhristensen', 'Line'],
  ['molerup', 'Anna'],
  ['jørgn', 'Jørgen'],
  ['mollerupp', 'Anna'],
  ['hollnd', 'Kirja'],
] as const)('"%s" finds %s in spite of a typing error', ([query, name]) => {
  expect(found(query)).toEqual([name])
})

test.for(['lien', 'anan', 'kjæx', 'chsitesnen', 'anders thomsen', '25201699', 'zzzzz', 'sen', '162'])(
  '"%s" finds nobody',
  (query) => {
    expect(found(query)).toEqual([])
  },
)

test('æ is also the plain a of hurried people', () => {
  expect(found('ænders')).toContain('Anders')
})

test('exact hits come before plain letters, and those before typing errors', () => {
  const words = ['Andres', 'Anders', 'Aen', 'Aaen', 'Andersen'].map((text) => searchEntry(text))
  expect(searchEntries('anders', words)).toEqual([1, 4, 0])
  expect(searchEntries('aen', words)).toEqual([2, 3])
  expect(searchEntries('åen', words)).toEqual([3, 2])
})

test('an empty query gives all in their order', () => {
  for (const query of ['', '  ', '\t\n'])
    expect(searchEntries(query, entries)).toEqual(entries.map((_, index) => index))
})

test('an address domain that all share finds nobody by itself', () => {
  expect(found('aalborg')).toEqual([])
})

test('an absurdly long query is cut off and answered', () => {
  expect(found('anders '.repeat(100_000))).toEqual(['Anders', 'Heidi'])
  expect(found('9'.repeat(1_000_000))).toEqual([])
})

test('a page of a hundred thousand words is searched', () => {
  const page = searchEntry(`${'kommunen svarer alle '.repeat(33_333)} pejlemærker`)
  expect(searchEntries('pejlemaerkr', [page])).toEqual([0])
  expect(searchEntries('kirke', [page])).toEqual([])
})

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

test.for([
  ['konsulent', ['Caroline', 'Niels', 'Anders', 'Cornelius', 'Anna']],
  ['ansvarlig', ['Line']],
  ['arbejder', ['Heidi']],
  ['vagt', ['Jørgen']],
  ['gaard', ['Jørgen']],
] as const)('"%s" finds the longer words that it is a part of', ([query, names]) => {
  expect(found(query)).toEqual(names)
})

test('the word itself comes before longer words, and what begins with it before the rest', () => {
  const entries = ['Bo Andersen', 'Bo Anders', 'Sanders', 'Anders Bo', 'Andersen Bo'].map((text) =>
    searchEntry(text),
  )
  expect(searchEntries('anders', entries)).toEqual([3, 1, 4, 0, 2])
})

test('typing errors are left out where enough is found without', () => {
  const entries = ['Jensen', 'Jenssen', 'Jensen', 'Jensen', 'Jensen'].map((text) => searchEntry(text))
  expect(searchEntries('jensen', entries)).toEqual([0, 2, 3, 4, 1])
  expect(searchEntries('jensen', [...entries, searchEntry('Jensen')])).toEqual([0, 2, 3, 4, 5])
})

test('a word of five letters or more is found exactly when it holds it or a beginning of it is one error away', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'bcd'), minLength: 5, maxLength: 8 })
  fc.assert(
    fc.property(letters, letters, (typed, word) => {
      const near = Array.from({ length: word.length + 1 }, (_, end) => distance(typed, word.slice(0, end)))
      const isFound = Math.min(...near) <= 1 || word.includes(typed)
      expect(searchEntries(typed, [searchEntry(word)]).length === 1).toBe(isFound)
    }),
    { numRuns: 1000 },
  )
})

test('names sort by Danish rules', () => {
  const names = ['Åse', 'Aage', 'Anna', 'Østen', 'Ærø', 'Zita', 'anders']
  expect(names.toSorted(compareNames)).toEqual(['anders', 'Anna', 'Zita', 'Ærø', 'Østen', 'Aage', 'Åse'])
})
