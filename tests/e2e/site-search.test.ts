import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { DEPARTMENT, PRESS, STORY } from './page-kinds.ts'

const { visit } = useBrowser()

/** Types into the field at the top of a page and presses Enter, scripts off. */
async function search(query: string) {
  const { page, expectNoErrors } = await visit('/om-kommunen', { javaScriptEnabled: false })
  await page.locator('header [type=search]').fill(query)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/soeg?*')
  expectNoErrors()
  return page
}

const results = (page: Page) =>
  page.$$eval('main ol > li', (items) =>
    items.map((item) => {
      const link = item.querySelector('a')
      return {
        title: link?.textContent,
        path: link?.getAttribute('href')?.split('#')[0],
        text: item.textContent ?? '',
      }
    }),
  )

test('a person is found first, with what they do', async () => {
  const page = await search('anders aen')
  const [first] = await results(page)
  expect(first).toMatchObject({ title: 'Anders Aaen Larsen', path: PRESS })
  expect(first?.text).toContain('Presse- og Kommunikationskonsulent')
})

test('a phone number is found', async () => {
  const page = await search('31990811')
  expect((await results(page)).map(({ title }) => title)).toEqual(['Anders Aaen Larsen'])
})

test.each([
  ['økonomisk afd', 'Økonomisk Afdeling', DEPARTMENT],
  ['vindenergi', 'BusinessAalborg', DEPARTMENT],
  ['telefonomstillingen', 'Telefonomstillingen', DEPARTMENT],
  ['vi udvikler os', 'Vi udvikler os sammen', STORY],
  ['borgertopmøde', 'Vi udvikler os sammen', STORY],
  ['lykkeligste', 'Aalborg Kommunes grundfortælling', STORY],
  ['groen balance', 'I grøn balance', STORY],
  ['postit', 'Aktindsigt efter offentlighedsloven', PRESS],
  ['partsaktindsigt', 'Partsaktindsigt', PRESS],
  ['ombudsmand', 'Det med småt', PRESS],
  ['sønderbro', 'Job og Velfærd', '/kontakt'],
  ['99 31 40 00', 'Børn og Unge', '/kontakt'],
])('»%s« finds %s', async (query, title, path) => {
  const page = await search(query)
  expect(await results(page)).toContainEqual(expect.objectContaining({ title, path }))
})

test('a leader is found by name', async () => {
  const page = await search('Torben Risager')
  expect(await results(page)).toContainEqual(expect.objectContaining({ path: DEPARTMENT }))
})

test('each result leads to what it names', async () => {
  const page = await search('børn og unge')
  const link = page.getByRole('main').getByRole('link', { name: 'Børn og Unge', exact: true }).first()
  await link.click()
  const target = new URL(page.url())
  expect(target.pathname).toBe('/kontakt')
  expect(await page.locator(target.hash).textContent()).toContain('Børn og Unge')
})

test('the heading says what was searched for and how much was found', async () => {
  const page = await search('aktindsigt')
  const count = (await results(page)).length
  expect(count).toBeGreaterThan(2)
  expect(await page.locator('h1').textContent()).toBe(`${count} resultater for »aktindsigt«`)
  expect(await page.title()).toContain('aktindsigt')
  expect(await page.locator('main [type=search]').inputValue()).toBe('aktindsigt')
})

test('nothing typed asks for a word', async () => {
  const page = await search('')
  expect(await page.getByRole('main').textContent()).toContain('Skriv, hvad du leder efter')
  expect(await results(page)).toEqual([])
})

test('nothing found says what was searched for, what to do, and keeps what was typed', async () => {
  const page = await search('qxqxqx <i>')
  const said = (await page.getByRole('main').textContent()) ?? ''
  expect(said).toContain('Vi fandt ikke noget')
  expect(said).toContain('ringe til os')
  expect(await page.locator('h1').textContent()).toContain('qxqxqx')
  expect(await page.locator('main [type=search]').inputValue()).toBe('qxqxqx <i>')
  expect(await page.locator('main i').count()).toBe(0)
})

test('a very long search is cut, not an error', async () => {
  const { page, response } = await visit(`/soeg?q=${'a'.repeat(1500)}`, { javaScriptEnabled: false })
  expect(response?.status()).toBe(200)
  expect(await page.getByRole('main').textContent()).toContain('Vi fandt ikke noget')
})

test.each(['/soeg', '/soeg?q=aktindsigt', '/soeg?q=qxqxqx'])('search engines leave %s out', async (path) => {
  const { page, response } = await visit(path, { javaScriptEnabled: false })
  expect(response?.status()).toBe(200)
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
})
