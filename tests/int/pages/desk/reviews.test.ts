import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReviewOf, Reviews } from '../../../../src/domain/time/reviews.ts'
import { fingerprint, sql } from '../../../e2e/tools/sql.ts'
import { rightsSite } from '../../cms/accounts/rights/rights-site.ts'

// Owners, and that what pages and contact boxes say is right: on Monday 30 November 2026.

let site: Awaited<ReturnType<typeof rightsSite>>
let owner: number
let page: number

beforeAll(async () => {
  site = await rightsSite()
  owner = (await site.ask('POST', '/owners', { name: 'Presse', email: 'presse@example.dk' })).doc.id as number
  page = await made('own')
})
afterAll(() => site.drop())

async function made(whose: 'own' | 'others' | 'nobody', data: object = {}, slug = 'pages') {
  const { doc, message } = await site.ask('POST', `/${slug}`, {
    ...site.dataOf(slug, whose),
    _status: 'published',
    ...data,
  })
  expect(message).toBe('')
  return doc.id as number
}
const ask = async (method: string, address: string, body?: object, who = site.people.editor) => {
  const { status, message, text } = await site.ask(method, address, body, who)
  return { status, message, said: JSON.parse(text) as { message?: string } & ReviewOf }
}
const age = (table: string, id: number, day: string) =>
  sql(site.url, `UPDATE ${table} SET created_at = $2 WHERE id = $1`, [id, day])
const reviews = async (who = site.people.editor, rest = '') =>
  JSON.parse((await site.ask('GET', `/reviews${rest}`, undefined, who)).text) as Reviews
const listed = async (who = site.people.editor) =>
  (await reviews(who, '?all=1')).due.map(({ collection, id }) => `${collection} ${id}`)

const count = async () =>
  (await reviews()).ownerless.find(({ collection }) => collection === 'pages')?.count ?? 0

test('a page is due a year after it was made, until somebody finds it to be right; it stays as it is', async () => {
  await age('pages', page, '2025-11-30T12:00Z')
  expect((await ask('GET', `/pages/${page}/review`)).said).toEqual({
    due: '2026-11-30',
    isDue: true,
    by: null,
    on: null,
    mayConfirm: true,
  })
  expect(await listed()).toContain(`pages ${page}`)
  const rows = async () =>
    Object.fromEntries(
      Object.entries(await fingerprint(site.url)).filter(([table]) => /pages|locked/.test(table)),
    )
  const before = await rows()
  const { said } = await ask('POST', `/pages/${page}/review`, {})
  expect(said.message).toBe('Noteret som stadig korrekt. Gennemgås igen senest 30. november 2027.')
  expect(await rows()).toEqual(before)
  expect((await ask('GET', `/pages/${page}/review`)).said).toMatchObject({
    due: '2027-11-30',
    isDue: false,
    by: 'redaktion@example.dk',
    on: '2026-11-30',
  })
  expect(await listed()).not.toContain(`pages ${page}`)
  const [line] = await sql<object>(
    site.url,
    `SELECT kind, user_name, document_id FROM trail.events WHERE kind LIKE 'review%' ORDER BY id DESC LIMIT 1`,
  )
  expect(line).toEqual({ kind: 'reviewed', user_name: 'redaktion@example.dk', document_id: page })
})

test('another day is taken from tomorrow to three years ahead, and says nothing of who found it right', async () => {
  const id = await made('own')
  expect((await ask('POST', `/pages/${id}/review`, { due: '2027-03-01' })).said.message).toBe(
    'Gennemgås igen senest 1. marts 2027.',
  )
  expect((await ask('GET', `/pages/${id}/review`)).said).toMatchObject({ due: '2027-03-01', by: null })
  for (const due of ['2026-11-30', '2029-12-01', '2027-02-30', ''])
    expect((await ask('POST', `/pages/${id}/review`, { due })).status).toBe(400)
  expect((await ask('POST', `/pages/${id}/review`, { due: 7 } as object)).status).toBe(400)
  expect((await ask('POST', '/pages/999999/review', {})).status).toBe(404)
})

