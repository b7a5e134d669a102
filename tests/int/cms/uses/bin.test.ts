import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasBin } from '../../../../collections/shared/bin/has-bin.ts'
import type { BinList } from '../../../../src/domain/time/bin.ts'
import { fingerprint, sql } from '../../../e2e/tools/sql.ts'
import { filledRestOfCms } from '../rest.ts'

// What is deleted rests in the bin and comes back whole.

let cms: Awaited<ReturnType<typeof filledRestOfCms>>

beforeAll(async () => {
  cms = await filledRestOfCms()
  await upload()
})

afterAll(() => cms.drop())

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function upload(name = 'billede.png') {
  const file = { data: PICTURE, mimetype: 'image/png', name, size: PICTURE.length }
  const doc = await cms.payload.create({ collection: 'media', data: { alt: 'Et billede' }, file })
  return { ids: [doc.id], filename: doc.filename ?? '' }
}

const bin = async () => JSON.parse((await cms.ask('GET', '/bin')).text) as BinList
const entryOf = async (collection: string, title: string) =>
  (await bin()).entries.find((entry) => entry.collection === collection && entry.title === title)
const restore = (entry: number | undefined) => cms.ask('POST', `/bin/${String(entry)}/restore`)

const make = async (collection: string, data: object) =>
  (await cms.ask('POST', `/${collection}`, { _status: 'published', ...data })).doc.id as number

let nth = 0
const page = (title: string, more: object = {}) =>
  make('pages', { title, slug: `side-${nth++}`, inMenu: false, ...more })

/** All rows of the content; not who has what open, nor what each admin remembers. */
async function everything() {
  const all = await fingerprint(cms.url)
  return Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('payload_')))
}

/** A document with versions and a draft, nearly as the first content has them; blocks of all kinds for a page. */
async function whole(slug: CollectionSlug): Promise<number> {
  if (slug === 'redirects') return make(slug, { from: '/gammel/adresse', url: '/soeg?q=x' })
  if (slug === 'owners') return make(slug, { name: 'Presse', email: 'presse@example.dk' })
  if (slug === 'search-words')
    return make(slug, { kind: 'synonyms', words: ['bibliotek', 'bogsal'], synonyms: ['bogsal'] })
  if (slug === 'hours-exceptions')
    return make(slug, { from: '2027-02-01', kind: 'closed', reason: 'Personaledag', appliesTo: 'calendar' })
  if (slug === 'calendar-days') return make(slug, { date: '2031-02-03', name: 'En dag' })
  if (slug === 'media') return (await upload('et-andet.png')).ids[0] as number
  const { docs } = await cms.payload.find({ collection: slug, depth: 0, pagination: false })
  const [first] = docs
  const copied = await cms.ask(
    'POST',
    `/${slug}/${String(first?.id)}/duplicate`,
    slug === 'pages' ? { inMenu: false } : undefined,
  )
  const id = copied.doc.id as number
  const blocks =
    slug === 'pages' &&
    docs
      .flatMap((doc) => ('blocks' in doc && doc.blocks) || [])
      .map((block) => {
        const { id: _, ...rest } = JSON.parse(
          JSON.stringify(block, (key, value) =>
            key === 'id' && typeof value === 'string' ? undefined : value,
          ),
        )
        return rest
      })
  if (!cms.payload.collections[slug].config.versions?.drafts) return id
  const public_ = await cms.ask('PATCH', `/${slug}/${id}`, {
    _status: 'published',
    ...(blocks && { blocks: blocks.slice(0, 60) }),
  })
  expect([slug, public_.status, public_.text.slice(0, 300)]).toEqual([slug, 200, expect.any(String)])
  expect(
    (await cms.ask('PATCH', `/${slug}/${id}?draft=true`, { title: 'Kladde', name: 'Kladde' })).status,
  ).toBe(200)
  return id
}

