import { AxeBuilder } from '@axe-core/playwright'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { useOwnSite } from '../../tools/own-site.ts'

// What an editor writes for the law and for machines, as visitors and machines get it.

const { visit } = useBrowser()
const site = useOwnSite({ SITE_CLOCK: '2026-11-23T10:00:00+01:00' })

const STATEMENT = '/tilgaengelighedserklaering'
const OFFICIAL = 'https://was.digst.dk/navn-dk'
const SECURITY = '/.well-known/security.txt'

/** The status of an address, and for a redirect the way on. */
async function at(path: string): Promise<string> {
  const { status, headers } = await ask(site.url, path)
  return headers.location ? `${status} ${headers.location}` : String(status)
}
const textAt = async (path: string) => (await ask(site.url, path)).text
const found = (query: string) => textAt(`/api/search?q=${encodeURIComponent(query)}`)
const foot = (data: object) => site.admin.call('POST', '/globals/footer', data)
const soon = { timeout: 10_000 }

type Doc = { id: number; blocks: { blockType: string; scope: object; status: object; assessment: object }[] }
const statementPage = async () => {
  const { docs } = await site.admin.call<{ docs: Doc[] }>(
    'GET',
    `/pages?where[slug][equals]=${STATEMENT.slice(1)}&depth=0`,
  )
  if (!docs[0]) throw new Error('No statement')
  return docs[0]
}

test('the first statement has the parts that the law asks for, and marks each that nobody has confirmed', async () => {
  const { page, expectNoErrors } = await visit(STATEMENT, { baseURL: site.url, javaScriptEnabled: false })
  expect(await page.locator('main h2').allTextContents()).toEqual([
    'Hvad erklæringen gælder',
    'Lever hjemmesiden op til kravene?',
    'Indhold, der ikke er tilgængeligt',
    'Sådan er erklæringen lavet',
    'Sig det til os',
    'Hvis du ikke er tilfreds med svaret',
  ])
  expect(await page.locator('main section', { hasText: /Skal bekræftes(?!«)/ }).count()).toBe(6)
  expect(await page.getByText('Kommunen har ikke vurderet hjemmesiden endnu.').count()).toBe(1)
  // The notes are for editors.
  const html = await page.content()
  expect(html).not.toContain('Hvilken status har hjemmesiden')
  expect(await found('Digitaliseringsstyrelsen tastaturet')).toContain(STATEMENT)
  expect(await found('fremgangsmåde')).not.toContain(STATEMENT)
  expect(await page.getByRole('link', { name: '99 31 16 66' }).getAttribute('href')).toBe('tel:+4599311666')
  expectNoErrors()
})

test('a part that is written and confirmed loses its mark', async () => {
  const { id, blocks } = await statementPage()
  const [statement] = blocks
  await site.admin.call('PATCH', `/pages/${id}`, {
    blocks: [
      {
        ...statement,
        status: { level: 'partial', toConfirm: null },
        assessment: {
          ...statement?.assessment,
          method: 'external',
          preparedOn: '2026-11-02',
          toConfirm: null,
        },
      },
    ],
  })
  await expect.poll(() => textAt(STATEMENT), soon).toContain('overholder standarden EN 301 549 delvist')
  const { page } = await visit(STATEMENT, { baseURL: site.url })
  expect(await page.locator('main section', { hasText: /Skal bekræftes(?!«)/ }).count()).toBe(4)
  expect(await page.getByText('Andre har vurderet hjemmesiden for kommunen.').count()).toBe(1)
  expect(await page.getByText('Erklæringen er lavet 2. november 2026.').count()).toBe(1)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id: rule }) => rule)).toEqual([])
})

test('/was leads to the statement here, and to the one at the authority as soon as its address is known', async () => {
  expect(await at('/was')).toBe(`308 ${STATEMENT}`)
  await foot({ statementUrl: OFFICIAL })
  await expect.poll(() => at('/was'), soon).toBe(`308 ${OFFICIAL}`)
  for (const path of ['/', '/kontakt', STATEMENT])
    await expect
      .poll(() => textAt(path), soon)
      .toMatch(new RegExp(`<a href="${OFFICIAL}"[^>]*>Tilgængelighedserklæring</a>`))
  expect(await textAt(STATEMENT)).toContain('Læs den officielle erklæring')
  // Not twice.
  expect((await textAt('/')).split(OFFICIAL)).toHaveLength(2)
  await foot({ statementUrl: '' })
  await expect.poll(() => at('/was'), soon).toBe(`308 ${STATEMENT}`)
  await expect.poll(() => textAt('/'), soon).not.toContain(OFFICIAL)
})

test('an address that is none of the authority is refused in Danish', async () => {
  for (const statementUrl of ['https://eksempel.dk/erklaering', 'https://was.digst.dk/', '/was'])
    await expect(foot({ statementUrl })).rejects.toThrow(/400.*Skriv/s)
  await expect(foot({ security: { contact: '99 31 31 31' } })).rejects.toThrow(/400.*Skriv en mailadresse/s)
})

