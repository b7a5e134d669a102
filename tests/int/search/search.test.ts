import * as fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold } from '../../../src/domain/fold.ts'
import { oddQueries } from '../../odd-queries.ts'
import { addMore, paragraph, searchableDatabase } from './content.ts'

let database: Awaited<ReturnType<typeof searchableDatabase>>

beforeAll(async () => {
  database = await searchableDatabase()
})

afterAll(() => database.drop())

const titles = async (query: string) => (await database.find(query)).results.map(({ title }) => title)

async function rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await database.client.query<Row>(text, values)).rows
}

const contact = (name: string) => ({
  name,
  slug: name.toLowerCase().replaceAll(/[^a-z]/g, '-'),
  title: 'Prøveperson',
  phones: [{ number: '+4520304050' }],
  _status: 'published' as const,
})

const body = (text: string) => paragraph(text) as never

test('the database folds as src/domain/fold.ts does', async () => {
  const danish = fc.string({ unit: fc.constantFrom(...'aeoåæøÅÆØ -.@a\u030aǽéÜßİŒ№½ﬁ１²Ⅷ1'), maxLength: 12 })
  // Letters that every version of Unicode in use knows.
  const old = fc.string({
    unit: fc.integer({ min: 1, max: 0x1bff }).map((code) => String.fromCodePoint(code)),
    maxLength: 8,
  })
  const texts = [
    '  Jørgen  ÅGÅRD-Kjær ',
    'A\u030aga\u030ard',
    'Égeberg, 2. sal',
    'ΣΑΣ ὈΔΥΣΣΕΎΣ',
    '👩‍👩‍👧 emoji',
    '',
    'İ',
    'ŉ',
    'ﷺ',
    ...fc.sample(danish, { numRuns: 1500, seed: 1 }),
    ...fc.sample(old, { numRuns: 1500, seed: 1 }),
  ]
  const folded = await rows<{ folded: string }>(
    'SELECT search.fold(text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS given (text, at) ORDER BY at',
    [texts],
  )
  const differing = texts
    .map((text, at) => ({ text, database: folded[at]?.folded, typescript: fold(text) }))
    .filter((one) => one.database !== one.typescript)
  expect(differing).toEqual([])
})

test('a save, a change, a withdrawal and a deletion are searched at once', async () => {
  const { payload } = database
  const { id } = await payload.create({ collection: 'press-contacts', data: contact('Thyra Danebod') })
  expect(await titles('thyra danebod')).toEqual(['Thyra Danebod'])
  expect(await titles('20 30 40 50')).toEqual(['Thyra Danebod'])
  await payload.update({ collection: 'press-contacts', id, data: { name: 'Thyra Haraldsdatter' } })
  expect(await titles('danebod')).toEqual([])
  expect(await titles('haraldsdatter')).toEqual(['Thyra Haraldsdatter'])
  await payload.update({ collection: 'press-contacts', id, data: { name: 'Thyra Kladde' }, draft: true })
  expect(await titles('thyra')).toEqual(['Thyra Haraldsdatter'])
  await payload.update({ collection: 'press-contacts', id, data: { _status: 'draft' } })
  expect(await titles('thyra')).toEqual([])
  await payload.update({ collection: 'press-contacts', id, data: { _status: 'published' } })
  expect(await titles('thyra')).toHaveLength(1)
  await payload.delete({ collection: 'press-contacts', id })
  expect(await titles('thyra')).toEqual([])
  expect(await rows('SELECT FROM search.touched')).toEqual([])
})

test('a save that is taken back is not searched', async () => {
  await database.client.query('BEGIN')
  await database.client.query(
    `INSERT INTO press_contacts (name, slug, title, _status) VALUES ('Fortrudt Person', 'fortrudt', 'x', 'published')`,
  )
  await database.client.query('ROLLBACK')
  expect(await titles('fortrudt')).toEqual([])
})

