import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'

const url = inject('siteUrl')
let admin: Awaited<ReturnType<typeof logIn>>
const made: number[] = []

beforeAll(async () => {
  admin = await logIn(url)
})

afterAll(async () => {
  const { docs } = await admin.call<{ docs: { id: number }[] }>('GET', '/redirects?limit=200&depth=0')
  for (const { id } of docs) await admin.call('DELETE', `/redirects/${id}`)
  for (const id of made.toReversed()) await admin.call('DELETE', `/pages/${id}`).catch(() => {})
})

async function publish(title: string, slug: string, parent: number | null = null, blocks: object[] = []) {
  const data = { title, slug, parent, inMenu: parent === null, blocks, _status: 'published' }
  const { doc } = await admin.call<{ doc: { id: number } }>('POST', '/pages', data)
  made.push(doc.id)
  return doc.id
}

const save = (id: number, data: object) => admin.call('PATCH', `/pages/${id}`, data)

/** The status of an address, and for a redirect the way on. */
async function at(path: string): Promise<string> {
  const { status, headers } = await ask(url, path)
  return headers.location ? `${status} ${headers.location}` : String(status)
}

const textAt = async (path: string) => (await ask(url, path)).text

const soon = { timeout: 10_000 }

test('a published page is there at once, listed above it and for search engines; withdrawn, it is gone', async () => {
  const section = await publish('Afsnit', 'traeet-afsnit', null, [{ blockType: 'childPages' }])
  const page = await publish('Nyt under afsnittet', 'ny', section)
  const places: [string, string][] = [
    ['/', '/traeet-afsnit"'],
    ['/traeet-afsnit', 'Nyt under afsnittet'],
    ['/sitemap.xml', '/traeet-afsnit/ny</loc>'],
    ['/soeg?q=nyt%20under%20afsnittet', '/traeet-afsnit/ny'],
  ]
  await expect.poll(() => at('/traeet-afsnit/ny'), soon).toBe('200')
  for (const [path, text] of places) await expect.poll(() => textAt(path), soon).toContain(text)
  await expect.poll(() => textAt('/traeet-afsnit/ny'), soon).toContain('href="/traeet-afsnit"')

  await save(page, { _status: 'draft' })
  await expect.poll(() => at('/traeet-afsnit/ny'), soon).toBe('404')
  for (const [path, text] of places.slice(1)) await expect.poll(() => textAt(path), soon).not.toContain(text)
  await save(page, { _status: 'published' })
  await expect.poll(() => at('/traeet-afsnit/ny'), soon).toBe('200')
  await expect.poll(() => textAt('/traeet-afsnit'), soon).toContain('Nyt under afsnittet')

  await admin.call('DELETE', `/pages/${page}`)
  await expect.poll(() => at('/traeet-afsnit/ny'), soon).toBe('404')
  for (const [path, text] of places.slice(1)) await expect.poll(() => textAt(path), soon).not.toContain(text)
})

test('a page that gets another address takes the pages below along and leaves signs, and may come back', async () => {
  const top = await publish('Flyttes', 'flyttes')
  const below = await publish('Under', 'under', top)
  await publish('Nederst', 'nederst', below)
  await expect.poll(() => at('/flyttes/under/nederst'), soon).toBe('200')

  await save(top, { slug: 'flyttet' })
  for (const path of ['', '/under', '/under/nederst']) {
    await expect.poll(() => at(`/flyttet${path}`), soon).toBe('200')
    await expect.poll(() => at(`/flyttes${path}`), soon).toBe(`308 /flyttet${path}`)
  }
  await expect.poll(() => textAt('/sitemap.xml'), soon).not.toContain('/flyttes')

  // A second move: both old addresses lead to the newest in one step.
  await save(top, { slug: 'flyttet-igen' })
  await expect.poll(() => at('/flyttet-igen/under'), soon).toBe('200')
  await expect.poll(() => at('/flyttet/under'), soon).toBe('308 /flyttet-igen/under')
  await expect.poll(() => at('/flyttes/under'), soon).toBe('308 /flyttet-igen/under')

  await save(top, { slug: 'flyttes' })
  await expect.poll(() => at('/flyttes/under/nederst'), soon).toBe('200')
  await expect.poll(() => at('/flyttet/under/nederst'), soon).toBe('308 /flyttes/under/nederst')
  await expect.poll(() => at('/flyttet-igen'), soon).toBe('308 /flyttes')
})

