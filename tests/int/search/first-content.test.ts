import { afterAll, beforeAll, expect, test } from 'vitest'
import { deadlineWords } from '../../../src/domain/words/deadline-words.ts'
import { searchWords } from '../../../src/domain/words/search-page-words.ts'
import { searchableDatabase } from './content.ts'

// What is found first in the first content, and what is not found, for what people type.

let database: Awaited<ReturnType<typeof searchableDatabase>>

beforeAll(async () => {
  database = await searchableDatabase()
})

afterAll(() => database.drop())

const found = async (query: string) =>
  (await database.find(query)).results.map(({ kind, title }) => `${kind} ${title}`)

const DEADLINE = 'guidance Frist for svar på aktindsigt'

test.for<[query: string, first: string]>([
  ['cvr', 'box Aalborg Kommune'],
  ['cvr-nummer', 'box Aalborg Kommune'],
  ['29189420', 'box Aalborg Kommune'],
  ['åbningstider', 'page Kontakt'],
  ['aabningstid', 'page Kontakt'],
  ['telefontider', 'page Kontakt'],
  ['frist', DEADLINE],
  ['svarfrist', 'guidance Svarfrist'],
  ['svarfristen', 'guidance Svarfrist'],
  ['beregn', DEADLINE],
  ['klage', 'guidance Klage over afslag'],
  ['aktindsigt', 'page Aktindsigt'],
  ['anders aen', 'contact Anders Aaen Larsen'],
  ['løftet', 'page Det fælles løfte'],
  ['borgmesterens forvaltning', 'page Borgmesterens Forvaltning'],
  ['borgmester', 'page Borgmesterens Forvaltning'],
  ['telefonomstillingen', 'department Telefonomstillingen'],
  ['10 82', 'box Pressevagt'],
])('»%s« finds first %s', async ([query, first]) => {
  expect((await found(query))[0]).toBe(first)
})

test.for(['svarfrist', 'svarfristen', 'klage'])(
  '»%s« finds the page that works deadlines out beside the text on it',
  async (query) => {
    expect((await found(query)).slice(0, 3)).toContain(DEADLINE)
  },
)

test.for([
  'aktindsigt',
  'kontakt',
  'klage',
  'forvaltning',
  'grundfortælling',
  'pressevagten',
  'telefonnumre',
])('the front page, which only lists it, is no hit for »%s«', async (query) => {
  expect(await found(query)).not.toContain('page Aalborg Kommune')
})

test.for([
  'borgmesterens forvaltning',
  'kommunikation og udvikling',
  'businessaalborg',
  'økonomisk afdeling',
])('»%s« finds the department once', async (query) => {
  const { results } = await database.find(query)
  const titled = results.filter(({ title }) => title.toLowerCase() === query)
  expect(titled).toHaveLength(1)
})

test('for »frist« the deadline comes before Anna Kristine, who is only a typing error away', async () => {
  const all = await found('frist')
  expect(all.slice(0, 1)).toEqual([DEADLINE])
  expect(all.slice(1)).toContain('contact Anna Kristine Mollerup')
})

test('a word in a text comes before a title that only has it inside a word; as the last part of a word it is one', async () => {
  const { client } = database
  await client.query('BEGIN')
  await client.query(
    `INSERT INTO search.entries (collection, id, part, kind, title, line, body, phones, acting, position)
     SELECT 'test', 900 + row_number() OVER (), '', 'page', title, '', body, '{}', false, ''
     FROM (VALUES ('Azblimpkasse', ''), ('Tekst', 'her er en blimp i en tekst'), ('Storblimp', ''), ('Blimp', '')) AS new (title, body);
     INSERT INTO search.vocabulary (word) VALUES ('azblimpkasse'), ('storblimp'), ('blimp') ON CONFLICT DO NOTHING`,
  )
  const order = await found('blimp')
  await client.query('ROLLBACK')
  expect(order).toEqual(['page Blimp', 'page Storblimp', 'page Tekst', 'page Azblimpkasse'])
})

test('the words by which the deadline is found are those that the pages say', async () => {
  const { results } = await database.find('beregn svarfristen')
  expect(results[0]).toMatchObject({
    title: deadlineWords.words.title[1],
    line: searchWords.words.deadlineLine[1],
  })
})