test('all text of a page is searched, whichever block it stands in; what is no text is not', async () => {
  const { payload } = database
  const page = await payload.create({
    collection: 'pages',
    data: {
      title: 'Blokprøven',
      slug: 'blokproeven',
      summary: 'Resumeord',
      _status: 'published',
      blocks: [
        {
          blockType: 'richText',
          blockName: 'Redaktørnavn',
          heading: 'Overskriftord',
          body: body('Brødtekstord'),
        },
        { blockType: 'accordion', items: [{ title: 'Punktord', body: body('Foldeord') }] },
        { blockType: 'facts', facts: [{ figure: '98765', text: 'Faktaord' }] },
        {
          blockType: 'linkList',
          intro: body('Introord'),
          links: [{ label: 'Linkord', url: 'https://adresseord.dk', description: 'Forklaringsord' }],
        },
      ],
    },
  })
  for (const word of `Resumeord Overskriftord Brødtekstord 98765 Faktaord Introord Linkord
    Forklaringsord`.split(/\s+/)) {
    expect([word, await titles(word)]).toEqual([word, ['Blokprøven']])
  }
  // What a block says itself comes before its rows, however many there are; editors read in the same order.
  const rows = [1, 2, 3, 4].map((nth) => ({ label: `Række${nth}`, url: 'https://adresseord.dk' }))
  await payload.update({
    collection: 'pages',
    id: page.id,
    data: {
      blocks: [
        { blockType: 'richText', body: body('Først') },
        { blockType: 'linkList', heading: 'Øverst', links: rows },
      ],
    },
  })
  const ordered = /Først\s+Øverst\s+Række1\s.*Række2\s.*Række3\s.*Række4/s
  const texts = 'SELECT body FROM search.source($2, ARRAY[$1::int]) WHERE part = $3'
  const { rows: read } = await database.client.query<{ body: string }>(texts, [page.id, 'pages', ''])
  expect(read[0]?.body).toMatch(ordered)
  const { rows: desk } = await database.client.query<{ body: string }>(
    'SELECT body FROM desk.read_pages(ARRAY[$1::int])',
    [page.id],
  )
  expect(desk[0]?.body).toMatch(ordered)
  await payload.update({ collection: 'pages', id: page.id, data: { blocks: page.blocks } })
  // What unfolds is found by its own title.
  for (const word of ['Punktord', 'Foldeord'])
    expect([word, await titles(word)]).toEqual([word, ['Punktord']])
  for (const word of ['Redaktørnavn', 'adresseord']) expect([word, await titles(word)]).toEqual([word, []])
  await payload.update({ collection: 'pages', id: page.id, data: { blocks: [] } })
  expect(await titles('Foldeord')).toEqual([])
  await payload.delete({ collection: 'pages', id: page.id })
})

test('a new block is searched by being there', async () => {
  const { client } = database
  await client.query(`CREATE TABLE pages_blocks_quote (_order int, _path text, block_name varchar, words varchar,
    _parent_id int REFERENCES pages (id) ON DELETE CASCADE, id varchar PRIMARY KEY)`)
  await client.query('SELECT watch_content(), search.read_blocks()')
  const [page] = await rows<{ id: number }>(`SELECT id FROM pages WHERE title = 'Pressekontakt'`)
  await client.query(
    `INSERT INTO pages_blocks_quote VALUES (1, 'blocks', 'skjult', 'Citatord', $1, 'quote')`,
    [page?.id],
  )
  expect(await titles('citatord')).toEqual(['Pressekontakt'])
  await client.query('DROP TABLE pages_blocks_quote')
  await client.query('SELECT search.read_blocks()')
})

test('a leader is found by the name and the department they have now', async () => {
  const [leader] = await rows<{ id: number; name: string }>(
    `SELECT id, name FROM people WHERE name ~ 'Risager'`,
  )
  await database.payload.update({
    collection: 'people',
    id: leader?.id ?? 0,
    data: { name: 'Omdøbt Chefperson' },
  })
  expect(await titles('omdøbt chefperson')).toEqual(['Omdøbt Chefperson'])
  expect(await titles('risager')).toEqual([])
  await database.payload.update({ collection: 'people', id: leader?.id ?? 0, data: { name: leader?.name } })
  expect(await titles('risager')).toEqual([leader?.name])
})

test('departments are found as long as a published page shows them', async () => {
  const [block] = await rows<{ page: number }>('SELECT _parent_id AS page FROM pages_blocks_department')
  expect(await titles('økonomisk afdeling')).toContain('Økonomisk Afdeling')
  await database.client.query(`UPDATE pages SET _status = 'draft' WHERE id = $1`, [block?.page])
  expect(await titles('økonomisk afdeling')).not.toContain('Økonomisk Afdeling')
  await database.client.query(`UPDATE pages SET _status = 'published' WHERE id = $1`, [block?.page])
  expect(await titles('økonomisk afdeling')).toContain('Økonomisk Afdeling')
})

