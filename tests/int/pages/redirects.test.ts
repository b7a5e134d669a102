import type { Payload } from 'payload'
import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { KnownAddresses } from '../../../src/server/fresh/addresses.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { migratedCms } from '../fresh-database.ts'

let database: Awaited<ReturnType<typeof migratedCms>>
let payload: Payload

beforeAll(async () => {
  database = await migratedCms()
  payload = database.payload
})

afterEach(() => sql(database.url, 'TRUNCATE pages, redirects, changes.left_addresses CASCADE'))

afterAll(() => database.drop())

async function page(slug: string, parent: number | null = null, isPublished = true): Promise<number> {
  const data = {
    title: slug,
    slug,
    parent,
    inMenu: false,
    _status: isPublished ? 'published' : 'draft',
  } as const
  return (await payload.create({ collection: 'pages', data })).id
}

const save = (id: number, data: object) => payload.update({ collection: 'pages', id, data })

const ELSEWHERE = 'https://andetsted.example/side'

/** The address that was kept, of a redirect that is made or changed; or why it was refused, with the field. */
async function lead(from: string, to: string | number | null): Promise<string> {
  const data = { from, ...(typeof to === 'number' ? { page: to } : { url: to }) }
  return kept(payload.create({ collection: 'redirects', data }))
}

async function change(from: string, data: object): Promise<string> {
  const where = { from: { equals: from } }
  const { docs } = await payload.find({ collection: 'redirects', where })
  return kept(payload.update({ collection: 'redirects', id: Number(docs[0]?.id), data }))
}

async function kept(saved: Promise<{ from: string }>): Promise<string> {
  try {
    return (await saved).from
  } catch (error) {
    const { data: told } = error as { data?: { errors?: { path: string; message: string }[] } }
    return (told?.errors ?? []).map(({ path, message }) => `${path}: ${message}`).join(' ') || String(error)
  }
}

const signs = async (): Promise<string[]> => {
  const rows = await sql<{ sign: string }>(
    database.url,
    `SELECT "from" || ' to ' || coalesce(page_path(page_id), url) AS sign FROM redirects ORDER BY "from" COLLATE "C"`,
  )
  return rows.map(({ sign }) => sign)
}

test('addresses of old systems are kept in one form, and no two are the same', async () => {
  await page('ny')
  expect(await lead('/Gammel/Side_1.aspx?B=2&a=1', '/soeg')).toBe('/gammel/side_1.aspx?a=1&b=2')
  expect(await lead('http://localhost:3000/Børn.ASPX', ELSEWHERE)).toBe('/børn.aspx')
  expect(await lead('/gammel/SIDE_1.aspx?a=1&b=2', '/ny')).toMatch(
    /^from: »\/gammel\/side_1.aspx\?a=1&b=2« har allerede en viderestilling til \/soeg\./,
  )
  expect(await lead('/gammel/side_1.aspx', '/ny')).toBe('/gammel/side_1.aspx')
})

test('what leads nowhere, to itself, in a circle, or from where a page stands is refused and named', async () => {
  const shown = await page('vist')
  const hidden = await page('skjult', null, false)
  expect(await lead('/a', null)).toMatch(/^url: .*ingen steder hen/)
  expect(await lead('/a', '/A/')).toMatch(/^url: .*til sig selv/)
  expect(await lead('/skjult', hidden)).toMatch(/^page: .*til sig selv/)
  expect(await lead('/Vist', ELSEWHERE)).toMatch(/^from: På »\/vist« står siden »vist«/)
  expect(await lead('/vist?side=2', ELSEWHERE)).toMatch(/^from: På »\/vist«/)
  expect(await lead('/vist?id=2', ELSEWHERE)).toBe('/vist?id=2')
  expect(await lead('/soeg', ELSEWHERE)).toMatch(/^from: .*bruges af systemet/)
  expect(await lead('/b', ELSEWHERE)).toBe('/b')
  expect(await lead('/d', '/B')).toBe('/d')
  expect(await lead('/c', 'http://localhost:3000/D?y=2')).toBe('/c')
  expect(await change('/b', { url: '/c?x=1' })).toMatch(/fører i ring: \/b → \/c\?x=1 → \/d\?y=2 → \/b/)
  // With that very query it goes elsewhere first.
  expect(await lead('/c?x=1', shown)).toBe('/c?x=1')
  expect(await change('/b', { url: '/c?x=1' })).toBe('/b')
  // By way of the earlier address of a page that is withdrawn.
  await save(shown, { slug: 'flyttet' })
  expect(await lead('/e', '/vist')).toBe('/e')
  await save(shown, { _status: 'draft' })
  expect(await lead('/flyttet', '/e')).toMatch(/fører i ring: \/flyttet → \/e → \/vist → \/flyttet/)
  // Itself under another address is not in its own way.
  expect(await change('/e', { from: '/f' })).toBe('/f')
})

test('an address of the site where nothing answers is refused, in words', async () => {
  const hidden = await page('skjult', null, false)
  await page('vist')
  expect(await lead('/g/vist', 'http://localhost:3000/Vist/#sted')).toBe('/g/vist')
  const why =
    'url: Der er ingen side på »/findes-ikke«. Skriv en adresse, der findes, eller vælg siden, hvis den først skal offentliggøres.'
  for (const url of ['/findes-ikke', '/Findes-Ikke/?a=1#sted', 'http://localhost:3000/findes-ikke'])
    expect(await lead('/g/a', url)).toBe(why)
  expect(await lead('/g/a', '/skjult')).toMatch(/^url: Der er ingen side på »\/skjult«/)
  // A page that is picked may be shown later; the system's own addresses, redirects and other sites are left to themselves.
  expect(await lead('/g/b', hidden)).toBe('/g/b')
  for (const [nth, url] of ['/soeg', '/soeg?q=x', '/sitemap.xml', '/G/B?x=1', ELSEWHERE, 'tel:112'].entries())
    expect(await lead(`/g/${nth}`, url)).toBe(`/g/${nth}`)
  expect(await change('/g/1', { url: '/findes-ikke' })).toBe(why)
})

