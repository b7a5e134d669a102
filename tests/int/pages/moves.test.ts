import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { sql } from '../../e2e/tools/sql.ts'
import { migratedCms } from '../fresh-database.ts'

// What moves leave behind when a whole section moves, and when two move at once.

let database: Awaited<ReturnType<typeof migratedCms>>
let payload: Payload

beforeAll(async () => {
  database = await migratedCms()
  payload = database.payload
})

afterEach(() => sql(database.url, 'TRUNCATE pages CASCADE'))

afterAll(() => database.drop())

async function publish(slug: string, parent: number | null = null): Promise<number> {
  const data = { title: slug, slug, parent, inMenu: false, _status: 'published' as const }
  return (await payload.create({ collection: 'pages', data })).id
}

const move = (id: number, data: { slug?: string; parent?: number | null }) =>
  payload.update({ collection: 'pages', id, data })

/** Adds 2,000 published pages and 20 drafts below one, on three levels. */
const fillSection = (section: number) =>
  sql(
    database.url,
    `WITH wide AS (
       INSERT INTO pages (title, slug, parent_id, _status)
       SELECT 'Side ' || i, 'side-' || i, ${section}, 'published' FROM generate_series(1, 40) i RETURNING id
     ), deep AS (
       INSERT INTO pages (title, slug, parent_id, _status)
       SELECT 'Dyb ' || i, 'dyb-' || i, wide.id, 'published' FROM wide, generate_series(1, 7) i RETURNING id
     )
     INSERT INTO pages (title, slug, parent_id, _status)
     SELECT 'Dybest ' || i, 'dybest-' || i, deep.id, 'published'::enum_pages_status FROM deep, generate_series(1, 6) i
     UNION ALL SELECT 'Kladde ' || i, 'kladde-' || i, ${section}, 'draft' FROM generate_series(1, 20) i`,
  )

const signs = async (): Promise<string[]> => {
  const rows = await sql<{ sign: string }>(
    database.url,
    `SELECT "from" || ' to ' || page_path(page_id) AS sign FROM redirects ORDER BY "from" COLLATE "C"`,
  )
  return rows.map(({ sign }) => sign)
}

