import { once } from 'node:events'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { PRESS } from '../../tools/page-kinds.ts'
import { visit, withoutScripts, RESULTS, everybody, seen } from '../../tools/lists/contacts.ts'

const field = (page: Page) => page.locator('main [type=search]')
const spoken = (page: Page) => page.getByRole('main').getByRole('status').first()
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
  expect(await page.getByText('Pressevagten kan hjælpe dig videre').isVisible()).toBe(true)
  expect(asked).toEqual(['anders aen', 'kommunikationskonsulenter', 'qxqxqx'])
  await field(page).fill('')
  expect(await seen(page)).toEqual(everybody)
  expect(await page.getByText('Pressevagten kan hjælpe dig videre').isVisible()).toBe(false)
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

/** The contacts as they are drawn. An address is the same with and without its origin; links lead to what the page came with. */
const drawn = (page: Page) =>
  page
    .locator('main li:has(h4)')
    .evaluateAll(
      (items, origin) =>
        items.map((item) => item.outerHTML.replaceAll(origin, '').replace(/ id="person-[^"]*"/, '')),
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
    await route.fulfill({ response, body: html.replace(/<li id="[^"]*"><h4>Heidi.*?<\/li>/, '') })
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
