import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, restOfCms } from '../rest.ts'

// A typed address of the site is a link to what stands there: a use of it, which follows and keeps it.

let cms: Awaited<ReturnType<typeof restOfCms>>
beforeAll(async () => {
  cms = await restOfCms()
})
afterAll(() => cms.drop())

type Doc = Record<string, unknown> & { id: number; updatedAt: string }

let made = 0

async function page(data: object = {}): Promise<Doc & { slug: string }> {
  made += 1
  const answer = await cms.ask('POST', '/pages?depth=0', {
    title: `Side ${made}`,
    slug: `side-${made}`,
    inMenu: false,
    _status: 'published',
    ...data,
  })
  expect([answer.status, answer.message]).toEqual([201, ''])
  return answer.doc as Doc & { slug: string }
}

async function file(): Promise<{ id: number; url: string }> {
  const data = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const { id, url } = await cms.payload.create({
    collection: 'media',
    data: { alt: 'Kort' },
    file: { data, mimetype: 'image/png', name: 'kort.png', size: data.length },
  })
  return { id: id as number, url: new URL(String(url), 'http://site').pathname }
}

const words = (text: string) => ({ type: 'text', version: 1, text })
const link = (url: string, type = 'link') => ({
  type,
  version: 3,
  fields: { linkType: 'custom', newTab: true, url },
  children: [words('Læs mere')],
})
const text = (...paragraphs: object[][]) => ({
  root: {
    type: 'root',
    version: 1,
    children: paragraphs.map((children) => ({ type: 'paragraph', version: 1, children })),
  },
})
const prose = (...paragraphs: object[][]) => ({ blockType: 'richText', body: text(...paragraphs) })
const list = (...links: object[]) => ({ blockType: 'linkList', links })

const read = async (id: number): Promise<Doc> =>
  JSON.parse((await cms.ask('GET', `/pages/${id}?depth=0&draft=true`)).text) as Doc

const save = (doc: Doc, changes: object, who = cms.editor): Promise<Answer> =>
  cms.ask('PATCH', `/pages/${doc.id}?depth=0`, { ...doc, ...changes }, who)

/** The links of a page's texts and lists, in its order. */
function linksOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(linksOf)
  if (typeof value !== 'object' || value === null) return []
  const { type, fields, children, page: to, file: media, url, anchor, label, ...rest } = value as Doc
  if (type === 'link' || type === 'autolink') return [{ type, ...(fields as object) }]
  if (label !== undefined) return [{ page: to, file: media, url, anchor }]
  return [...linksOf(children), ...linksOf(Object.values(rest))]
}

const usesOf = async (slug: string, id: number) =>
  (
    JSON.parse((await cms.ask('GET', `/${slug}/${id}/uses`)).text) as { uses: { slug: string; id: number }[] }
  ).uses.map((use) => `${use.slug} ${use.id}`)

test('an address of the site is stored as picking the page or the file stores it, and keeps it', async () => {
  const target = await page()
  const { id: media, url } = await file()
  const at = `/${target.slug}`
  const saved = await page({
    blocks: [
      prose([link(`${at}/#aabningstider`)], [link(`http://localhost:3000${at.toUpperCase()}`, 'autolink')]),
      list(
        { label: 'Side', url: `${at}#om` },
        { label: 'Fil', url },
        { label: 'Valgt', page: target.id, url: '/noget-andet' },
      ),
      prose([link(url)]),
    ],
  })
  const toPage = { linkType: 'internal', newTab: true, doc: { relationTo: 'pages', value: target.id } }
  expect(linksOf(saved.blocks)).toEqual([
    { type: 'link', ...toPage, anchor: 'aabningstider' },
    { type: 'link', ...toPage },
    { page: target.id, file: null, url: null, anchor: 'om' },
    { page: null, file: media, url: null, anchor: null },
    { page: target.id, file: null, url: '/noget-andet', anchor: null },
    { type: 'link', linkType: 'internal', newTab: true, doc: { relationTo: 'media', value: media } },
  ])
  for (const [slug, id] of [
    ['pages', target.id],
    ['media', media],
  ] as const) {
    expect(await usesOf(slug, id)).toEqual([`pages ${saved.id}`])
    expect((await cms.ask('DELETE', `/${slug}/${id}`)).status).toBe(409)
  }
  expect((await cms.ask('PATCH', `/pages/${target.id}`, { _status: 'draft' })).status).toBe(409)
})