test('security.txt is there with a contact and a date to come, and only then', async () => {
  expect(await at(SECURITY)).toBe('404')
  await foot({ security: { contact: 'sikkerhed@eksempel.dk', expires: null } })
  expect(await at(SECURITY)).toBe('404')
  await foot({ security: { contact: 'sikkerhed@eksempel.dk', expires: '2027-06-01' } })
  await expect.poll(() => at(SECURITY), soon).toBe('200')
  const { text, headers } = await ask(site.url, SECURITY)
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(text).toMatch(/^Contact: mailto:sikkerhed@eksempel\.dk\nExpires: 2027-06-01T22:00:00Z\n/)
  await foot({ security: { contact: 'sikkerhed@eksempel.dk', expires: '2026-11-22' } })
  await expect.poll(() => at(SECURITY), soon).toBe('404')
})

test('the feed tells of a page that is public, not of a draft, in XML that a program can read', async () => {
  const data = { title: 'Vej & sti <ny>', summary: 'Åben', slug: 'vej-og-sti', inMenu: false }
  const { doc } = await site.admin.call<{ doc: { id: number } }>('POST', '/pages', {
    ...data,
    _status: 'draft',
  })
  expect(await textAt('/aendringer.xml')).not.toContain('vej-og-sti')
  await site.admin.call('PATCH', `/pages/${doc.id}`, { _status: 'published' })
  await expect.poll(() => textAt('/aendringer.xml'), soon).toContain(`${site.url}/vej-og-sti"`)
  const { text, headers } = await ask(site.url, '/aendringer.xml')
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  const { page } = await visit('/', { baseURL: site.url })
  const link = page.locator('link[rel=alternate][type="application/atom+xml"]')
  expect(await link.getAttribute('href')).toBe('/aendringer.xml')
  const read = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml')
    const first = feed.querySelector('entry')
    const of = (name: string) => first?.querySelector(name)?.textContent
    const ids = [...feed.querySelectorAll('id')].map((id) => id.textContent)
    return {
      root: feed.documentElement.namespaceURI,
      title: of('title'),
      summary: of('summary'),
      href: first?.querySelector('link')?.getAttribute('href'),
      areIdsUnique: new Set(ids).size === ids.length,
    }
  }, text)
  expect(read).toEqual({
    root: 'http://www.w3.org/2005/Atom',
    title: data.title,
    summary: 'Åben',
    href: `${site.url}/vej-og-sti`,
    areIdsUnique: true,
  })
  await site.admin.call('PATCH', `/pages/${doc.id}`, { _status: 'draft' })
  await expect.poll(() => textAt('/aendringer.xml'), soon).not.toContain('vej-og-sti')
})

test('a page is shared with its own picture, which whoever shows it may fetch, else with the picture of the site', async () => {
  const body = new FormData()
  body.set('_payload', JSON.stringify({ alt: 'Havnen i solskin' }))
  const file = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#1a6' } })
    .jpeg()
    .toBuffer()
  body.set('file', new Blob([new Uint8Array(file)]), 'havn.jpg')
  const headers = { authorization: `JWT ${site.admin.token}` }
  const answer = await fetch(`${site.url}/api/media`, { method: 'POST', headers, body })
  const media = ((await answer.json()) as { doc: { id: number } }).doc.id
  await site.admin.call('POST', '/pages', {
    title: 'Havnen',
    slug: 'havnen-her',
    blocks: [{ blockType: 'image', media }],
    _status: 'published',
  })
  await expect.poll(() => at('/havnen-her'), soon).toBe('200')
  const shown: { width: number; height: number; alt: string }[] = []
  for (const path of ['/havnen-her', '/kontakt']) {
    const { page } = await visit(path, { baseURL: site.url, javaScriptEnabled: false })
    const told = (name: string) => page.locator(`meta[property="og:image${name}"]`).getAttribute('content')
    const url = (await told('')) ?? ''
    expect(url.startsWith(`${site.url}/`)).toBe(true)
    const picture = await fetch(url)
    expect(picture.status).toBe(200)
    const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
    expect([await told(':width'), await told(':height')]).toEqual([String(width), String(height)])
    shown.push({ width, height, alt: (await told(':alt')) ?? '' })
  }
  expect(shown).toMatchObject([
    { width: 1280, height: 720, alt: 'Havnen i solskin' },
    { width: 1200, height: 630, alt: expect.stringContaining('Aalborg Kommune') },
  ])
  expect(await textAt('/robots.txt')).toContain('Allow: /api/media/file/\n')
})

test('browsers that ask for it get the icon', async () => {
  const { status, headers } = await ask(site.url, '/favicon.ico')
  expect([status, headers['content-type']]).toEqual([200, 'image/x-icon'])
})

test('the address of a page is copied with one press, and without scripts there is no button for it', async () => {
  const plain = await visit('/kontakt', { baseURL: site.url, javaScriptEnabled: false })
  expect(await plain.page.getByRole('button', { name: 'Kopiér link' }).count()).toBe(0)
  expect(await plain.page.getByText('Kopiér link').isVisible()).toBe(false)
  const { page, context, expectNoErrors } = await visit('/kontakt?q=1#by-og-land', { baseURL: site.url })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const button = page.getByRole('button', { name: 'Kopiér link' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('Linket er kopieret').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}/kontakt`)
  expectNoErrors()
})
