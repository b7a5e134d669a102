import { expect, inject, test } from 'vitest'
import { ask } from '../tools/ask.ts'
import { firstMissing, headings, textOf, useBrowser } from '../tools/browser.ts'
import { ACCESS, list } from '../tools/page-kinds.ts'

const { visit } = useBrowser()
const url = inject('siteUrl')
const withoutScripts = { javaScriptEnabled: false }
const read = (path: string) => visit(path, withoutScripts)
const FORM = '/aktindsigt/frist'

test('the page on access to documents asks first whose case it is, and has every section of its source', async () => {
  const { page, expectNoErrors } = await read(ACCESS)
  expect(await headings(page)).toEqual([
    'Aktindsigt',
    'Hvor hører sagen til?',
    'Job og Velfærd',
    'Børn og Unge',
    'Økonomi og Erhverv',
    'Klima og Miljø',
    'Senior og Omsorg',
    'Sundhed og Kultur',
    'By og Land',
    'Sådan søger du aktindsigt',
    'Dine muligheder',
    'Beregn svarfristen',
    'Svarfrist',
    'Klage over afslag',
    'Hvis du vil vide mere',
    'Aktindsigt efter offentlighedsloven',
    'Partsaktindsigt',
    'Måske er du også interesseret i',
  ])
  expectNoErrors()
})

test('each department has a row with its number, whether somebody answers now, and the way to the rest', async () => {
  const { page } = await read(ACCESS)
  const rows = page.locator('article')
  const numbers = [
    '99 31 26 64',
    '99 31 40 00',
    '99 31 16 66',
    '99 31 20 50',
    '99 82 10 00',
    '99 31 19 55',
    '99 31 20 00',
  ]
  expect(await rows.count()).toBe(numbers.length)
  for (const [index, number] of numbers.entries()) {
    const row = rows.nth(index)
    expect(await row.locator('[href^="tel:"]').textContent()).toContain(number)
    const name = row.getByRole('heading').getByRole('link')
    const id = (await row.getAttribute('id')) ?? ''
    expect(await name.getAttribute('href')).toBe(`/kontakt#${id}`)
  }
  for (const id of [
    'job-og-velfaerd',
    'klima-og-miljoe',
    'senior-og-omsorg',
    'sundhed-og-kultur',
    'by-og-land',
  ])
    expect(await page.locator(`[id="${id}"] [data-open]`).textContent()).toMatch(/(Åbent|Lukket) nu/)
  // The source gives these no hours.
  for (const id of ['boern-og-unge', 'oekonomi-og-erhverv'])
    expect(await page.locator(`[id="${id}"] [data-open]`).count()).toBe(0)
  const main = await textOf(page)
  expect(
    firstMissing(main, ['I børnesager og anbringelser er det Job og Velfærd', 'Gælder det en børnesag']),
  ).toBeNull()
})

test('the page on access to documents has every paragraph reference and deadline', async () => {
  const { page } = await read(ACCESS)
  const references = (await textOf(page)).match(/(?:OFL )?§§? [\d–-]+(?:, (?:stk\.|nr\.) [\d–-]+)?/g)
  expect(references).toEqual(
    list(`
    OFL § 19 | OFL § 20 | OFL § 21, stk. 1 | OFL § 21, stk. 2–5 | OFL § 22 | OFL § 23, stk. 1 |
    OFL § 24 | OFL § 27, nr. 2 | OFL § 27, nr. 3 | OFL § 27, nr. 4 | OFL §§ 28–29 |
    OFL § 30, nr. 1 | OFL § 30, nr. 2 | OFL § 31 | OFL § 32 | OFL § 33, nr. 1 | OFL § 33, nr. 2 |
    OFL § 33, nr. 3 | OFL § 33, nr. 4 | OFL § 33, nr. 5 | OFL § 35
  `),
  )
  expect(
    firstMissing(await textOf(page), ['7 arbejdsdage', '7 arbejdsdage', '20 arbejdsdage', 'under 15 år']),
  ).toBeNull()
})

test('a folded text opens without scripts', async () => {
  const { page } = await read(ACCESS)
  const law = page.getByText('Statens sikkerhed og rigets forsvar')
  expect(await law.isVisible()).toBe(false)
  await page.getByRole('heading', { name: 'Aktindsigt efter offentlighedsloven' }).click()
  expect(await law.isVisible()).toBe(true)
})

/** What a page tells search engines; null: nothing, so they may list it. */
async function robots(path: string) {
  const { page } = await visit(path, withoutScripts)
  const said = await page.locator('meta[name=robots]').all()
  return said[0] ? said[0].getAttribute('content') : null
}

test('search engines find the form, and leave out what somebody asked it', async () => {
  expect(await robots(FORM)).toBeNull()
  for (const asked of ['?modtaget=2026-12-18', '?modtaget=', '?klage=2026-12-18'])
    expect([asked, await robots(FORM + asked)]).toEqual([asked, expect.stringContaining('noindex')])
  expect((await ask(url, '/robots.txt')).text).not.toContain(FORM)
  expect((await ask(url, '/sitemap.xml')).text).toContain(`${FORM}</loc>`)
})

test.each(['/aktindsigt/andet', `${FORM}/andet`])('%s is no page', async (path) => {
  const { status, text } = await ask(url, path)
  expect([status, text.includes('Siden findes ikke')]).toEqual([404, true])
})