test.for(['pages', 'contact-boxes'])('%s: whoever may publish it, and nobody else', async (slug) => {
  const table = slug.replace('-', '_')
  const own = await made('own', {}, slug)
  const others = await made('others', {}, slug)
  const nobodys = await made('nobody', {}, slug)
  for (const id of [own, others, nobodys]) await age(table, id, '2025-01-01')
  const { localEditor, localEditorOfNothing, writer, writerOfPart } = site.people
  const can = async (id: number, who: typeof writer) =>
    (await ask('POST', `/${slug}/${id}/review`, {}, who)).status
  for (const who of [localEditorOfNothing, writer, writerOfPart]) {
    expect(await can(own, who)).toBe(403)
    expect(await listed(who)).toEqual([])
  }
  const seen = await listed(localEditor)
  expect([own, others, nobodys].map((id) => seen.includes(`${slug} ${id}`))).toEqual([true, false, false])
  expect([
    await can(own, localEditor),
    await can(others, localEditor),
    await can(nobodys, localEditor),
  ]).toEqual([200, 403, 403])
  expect((await ask('GET', `/${slug}/${others}/review`, undefined, localEditor)).said.mayConfirm).toBe(false)
  expect((await site.ask('GET', '/reviews', undefined, { id: 0, token: '' })).status).toBe(403)
})

test('owners are made by editors; one that owns something is not deleted', async () => {
  const refused = await site.ask(
    'POST',
    '/owners',
    { name: 'X', email: 'x@example.dk' },
    site.people.localEditor,
  )
  expect(refused.status).toBe(403)
  const id = await made('own', { owner })
  const { status, message } = await site.ask('DELETE', `/owners/${owner}`)
  expect([status, message]).toEqual([409, expect.stringContaining('kan ikke slettes')])
  const { text } = await site.ask('GET', '/pages/tree?q=side')
  const { pages } = JSON.parse(text) as { pages: { id: number; owner: string | null }[] }
  expect(pages.find((one) => one.id === id)?.owner).toBe('Presse')
  expect(pages.find((one) => one.id === page)?.owner).toBeNull()
})

test('what has no owner is counted as its list shows it', async () => {
  const before = await count()
  const id = await made('own')
  expect(await count()).toBe(before + 1)
  await site.ask('PATCH', `/pages/${id}`, { owner, _status: 'published' })
  expect(await count()).toBe(before)
})

test('the bin keeps the day; what is deleted for ever loses it', async () => {
  const id = await made('own')
  await ask('POST', `/pages/${id}/review`, { due: '2028-01-01' })
  const kept = () => sql(site.url, 'SELECT due::text FROM reviews.dates WHERE document = $1', [id])
  const entry = async () =>
    (await sql<{ id: number }>(site.url, 'SELECT id FROM bin.documents WHERE document = $1', [id]))[0]?.id
  expect((await site.ask('DELETE', `/pages/${id}`)).status).toBe(200)
  expect(await kept()).toEqual([{ due: '2028-01-01' }])
  expect((await site.ask('POST', `/bin/${await entry()}/restore`)).status).toBe(200)
  expect((await ask('GET', `/pages/${id}/review`)).said.due).toBe('2028-01-01')
  await site.ask('DELETE', `/pages/${id}`)
  await sql(site.url, `SELECT bin.purge(now() + interval '1 day')`)
  expect(await kept()).toEqual([])
})

test('addresses are those of the pages, so that visits are theirs', async () => {
  await sql(site.url, `UPDATE pages SET created_at = '2025-01-01'`)
  await sql(site.url, 'DELETE FROM reviews.dates')
  await sql(
    site.url,
    `INSERT INTO search.visits (day, path, times) SELECT '2026-11-29', page_path(id), id FROM pages`,
  )
  const { due, total } = await reviews(site.people.administrator, '?all=1')
  const pages = due.filter(({ collection }) => collection === 'pages')
  expect(pages.length).toBeGreaterThan(5)
  expect(due).toHaveLength(total)
  for (const { id, visits } of pages) expect(visits).toBe(id)
})
