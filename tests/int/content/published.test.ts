import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { PublishedContent, ReadSlug } from '../../../src/content/reading/content.ts'
import { openPool } from '../../../src/database/pool.ts'
import { Changes } from '../../../src/server/fresh/changes.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { giveBack, takeAway } from '../fresh/away.ts'
import { filledCms } from '../fresh-database.ts'

let database: Awaited<ReturnType<typeof filledCms>>
let pool: Pool
let changes: Changes
let published: PublishedContent
let newContent: () => PublishedContent
/** What the CMS has asked of the database. */
const queries: string[] = []

beforeAll(async () => {
  database = await filledCms()
  pool = openPool(database.url, 'reading', 4, 10)
  // It reads the CMS's configuration, which needs to know the database.
  const content = await import('../../../src/content/reading/content.ts')
  newContent = () => new content.PublishedContent(pool, changes)
  const cms = database.payload.db.pool
  cms.on('error', () => {})
  const query = cms.query.bind(cms) as (...asked: unknown[]) => unknown
  cms.query = ((...asked: unknown[]) => {
    const [first] = asked
    queries.push(typeof first === 'string' ? first : (first as { text: string }).text)
    return query(...asked)
  }) as typeof cms.query
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

beforeEach(() => {
  changes = new Changes()
  published = newContent()
  queries.length = 0
})

const now = () => published.now(false)
const change = (text: string) => sql(database.url, text)

async function all<Slug extends ReadSlug>(slug: Slug) {
  const content = now()
  return Promise.all((await content.ids(slug)).map((id) => content.one(slug, id)))
}

test('a change of one contact re-reads that contact and no other', async () => {
  const before = await all('press-contacts')
  const [first] = before
  expect(before.length).toBeGreaterThan(5)
  await change(`UPDATE press_contacts SET title = 'Ny titel' WHERE id = ${first?.id}`)
  changes.note(`press-contacts:${first?.id}`)
  queries.length = 0
  const after = await all('press-contacts')
  expect(after[0]).toMatchObject({ id: first?.id, title: 'Ny titel' })
  // The very objects that were kept.
  for (const [index, contact] of after.slice(1).entries()) expect(contact).toBe(before[index + 1])
  expect(queries.length).toBe(1)
  queries.length = 0
  await all('press-contacts')
  expect(queries).toEqual([])
})

test('a change of a whole collection, or of anything, re-reads all of it', async () => {
  const before = await all('press-contacts')
  for (const what of ['press-contacts', '*']) {
    changes.note(what)
    const after = await all('press-contacts')
    expect(after).toEqual(before)
    expect(after.filter((contact) => before.includes(contact))).toEqual([])
  }
})

test('what is computed from content is kept until any of it changes', async () => {
  let made = 0
  const derive = () => now().derived('number', () => Promise.resolve(++made))
  expect([await derive(), await derive()]).toEqual([1, 1])
  changes.note('footer')
  expect([await derive(), await derive()]).toEqual([2, 2])
})

test('what was being read when a change came is not kept', async () => {
  const [id = 0] = await now().ids('press-contacts')
  const contact = now().one('press-contacts', id)
  await vi.waitUntil(() => queries.length === 1, { timeout: 10_000 })
  changes.note(`press-contacts:${id}`)
  const contactLater = now().one('press-contacts', id)
  expect(await contactLater).not.toBe(await contact)
  expect(await now().one('press-contacts', id)).toBe(await contactLater)
  expect(queries).toHaveLength(2)
  const list = now().ids('departments')
  changes.note('departments:1')
  const listLater = now().ids('departments')
  expect(await listLater).not.toBe(await list)
  expect(await now().ids('departments')).toBe(await listLater)
})

test('drafts are never given', async () => {
  const { collections } = database.payload
  const slugs = Object.values(collections)
    .filter(({ config }) => config.versions?.drafts)
    .map(({ config }) => config.slug as ReadSlug)
  expect(slugs).toContain('press-contacts')
  for (const slug of slugs) {
    const [id] = await now().ids(slug)
    if (id === undefined) continue
    const table = slug.replaceAll('-', '_')
    await change(`UPDATE ${table} SET _status = 'draft' WHERE id = ${id}`)
    changes.note(`${slug}:${id}`)
    expect([slug, await now().one(slug, id)]).toEqual([slug, null])
    expect(await now().ids(slug)).not.toContain(id)
    await change(`UPDATE ${table} SET _status = 'published' WHERE id = ${id}`)
    changes.note(`${slug}:${id}`)
    expect([slug, (await now().one(slug, id))?.id]).toEqual([slug, id])
  }
})

test('a draft of something published is not given either', async () => {
  const [id = 0] = await now().ids('press-contacts')
  const before = await now().one('press-contacts', id)
  await database.payload.update({
    collection: 'press-contacts',
    id,
    data: { title: 'Kun et udkast', _status: 'draft' },
    draft: true,
  })
  changes.note(`press-contacts:${id}`)
  expect(await now().one('press-contacts', id)).toEqual(before)
})

test('lists are in the editors order, which is compared byte by byte; what has none is last', async () => {
  const ids = await now().ids('press-contacts')
  const keys = ['aa', 'a9', 'Zz', 'a0V', 'Å0', 'a0v', 'b00']
  const orders = ids.map((id, index) => ({ id, key: keys[index] ?? null }))
  for (const { id, key } of orders)
    await sql(database.url, 'UPDATE press_contacts SET _order = $1 WHERE id = $2', [key, id])
  changes.note('press-contacts')
  const expected = orders.toSorted((a, b) => {
    const bytes = Buffer.compare(Buffer.from(a.key ?? '\u{10ffff}'), Buffer.from(b.key ?? '\u{10ffff}'))
    return bytes || a.id - b.id
  })
  expect(await now().ids('press-contacts')).toEqual(expected.map(({ id }) => id))
})

test('pages are as the CMS finds them, with every kind of block that the first content has', async () => {
  const { docs } = await database.payload.find({ collection: 'pages', depth: 0, pagination: false })
  const kinds = new Set(docs.flatMap((page) => (page.blocks ?? []).map(({ blockType }) => blockType)))
  expect(kinds.size).toBeGreaterThan(10)
  for (const page of docs) expect(await now().one('pages', page.id)).toEqual(page)
})

test('many pages that are asked for at once are read by one query', async () => {
  const ids = await now().ids('pages')
  expect(ids.length).toBeGreaterThan(10)
  const pages = await Promise.all(ids.map((id) => now().one('pages', id)))
  expect(pages.map((page) => page?.id)).toEqual(ids)
  expect(queries).toHaveLength(1)
})

test('without the database what was read is there; what changed is not, unless the former will do', async () => {
  const [known = 0, changed = 0, unknown = 0] = await now().ids('pages')
  const [former] = [await now().one('pages', changed), await now().one('pages', known)]
  await takeAway(database.url)
  changes.note(`pages:${changed}`)
  expect((await now().one('pages', known))?.id).toBe(known)
  expect(
    await now()
      .ids('pages')
      .catch(() => 'failed'),
  ).toBe('failed')
  expect(await published.now(true).ids('pages')).toContain(unknown)
  await expect(published.now(true).one('pages', unknown)).rejects.toThrow(/./)
  await expect(now().one('pages', changed)).rejects.toThrow(/./)
  expect(await published.now(true).one('pages', changed)).toEqual(former)
  await giveBack(database.url)
  await change(`UPDATE pages SET title = 'Ny' WHERE id = ${changed}`)
  // What failed is not kept.
  expect((await now().one('pages', changed))?.title).toBe('Ny')
  expect((await published.now(true).one('pages', unknown))?.id).toBe(unknown)
})