test('what cannot be read for search is saved all the same, and not found as it was', async () => {
  const { payload } = database
  const { id } = await payload.create({ collection: 'press-contacts', data: contact('Gorm Gammel') })
  await database.client.query(
    `ALTER TABLE search.entries ADD CONSTRAINT broken CHECK (title <> 'Gorm Ny') NOT VALID`,
  )
  await payload.update({ collection: 'press-contacts', id, data: { name: 'Gorm Ny' } })
  await database.client.query('ALTER TABLE search.entries DROP CONSTRAINT broken')
  expect((await payload.findByID({ collection: 'press-contacts', id })).name).toBe('Gorm Ny')
  expect(await titles('gorm')).toEqual([])
  await database.client.query('CALL search.rebuild()')
  expect(await titles('gorm')).toEqual(['Gorm Ny'])
  await payload.delete({ collection: 'press-contacts', id })
})

test('a rebuild while content is saved and searched leaves nothing out and nothing old', async () => {
  const { payload, client } = database
  const entries =
    'SELECT kind, title, line, body, words::text FROM search.entries ORDER BY kind, id, part, collection'
  const before = await rows(entries)
  const builder = new Client({ connectionString: process.env.DATABASE_URL })
  await builder.connect()
  const ids: number[] = []
  const work = { isDone: false }
  const building = builder.query('CALL search.rebuild()').finally(() => {
    work.isDone = true
  })
  do {
    const { id } = await payload.create({
      collection: 'press-contacts',
      data: contact(`Knud ${'abcdefghij'.charAt(ids.length % 10)}${ids.length}`),
    })
    ids.push(id)
    expect(await titles('anders aaen larsen')).toEqual(['Anders Aaen Larsen'])
  } while (!work.isDone && ids.length < 50)
  await building
  expect(await rows(`SELECT FROM search.entries WHERE title LIKE 'Knud %'`)).toHaveLength(ids.length)
  await payload.delete({ collection: 'press-contacts', where: { id: { in: ids } } })
  expect(await rows(entries)).toEqual(before)
  await client.query('CALL search.rebuild()')
  expect(await rows(`SELECT FROM search.vocabulary WHERE word ~ '^[a-j]\\d+$'`)).toEqual([])
  expect(await rows(entries)).toEqual(before)
  await builder.end()
})

test('of many hits five hundred of a kind are counted, and the best still stand first', async () => {
  const insert = (name: string, count: number) =>
    database.client.query(
      `INSERT INTO press_contacts (name, slug, title, _status, _order)
       SELECT replace($1, '#', n::text), 'mange-' || md5($1 || n), 'Vejviser', 'published', 'z'
       FROM generate_series(1, $2) AS n`,
      [name, count],
    )
  await insert('Xenia# Brogaardsen', 700)
  await insert('Brogaardsen', 1)
  await insert('Viggo Xenialund', 1)
  const { counts, results } = await database.find('brogaardsen')
  expect([counts, results[0]?.title]).toEqual([{ contact: 500 }, 'Brogaardsen'])
  expect((await database.find('brogaardsen', ['page'])).results).toEqual([])
  expect((await titles('xenialund'))[0]).toBe('Viggo Xenialund')
  expect((await database.find('xe')).counts).toEqual({ contact: 500 })
  await database.client.query(`DELETE FROM press_contacts WHERE slug LIKE 'mange-%'`)
  expect((await database.find('brogaardsen')).counts).toEqual({})
})

test('no kind of query reads the whole table', async () => {
  await addMore(database.client)
  const reads = async () => {
    await database.client.query('SELECT pg_stat_force_next_flush()')
    const [tables] = await rows<{ reads: string; count: string }>(
      `SELECT sum(seq_scan) AS reads, count(*) AS count FROM pg_inherits JOIN pg_stat_user_tables ON relid = inhrelid
       WHERE inhparent = 'search.entries'::regclass`,
    )
    return tables
  }
  const before = await reads()
  for (const query of [
    'anders aaen larsen',
    'a',
    '31990811',
    '0811',
    'tilladelse',
    'byggetiladelse',
    'aktindsigter',
    'qxqx',
  ])
    await database.find(query)
  await database.find('kommune', ['page'])
  expect(before?.count).toBe('8')
  expect(await reads()).toEqual(before)
})

test('typed words are never commands', { timeout: 120_000 }, async () => {
  const words =
    'Anders Aaen Larsen aktindsigt byggetilladelse kommunen på Økonomi 31990811 sagsbehandler'.split(' ')
  const slow: string[] = []
  for (const query of oddQueries(5000, words)) {
    const askedAt = performance.now()
    const answer = await database.find(query)
    if (performance.now() - askedAt > 1000) slow.push(query)
    expect(Array.isArray(answer.results)).toBe(true)
  }
  expect(slow).toEqual([])
  expect(await titles('aktindsigt')).toContain('Aktindsigt')
})
