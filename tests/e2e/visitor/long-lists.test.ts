import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { ask } from '../tools/ask.ts'
import { useBrowser } from '../tools/browser.ts'
import { addBoxes, addChildren, addContacts, addDepartments } from '../tools/lists/long-lists.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { DEPARTMENT, PRESS } from '../tools/page-kinds.ts'
import { sql } from '../tools/sql.ts'

const site = useOwnSite({ SITE_CLOCK: '2026-11-23T10:00:00+01:00' })
const { visit: visitAt } = useBrowser()
const visit = (path: string, options = {}) => visitAt(path, { baseURL: site.url, ...options })
const withoutScripts = { javaScriptEnabled: false }
const SECTION = '/om-kommunen'

beforeAll(async () => {
  // With those of the first content: 130 contacts, 70 boxes, 133 pages below the section, 66 departments below one.
  await addContacts(site.databaseUrl, 121)
  await addBoxes(site.databaseUrl, 61)
  await addChildren(site.databaseUrl, 'om-kommunen', 130)
  await addDepartments(site.databaseUrl, 61)
})

const main = (page: Page) => page.getByRole('main')
const pager = (page: Page) => page.getByRole('navigation', { name: 'Flere på listen' })
const names = (page: Page) => page.locator('main li h4:visible').allTextContents()

/** The items that `read` finds on each page of a list, as somebody meets them who follows »Næste«. */
async function walk(path: string, read: (page: Page) => Promise<string[]>): Promise<string[][]> {
  const { page, expectNoErrors } = await visit(path, {
    ...withoutScripts,
    viewport: { width: 360, height: 800 },
  })
  const sides = [await read(page)]
  while (await pager(page).getByRole('link', { name: 'Næste' }).isVisible()) {
    await pager(page).getByRole('link', { name: 'Næste' }).click()
    await page.waitForURL(`**?*side=${sides.length + 1}*`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    sides.push(await read(page))
  }
  expectNoErrors()
  return sides
}

const boxNames = (page: Page) => page.locator('main article > :is(h2, h3)').allTextContents()
/** How many contacts there are. The first of what is said: another one tells of the address that was copied. */
const status = (page: Page) => main(page).getByRole('status').first()
const cards = (page: Page) => page.locator('main li > :is(h2, h3) > a').allTextContents()
const departments = (page: Page) => page.locator('main section[id^=afdeling] > :is(h2, h3)').allTextContents()

test.each([
  ['the press contacts', PRESS, names, [60, 60, 10], 'Navn 121 Test'],
  ['the contact boxes', '/kontakt', boxNames, [30, 30, 10], 'Boks 61'],
  ['the pages of a section', SECTION, cards, [60, 60, 13], 'Underside 130'],
  ['the departments', DEPARTMENT, departments, [60, 6], 'Afdeling 61'],
])('without scripts %s are met once each, page by page', async (_, path, read, counts, last) => {
  const sides = await walk(path, read)
  expect(sides.map(({ length }) => length)).toEqual(counts)
  expect(new Set(sides.flat()).size).toBe(sides.flat().length)
  expect(sides.flat().at(-1)).toBe(last)
})

test('a further page says which it is, has its own address and leads back', async () => {
  const { page, response } = await visit(`${PRESS}?side=2`)
  expect(response?.status()).toBe(200)
  expect(await page.title()).toBe('Pressekontakt (side 2 af 3) – Aalborg Kommune')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pressekontakt')
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${site.url}${PRESS}?side=2`)
  expect(await status(page).textContent()).toBe('130 kontakter')
  expect(await pager(page).textContent()).toContain('Side 2 af 3')
  expect(await pager(page).getByRole('link', { name: 'Forrige' }).getAttribute('href')).toBe(
    `${PRESS}#kontakter`,
  )
  expect(await pager(page).getByRole('link', { name: 'Næste' }).getAttribute('rel')).toBe('next')
  const crumbs = page.getByRole('navigation', { name: 'Du er her' }).getByRole('listitem')
  expect((await crumbs.allTextContents()).slice(-2)).toEqual(['Pressekontakt', 'Side 2 af 3'])
  expect(await crumbs.getByRole('link', { name: 'Pressekontakt', exact: true }).getAttribute('href')).toBe(
    PRESS,
  )
})

test('a page without a long list has no pager, and further pages are not in the sitemap', async () => {
  const { page } = await visit('/')
  expect(await pager(page).count()).toBe(0)
  expect((await ask(site.url, '/sitemap.xml')).text).not.toContain('side=')
})

