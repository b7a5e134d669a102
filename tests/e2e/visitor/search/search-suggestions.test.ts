import { once } from 'node:events'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../../tools/browser.ts'
import { PRESS } from '../../tools/page-kinds.ts'

const { visit } = useBrowser()

const ANDERS = `${PRESS}#person-anders-aaen-larsen`

const field = (page: Page) => page.locator('search [type=search]')
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Forslag' })

/** The suggestions that are shown; none while the list is folded. */
const shown = (page: Page) => suggestions(page).getByRole('option').allTextContents()

/** The suggestion that Enter would follow, as a screen reader is told. */
const active = (page: Page) =>
  field(page).evaluate((input) => {
    const id = input.getAttribute('aria-activedescendant')
    const option = id === null ? null : document.getElementById(id)
    return option?.getAttribute('aria-selected') === 'true' ? option.textContent : null
  })

/** Types into the field at the top of a page and waits for suggestions. */
async function type(query: string, path = '/', options = {}) {
  const visited = await visit(path, options)
  await field(visited.page).pressSequentially(query)
  await suggestions(visited.page).waitFor()
  return visited
}

test('while one types people and pages are suggested, what they are is said, and how many', async () => {
  const { page, expectNoErrors } = await type('anders aen')
  expect(await page.getByRole('search').ariaSnapshot()).toBe(
    [
      '- search:',
      '  - text: Søg på aalborg.dk',
      '  - combobox "Søg på aalborg.dk" [expanded]: anders aen',
      '  - button "Søg"',
      '  - listbox "Forslag":',
      '    - option "Anders Aaen Larsen Pressekontakt"',
      '  - status: 1 forslag',
    ].join('\n'),
  )
  await field(page).fill('aktindsigt')
  await expect.poll(() => page.getByRole('status').first().textContent()).toBe('7 forslag')
  expect(await shown(page)).toHaveLength(7)
  expectNoErrors()
})