test('a typed address of a page is the page: it follows, and goes with it', async () => {
  const one = await page('her')
  expect(await lead('/gammel', '/Her/')).toBe('/gammel')
  expect(await lead('/til-en-overskrift', '/her#sted')).toBe('/til-en-overskrift')
  await save(one, { slug: 'der' })
  expect(await signs()).toEqual(['/gammel to /der', '/her to /der', '/til-en-overskrift to /her#sted'])
  await payload.delete({ collection: 'pages', id: one })
  expect(await signs()).toEqual(['/til-en-overskrift to /her#sted'])
})

test('a page takes its address from a redirect, whether it is made, shown or moved there', async () => {
  const other = await page('andet')
  for (const from of ['/ny', '/ny?id=1', '/vises', '/flyttes']) await lead(from, other)
  await page('ny')
  const hidden = await page('vises', null, false)
  expect(await signs()).toContain('/vises to /andet')
  await save(hidden, { _status: 'published' })
  const moved = await page('foer')
  await save(moved, { slug: 'flyttes' })
  expect(await signs()).toEqual(['/foer to /flyttes', '/ny?id=1 to /andet'])
})

test('a page that is renamed while it is withdrawn leaves a redirect once it is shown again', async () => {
  const section = await page('afsnit')
  const one = await page('side', section)
  await save(one, { _status: 'draft' })
  await save(one, { slug: 'imellem' })
  await save(section, { slug: 'flyttet' })
  await save(one, { slug: 'ny' })
  expect(await signs()).toEqual(['/afsnit to /flyttet'])
  await save(one, { _status: 'published' })
  expect(await signs()).toEqual(['/afsnit to /flyttet', '/afsnit/side to /flyttet/ny'])
  // Renamed and shown by one save, and back where it was.
  await save(one, { _status: 'draft' })
  await save(one, { slug: 'sidst', _status: 'published' })
  expect(await signs()).toContain('/flyttet/ny to /flyttet/sidst')
  await save(one, { _status: 'draft' })
  await save(one, { _status: 'published' })
  expect(await signs()).toEqual([
    '/afsnit to /flyttet',
    '/afsnit/side to /flyttet/sidst',
    '/flyttet/ny to /flyttet/sidst',
  ])
  // What an editor has led elsewhere meanwhile stays.
  await save(one, { _status: 'draft' })
  expect(await lead('/flyttet/sidst', '/flyttet')).toBe('/flyttet/sidst')
  await save(one, { slug: 'igen', _status: 'published' })
  expect(await signs()).toContain('/flyttet/sidst to /flyttet')
})

test('what somebody asks for is found whatever its case and order', async () => {
  const one = await page('side')
  for (const from of ['/Gammel/Side.aspx', '/Gammel/Side.aspx?id=1&x=2', '/side?id=3', '/liste?side=2'])
    expect(await lead(from, one)).not.toMatch(/:/)
  const pool = new Pool({ connectionString: database.url, max: 2 })
  const addresses = new KnownAddresses(pool, () => {})
  try {
    for (const [path, query, key] of [
      ['/gammel/side.ASPX', '', '/gammel/side.aspx'],
      ['/gammel/side.aspx/', '?id=1', '/gammel/side.aspx'],
      ['/GAMMEL/side.aspx', '?X=2&ID=1', '/gammel/side.aspx?&id=1&x=2'],
      ['/GAMMEL/side.aspx', '?X=2&ID=1&y', '/gammel/side.aspx'],
      ['/side', '?id=4', '/side'],
      ['/side', '?ID=3', '/side?&id=3'],
      ['/SIDE', '?ID=3', '/side?&id=3'],
      ['/liste', '?side=2', '/liste?&side=2'],
    ] as const)
      expect([path, query, await addresses.find(path, query)]).toEqual([
        path,
        query,
        { key, isElsewhere: false },
      ])
    expect(await addresses.find('/Side/', '?id=4')).toEqual({ key: '/side', isElsewhere: true })
    for (const path of ['/liste', '/findes-ikke', '/side?id=3', '/__proto__', '/\u0130'])
      expect([path, await addresses.find(path, '')]).toEqual([path, null])
  } finally {
    await pool.end()
  }
})

test('a redirect that another leads to is not deleted, however that one writes it', async () => {
  await page('nyt')
  expect(await lead('/gammelt', '/nyt')).toBe('/gammelt')
  expect(await lead('/ældre', '/Gammelt/')).toBe('/ældre')
  const data = { email: 'a@example.dk', name: 'A', role: 'editor', password: 'en-lang-adgangskode' } as const
  const user = await payload.create({ collection: 'users', data })
  const remove = (from: string) =>
    payload
      .delete({ collection: 'redirects', where: { from: { equals: from } }, user, overrideAccess: false })
      .then(({ docs, errors }) => errors[0]?.message ?? docs.length)
  expect(await remove('/gammelt')).toBe(
    '»/gammelt« kan ikke slettes, så længe viderestillingen fra »/ældre« fører dertil. Ret den først.',
  )
  expect(await remove('/ældre')).toBe(1)
  expect(await remove('/gammelt')).toBe(1)
})
