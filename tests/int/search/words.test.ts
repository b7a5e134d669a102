import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { PageTree } from '../../../src/domain/tree/page-tree.ts'
import type { SearchWord } from '../../../src/payload-types.ts'
import { handOver } from '../../../src/web/handover.ts'
import { countMissedSearch, missedSearches } from '../../../src/web/missed-searches.ts'
import { addMore, searchableDatabase } from './content.ts'

let database: Awaited<ReturnType<typeof searchableDatabase>>
let made: number[] = []

beforeAll(async () => {
  database = await searchableDatabase()
  handOver({
    siteUrl: 'http://localhost:3000',
    databaseUrl: process.env.DATABASE_URL ?? '',
    styleSheets: null,
    changes: { version: 1, since: () => [] },
    pageTree: () => new PageTree([]),
    epochMilliseconds: () => 0,
  })
  await addMore(database.client)
})

afterEach(async () => {
  for (const id of made.splice(0)) await database.payload.delete({ collection: 'search-words', id })
  await database.client.query('DELETE FROM search.misses')
})

afterAll(() => database.drop())

const titles = async (query: string, kinds: string[] | null = null) =>
  (await database.find(query, kinds)).results.map(({ title }) => title)

async function make(data: Pick<SearchWord, 'words' | 'synonyms' | 'pins'>): Promise<number> {
  const { id } = await database.payload.create({ collection: 'search-words', data, depth: 0 })
  made.push(id)
  return id
}

async function idOf(collection: 'pages' | 'departments' | 'press-contacts', title: string): Promise<number> {
  const name = collection === 'pages' ? 'title' : 'name'
  const { docs } = await database.payload.find({ collection, where: { [name]: { equals: title } }, depth: 0 })
  return docs[0]?.id ?? 0
}

test('a synonym finds what it stands for, however its word is spelled', async () => {
  expect(await titles('skraldespand')).toEqual([])
  await make({ words: ['Skraldespand', 'ånden i flasken', 'Bøtte'], synonyms: ['storskrald'] })
  for (const query of [
    'skraldespand',
    'SKRALDESPAND ',
    'aanden i flasken',
    'anden i flasken',
    'botte',
    'boette',
  ])
    expect((await titles(query))[0]).toBe('Affald og genbrug')
  const { near } = await database.find('skraldespand')
  expect(near).toBe(false)
})

test('a synonym of several words finds only what holds all of them', async () => {
  await make({ words: ['papa'], synonyms: ['Klima og Miljø'] })
  expect(await titles('papa')).toEqual(['Klima og Miljø', 'I grøn balance'])
})

test('a synonym counts in a search of several words', async () => {
  await make({ words: ['skraldespand'], synonyms: ['affald'] })
  expect(await titles('skraldespand genbrug')).toEqual(['Affald og genbrug'])
  expect(await titles('skraldespand pension')).toEqual([])
})

test('what holds the typed word in its title stands before what a synonym finds', async () => {
  await make({ words: ['rotter'], synonyms: ['affald'] })
  expect(await titles('rotter')).toEqual(['Rotter', 'Affald og genbrug'])
})

test('the words that a synonym found are told, so that they are marked', async () => {
  await make({ words: ['skraldespand'], synonyms: ['storskrald'] })
  const { words } = (await database.find('skraldespand')) as unknown as { words: string[] }
  expect(words).toContain('storskrald')
})

test('a synonym that is taken away is not searched any more', async () => {
  const id = await make({ words: ['skraldespand'], synonyms: ['affald'] })
  await database.payload.update({ collection: 'search-words', id, data: { words: ['vippespand'] } })
  expect(await titles('skraldespand')).toEqual([])
  expect(await titles('vippespand')).toEqual(['Affald og genbrug'])
})

test('pinned results stand first, in their order and once, and are counted', async () => {
  const before = await database.find('affald')
  await make({
    words: ['affald'],
    pins: [
      { relationTo: 'pages', value: await idOf('pages', 'Rotter') },
      { relationTo: 'press-contacts', value: await idOf('press-contacts', 'Tove Bæk') },
      { relationTo: 'pages', value: await idOf('pages', 'Affald og genbrug') },
    ],
  })
  const after = await database.find('affald')
  expect(after.results.map(({ title }) => title)).toEqual(['Rotter', 'Tove Bæk', 'Affald og genbrug'])
  expect(after.counts).toEqual({ page: (before.counts.page ?? 0) + 1, contact: 1 })
})

test('pins are only for the whole search, and only of the kinds that are shown', async () => {
  await make({
    words: ['affald'],
    pins: [{ relationTo: 'pages', value: await idOf('pages', 'Rotter') }],
  })
  expect(await titles('affald genbrug')).toEqual(['Affald og genbrug'])
  expect(await titles('affald', ['contact'])).toEqual([])
})

test('a pinned draft is not shown, nor a department that stands on no page', async () => {
  const { payload } = database
  const rats = await idOf('pages', 'Rotter')
  const homeless = await payload.create({
    collection: 'departments',
    data: { name: 'Hjemløs afdeling', kind: 'unit', _status: 'published' },
  })
  await make({
    words: ['affald'],
    pins: [
      { relationTo: 'pages', value: rats },
      { relationTo: 'departments', value: homeless.id },
    ],
  })
  await payload.update({ collection: 'pages', id: rats, data: { _status: 'draft' } })
  expect(await titles('affald')).toEqual(['Affald og genbrug'])
  await payload.update({ collection: 'pages', id: rats, data: { _status: 'published' } })
  expect(await titles('affald')).toEqual(['Rotter', 'Affald og genbrug'])
  await payload.delete({ collection: 'departments', id: homeless.id })
})

