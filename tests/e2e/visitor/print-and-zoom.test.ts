import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from '../tools/browser.ts'
import { ACCESS, allPages, contentPages, DEPARTMENT, PRESS } from '../tools/page-kinds.ts'

const { visit } = useBrowser()

/** The elements that extend past the right edge of the window. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls = document.documentElement.scrollWidth > width
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5 && !element.closest('svg'),
    )
    return scrolls ? wide.map(({ outerHTML }) => outerHTML.slice(0, 100)) : []
  })

// 320 px is 1280 px at 400 % zoom.
test.each(allPages)('%s needs no sideways scrolling at 320 px', async (_, path) => {
  const { page } = await visit(path, { viewport: { width: 320, height: 640 } })
  await page
    .locator('summary')
    .evaluateAll((found) => found.forEach((summary) => (summary as HTMLElement).click()))
  expect(await overflowing(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test.each(contentPages)('no heading or figure of %s breaks within a word', async (_, path) => {
  for (const width of [360, 768, 1280]) {
    const { page } = await visit(path, { viewport: { width, height: 900 } })
    const broken = await page.$$eval('main :is(h1, h2, h3, h4, li > strong):not(.sr)', (found) => {
      document.body.style.overflowWrap = 'normal'
      return found
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent)
    })
    expect([width, broken]).toEqual([width, []])
  }
})

test('all words of the organisation chart fit at 320 px', async () => {
  const { page } = await visit(DEPARTMENT, { viewport: { width: 320, height: 640 } })
  const cut = await page.$$eval('section li p', (boxes) =>
    boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map(({ textContent }) => textContent),
  )
  expect(cut).toEqual([])
})

test.each(contentPages)(
  '%s fits with wider spacing of letters, words and lines (WCAG 1.4.12)',
  async (_, path) => {
    for (const width of [320, 1280]) {
      const { page } = await visit(path, { viewport: { width, height: 900 } })
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('body *')) {
          element.style.lineHeight = '1.5'
          element.style.letterSpacing = '0.12em'
          element.style.wordSpacing = '0.16em'
        }
      })
      expect([width, await overflowing(page)]).toEqual([width, []])
    }
  },
)

test.each(contentPages)('%s fits when a reader has doubled the text size (WCAG 1.4.4)', async (_, path) => {
  for (const width of [390, 640, 1280]) {
    const { page, context } = await visit('about:blank', { viewport: { width, height: 900 } })
    const browser = await context.newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    await page.goto(path)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    expect([width, await overflowing(page)]).toEqual([width, []])
  }
})

test.each(contentPages)('%s prints its text without menus, forms or dark backgrounds', async (_, path) => {
  const { page } = await visit(path, { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('nav:visible, form:visible').count()).toBe(0)
  const folded = await page.$$eval('details > :not(summary)', (texts) =>
    texts
      // What is left out on paper is not folded.
      .filter((text) => getComputedStyle(text).display !== 'none' && text.parentElement?.checkVisibility())
      .filter((text) => text.getBoundingClientRect().height < 10)
      .map(({ textContent }) => textContent?.slice(0, 60)),
  )
  expect(folded).toEqual([])
  const texts = await page.$$eval('main *, footer *', (elements) =>
    elements
      .filter(
        (element) =>
          element.checkVisibility() &&
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
      )
      .map((element) => ({ html: element.outerHTML.slice(0, 100), colour: getComputedStyle(element).color })),
  )
  // Paper is white, because browsers do not print backgrounds, and whatever the window was.
  expect(texts.filter(({ colour }) => brightness(colour) > 130)).toEqual([])
})

/** The brightness of a colour `rgb(…)`, from 0 (black) to 255 (white). */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return 0.3 * red + 0.6 * green + 0.1 * blue
}

test.each([
  ['the press page', PRESS, ['99 82 10 82', '25 20 16 20']],
  ['the page on access to documents', ACCESS, ['99 31 16 66', '99 31 26 64']],
])('every phone number of %s is readable in print', async (_, path, some) => {
  const { page } = await visit(path)
  await page.emulateMedia({ media: 'print' })
  const numbers = await page.$$eval('main :not([hidden]) > a[href^="tel:"]', (links) =>
    links.map((link) => ({
      words: link.textContent,
      shown: link.checkVisibility(),
      size: Number.parseFloat(getComputedStyle(link).fontSize),
    })),
  )
  expect(numbers.map(({ words }) => words)).toEqual(expect.arrayContaining(some))
  for (const { words, shown, size } of numbers)
    expect([words, shown, size >= 12]).toEqual([words, true, true])
})
