import { expect, inject, test } from 'vitest'
import { useBrowser } from '../tools/browser.ts'
import { allPages, contentPages, DEPARTMENT, PRESS } from '../tools/page-kinds.ts'
import { readStructuredData } from '../tools/structured-data.ts'

const { visit } = useBrowser()
const get = (path: string) => fetch(inject('siteUrl') + path)

const dataOf = async (path: string) => readStructuredData(await (await get(path)).text())

test.each(allPages)('%s has only our own script, and no inline style or script', async (_, path) => {
  const html = await (await get(path)).text()
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const running = scripts.filter((attributes) => !attributes.includes('application/ld+json'))
  expect(running).toHaveLength(1)
  expect(running[0]).toMatch(/src="\/build\/enhance\.js(\?v=[0-9a-f]+)?"/)
  expect(running[0]).toMatch(/type="module"|\bdefer\b/)
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+="|javascript:|__NEXT_DATA__/)
})

test.each(contentPages)('the data of %s follows the rules of schema.org and Google', async (_, path) => {
  const { organisation, breadcrumb } = await dataOf(path)
  expect(organisation ?? breadcrumb).toBeDefined()
})

test('the contact page describes the municipality, who to call and when, and where to go and when', async () => {
  const { organisation } = await dataOf('/kontakt')
  expect(organisation).toMatchObject({
    name: 'Aalborg Kommune',
    taxID: '29189420',
    address: { streetAddress: 'Boulevarden 13', postalCode: '9000', addressLocality: 'Aalborg' },
  })
  const thursday = { dayOfWeek: ['Thursday'], opens: '08:00', closes: '17:00' }
  const points = organisation?.contactPoint ?? []
  expect(points).toHaveLength(9)
  expect(points.find(({ name }) => name === 'By og Land')).toMatchObject({
    telephone: '+4599312000',
    hoursAvailable: expect.arrayContaining([expect.objectContaining(thursday)]),
  })
  // This one has opening hours but no phone hours.
  expect(points.find(({ name }) => name === 'Job og Velfærd')?.hoursAvailable).toBeUndefined()
  const offices = organisation?.department ?? []
  expect(offices.map(({ name }) => name)).toEqual(['Job og Velfærd', 'Sundhed og Kultur', 'By og Land'])
  expect(offices[0]).toMatchObject({
    url: `${inject('siteUrl')}/kontakt#job-og-velfaerd`,
    address: { streetAddress: 'Sønderbro 12', postalCode: '9000', addressLocality: 'Aalborg' },
    openingHoursSpecification: expect.arrayContaining([expect.objectContaining(thursday)]),
  })
})

test.each(contentPages.slice(1))('%s describes its breadcrumb', async (_, path) => {
  const items = (await dataOf(path)).breadcrumb?.itemListElement ?? []
  expect(items.map(({ position }) => position)).toEqual(items.map((_item, index) => index + 1))
  expect(items.at(-1)?.item).toBe(inject('siteUrl') + path)
})

test('the sitemap lists every published page, all of them answer, and robots.txt points to the sitemap', async () => {
  const siteUrl = inject('siteUrl')
  const sitemap = await get('/sitemap.xml')
  expect(sitemap.headers.get('content-type')).toMatch(/xml/)
  const listed = [...(await sitemap.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url)
  expect(listed).toEqual(expect.arrayContaining(contentPages.map(([, path]) => siteUrl + path)))
  for (const url of listed) {
    const page = await fetch(url, { redirect: 'manual' })
    expect([url, page.status]).toEqual([url, 200])
    expect(await page.text()).not.toContain('noindex')
  }
  const robots = await (await get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${siteUrl}/sitemap.xml`)
  expect(robots).toContain('Disallow: /admin')
})

test('each page has its own address and a description in its head', async () => {
  const { page } = await visit(DEPARTMENT, { javaScriptEnabled: false })
  expect(await page.title()).toBe('Borgmesterens Forvaltning – Aalborg Kommune')
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(inject('siteUrl') + DEPARTMENT)
  expect(await page.locator('meta[name=description]').getAttribute('content')).toContain('samordne')
})

test('a press contact can be saved as a vCard with name and numbers', async () => {
  const { page } = await visit(PRESS, { javaScriptEnabled: false })
  const contact = page.locator('li', { has: page.getByRole('heading', { name: 'Niels Jahn Knudsen' }) })
  const download = page.waitForEvent('download')
  await contact.getByRole('link', { name: /Gem kontakt/ }).click()
  expect((await download).suggestedFilename()).toBe('niels-jahn-knudsen.vcf')
  const href = (await contact.locator('a[href$=".vcf"]').getAttribute('href')) ?? ''
  const answer = await get(href)
  expect(answer.headers.get('content-type')).toMatch(/^text\/vcard/)
  const card = await answer.text()
  expect(card).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/)
  expect(card).toMatch(/^FN(;[^:]*)?:Niels Jahn Knudsen\r$/m)
  expect(card).toMatch(/^N(;[^:]*)?:Knudsen;Niels Jahn;/m)
  expect(card).toMatch(/^TEL[^:]*:\+4525202513\r$/m)
  expect(card).toMatch(/^TEL[^:]*:\+4599312513\r$/m)
  expect(card).toMatch(/^EMAIL[^:]*:njk-jv@aalborg\.dk\r$/m)
})