/** How many statements are run meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const watched = vi.spyOn(Client.prototype, 'query')
  await work()
  const { length } = watched.mock.calls
  watched.mockRestore()
  return length
}

test('a section of 2,000 pages leaves as many redirects with no more statements than a page alone', async () => {
  const alone = await publish('alene')
  const section = await publish('afsnit')
  await fillSection(section)
  const forOne = await statementsOf(() => move(alone, { slug: 'alene-flyttet' }))
  expect(await statementsOf(() => move(section, { slug: 'flyttet' }))).toBe(forOne)
  const [left] = await sql(
    database.url,
    `SELECT count(*)::int AS signs, bool_and(updated_at > now() - interval '1 hour' AND url IS NULL) AS are_whole,
            bool_and(page_path(page_id) = replace("from", '/afsnit', '/flyttet')) AS lead_on
     FROM redirects WHERE "from" ~ '^/afsnit'`,
  )
  expect(left).toEqual({ signs: 2001, are_whole: true, lead_on: true })
  const { docs } = await payload.find({
    collection: 'redirects',
    where: { from: { equals: '/afsnit/side-3/dyb-2/dybest-1' } },
  })
  expect(docs).toMatchObject([{ page: { slug: 'dybest-1' }, createdAt: expect.any(String), url: null }])

  // A second move adds as many; moving back takes away those of the addresses that pages stand at again.
  await move(section, { slug: 'flyttet-igen' })
  expect(await signs()).toHaveLength(2 * 2001 + 1)
  await move(section, { slug: 'afsnit' })
  const back = await signs()
  expect(back.filter((sign) => sign.startsWith('/afsnit'))).toEqual([])
  expect(back).toHaveLength(2 * 2001 + 1)
  expect(back).toContain('/flyttet-igen/side-1/dyb-1 to /afsnit/side-1/dyb-1')
})

test('a save that moves nothing leaves nothing, and asks once', async () => {
  const page = await publish('bliver')
  const asked = vi.spyOn(Client.prototype, 'query')
  await payload.update({ collection: 'pages', id: page, data: { summary: 'Nyt' } })
  const texts = asked.mock.calls.map(([text]) => JSON.stringify(text))
  asked.mockRestore()
  expect(texts.filter((text) => text.includes('before_move'))).toHaveLength(1)
  expect(texts.filter((text) => /leave_redirects|advisory/.test(text))).toEqual([])
  expect(await signs()).toEqual([])
})

test('a section under the front page has the address it had at the top', async () => {
  const front = await publish('forside')
  const place = await publish('sted')
  const section = await publish('afsnit', place)
  await publish('under', section)
  await move(section, { parent: front })
  const first = ['/sted/afsnit to /afsnit', '/sted/afsnit/under to /afsnit/under']
  expect(await signs()).toEqual(first)
  await move(section, { parent: null })
  expect(await signs()).toEqual(first)
})

test('a draft that would move the page moves it when it is published', async () => {
  const page = await publish('gammel')
  await payload.update({ collection: 'pages', id: page, draft: true, data: { slug: 'ny', _status: 'draft' } })
  expect(await signs()).toEqual([])
  await payload.update({ collection: 'pages', id: page, data: { _status: 'published' } })
  expect(await signs()).toEqual(['/gammel to /ny'])
})

test('a version that is brought back takes the page back to where it stood', async () => {
  const page = await publish('gammel')
  await move(page, { slug: 'ny' })
  const { docs } = await payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: page }, 'version.slug': { equals: 'gammel' } },
  })
  await payload.restoreVersion({ collection: 'pages', id: String(docs[0]?.id) })
  expect(await signs()).toEqual(['/ny to /gammel'])
})

test('a draft that has no title yet is saved', async () => {
  const { id } = await payload.create({
    collection: 'pages',
    draft: true,
    data: { _status: 'draft' } as never,
  })
  const saved = await payload.update({
    collection: 'pages',
    id,
    draft: true,
    data: { summary: 'Først dette' },
  })
  expect(saved).toMatchObject({ summary: 'Først dette' })
})

test('several pages that are moved by one request each leave a redirect', async () => {
  const [from, to] = [await publish('fra'), await publish('til')]
  for (const slug of ['en', 'to']) await publish(slug, from)
  await payload.update({
    collection: 'pages',
    where: { parent: { equals: from } },
    data: { parent: to },
  })
  expect(await signs()).toEqual(['/fra/en to /til/en', '/fra/to to /til/to'])
})

test('of two pages that are moved under each other at once, one is', async () => {
  const [one, other] = [await publish('en'), await publish('anden')]
  const moves = await Promise.allSettled([move(one, { parent: other }), move(other, { parent: one })])
  expect(moves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await signs()).toHaveLength(1)
})

test('a section and a page in it that move at once both leave their old addresses', async () => {
  const section = await publish('afsnit')
  const page = await publish('side', section)
  await Promise.all([move(section, { slug: 'flyttet' }), move(page, { slug: 'anden' })])
  const left = await signs()
  expect(left).toContain('/afsnit to /flyttet')
  expect(left).toContain('/afsnit/side to /flyttet/anden')
})

test('a section that moves and a page in it that is saved at the same time are both saved', async () => {
  const section = await publish('afsnit')
  const page = await publish('side', section)
  for (let round = 0; round < 10; round++) {
    const summary = `Resumé ${round}`
    await Promise.all([
      move(section, { slug: `afsnit-${round}` }),
      payload.update({ collection: 'pages', id: page, data: { summary } }),
    ])
    expect(await payload.findByID({ collection: 'pages', id: page })).toMatchObject({ summary })
  }
  expect(await signs()).toHaveLength(20)
})