test('a page that moves under another takes the pages below along and leaves signs', async () => {
  const from = await publish('Gammelt sted', 'gammelt-sted', null, [{ blockType: 'childPages' }])
  const to = await publish('Nyt sted', 'nyt-sted', null, [{ blockType: 'childPages' }])
  const page = await publish('Rejsende', 'rejsende', from)
  await publish('Kuffert', 'kuffert', page)
  await expect.poll(() => at('/gammelt-sted/rejsende/kuffert'), soon).toBe('200')
  await expect.poll(() => textAt('/gammelt-sted'), soon).toContain('Rejsende')

  await save(page, { parent: to })
  await expect.poll(() => at('/nyt-sted/rejsende/kuffert'), soon).toBe('200')
  await expect.poll(() => at('/gammelt-sted/rejsende'), soon).toBe('308 /nyt-sted/rejsende')
  await expect.poll(() => at('/gammelt-sted/rejsende/kuffert'), soon).toBe('308 /nyt-sted/rejsende/kuffert')
  await expect.poll(() => textAt('/gammelt-sted'), soon).not.toContain('Rejsende')
  await expect.poll(() => textAt('/nyt-sted'), soon).toContain('Rejsende')

  await save(page, { parent: null })
  await expect.poll(() => at('/rejsende/kuffert'), soon).toBe('200')
  await expect.poll(() => at('/gammelt-sted/rejsende'), soon).toBe('308 /rejsende')
  await expect.poll(() => at('/nyt-sted/rejsende/kuffert'), soon).toBe('308 /rejsende/kuffert')

  // A new page may take an address that a sign stands at.
  await publish('Ny rejsende', 'rejsende', from)
  await expect.poll(() => at('/gammelt-sted/rejsende'), soon).toBe('200')
  await expect.poll(() => at('/gammelt-sted/rejsende/kuffert'), soon).toBe('308 /rejsende/kuffert')
})

test('a page that moves to where another was, and both signs, lead nobody in circles', async () => {
  const one = await publish('Første', 'plads-a')
  const two = await publish('Anden', 'plads-b')
  await expect.poll(() => at('/plads-b'), soon).toBe('200')
  await save(one, { slug: 'plads-c' })
  await save(two, { slug: 'plads-a' })
  await save(one, { slug: 'plads-b' })
  await expect.poll(() => textAt('/plads-a'), soon).toContain('<h1>Anden</h1>')
  await expect.poll(() => textAt('/plads-b'), soon).toContain('<h1>Første</h1>')
  await expect.poll(() => at('/plads-c'), soon).toBe('308 /plads-b')
})

test('an address of an old system leads on whatever its case, and a page is found in capitals', async () => {
  const one = await publish('Ny og blank', 'ny-og-blank')
  await admin.call('POST', '/redirects', { from: `${url}/Gammel/Side_Æ.aspx?b=2&A=1`, page: one })
  await admin.call('POST', '/redirects', { from: '/Gammel/Side_Æ.aspx', url: 'https://www.example.dk/' })
  const old = `/gammel/side_${encodeURIComponent('æ')}.ASPX`
  await expect.poll(() => at(`${old}?a=1&B=2`), soon).toBe('308 /ny-og-blank')
  await expect.poll(() => at(`${old}?a=1`), soon).toBe('308 https://www.example.dk/')
  await expect.poll(() => at(old), soon).toBe('308 https://www.example.dk/')
  expect(await at('/Ny-Og-Blank/?utm=A')).toBe('308 /ny-og-blank?utm=A')
  expect(await at('/Soeg?q=Blank')).toBe('308 /soeg?q=Blank')
  // The page is withdrawn, renamed and shown again.
  await save(one, { _status: 'draft' })
  await expect.poll(() => at('/ny-og-blank'), soon).toBe('404')
  await save(one, { slug: 'nyere' })
  await save(one, { _status: 'published' })
  await expect.poll(() => at('/Ny-og-blank'), soon).toBe('308 /nyere')
  await expect.poll(() => at(`${old}?a=1&B=2`), soon).toBe('308 /nyere')
})

test('what is withdrawn or deleted is led to by no sign', async () => {
  const page = await publish('Forsvinder', 'forsvinder')
  await expect.poll(() => at('/forsvinder'), soon).toBe('200')
  await save(page, { slug: 'forsvundet' })
  await expect.poll(() => at('/forsvinder'), soon).toBe('308 /forsvundet')
  await save(page, { _status: 'draft' })
  await expect.poll(() => at('/forsvinder'), soon).toBe('404')
  await save(page, { _status: 'published' })
  await expect.poll(() => at('/forsvinder'), soon).toBe('308 /forsvundet')
  await admin.call('DELETE', `/pages/${page}`)
  await expect.poll(() => at('/forsvinder'), soon).toBe('404')
  await expect.poll(() => at('/forsvundet'), soon).toBe('404')
})

test('dragging a page changes its place in the menu and in the list', async () => {
  const section = await publish('Rækkefølge', 'raekkefoelge', null, [{ blockType: 'childPages' }])
  const first = await publish('Søskende A', 'a', section)
  const second = await publish('Søskende B', 'b', section)
  const third = await publish('Søskende C', 'c', section)
  const order = async () =>
    [...(await ask(url, '/raekkefoelge')).text.matchAll(/href="\/raekkefoelge\/(\w)"/g)]
      .map(([, slug]) => slug)
      .join('')
  await expect.poll(order, soon).toBe('abc')
  const { _order: key } = await admin.call<{ _order: string }>('GET', `/pages/${first}`)
  const drag = {
    collectionSlug: 'pages',
    docsToMove: [third],
    newKeyWillBe: 'less',
    orderableFieldName: '_order',
    target: { id: first, key },
  }
  const stranger = await ask(url, '/api/reorder', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(drag),
  })
  expect(stranger.status).toBe(403)
  await admin.call('POST', '/reorder', drag)
  await expect.poll(order, soon).toBe('cab')
  expect(second).toBeGreaterThan(first)
})