test('a document of each collection comes back as it was: rows, versions, blocks, order, uses', async () => {
  const slugs = cms.payload.config.collections.map(({ slug }) => slug).filter(hasBin) as CollectionSlug[]
  expect(slugs.length).toBeGreaterThan(12)
  for (const slug of slugs) {
    const id = await whole(slug)
    expect([slug, id]).toEqual([slug, expect.any(Number)])
    const before = await everything()
    const read = (await cms.ask('GET', `/${slug}/${id}?depth=0`)).text
    const gone = await cms.ask('DELETE', `/${slug}/${id}`)
    expect([slug, gone.status, gone.message]).toEqual([slug, 200, ''])
    expect((await cms.ask('GET', `/${slug}/${id}`)).status).toBe(404)
    expect(await everything()).not.toEqual(before)
    const [entry] = (await bin()).entries
    expect(entry).toMatchObject({ collection: slug, deletedBy: 'redaktion@example.dk', daysLeft: 30 })
    const back = await restore(entry?.id)
    expect([slug, back.status, back.message]).toEqual([slug, 200, ''])
    expect([slug, await everything()]).toEqual([slug, before])
    expect((await cms.ask('GET', `/${slug}/${id}?depth=0`)).text).toBe(read)
    expect((await restore(entry?.id)).status).toBe(404)
  }
})

test('every table with rows of a document is one that the bin knows', async () => {
  const unknown = await sql<{ name: string }>(
    cms.url,
    `SELECT t.relname AS name FROM pg_class t
     WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname !~ '^(payload|users)'
       AND t.oid NOT IN (SELECT b.name FROM unnest($1::regclass[]) AS own, bin.tables_of(own) AS b)
     ORDER BY 1`,
    [
      cms.payload.config.collections
        .map(({ slug }) => slug.replaceAll('-', '_'))
        .filter((name) => !name.startsWith('payload_')),
    ],
  )
  const globals = cms.payload.config.globals.map(({ slug }) => slug.replaceAll('-', '_'))
  expect(
    unknown.filter(({ name }) => !globals.some((global) => name.replace(/^_/, '').startsWith(global))),
  ).toEqual([])
})

test('nobody gets a file that rests, and everybody gets it again', async () => {
  const { ids, filename } = await upload('hviler.png')
  const get = () => cms.ask('GET', `/media/file/${filename}`, undefined, { token: '' } as never)
  expect((await get()).status).toBe(200)
  expect((await cms.ask('DELETE', `/media/${ids[0]}`)).status).toBe(200)
  expect((await get()).status).toBe(404)
  expect((await restore((await entryOf('media', filename))?.id)).status).toBe(200)
  const again = await get()
  expect([again.status, again.headers.get('content-length')]).toEqual([200, String(PICTURE.length)])
})

test('an address may be used again, and then it is said who has it', async () => {
  const slug = 'delt-adresse'
  const first = await page('Den første', { slug })
  await cms.ask('DELETE', `/pages/${first}`)
  const second = await page('Den anden', { slug })
  const entry = (await entryOf('pages', 'Den første'))?.id
  const refused = await restore(entry)
  expect(refused).toMatchObject({
    status: 409,
    message:
      'Side »Den første« kan ikke gendannes, for Side »Den anden« har fået dens adresse eller navn. Giv den et andet først.',
  })
  const box = await make('contact-boxes', { name: 'Boks 1', slug })
  await cms.ask('DELETE', `/contact-boxes/${box}`)
  await make('contact-boxes', { name: 'Boks 2', slug })
  const other = await restore((await entryOf('contact-boxes', 'Boks 1'))?.id)
  expect(other.message).toBe(
    'Kontaktboks »Boks 1« kan ikke gendannes, for Kontaktboks »Boks 2« har fået dens adresse eller navn. Giv den et andet først.',
  )
  // Nothing of it came back.
  expect((await cms.ask('GET', `/pages/${first}`)).status).toBe(404)
  await cms.ask('PATCH', `/pages/${second}`, { slug: 'en-anden-adresse' })
  // Its new redirect from there gives way.
  expect((await restore(entry)).message).toBe('')
  expect(await sql(cms.url, `SELECT FROM redirects WHERE "from" = '/${slug}'`)).toEqual([])
})

test('redirects to a page rest and come back with it, unless their address is taken', async () => {
  const id = await page('Med gamle adresser')
  for (const from of ['/gammel-et', '/gammel-to']) await make('redirects', { from, page: id })
  await cms.ask('DELETE', `/pages/${id}`)
  expect(await sql(cms.url, `SELECT FROM redirects WHERE "from" LIKE '/gammel-%'`)).toEqual([])
  await make('redirects', { from: '/gammel-to', url: '/soeg' })
  expect((await restore((await entryOf('pages', 'Med gamle adresser'))?.id)).status).toBe(200)
  expect(
    await sql(
      cms.url,
      `SELECT "from", page_id AS page FROM redirects WHERE "from" LIKE '/gammel-%' ORDER BY 1`,
    ),
  ).toEqual([
    { from: '/gammel-et', page: id },
    { from: '/gammel-to', page: null },
  ])
})

