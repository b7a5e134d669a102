import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { importRedirects } from '../../../src/web/import-redirects.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { migratedCms } from '../fresh-database.ts'

let database: Awaited<ReturnType<typeof migratedCms>>
let pool: Pool

beforeAll(async () => {
  database = await migratedCms()
  pool = new Pool({ connectionString: database.url, max: 2 })
})

afterEach(() => sql(database.url, 'TRUNCATE pages, redirects CASCADE'))

afterAll(async () => {
  await pool.end()
  await database.drop()
})

const siteUrl = 'https://www.aalborg.dk'
const HEAD = 'Gammel adresse;Fører til\n'

const run = (csv: string, isReal = false) =>
  importRedirects(csv, { isReal, siteUrl, pool, user: { id: 7, name: 'Mette' } })

const stored = () =>
  sql<{ from: string; to: string }>(
    database.url,
    `SELECT "from", coalesce(page_path(page_id), url) AS to FROM redirects ORDER BY "from" COLLATE "C"`,
  )

/** What the trail tells of redirects. */
const told = async () =>
  (
    await sql<{ line: string }>(
      database.url,
      `SELECT concat_ws(' ', user_name, kind, title) AS line FROM trail.events WHERE collection = 'redirects' ORDER BY id`,
    )
  ).map(({ line }) => line)

const page = (slug: string, status = 'published') =>
  sql<{ id: number }>(
    database.url,
    `INSERT INTO pages (title, slug, _status) VALUES ('${slug}', '${slug}', '${status}') RETURNING id`,
  )

test('a file is tried out row by row, and then written as a whole', async () => {
  await page('kontakt')
  await page('kladde', 'draft')
  await sql(
    database.url,
    `INSERT INTO redirects ("from", url) VALUES ('/a', '/soeg'), ('/b', 'https://example.dk/')`,
  )
  const csv = `${HEAD}/A.aspx?ID=2&b=1;/Kontakt/\n/a;/kontakt\n\n"/b";https://example.dk/\n/d;/kladde\n/e;/kontakt#tider\nhttps://aalborg.dk/F;/a\n`
  const tried = await run(csv)
  expect(tried).toEqual({
    written: 0,
    rows: [
      { line: 2, state: 'new', from: '/a.aspx?b=1&id=2', to: '/kontakt' },
      { line: 3, state: 'changed', from: '/a', to: '/kontakt', before: '/soeg' },
      { line: 5, state: 'same', from: '/b', to: 'https://example.dk/' },
      { line: 6, state: 'new', from: '/d', to: '/kladde' },
      { line: 7, state: 'new', from: '/e', to: '/kontakt#tider' },
      { line: 8, state: 'new', from: '/f', to: '/a' },
    ],
  })
  expect(await stored()).toHaveLength(2)
  expect(await told()).toEqual([])
  expect(await run(csv, true)).toEqual({ ...tried, written: 5 })
  expect((await told()).toSorted()).toEqual([
    'Mette changed /a',
    'Mette created /a.aspx?b=1&id=2',
    'Mette created /d',
    'Mette created /e',
    'Mette created /f',
  ])
  expect(await stored()).toEqual([
    { from: '/a', to: '/kontakt' },
    { from: '/a.aspx?b=1&id=2', to: '/kontakt' },
    { from: '/b', to: 'https://example.dk/' },
    { from: '/d', to: '/kladde' },
    { from: '/e', to: '/kontakt#tider' },
    { from: '/f', to: '/a' },
  ])
  const again = await run(csv, true)
  expect([again.written, ...again.rows.map(({ state }) => state)]).toEqual([0, ...Array(6).fill('same')])
})