test('results of the contact search have their pages too, up to what is ranked', async () => {
  const sides = await walk('/soeg/pressekontakt?q=navn', names)
  expect(sides.map(({ length }) => length)).toEqual([60, 60, 1])
  const { page } = await visit('/soeg/pressekontakt?q=navn&side=2')
  expect(await page.title()).toContain('121 kontakter for »navn« (side 2 af 3)')
  await page.goto('/soeg/pressekontakt?q=navn&side=9')
  expect(await pager(page).textContent()).toContain('Side 3 af 3')
  await page.goto('/soeg/pressekontakt?side=3')
  expect(await names(page)).toHaveLength(10)
})

test('while somebody types on a divided list the pager is away; clearing brings back what the page had', async () => {
  const { page, expectNoErrors } = await visit(`${PRESS}?side=2`)
  const before = await names(page)
  expect(before).toHaveLength(60)
  const field = page.locator('main [type=search]')
  await field.fill('heidi')
  await expect.poll(() => names(page)).toEqual(['Heidi Gjesing Andersen'])
  expect(await pager(page).isVisible()).toBe(false)
  await field.fill('')
  await expect.poll(() => names(page)).toEqual(before)
  expect(await status(page).textContent()).toBe('130 kontakter')
  expect(await pager(page).isVisible()).toBe(true)
  expectNoErrors()
})

test('a hit leads to the page of the list where it stands', async () => {
  const search = async (query: string) => {
    const { text } = await ask(site.url, `/api/search?q=${encodeURIComponent(query)}`)
    return (JSON.parse(text) as { results: { url: string; title: string }[] }).results
  }
  for (const [query, title, address] of [
    ['boks 61', 'Boks 61', '/kontakt?side=3#boks-61'],
    ['by og land', 'By og Land', '/kontakt#by-og-land'],
    ['navn 121', 'Navn 121 Test', `${PRESS}?side=3#person-navn-121`],
    ['heidi gjesing', 'Heidi Gjesing Andersen', `${PRESS}#person-heidi-gjesing-andersen`],
  ] as const) {
    const hit = (await search(query)).find((result) => result.title === title)
    expect([query, hit?.url]).toEqual([query, site.url + address])
  }
  const { page } = await visit('/kontakt?side=3#boks-61')
  expect(await page.locator('#boks-61').isVisible()).toBe(true)
  const ld = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(ld.join('')).toContain(`${site.url}/kontakt?side=3#boks-61`)
})

test('a change reaches the page of the list on which it shows, and the last page goes with its last item', async () => {
  await sql(site.databaseUrl, `UPDATE press_contacts SET title = 'Ny titel' WHERE slug = 'navn-121'`)
  await expect.poll(async () => (await ask(site.url, `${PRESS}?side=3`)).text).toContain('Ny titel')
  await sql(site.databaseUrl, `UPDATE pages SET _status = 'draft' WHERE slug ~ '^underside-(11[8-9]|12|130)'`)
  await expect.poll(async () => (await ask(site.url, `${SECTION}?side=3`)).status).not.toBe(200)
  expect((await ask(site.url, `${SECTION}?side=2`)).text).toContain('Side 2 af 2')
})

test('the organisation chart is folded when it is large, and says what it has no room for', async () => {
  const { page } = await visit(DEPARTMENT, withoutScripts)
  const chart = page.locator('section', { has: page.getByRole('heading', { name: /^Organisationsdiagram/ }) })
  expect(await chart.locator('li').count()).toBeLessThanOrEqual(400)
  const folded = chart.locator('details', { hasText: ': Afdeling 1' }).first()
  const unit = chart.getByText('Kontor 10 i Afdeling 1', { exact: true })
  expect(await unit.isVisible()).toBe(false)
  await folded.locator('summary').click()
  expect(await unit.isVisible()).toBe(true)
  expect(await chart.getByText('10 enheder', { exact: true }).last().isVisible()).toBe(true)
})

const divided = [
  PRESS,
  `${PRESS}?side=2`,
  '/kontakt?side=2',
  `${SECTION}?side=2`,
  DEPARTMENT,
  '/soeg/pressekontakt?q=navn&side=2',
]

test.each(divided)('%s is small, valid, and without findings of axe', async (path) => {
  const { page, expectNoErrors } = await visit(path)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expectNoErrors()
  const { text } = await ask(site.url, path)
  const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(text)
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  expect(gzipSync(text).length).toBeLessThanOrEqual(14 * 1024)
})