test('what it uses comes back first; what is gone for ever is left out, and told', async () => {
  const box = await make('contact-boxes', { name: 'Brugt boks', slug: 'brugt-boks' })
  const blocks = [{ blockType: 'contactBoxes', boxes: [box] }]
  const id = await page('Bruger boksen', { blocks })
  expect((await cms.ask('DELETE', `/contact-boxes/${box}`)).status).toBe(409)
  await cms.ask('DELETE', `/pages/${id}`)
  expect((await cms.ask('DELETE', `/contact-boxes/${box}`)).status).toBe(200)
  const entry = (await entryOf('pages', 'Bruger boksen'))?.id
  expect((await restore(entry)).message).toBe(
    'Side »Bruger boksen« bruger Kontaktboks »Brugt boks«, som også ligger i papirkurven. Gendan den først.',
  )
  const boxEntry = (await entryOf('contact-boxes', 'Brugt boks'))?.id
  expect((await cms.ask('DELETE', `/bin/${boxEntry}`)).status).toBe(200)
  const back = await restore(entry)
  expect([back.status, back.text]).toEqual([
    200,
    expect.stringContaining('Noget, den brugte, findes ikke mere.'),
  ])
})

test('earlier versions of others refer to it again', async () => {
  const box = await make('contact-boxes', { name: 'Før brugt', slug: 'foer-brugt' })
  const id = await page('Brugte boksen', { blocks: [{ blockType: 'contactBoxes', boxes: [box] }] })
  const blocks = [
    { blockType: 'contactBoxes', boxes: [await make('contact-boxes', { name: 'Nu', slug: 'nu' })] },
  ]
  await cms.ask('PATCH', `/pages/${id}`, { blocks, _status: 'published' })
  const before = await everything()
  expect((await cms.ask('DELETE', `/contact-boxes/${box}`)).status).toBe(200)
  expect((await restore((await entryOf('contact-boxes', 'Før brugt'))?.id)).status).toBe(200)
  expect(await everything()).toEqual(before)
})

test('after thirty days it is gone, and a refused deletion leaves nothing in the bin', async () => {
  const title = 'Skal væk'
  const id = await page(title)
  await cms.ask('DELETE', `/pages/${id}`)
  const [{ at } = { at: '' }] = await sql<{ at: string }>(
    cms.url,
    'SELECT deleted_at::text AS at FROM bin.documents WHERE title = $1',
    [title],
  )
  await sql(cms.url, `SELECT bin.purge($1)`, [at])
  expect(await entryOf('pages', title)).toBeDefined()
  await Promise.all(
    [1, 2].map(() => sql(cms.url, `SELECT bin.purge($1::timestamptz + interval '1 ms')`, [at])),
  )
  expect(await entryOf('pages', title)).toBeUndefined()
  expect(
    await sql(cms.url, 'SELECT FROM bin.rows WHERE document NOT IN (SELECT id FROM bin.documents)'),
  ).toEqual([])

  const { total } = await bin()
  const box = await make('contact-boxes', { name: 'I brug', slug: 'i-brug' })
  const free = await make('contact-boxes', { name: 'Fri', slug: 'fri' })
  await page('Bruger den', { blocks: [{ blockType: 'contactBoxes', boxes: [box] }] })
  expect((await cms.ask('DELETE', `/contact-boxes?where[id][in]=${free},${box}`)).status).toBe(409)
  expect((await bin()).total).toBe(total)
})

test('the bin is for editors', async () => {
  const id = await page('Hemmelig')
  await cms.ask('DELETE', `/pages/${id}`)
  const entry = (await entryOf('pages', 'Hemmelig'))?.id
  for (const [method, path] of [
    ['GET', '/bin'],
    ['POST', `/bin/${entry}/restore`],
    ['DELETE', `/bin/${entry}`],
  ] as const)
    expect((await cms.ask(method, path, undefined, { token: '' } as never)).status).toBe(403)
  expect((await entryOf('pages', 'Hemmelig'))?.id).toBe(entry)
})