test('one wrong row is told with its reason, and nothing is written', async () => {
  await page('kontakt')
  const wrong: [row: string, reason: RegExp][] = [
    ['/x;/findes-ikke', /Der er ingen side på »\/findes-ikke«/],
    ['/kontakt;/soeg', /På »\/kontakt« står siden »kontakt«/],
    ['/soeg;/kontakt', /bruges af systemet/],
    ['/x;/x', /til sig selv/],
    ['/x;', /»Fører til« er tomt/],
    [';/kontakt', /»Gammel adresse« er tomt/],
    ['=HYPERLINK(1);/kontakt', /begynder med »=«.*regneark/],
    ['/x;@SUM(A1)', /begynder med »@«/],
    ['/x;-1', /begynder med »-«/],
    ['/x;javascript:alert(1)', /må ikke begynde med javascript:/],
    ['/x;/kontakt;3', /har 3 felter/],
    ['/x', /har 1 felter/],
    ['https://evil.dk/x;/kontakt', /ikke på dette websted/],
    ['/god;/kontakt', /»\/god« står også i linje 2/],
  ]
  for (const [row, reason] of wrong) {
    const { rows, written } = await run(`${HEAD}/god;/kontakt\n${row}\n`, true)
    expect([row, written, rows[1]]).toEqual([
      row,
      0,
      expect.objectContaining({ line: 3, state: 'wrong', reason: expect.stringMatching(reason) }),
    ])
  }
  const circle = await run(`${HEAD}/a;/b\n/b;/C\n/c;/a?x=1\n`, true)
  expect(circle.rows.map(({ reason }) => reason)).toEqual(
    Array(3).fill(expect.stringMatching(/fører i ring: \//)),
  )
  expect(await stored()).toEqual([])
})

test.for<[string, string]>([
  [
    'commas, a byte order mark and Windows line ends',
    '\uFEFFfører til,GAMMEL ADRESSE\r\n"/soeg?q=a,b",/a\r\n',
  ],
  ['tabs', 'Gammel adresse\tFører til\n/a\t/soeg?q=a,b'],
  ['what Excel writes first', 'sep=;\n"Gammel adresse";"Fører til"\n"/a";"/soeg?q=a,b"\n;\n'],
])('a file with %s is read', async ([, csv]) => {
  expect((await run(csv)).rows).toMatchObject([{ state: 'new', from: '/a', to: '/soeg?q=a,b' }])
})

test('a file that cannot be read is refused as a whole', async () => {
  const unreadable: [string, RegExp][] = [
    ['', /Første linje skal være .*Der står: ingenting/],
    ['/a;/soeg\n', /Der står: \/a;\/soeg/],
    ['Gammel adresse\n/a', /Der står: Gammel adresse/],
    ['Gammel adresse;Fører til;Note\n/a;/soeg;x', /Der står: Gammel adresse;Fører til;Note/],
    [HEAD, /ingen rækker/],
    [`${HEAD}"/a;/soeg\n/b;/soeg`, /^Linje \d+ kan ikke læses: .*anførselstegn/],
    [`${HEAD}/a"b";/soeg`, /^Linje 2 kan ikke læses/],
    [HEAD + '/a;/soeg\n'.repeat(10_001), /Der er 10001 rækker/],
  ]
  for (const [csv, reason] of unreadable) await expect(run(csv, true)).rejects.toThrow(reason)
  expect(await stored()).toEqual([])
})

test('5,000 rows are tried and written in seconds, and told as one change', async () => {
  await page('kontakt')
  const csv = HEAD + Array.from({ length: 5000 }, (_, i) => `/Sider/Side.aspx?id=${i};/kontakt\n`).join('')
  await sql(database.url, 'TRUNCATE changes.log')
  const startedAt = performance.now()
  expect((await run(csv)).rows.every(({ state }) => state === 'new')).toBe(true)
  expect((await run(csv, true)).written).toBe(5000)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
  expect(await stored()).toHaveLength(5000)
  expect(await sql(database.url, `SELECT what FROM changes.log WHERE what LIKE 'redirects%'`)).toEqual([
    { what: 'redirects' },
  ])
})