test('in a table, in a draft, and in what all pages share', async () => {
  const target = await page()
  const url = `/${target.slug}`
  const cell = { type: 'tablecell', version: 1, headerState: 0, colSpan: 1, rowSpan: 1 }
  const table = {
    type: 'table',
    version: 1,
    children: [
      {
        type: 'tablerow',
        version: 1,
        children: [{ ...cell, children: [{ type: 'paragraph', version: 1, children: [link(url)] }] }],
      },
    ],
  }
  const drafted = await page({
    _status: 'draft',
    blocks: [{ blockType: 'richText', body: { root: { type: 'root', version: 1, children: [table] } } }],
  })
  const frame = { name: 'Byen', street: 'Torvet 1', postalCode: '9000', city: 'Aalborg', cvr: '29189420' }
  const phone = '99314000'
  const footer = await cms.ask('POST', '/globals/footer', { ...frame, phone, links: [{ label: 'Se', url }] })
  expect(footer.status).toBe(200)
  expect(await usesOf('pages', target.id)).toEqual(['footer null', `pages ${drafted.id}`])
  await cms.ask('POST', '/globals/footer', { links: [] })
})

test('what names nothing that can be picked stays as it was typed', async () => {
  const target = await page()
  const { url } = await file()
  const hidden = await page({ _status: 'draft' })
  const typed = [
    `/${target.slug}?side=2`,
    `/${target.slug}?a=1&side=2#om`,
    `/${target.slug}#Ikke-et-navn`,
    `/${hidden.slug}`,
    '/findes-ikke',
    `${url}#side=2`,
    '/soeg',
    '#her',
    'https://andetsted.example/',
  ]
  const saved = await page({
    blocks: [
      prose(...typed.map((one) => [link(one)])),
      list(...typed.map((one) => ({ label: 'x', url: one }))),
    ],
  })
  expect(linksOf(saved.blocks).map((one) => (one as Doc).url)).toEqual([...typed, ...typed])
  // Once there is something, the next save finds it.
  await cms.ask('PATCH', `/pages/${hidden.id}`, { _status: 'published' })
  expect((await save(await read(saved.id), { title: 'Igen' })).status).toBe(200)
  expect(await usesOf('pages', hidden.id)).toEqual([`pages ${saved.id}`])
})

test('the earlier address of a page is the page, too', async () => {
  const target = await page()
  await cms.ask('PATCH', `/pages/${target.id}`, { slug: `flyttet-${target.slug}` })
  const saved = await page({ blocks: [prose([link(`/${target.slug}#om`)])] })
  expect(linksOf(saved.blocks)).toMatchObject([{ doc: { value: target.id }, anchor: 'om' }])
})

test('a query that no redirect is from means nothing to a page, and one that is leads where it leads', async () => {
  const target = await page()
  const other = await page()
  const from = `/${target.slug}?id=12`
  expect((await cms.ask('POST', '/redirects', { from, page: other.id })).status).toBe(201)
  const saved = await page({
    blocks: [
      list(
        ...[`/${target.slug}?utm_source=brev#om`, `${from}#om`, `/${target.slug}?ID=12`].map((url) => ({
          label: 'x',
          url,
        })),
      ),
    ],
  })
  expect(linksOf(saved.blocks)).toMatchObject([
    { page: target.id, anchor: 'om' },
    { page: other.id, anchor: 'om' },
    { page: other.id, anchor: null },
  ])
})

test('while an address is typed, the server says whether anything answers there', async () => {
  const target = await page()
  const hidden = await page({ _status: 'draft' })
  const stranger = { id: 0, token: '' }
  const deadEnd = async (url: string, who = cms.editor) =>
    JSON.parse((await cms.ask('POST', '/pages/leads', { url }, who)).text) as { deadEnd?: string | null }
  for (const url of [`/${target.slug}?a=1#om`, '/soeg', 'https://andetsted.example/x', '#om', 'x'])
    expect(await deadEnd(url)).toEqual({ deadEnd: null })
  for (const path of ['/findes-ikke', `/${hidden.slug}`])
    expect(await deadEnd(`http://localhost:3000${path}`)).toEqual({
      deadEnd: `Der er ingen side på »${path}«.`,
    })
  expect((await cms.ask('POST', '/pages/leads', { url: 'x'.repeat(2001) })).status).toBe(400)
  expect((await cms.ask('POST', '/pages/leads', { url: '/' }, stranger)).status).toBe(403)
})

