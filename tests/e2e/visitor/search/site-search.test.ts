import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { ACCESS, DEPARTMENT, PRESS, STORY } from '../../tools/page-kinds.ts'
import { sql } from '../../tools/sql.ts'

const { visit } = useBrowser()

/** Types into the field at the top of a page and presses Enter, scripts off. */
async function search(query: string) {
  const { page, expectNoErrors } = await visit('/om-kommunen', { javaScriptEnabled: false })
  await page.locator('search [type=search]').fill(query)
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
  ['postit', 'Aktindsigt efter offentlighedsloven', ACCESS],
  ['partsaktindsigt', 'Partsaktindsigt', ACCESS],
  ['ombudsmand', 'Klage over afslag', ACCESS],
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

test('the words that were searched for are marked, however they are spelled', async () => {
  expect(await (await search('boern')).locator('main ol mark').allTextContents()).toContain('Børn')
  expect(await (await search('aktindsigter')).locator('main ol mark').allTextContents()).toContain(
    'Aktindsigt',
  )
})

test('with a typing error there is a suggestion, and what was meant is shown', async () => {
  const page = await search('partsaktinsigt')
  expect((await results(page)).map(({ title }) => title)).toContain('Partsaktindsigt')
  const suggestion = page
    .getByRole('main')
    .getByRole('link', { name: 'partsaktindsigt', exact: false })
    .first()
  expect(await page.getByRole('main').textContent()).toContain('Mente du')
  await suggestion.click()
  expect(new URL(page.url()).searchParams.get('q')?.toLowerCase()).toBe('partsaktindsigt')
  expect(await page.getByRole('main').textContent()).not.toContain('Mente du')
})

test('a filter shows one kind, a second one adds another, and both can be taken off', async () => {
  const page = await search('aktindsigt')
  const types = async () =>
    new Set((await results(page)).map(({ text }) => /^(Side|Aktindsigt|Kontakt)/.exec(text)?.[0]))
  const filter = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Vis kun' }).getByRole('link', { name })
  /** Presses a filter and waits for the page it leads to. */
  const press = async (name: RegExp) => {
    const href = (await filter(name).getAttribute('href')) ?? ''
    await filter(name).click()
    await page.waitForURL(new URL(href, page.url()).href)
  }
  expect((await types()).size).toBe(3)
  await press(/^Side/)
  expect(await types()).toEqual(new Set(['Side']))
  expect(await filter(/^Side/).getAttribute('aria-current')).toBe('true')
  const alone = (await results(page)).length
  expect(await page.locator('h1').textContent()).toBe(
    `${alone} resultat${alone === 1 ? '' : 'er'} for »aktindsigt«`,
  )
  await press(/^Kontakt/)
  expect(await types()).toEqual(new Set(['Side', 'Kontakt']))
  await press(/^Side/)
  expect(await types()).toEqual(new Set(['Kontakt']))
  await press(/Vis alle/)
  expect((await types()).size).toBe(3)
})

test('many results come in pages with links', async () => {
  const page = await search('a')
  const total = Number.parseInt((await page.locator('h1').textContent()) ?? '')
  expect(total).toBeGreaterThan(20)
  const first = await results(page)
  expect(first).toHaveLength(20)
  await page.getByRole('link', { name: 'Næste' }).click()
  const second = await results(page)
  expect(second.length).toBe(Math.min(20, total - 20))
  expect(second[0]).not.toEqual(first[0])
  expect(await page.locator('main ol').getAttribute('start')).toBe('21')
  await page.getByRole('link', { name: 'Forrige' }).click()
  expect(await results(page)).toEqual(first)
})

test('nothing found leads to all contacts first, and into the site; the press duty is for the press', async () => {
  const page = await search('qxqxqx')
  const ways = page.getByRole('main').getByRole('listitem').getByRole('link')
  expect(await ways.first().getAttribute('href')).toBe('/kontakt')
  expect(await page.getByRole('main').textContent()).not.toContain('99 82 10 82')
  // Which pages are opened most is decided by whoever opens them.
  const into = await ways.evaluateAll((links) =>
    links.slice(1).map((link) => link.getAttribute('href') ?? ''),
  )
  expect(into.length).toBeGreaterThan(1)
  for (const path of into) expect([path, (await ask(inject('siteUrl'), path)).status]).toEqual([path, 200])
})

test.each([
  '&page=0',
  '&page=-1',
  '&page=x',
  '&page=99999',
  '&page=999',
  '&type=x',
  '&type=side&type=side',
  '&page=1&page=2',
])('an address that ends in %s is no error', async (rest) => {
  const { response } = await visit(`/soeg?q=aktindsigt${rest}`, { javaScriptEnabled: false })
  expect(response?.status()).toBe(200)
})

const api = (query: string) => fetch(`${inject('siteUrl')}/api/search${query}`)

test('/api/search answers what its contract says', async () => {
  const answer = await api('?q=anders%20aen&unknown=1')
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await answer.json()).toEqual({
    query: 'anders aen',
    total: 1,
    results: [
      {
        title: 'Anders Aaen Larsen',
        url: `${inject('siteUrl')}${PRESS}#person-anders-aaen-larsen`,
        type: 'Pressekontakt',
        excerpt: 'Presse- og Kommunikationskonsulent',
      },
    ],
    suggestion: null,
  })
  const misspelled = (await (await api('?q=mollreup')).json()) as { suggestion: string }
  expect(misspelled.suggestion).toBe('Mollerup')
})