test('with the keyboard alone one gets from the front page to a person', async () => {
  const { page, expectNoErrors } = await visit('/')
  // Skip link, the name, three ways in, the field.
  for (let stop = 0; stop < 6; stop++) await page.keyboard.press('Tab')
  await page.keyboard.type('anders aen')
  await suggestions(page).waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await active(page)).toContain('Anders Aaen Larsen')
  expect(await field(page).inputValue()).toBe('anders aen')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${ANDERS}`)
  expectNoErrors()
})

test('the arrow keys go round by way of the field, the keys for the text leave the list', async () => {
  const { page } = await type('aktindsigt')
  const options = await shown(page)
  for (const option of [...options, null, options[0]]) {
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe(option)
  }
  await page.keyboard.press('ArrowUp')
  expect(await active(page)).toBeNull()
  await page.keyboard.press('ArrowUp')
  expect(await active(page)).toBe(options.at(-1))
  for (const [key, caret] of [
    ['Home', 0],
    ['End', 10],
    ['ArrowLeft', 9],
  ] as const) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(key)
    expect([key, await active(page)]).toEqual([key, null])
    expect(await field(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(caret)
  }
})

test('Enter without a choice searches for what was typed', async () => {
  const { page } = await type('aktindsigt')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/soeg?q=aktindsigt')
  expect(await page.title()).toContain('resultater for »aktindsigt«')
})

test('Escape folds the list, then empties the field; an arrow unfolds what was folded', async () => {
  const { page } = await type('aktindsigt')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  expect(await suggestions(page).isVisible()).toBe(false)
  expect(await field(page).getAttribute('aria-expanded')).toBe('false')
  expect(await active(page)).toBeNull()
  await page.keyboard.press('ArrowDown')
  expect(await suggestions(page).isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await field(page).inputValue()).toBe('aktindsigt')
  await page.keyboard.press('Escape')
  expect(await field(page).inputValue()).toBe('')
  await page.keyboard.press('ArrowDown')
  expect(await suggestions(page).isVisible()).toBe(false)
})

test('Tab leaves the field for the button and folds the list', async () => {
  const { page } = await type('aktindsigt')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Søg')
  expect(await suggestions(page).isVisible()).toBe(false)
})

test('a suggestion is followed by pressing on it, and the list is folded for the way back', async () => {
  const { page } = await type('anders aen')
  await suggestions(page).getByRole('option').first().click()
  await page.waitForURL(`**${ANDERS}`)
  await page.goBack()
  expect(await suggestions(page).isVisible()).toBe(false)
})

test('keys that belong to an input method are left to it', async () => {
  const { page } = await type('anders aen')
  await page.keyboard.press('ArrowDown')
  const wasTaken = await field(page).evaluate(
    (input) =>
      !input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true, bubbles: true }),
      ),
  )
  expect(wasTaken).toBe(false)
  expect(new URL(page.url()).pathname).toBe('/')
})

test('the field alone shows nothing, also with words in it, and asks nobody', async () => {
  const { page } = await visit('/soeg?q=aktindsigt')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await field(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await field(page).click()
  expect(await suggestions(page).isVisible()).toBe(false)
  expect(asked).toEqual([])
})

test('where nothing is found nothing is shown, and that is said', async () => {
  const { page } = await type('aktindsigt')
  const answer = page.waitForResponse(/suggestions\?q=qxqxqx$/)
  await field(page).fill('qxqxqx')
  await answer
  await suggestions(page).waitFor({ state: 'hidden' })
  expect(await page.getByRole('status').first().textContent()).toBe('Ingen forslag')
  expect(await field(page).getAttribute('aria-expanded')).toBe('false')
})

test('an answer that comes after a newer question is not shown', async () => {
  const { page } = await visit('/')
  const release = new AbortController()
  const held = once(release.signal, 'abort')
  await page.route('**/api/suggestions?q=anders', async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  const first = page.waitForRequest(/q=anders$/)
  await field(page).fill('anders')
  await first
  const givenUp = page.waitForEvent('requestfailed', (request) => request.url().endsWith('q=anders'))
  await field(page).fill('telefonomstillingen')
  await givenUp
  await suggestions(page).waitFor()
  release.abort()
  expect(await shown(page)).toEqual([expect.stringContaining('Telefonomstillingen')])
})

test.each(['abort', 'error'])('without suggestions (%s) the field searches as ever', async (kind) => {
  const { page, errors } = await visit('/')
  const failed = kind === 'abort' ? page.waitForEvent('requestfailed') : page.waitForEvent('requestfinished')
  await page.route('**/api/suggestions*', (route) =>
    kind === 'abort' ? route.abort() : route.fulfill({ status: 503, body: '<p>' }),
  )
  await field(page).fill('aktindsigt')
  await failed
  expect(await suggestions(page).isVisible()).toBe(false)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/soeg?q=aktindsigt')
  // That an address did not answer is the browser's own remark.
  expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([])
})

test.each([
  { width: 1280, forcedColors: 'none' },
  { width: 768, forcedColors: 'active' },
  { width: 320, forcedColors: 'none' },
] as const)(
  'the list is sound, large enough and within a window of $width, forced colours $forcedColors',
  async ({ width, forcedColors }) => {
    const { page } = await type('aktindsigt', '/', { viewport: { width, height: 700 }, forcedColors })
    await page.keyboard.press('ArrowDown')
    const { violations } = await new AxeBuilder({ page })
      .include('header')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
    for (const option of await suggestions(page).getByRole('option').all()) {
      const box = await option.boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(24)
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const outline = await suggestions(page)
      .locator('[aria-selected=true]')
      .evaluate((option) => getComputedStyle(option).outlineStyle)
    expect(outline).toBe('solid')
  },
)

test('from the results’ skip link the keyboard reaches field, filters, results and more results', async () => {
  const { page, expectNoErrors } = await visit('/soeg?q=a', { javaScriptEnabled: false })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const stops: string[] = []
  const focused = page.locator(':focus')
  const isLast = () => focused.evaluate((element) => element.getAttribute('rel') === 'next')
  do {
    await page.keyboard.press('Tab')
    const role = await focused.evaluate(
      (element) => element.closest('main nav, main form, main ol')?.tagName ?? 'elsewhere',
    )
    if (role !== stops.at(-1)) stops.push(role)
  } while (stops.length < 20 && !(await isLast()))
  expect(stops).toEqual(['FORM', 'NAV', 'OL', 'NAV'])
  await page.keyboard.press('Enter')
  await page.waitForURL('**/soeg?q=a&page=2')
  expect(await page.title()).toMatch(/^\d+ resultater for »a«, side 2 af 2 – /)
  expectNoErrors()
})

test('a screen reader hears a list of headings with links, filters with counts, and which is on', async () => {
  const { page } = await visit('/soeg?q=aktindsigt&type=aktindsigt')
  const results = page.getByRole('main').getByRole('list').last().getByRole('listitem')
  const count = await results.count()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    `${count} resultater for »aktindsigt«`,
  )
  expect(await page.title()).toContain(`${count} resultater for »aktindsigt«`)
  for (const result of await results.all())
    expect(await result.getByRole('heading', { level: 2 }).getByRole('link').count()).toBe(1)
  expect(await results.locator('mark').count()).toBeGreaterThan(count)
  const filters = page.getByRole('navigation', { name: 'Vis kun' })
  expect(await filters.getByRole('link', { name: /^Side \d+$/ }).getAttribute('aria-current')).toBeNull()
  expect(await filters.getByRole('link', { name: `Aktindsigt ${count}` }).getAttribute('aria-current')).toBe(
    'true',
  )
})

test('a page of results after the last one is the last one', async () => {
  const { page } = await visit('/soeg?q=a&page=9', { javaScriptEnabled: false })
  expect(await page.locator('main ol > li').count()).toBeGreaterThan(0)
  expect(await page.getByRole('navigation', { name: 'Flere resultater' }).textContent()).toContain(
    'Side 2 af 2',
  )
})

const api = (query: string) => fetch(`${inject('siteUrl')}/api/suggestions${query}`)

test('/api/suggestions answers at most seven of the first results', async () => {
  expect(await (await api('?q=anders%20aen&unknown=1')).json()).toEqual({
    query: 'anders aen',
    suggestions: [
      { text: 'Anders Aaen Larsen', url: `${inject('siteUrl')}${ANDERS}`, type: 'Pressekontakt' },
    ],
  })
  const { suggestions: many } = (await (await api('?q=a')).json()) as { suggestions: unknown[] }
  expect(many).toHaveLength(7)
})

test.each(['', '?q=', '?q=%20%25'])('/api/suggestions%s has none', async (query) => {
  const answer = await api(query)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ suggestions: [] })
})

test.each([`?q=${'a'.repeat(201)}`, '?q=a&q=b'])('/api/suggestions%s is refused in Danish', async (query) => {
  const answer = await api(query)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({
    error: { message: expect.stringMatching(/[a-zæøå]/) as unknown, field: 'q' },
  })
})