test('a second save changes nothing, and a wrong address is still refused by its words', async () => {
  const target = await page()
  const saved = await page({
    blocks: [
      prose([words('Se '), link(`/${target.slug}`)]),
      list({ label: 'Se', url: `/${target.slug}#om` }),
    ],
  })
  const first = await read(saved.id)
  const again = await save(first, { summary: 'Nyt' })
  expect([again.status, again.headers.get('x-merged')]).toEqual([200, null])
  expect((await read(saved.id)).blocks).toEqual(first.blocks)
  const refused = await save(await read(saved.id), { blocks: [prose([link('//andetsted')])] })
  expect([refused.status, refused.text]).toEqual([
    400,
    expect.stringContaining('Linket »Læs mere«: Adressen'),
  ])
})

test('two editors do not collide with what the server makes of addresses', async () => {
  // Typed before there was a page, as in content of earlier releases.
  const later = `senere-${made}`
  const saved = await page({
    blocks: [
      prose([words('Se '), link(`/${later}`), words(' her')], [words('To')]),
      list({ label: 'Se', url: `/${later}#om` }),
    ],
  })
  const before = await read(saved.id)
  const target = await page({ slug: later })
  const theirs = await save(before, { title: 'Rettet af en anden' }, cms.administrator)
  expect([theirs.status, await usesOf('pages', target.id)]).toEqual([200, [`pages ${saved.id}`]])
  const [block, links] = before.blocks as [Doc, Doc]
  const mine = await save(before, {
    blocks: [
      { ...block, body: text([words('Se meget '), link(`/${later}`), words(' her')], [words('To')]) },
      links,
    ],
  })
  expect([mine.status, decodeURIComponent(mine.headers.get('x-merged') ?? '')]).toEqual([
    200,
    expect.stringMatching(/: »Titel«\.$/),
  ])
  expect(await read(saved.id)).toMatchObject({ title: 'Rettet af en anden' })
  expect(linksOf((await read(saved.id)).blocks)).toMatchObject([
    { doc: { value: target.id } },
    { page: target.id, anchor: 'om' },
  ])
  expect(JSON.stringify(await read(saved.id))).toContain('Se meget ')
})

test('whatever is typed, the link leads where it led, and a second save changes nothing', async () => {
  const target = await page()
  const { id: media, url } = await file()
  const at = `/${target.slug}`
  const host = fc.constantFrom(
    '',
    'http://localhost:3000',
    'https://LOCALHOST:3000',
    'https://andetsted.example',
  )
  const path = fc.constantFrom(at, `${at}/`, at.toUpperCase(), url, '/soeg', '/findes-ikke', '/', `${at}?a=1`)
  const anchor = fc.constantFrom('', '#om-os', '#', '#Om')
  const address = fc.tuple(host, path, anchor).map((parts) => parts.join(''))
  /** Where a browser is led by a link as it is stored. */
  const leadsTo = (link: object): string => {
    const { page: chosen, file: shown, doc, url: typed, anchor: heading } = link as Record<string, unknown>
    const { relationTo, value } = (doc ?? {}) as { relationTo?: string; value?: number }
    const hash = heading ? `#${String(heading)}` : ''
    if (chosen === target.id || (relationTo === 'pages' && value === target.id)) return at + hash
    return shown === media || (relationTo === 'media' && value === media) ? url : String(typed)
  }
  /** Without what is the same to a browser on this site. */
  const plain = (text: string) =>
    text
      .replace(/^https?:\/\/localhost:3000/i, '')
      .replace('?a=1', '')
      .replace(new RegExp(`^${at}/?(?=$|[?#])`, 'i'), at)
      .replace(/#$/, '')
  await fc.assert(
    fc.asyncProperty(fc.array(address, { minLength: 1, maxLength: 6 }), async (typed) => {
      const saved = await page({
        blocks: [
          prose(...typed.map((one) => [link(one)])),
          list(...typed.map((one) => ({ label: 'x', url: one }))),
        ],
      })
      const first = await read(saved.id)
      const led = linksOf(first.blocks).map((one) => plain(leadsTo(one as object)))
      expect(led).toEqual([...typed, ...typed].map(plain))
      expect((await save(first, { title: 'Igen' })).status).toBe(200)
      expect((await read(saved.id)).blocks).toEqual(first.blocks)
    }),
    { numRuns: 20 },
  )
})
