import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../tools/browser.ts'
import { ACCESS, allPages, PRESS } from '../tools/page-kinds.ts'

const { visit } = useBrowser()

const openAccordions = (page: Page) =>
  page.locator('summary').evaluateAll((found) => found.forEach((summary) => (summary as HTMLElement).click()))

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What the scheme of colours can change. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** The problems axe finds, each with its rule and elements. @param rules only these; null: all that there are */
async function findings(page: Page, rules: string[] | null = null) {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

test.each(allPages)('axe finds nothing wrong with %s, wide or narrow', async (_, path) => {
  for (const width of [1280, 320]) {
    const { page } = await visit(path, { viewport: { width, height: 900 } })
    expect([width, await findings(page)]).toEqual([width, []])
  }
})

test.each(allPages)('axe finds nothing wrong with %s in the dark scheme', async (_, path) => {
  const { page } = await visit(path, { colorScheme: 'dark' })
  expect(await findings(page, OF_COLOURS)).toEqual([])
})

test('axe finds nothing wrong with the page on access to documents unfolded', async () => {
  const { page } = await visit(ACCESS)
  await openAccordions(page)
  expect(await page.getByText('Statens sikkerhed og rigets forsvar').isVisible()).toBe(true)
  expect(await findings(page)).toEqual([])
})

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React writes these differently, with the same meaning: <br/>, charSet, value="" …
    'void-style': 'off',
    'attr-case': 'off',
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    // Next chooses the id of its root.
    'valid-id': ['error', { relaxed: true }],
    // The style sheet keeps numbers on one line with `white-space: nowrap`, which the rule cannot see.
    'tel-non-breaking': 'off',
    // The site's name is added after the page's title.
    'long-title': 'off',
  },
})

test.each(allPages)('html-validate finds nothing wrong with %s', async (_, path) => {
  const html = await (await fetch(inject('siteUrl') + path)).text()
  const { results } = await validator.validateString(html)
  const messages = results.flatMap((result) =>
    result.messages.map(
      ({ ruleId, message, offset }) => `${ruleId}: ${message} at ${html.slice(offset - 40, offset + 80)}`,
    ),
  )
  expect(messages).toEqual([])
})

test.each(allPages)('%s has one h1, no skipped heading level, landmarks and a language', async (_, path) => {
  const { page } = await visit(path, { javaScriptEnabled: false })
  expect(await page.locator('html').getAttribute('lang')).toBe('da')
  const levels = await page.$$eval('h1, h2, h3, h4, h5, h6', (found) =>
    found.map(({ tagName }) => Number(tagName[1])),
  )
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels[0]).toBe(1)
  for (const [index, level] of levels.entries())
    expect(level, `heading ${index} of ${levels}`).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  for (const landmark of ['banner', 'main', 'contentinfo', 'search'] as const)
    expect([landmark, await page.getByRole(landmark).count()]).toEqual([landmark, 1])
  expect(await page.getByRole('navigation', { name: 'Hovedmenu' }).count()).toBe(1)
})

test('the first Tab shows the skip link, which skips the menu', async () => {
  const { page } = await visit(PRESS)
  const skip = page.getByRole('link', { name: 'Spring til hovedindhold' })
  const topOf = async () => (await skip.boundingBox())?.y ?? -1
  expect(await topOf()).toBeLessThan(0)
  await page.keyboard.press('Tab')
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
  expect(await topOf()).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

/** Whether the focused element is visible, or where it is if not. */
const placeOfFocus = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom } = (document.activeElement as HTMLElement).getBoundingClientRect()
    // Browsers scroll by whole pixels.
    return top > -1 && bottom < innerHeight + 1
      ? 'in the window'
      : `from ${top} to ${bottom} of ${innerHeight}`
  })

test.each([
  ['the press page', PRESS],
  ['the page on access to documents', ACCESS],
])('Tab goes through %s in the order of its text, and every focused element is visible', async (_, path) => {
  const { page } = await visit(path)
  await openAccordions(page)
  const stops = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
      .filter((element) => element.checkVisibility())
      .map((element) => all.indexOf(element))
  })
  const walked: number[] = []
  while (walked.length < stops.length) {
    await page.keyboard.press('Tab')
    const { index, words, ringed } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return {
        index: [...document.querySelectorAll('*')].indexOf(element),
        words: `${element.tagName} ${element.textContent}`,
        ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      }
    })
    // A date field has four tab stops: day, month, year and calendar.
    if (index !== walked.at(-1)) walked.push(index)
    expect([words, ringed]).toEqual([words, true])
    await expect.poll(() => placeOfFocus(page), { message: words }).toBe('in the window')
  }
  expect(walked).toEqual(stops)
})

test('an accordion opens by keyboard, and its text stays in the page when folded', async () => {
  const { page } = await visit(ACCESS)
  const text = page.getByText('Du kan give en anden fuldmagt')
  expect(await text.isVisible()).toBe(false)
  expect(await text.count()).toBe(1)
  await page.locator('summary', { hasText: 'Partsaktindsigt' }).focus()
  await page.keyboard.press('Space')
  expect(await text.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  expect(await text.isVisible()).toBe(false)
})

test.each(allPages)(
  'everything clickable on %s is at least 24 px, or is in running text',
  async (_, path) => {
    for (const width of [1280, 320]) {
      const { page } = await visit(path, { viewport: { width, height: 900 } })
      await openAccordions(page)
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
          .filter((element) => element.checkVisibility() && element.getAttribute('href') !== '#indhold')
          // A link within a sentence is exempt (WCAG 2.5.8), but a link on its own line is not.
          .filter(
            ({ parentElement }) =>
              !(
                parentElement?.tagName === 'P' &&
                [...parentElement.childNodes].some(
                  (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 20,
                )
              ),
          )
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 23.5 || box.width < 23.5)
          .map(
            ({ element, box }) =>
              `${element.outerHTML.slice(0, 120)} ${Math.round(box.width)}×${box.height.toFixed(1)}`,
          ),
      )
      expect([width, small]).toEqual([width, []])
    }
  },
)

/** A shape before the words shows the status of the press duty and of each schedule. Forced colours keep its border. */
test.each(['active', 'none'] as const)(
  'the shapes of a status show with forced colours %s',
  async (forcedColors) => {
    const { page } = await visit(PRESS, { forcedColors })
    const shapes = await page.$$eval('[data-press-duty] p, [data-open] p', (found) =>
      found.flatMap((words) => {
        const { content, width, borderTopStyle, borderTopWidth } = getComputedStyle(words, '::before')
        if (content === 'none') return []
        return [
          {
            width: Number.parseFloat(width),
            drawn: borderTopStyle === 'solid' && Number.parseFloat(borderTopWidth) >= 1,
          },
        ]
      }),
    )
    // One for the duty and one for each schedule: the duty's own box, and seven more.
    expect(shapes).toHaveLength(1 + (await page.locator('[data-open]').count()))
    for (const shape of shapes) expect(shape).toEqual({ width: expect.any(Number), drawn: true })
    for (const { width } of shapes) expect(width).toBeGreaterThanOrEqual(10)
  },
)

test('nothing moves for people who prefer reduced motion', async () => {
  const { page, expectNoErrors } = await visit(PRESS, { reducedMotion: 'reduce' })
  const moving = await page.$$eval('*', (found) =>
    found
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
        return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth'
      })
      .map(({ tagName }) => tagName),
  )
  expect(moving).toEqual([])
  expectNoErrors()
})
