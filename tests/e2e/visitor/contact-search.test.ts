import { once } from 'node:events'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../tools/browser.ts'
import { list, PRESS } from '../tools/page-kinds.ts'

const { visit } = useBrowser()
const withoutScripts = { javaScriptEnabled: false }
const RESULTS = '/soeg/pressekontakt'

const everybody = list(`
    Line Christensen | Kirja Holland Thomsen | Trine Egeberg Henriksen | Caroline Kjær Anker |
    Niels Jahn Knudsen | Anders Aaen Larsen | Cornelius Corneliussen | Anna Kristine Mollerup |
    Heidi Gjesing Andersen
  `)

/** The contacts that can be seen, from the top. */
const seen = (page: Page) => page.locator('main li h4:visible').allTextContents()

/** Types into the press page's field and presses Enter, as without scripts. */
async function search(query: string) {
  const { page, expectNoErrors } = await visit(PRESS, withoutScripts)
  await page.locator('main [type=search]').fill(query)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${RESULTS}?*`)
  expectNoErrors()
  return page
}

test('without scripts »anders aen« finds Anders Aaen Larsen first, at an address of its own', async () => {
  const page = await search('anders aen')
  expect(new URL(page.url()).searchParams.get('q')).toBe('anders aen')
  expect((await seen(page))[0]).toBe('Anders Aaen Larsen')
  expect(await page.locator('main [type=search]').inputValue()).toBe('anders aen')
})

test('the button searches too', async () => {
  const { page } = await visit(PRESS, withoutScripts)
  await page.locator('main [type=search]').fill('heidi')
  await page.getByRole('main').getByRole('button', { name: 'Søg' }).click()
  await page.waitForURL(`**${RESULTS}?q=heidi`)
  expect(await seen(page)).toEqual(['Heidi Gjesing Andersen'])
})

test.each([
  ['kjær', ['Caroline Kjær Anker']],
  ['kjaer', ['Caroline Kjær Anker']],
  ['kjar', ['Caroline Kjær Anker']],
  ['KJÆR   caroline', ['Caroline Kjær Anker']],
  ['31 99 08 11', ['Anders Aaen Larsen']],
  ['31990811', ['Anders Aaen Larsen']],
  ['3199 0811', ['Anders Aaen Larsen']],
  ['+45 31 99 08 11', ['Anders Aaen Larsen']],
  ['+4531990811', ['Anders Aaen Larsen']],
  ['004531990811', ['Anders Aaen Larsen']],
  ['99 31 25 13', ['Niels Jahn Knudsen']],
  ['corneliusen', ['Cornelius Corneliussen']],
  ['mollreup', ['Anna Kristine Mollerup']],
  ['presseansvarlig', ['Line Christensen']],
  ['lich@aalborg.dk', ['Line Christensen']],
])('»%s« finds %s', async (query, names) => {
  const { page } = await visit(`${RESULTS}?q=${encodeURIComponent(query)}`, withoutScripts)
  expect(await seen(page)).toEqual(names)
})

test('without scripts the results say how many there are and lead back to everybody', async () => {
  const page = await search('kommunikationskonsulent')
  expect(await page.getByRole('main').textContent()).toContain('5 kontakter')
  await page.getByRole('link', { name: 'Vis alle' }).click()
  await expect.poll(() => seen(page)).toEqual(everybody)
})

test('nothing typed shows everybody', async () => {
  const page = await search('')
  expect(await seen(page)).toEqual(everybody)
  expect(await page.getByRole('main').textContent()).toContain('9 kontakter')
})

test('nothing found says so, what to do, and keeps what was typed', async () => {
  const page = await search('Åse "Qx" <b>')
  expect(await seen(page)).toEqual([])
  expect(await page.getByText('Vi fandt ikke noget').isVisible()).toBe(true)
  expect(await page.getByText('Du kan også ringe til os').isVisible()).toBe(true)
  expect(await page.locator('main [type=search]').inputValue()).toBe('Åse "Qx" <b>')
  expect(await page.locator('main b').count()).toBe(0)
})

test('search engines leave the results out', async () => {
  const { page, response } = await visit(`${RESULTS}?q=line`, withoutScripts)
  expect(response?.status()).toBe(200)
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
})

const field = (page: Page) => page.locator('main [type=search]')
const spoken = (page: Page) => page.getByRole('main').getByRole('status')
const isQuestion = /\/api\/contacts\?/

/** The press page, what it asks for, and every text that its status has said since. */
async function visitPress(options = {}) {
  const { page, errors, expectNoErrors } = await visit(PRESS, options)
  const asked: string[] = []
  page.on('request', (request) => {
    if (isQuestion.test(request.url())) asked.push(new URL(request.url()).searchParams.get('q') ?? '')
  })
  await spoken(page).evaluate((status) => {
    const said: string[] = []
    new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    Object.assign(window, { said })
  })
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  return { page, asked, said, errors, expectNoErrors }
}

test('the list narrows while typing to what the server finds, and the count is spoken', async () => {
  const { page, asked, said, expectNoErrors } = await visitPress()
  expect(await spoken(page).textContent()).toBe('9 kontakter')
  await field(page).fill('anders aen')
  await expect.poll(() => seen(page)).toEqual(['Anders Aaen Larsen'])
  await field(page).fill('kommunikationskonsulenter')
  await expect.poll(() => seen(page)).toHaveLength(5)
  await field(page).fill('qxqxqx')
  await expect.poll(() => seen(page)).toEqual([])
  expect(await page.getByText('Du kan også ringe til os').isVisible()).toBe(true)
  expect(asked).toEqual(['anders aen', 'kommunikationskonsulenter', 'qxqxqx'])
  await field(page).fill('')
  expect(await seen(page)).toEqual(everybody)
  expect(await page.getByText('Du kan også ringe til os').isVisible()).toBe(false)
  expect(asked).toHaveLength(3)
  expect(await said()).toEqual([
    '1 kontakt',
    '5 kontakter',
    expect.stringContaining('Vi fandt ikke noget'),
    '9 kontakter',
  ])
  expectNoErrors()
})

test('who types on is asked for once, and the same count is not spoken twice', async () => {
  const { page, asked, said } = await visitPress()
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(3_600_000)
  await field(page).pressSequentially('anders aen')
  await page.clock.runFor(149)
  expect(asked).toEqual([])
  await page.clock.runFor(1)
  await expect.poll(() => seen(page)).toEqual(['Anders Aaen Larsen'])
  await field(page).fill('heidi')
  await page.clock.runFor(150)
  await expect.poll(() => seen(page)).toEqual(['Heidi Gjesing Andersen'])
  await field(page).fill('   ')
  expect(await seen(page)).toEqual(everybody)
  expect(asked).toEqual(['anders aen', 'heidi'])
  expect(await said()).toEqual(['1 kontakt', '9 kontakter'])
})

/** The contacts as they are drawn; an address is the same with and without its origin. */
const drawn = (page: Page) =>
  page
    .locator('main li:has(h4)')
    .evaluateAll(
      (items, origin) => items.map((item) => item.outerHTML.replaceAll(origin, '')),
      inject('siteUrl'),
    )

test('the narrowed list is what the results page finds, in the same order and drawn alike', async () => {
  const { page } = await visit(PRESS)
  for (const query of [
    'anders',
    'kjar',
    'k',
    '25 20',
    'kommunikation leder',
    'pressse',
    'aalborg.dk',
    'journalister',
  ]) {
    const answer = page.waitForResponse(isQuestion)
    await field(page).fill(query)
    await answer
    const { page: results } = await visit(`${RESULTS}?q=${encodeURIComponent(query)}`, withoutScripts)
    const expected = (await drawn(results)).map((item) => item.replaceAll('<!-- -->', ''))
    await expect
      .poll(async () => [query, ...(await drawn(page)).map((item) => item.replaceAll('<!-- -->', ''))])
      .toEqual([query, ...expected])
  }
})

test('a contact that the page does not list is found all the same', async () => {
  const { page } = await visit('about:blank')
  await page.route(`**${PRESS}`, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    await route.fulfill({ response, body: html.replace(/<li><h4>Heidi.*?<\/li>/, '') })
  })
  await page.goto(PRESS)
  expect(await seen(page)).not.toContain('Heidi Gjesing Andersen')
  await field(page).fill('heidi')
  await expect.poll(() => seen(page)).toEqual(['Heidi Gjesing Andersen'])
  expect(await page.locator('main li a[href^="tel:"]:visible').textContent()).toBe('25 19 94 02')
  await field(page).fill('')
  expect(await seen(page)).toEqual(everybody.slice(0, -1))
})

test('an answer that comes after a newer question is not shown; until then the old list stays', async () => {
  const { page, said } = await visitPress()
  const release = new AbortController()
  const held = once(release.signal, 'abort')
  await page.route(/\/api\/contacts\?q=(heidi|anders)$/, async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  await field(page).fill('caroline')
  await expect.poll(() => seen(page)).toEqual(['Caroline Kjær Anker'])
  const first = page.waitForRequest(/q=heidi$/)
  await field(page).fill('heidi')
  await first
  expect(await seen(page)).toEqual(['Caroline Kjær Anker'])
  const givenUp = page.waitForEvent('requestfailed', (request) => request.url().endsWith('q=heidi'))
  const second = page.waitForRequest(/q=anders$/)
  await field(page).fill('anders')
  await Promise.all([givenUp, second])
  expect(await seen(page)).toEqual(['Caroline Kjær Anker'])
  await field(page).fill('trine')
  await expect.poll(() => seen(page)).toEqual(['Trine Egeberg Henriksen'])
  release.abort()
  await field(page).fill('')
  expect(await seen(page)).toEqual(everybody)
  expect(await said()).toEqual(['1 kontakt', '9 kontakter'])
})

test.each(['abort', 429, 503, 'no JSON'] as const)(
  'without an answer (%s) all contacts are there, nothing is said, and the form searches as ever',
  async (kind) => {
    const { page, said, errors } = await visitPress()
    await field(page).fill('caroline')
    await expect.poll(() => seen(page)).toEqual(['Caroline Kjær Anker'])
    await page.route(isQuestion, (route) =>
      kind === 'abort'
        ? route.abort()
        : route.fulfill(
            kind === 'no JSON'
              ? { status: 200, body: '<p>' }
              : { status: kind, json: { error: { message: 'Prøv igen' } } },
          ),
    )
    await field(page).fill('heidi')
    await expect.poll(() => seen(page)).toEqual(everybody)
    const answer =
      kind === 'abort' ? page.waitForEvent('requestfailed') : page.waitForEvent('requestfinished')
    await field(page).fill('heidi g')
    await answer
    expect(await seen(page)).toEqual(everybody)
    expect(await said()).toEqual(['1 kontakt', '9 kontakter'])
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${RESULTS}?q=heidi+g`)
    expect(await seen(page)).toEqual(['Heidi Gjesing Andersen'])
    // That an address did not answer is the browser's own remark.
    expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([])
  },
)

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test.each([1280, 320])(
  'axe finds nothing wrong with what was found, %s wide, nor does it leave the window',
  async (width) => {
    const { page } = await visit(PRESS, { viewport: { width, height: 800 } })
    for (const [query, count] of [
      ['anders', 2],
      ['qxqxqx', 0],
      ['', 9],
    ] as const) {
      await field(page).fill(query)
      await expect.poll(() => seen(page)).toHaveLength(count)
      expect([query, await axe(page)]).toEqual([query, []])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  },
)

test('with scripts Enter still leads to the results’ own address, and the way back to what was typed', async () => {
  const { page } = await visit(PRESS)
  await field(page).pressSequentially('kjaer')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${RESULTS}?q=kjaer`)
  expect(await seen(page)).toEqual(['Caroline Kjær Anker'])
  await page.goBack()
  await expect.poll(() => field(page).inputValue()).toMatch(/^(kjaer)?$/)
  const expected = (await field(page).inputValue()) ? ['Caroline Kjær Anker'] : everybody
  await expect.poll(() => seen(page)).toEqual(expected)
})

type Answer = {
  query: string
  total: number
  contacts: { name: string; title: string; phones: string[]; email: string | null; url: string }[]
}
const api = (query: string) => fetch(`${inject('siteUrl')}/api/contacts${query}`)

test('/api/contacts answers what its contract says', async () => {
  const answer = await api('?q=anders%20aen&unknown=1')
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const { query, total, contacts } = (await answer.json()) as Answer
  expect({ query, total }).toEqual({ query: 'anders aen', total: 1 })
  expect(contacts).toEqual([
    {
      name: 'Anders Aaen Larsen',
      title: 'Presse- og Kommunikationskonsulent',
      phones: ['+4531990811'],
      email: null,
      url: expect.stringMatching(/^http.*\/anders-aaen-larsen\.vcf$/),
    },
  ])
  expect((await fetch(contacts[0]?.url ?? '')).status).toBe(200)
})

test('/api/contacts gives everybody in the editors’ order, and no more than was asked for', async () => {
  const all = (await (await api('')).json()) as Answer
  expect(all.contacts.map(({ name }) => name)).toEqual(everybody)
  const two = (await (await api('?limit=2')).json()) as Answer
  expect([two.total, two.contacts.length]).toEqual([9, 2])
})

test.each([
  ['?limit=0', 'limit'],
  ['?limit=101', 'limit'],
  ['?limit=en', 'limit'],
  ['?limit=1&limit=2', 'limit'],
  [`?q=${'a'.repeat(201)}`, 'q'],
  ['?q=a&q=b', 'q'],
])('/api/contacts%s is refused in Danish, with the field', async (query, field) => {
  const answer = await api(query)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ error: { message: expect.stringMatching(/[a-zæøå]/), field } })
})