test.each<[data: Partial<SearchWord>, message: string]>([
  [{ words: [], synonyms: ['affald'] }, 'Skriv mindst ét ord.'],
  [{ words: ['skrald'] }, 'Skriv et ord, der også skal søges efter'],
  [{ words: ['?!'], synonyms: ['affald'] }, '»?!« har hverken bogstaver eller tal.'],
  [{ words: ['a'.repeat(61)], synonyms: ['affald'] }, 'Der må højst være 60 tegn.'],
  [{ words: Array(21).fill('a'), synonyms: ['affald'] }, 'Skriv højst 20.'],
])('search words that help nobody are refused: %j', async (data, message) => {
  const sent = database.payload.create({ collection: 'search-words', data: data as SearchWord })
  await expect(sent).rejects.toMatchObject({
    data: { errors: [{ message: expect.stringContaining(message) as unknown }] },
  })
})

const at = Temporal.Instant.from('2026-11-22T23:30:00Z')

async function counted(): Promise<{ day: string; query: string; times: number }[]> {
  const { rows } = await database.client.query<{ day: string; query: string; times: number }>(
    'SELECT day::text, query, times::int FROM search.misses ORDER BY day, query',
  )
  return rows
}

test('what was not found is counted by the Danish day', async () => {
  for (const typed of ['Rumraket', 'rumraket ', 'månebase']) countMissedSearch(typed, at)
  countMissedSearch('rumraket', at.subtract({ hours: 2 }))
  await expect.poll(counted).toEqual([
    { day: '2026-11-22', query: 'rumraket', times: 1 },
    { day: '2026-11-23', query: 'månebase', times: 1 },
    { day: '2026-11-23', query: 'rumraket', times: 2 },
  ])
  expect(await missedSearches(at)).toEqual([
    { query: 'rumraket', times: 3 },
    { query: 'månebase', times: 1 },
  ])
})

test('what may point to a person is not counted', async () => {
  for (const typed of ['010190-1234', '25 20 16 20', 'x@y.dk', 'Vestergade 12', 'a b c d e f'])
    countMissedSearch(typed, at)
  countMissedSearch('sidste', at)
  await expect.poll(counted).toEqual([{ day: '2026-11-23', query: 'sidste', times: 1 }])
})

test('the database refuses to store digits, an @ and long texts, whoever asks', async () => {
  for (const query of ['0101', 'x@y', 'a'.repeat(61), ''])
    await expect(
      database.client.query(`SELECT search.count_misses('2026-11-23', ARRAY[$1])`, [query]),
    ).rejects.toThrow('misses_query_check')
})

test('a day has a thousand different ones, and those go on being counted', async () => {
  const queries = Array.from({ length: 1100 }, (_, at) => `ord ${String.fromCodePoint(0x4e00 + at)}`)
  await database.client.query(`SELECT search.count_misses('2026-11-23', $1)`, [queries.slice(0, 600)])
  await database.client.query(`SELECT search.count_misses('2026-11-23', $1)`, [queries])
  const rows = await counted()
  expect(rows).toHaveLength(1000)
  expect(rows.filter(({ times }) => times === 2)).toHaveLength(600)
})

test('after ninety days they are forgotten', async () => {
  await database.client.query(`SELECT search.count_misses('2026-08-25', ARRAY['forrige'])`)
  await database.client.query(`SELECT search.count_misses('2026-08-26', ARRAY['gemt'])`)
  await database.client.query(`SELECT search.count_misses('2026-11-23', ARRAY['ny'])`)
  expect((await counted()).map(({ query }) => query)).toEqual(['gemt', 'ny'])
})

test('what an editor has made a search word for is not listed any more', async () => {
  countMissedSearch('rumræket', at)
  await expect.poll(() => missedSearches(at)).toEqual([{ query: 'rumræket', times: 1 }])
  await make({ words: ['Rumraeket'], synonyms: ['affald'] })
  expect(await missedSearches(at)).toEqual([])
})

test('visits are added up by day, told by page and forgotten after thirty days', async () => {
  const count = (day: string, paths: string[], times: number[]) =>
    database.client.query('SELECT search.count_visits($1, $2, $3)', [day, paths, times])
  const most = async (since: string) =>
    (
      await database.client.query<{ path: string }>('SELECT path FROM search.most_visited($1) AS path', [
        since,
      ])
    ).rows.map(({ path }) => path)
  await count('2026-10-24', ['/gammel'], [100])
  await count('2026-11-22', ['/kontakt', '/', '/om-kommunen'], [3, 9, 5])
  await count('2026-11-23', ['/kontakt', '/presse'], [1, 5])
  await count('2026-11-23', ['/kontakt'], [2])
  expect(await most('2026-10-25')).toEqual(['/', '/kontakt', '/om-kommunen', '/presse'])
  expect(await most('2026-11-23')).toEqual(['/presse', '/kontakt'])
  expect((await database.client.query(`SELECT FROM search.visits WHERE path = '/gammel'`)).rowCount).toBe(0)
  await database.client.query('DELETE FROM search.visits')
})
