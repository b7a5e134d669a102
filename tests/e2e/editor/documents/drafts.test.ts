import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { paragraph } from '../../tools/rich-text.ts'

const url = inject('siteUrl')

// ASKED is searched for, and results repeat it. SECRET shows only if a draft does.
const ASKED = 'zebrahest'
const SECRET = 'vandmandssuppe'
const words = `${ASKED} ${SECRET}`

type Saved = { doc: { id: number } }
let admin: Awaited<ReturnType<typeof logIn>>
const made: string[] = []

async function make(collection: string, data: object, query = ''): Promise<number> {
  const { doc } = await admin.call<Saved>('POST', `/${collection}${query}`, data)
  made.push(`/${collection}/${doc.id}`)
  return doc.id
}

beforeAll(async () => {
  admin = await logIn(url)
  const draft = { _status: 'draft' }
  const page = await make('pages', {
    title: `Kladde ${words}`,
    slug: 'kladde',
    summary: words,
    blocks: [{ blockType: 'richText', body: paragraph(words) }],
    ...draft,
  })
  const contact = { name: `Kladde ${words}`, title: words, phones: [{ number: '25 20 16 99' }], ...draft }
  await make('press-contacts', { ...contact, slug: 'kladde-person' })
  const box = await make('contact-boxes', { name: `Kladde ${words}`, slug: 'kladde-boks', ...draft })
  const guidance = await make('aktindsigt-guidance', { title: words, body: paragraph(words), ...draft })
  await make('pejlemaerker', { title: words, body: paragraph(words), ...draft })
  const department = await make('departments', { name: words, kind: 'department', ...draft })
  const story = await make('grundfortaelling', { title: words, body: paragraph(words), ...draft })

  // A published page that shows or links to everything that is not published.
  const open = await make('pages', {
    title: 'Åben side',
    slug: 'aaben-side',
    _status: 'published',
    blocks: [
      { blockType: 'contactBoxes', boxes: [box] },
      { blockType: 'aktindsigtGuidance', guidance: [guidance] },
      { blockType: 'organisationChart', heading: 'Diagram', department },
      { blockType: 'department', department },
      { blockType: 'story', story },
      { blockType: 'relatedPages', heading: 'Se også', pages: [page] },
      { blockType: 'linkList', links: [{ label: 'Følg linket', page }] },
    ],
  })
  await make('pages', { title: words, slug: 'underside', parent: open, ...draft })
  // Also one published document of each kind with a newer draft.
  const person = await make('press-contacts', {
    name: 'Åben Person',
    title: 'Åben titel',
    slug: 'aaben-person',
    phones: [{ number: '25 20 16 98' }],
    _status: 'published',
  })
  await admin.call('PATCH', `/press-contacts/${person}?draft=true`, { title: words, ...draft })
  await admin.call('PATCH', `/pages/${open}?draft=true`, {
    title: words,
    summary: words,
    slug: ASKED,
    ...draft,
  })
  // Once this can be read, everything saved before it could be read too.
  await make('pages', { title: 'Sidst udgivet', slug: 'sidst-udgivet', _status: 'published' })
  await vi.waitUntil(async () => (await ask(url, '/sidst-udgivet')).status === 200, { timeout: 10_000 })
})

afterAll(async () => {
  for (const path of made.toReversed()) await admin.call('DELETE', path)
  await vi.waitUntil(async () => (await ask(url, '/aaben-side')).status === 404, { timeout: 10_000 })
})

test('published content next to the drafts can be read', async () => {
  expect((await ask(url, '/aaben-side')).text).toContain('<h1>Åben side</h1>')
  expect((await ask(url, '/visitkort/aaben-person.vcf')).text).toContain('Åben titel')
  expect((await ask(url, '/soeg?q=aaben%20person')).text).toContain('Åben titel')
})

test.for([
  '/kladde',
  '/aaben-side/underside',
  `/${ASKED}`,
  '/visitkort/kladde-person.vcf',
  '/om-kommunen/presse-og-kommunikation/pressekontakt/kladde-person.vcf',
])('%s is not found', async (path) => {
  for (const query of ['', '?draft=true', '?preview=1&_status=draft', '?locale=da&depth=10']) {
    const answer = await ask(url, path + query)
    expect([path + query, answer.status]).toEqual([path + query, 404])
    expect(answer.text).not.toContain(SECRET)
  }
})

test('no page, list or file of the site shows a draft', async () => {
  const sitemap = (await ask(url, '/sitemap.xml')).text
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname)
  expect(listed).toContain('/aaben-side')
  const vcards = (await ask(url, '/om-kommunen/presse-og-kommunikation/pressekontakt')).text.match(
    /\/visitkort\/[\w-]+\.vcf/g,
  )
  expect(vcards?.length).toBeGreaterThan(5)
  for (const path of ['/sitemap.xml', '/robots.txt', '/findes-ikke', ...listed, ...(vcards ?? [])]) {
    for (const query of ['', '?draft=true']) {
      const { text } = await ask(url, path + query)
      expect([path, text.includes(SECRET), text.includes('kladde')]).toEqual([path, false, false])
    }
  }
})

test.for([
  `/soeg?q=${ASKED}`,
  `/soeg?q=${ASKED}&draft=true`,
  '/soeg?q=kladde',
  '/soeg?q=25201699',
  `/soeg/pressekontakt?q=${ASKED}`,
  '/soeg/pressekontakt?q=kladde',
  '/soeg/pressekontakt',
  `/api/contacts?q=${ASKED}`,
  '/api/contacts?q=25201699',
  '/api/contacts?draft=true&limit=100',
  `/api/search?q=${ASKED}`,
  '/api/search?q=kladde',
  '/api/search?q=25201699',
  `/api/suggestions?q=${ASKED}`,
  '/api/suggestions?q=kladde',
  '/api/press-duty?draft=true',
])('%s finds no draft', async (path) => {
  const { status, text } = await ask(url, path)
  expect(status).toBe(200)
  expect(text).not.toContain(SECRET)
  expect(text).not.toContain('kladde-person')
})