const run = (text: string) => sql(inject('siteDatabaseUrl'), text)

/** A page of the results of one search. */
const apiPage = async (number: number) => {
  const answer = await api(`?q=sidetalsproeve&page=${number}`)
  const { total, results } = (await answer.json()) as { total: number; results: { title: string }[] }
  return { status: answer.status, total, titles: results.map(({ title }) => title) }
}

test('/api/search has ten pages; those after are empty, still tell how many, and cost no search', async () => {
  onTestFinished(
    async () => void (await run(`DELETE FROM search.entries WHERE title LIKE 'Sidetalsprøve %'`)),
  )
  await run(
    `INSERT INTO search.entries (collection, id, part, kind, title, line, body, phones, acting, position)
     SELECT 'prøve', n, '', kind, 'Sidetalsprøve ' || kind || n, '', '', '{}', false, 'z'
     FROM generate_series(1, 125) AS n, unnest('{contact, guidance}'::text[]) AS kind`,
  )
  const pages = [await apiPage(1), await apiPage(9), await apiPage(10)]
  expect(pages.map(({ total, titles }) => `${titles.length} of ${total}`)).toEqual([
    '20 of 250',
    '20 of 250',
    '20 of 250',
  ])
  expect(new Set(pages.flatMap(({ titles }) => titles)).size).toBe(60)
  await run('ALTER FUNCTION search.find RENAME TO find_nothing')
  onTestFinished(async () => void (await run('ALTER FUNCTION search.find_nothing RENAME TO find')))
  for (const number of [11, 12, 100, 999])
    expect(await apiPage(number)).toEqual({ status: 200, total: 250, titles: [] })
})

test.each([
  ['?page=0', 'page'],
  ['?page=en', 'page'],
  ['?page=1&page=2', 'page'],
  [`?q=${'a'.repeat(201)}`, 'q'],
  ['?q=a&q=b', 'q'],
])('/api/search%s is refused in Danish, with the field', async (query, field) => {
  const answer = await api(query)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({
    error: { message: expect.stringMatching(/[a-zæøå]/) as unknown, field },
  })
})

test('nothing typed asks for a word', async () => {
  const page = await search('')
  expect(await page.getByRole('main').textContent()).toContain('Skriv, hvad du leder efter')
  expect(await results(page)).toEqual([])
})

test('nothing found is said the same whichever page is asked for', async () => {
  for (const rest of ['', '&page=2', '&page=999']) {
    const { page } = await visit(`/soeg?q=qxqxqx${rest}`, { javaScriptEnabled: false })
    expect([rest, await page.locator('h1').textContent()]).toEqual([rest, 'Ingen resultater for »qxqxqx«'])
  }
})

test('nothing found says what was searched for, what to do, and keeps what was typed', async () => {
  const page = await search('qxqxqx <i>')
  const said = (await page.getByRole('main').textContent()) ?? ''
  expect(said).toContain('Vi fandt ikke noget')
  expect(said).toContain('Find nummeret på den rette afdeling')
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
