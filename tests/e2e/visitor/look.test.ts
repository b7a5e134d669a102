import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from '../tools/browser.ts'
import { contentPages, DEPARTMENT, PRESS, STORY } from '../tools/page-kinds.ts'

const { visit } = useBrowser()

test('on a small phone the front page shows without scrolling who answers the press now, the number and the search', async () => {
  const { page } = await visit('/', {
    viewport: { width: 360, height: 640 },
    javaScriptEnabled: false,
  })
  const seen = page.locator('[data-press-duty]')
  expect(await seen.locator('[data-part=now]').textContent()).toMatch(/svarer nu|lukket nu/i)
  for (const part of [
    seen.locator('[data-part=now]'),
    seen.locator('a[href^="tel:"]'),
    page.locator('search'),
  ]) {
    const box = await part.boundingBox()
    expect(box && box.y + box.height).toBeLessThanOrEqual(640)
  }
})

test('on a desk who answers the press is one line above the six tasks, all in the first view', async () => {
  const { page } = await visit('/', { viewport: { width: 1280, height: 900 } })
  const parts = await page
    .locator('[data-press-duty] p')
    .evaluateAll((found) => found.map((part) => part.getBoundingClientRect().bottom))
  expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(12)
  const tasks = page.locator('main li')
  expect(await tasks.count()).toBe(6)
  const last = await tasks.last().boundingBox()
  expect(last && last.y + last.height).toBeLessThanOrEqual(900)
})

const contents = (page: Page) => page.getByRole('navigation', { name: 'På denne side' })

test('a long page lists its main headings first, each leads there, and other pages have no such list', async () => {
  const { page } = await visit(STORY, { javaScriptEnabled: false })
  const headings = await page.locator('main h2').allTextContents()
  expect(await contents(page).getByRole('link').allTextContents()).toEqual(headings)
  await contents(page).getByRole('link', { name: 'Fem vigtige spørgsmål' }).click()
  const heading = page.getByRole('heading', { name: 'Fem vigtige spørgsmål' })
  expect(await page.locator(':target').textContent()).toBe(await heading.textContent())
  for (const path of ['/', '/om-kommunen', '/kontakt', DEPARTMENT, PRESS]) {
    await page.goto(path)
    expect([path, await contents(page).count()]).toEqual([path, 0])
  }
})

test('on a phone the contact page lists its boxes first, folded; each leads to its own', async () => {
  const { page } = await visit('/kontakt', {
    viewport: { width: 360, height: 640 },
    javaScriptEnabled: false,
  })
  const boxes = await page.locator('main h2').allTextContents()
  await page.locator('summary', { hasText: 'På denne side' }).click()
  expect(await contents(page).getByRole('link').allTextContents()).toEqual(boxes)
  await contents(page).getByRole('link', { name: 'By og Land' }).click()
  const box = await page.locator(':target').boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect(box?.y).toBeLessThan(100)
  await page.setViewportSize({ width: 768, height: 900 })
  expect(await contents(page).count()).toBe(0)
})

test('the organisation chart leads to each unit on its page, and keeps staff functions apart', async () => {
  const { page } = await visit(DEPARTMENT)
  const chart = page.locator('section', { has: page.getByRole('heading', { name: /^Organisationsdiagram/ }) })
  const links = await chart
    .locator('a')
    .evaluateAll((found) => found.map((link) => [link.textContent, link.getAttribute('href') ?? '']))
  expect(links).toHaveLength(20)
  for (const [name, href] of links) expect(await page.locator(href ?? '').textContent()).toContain(name)
  const staff = chart.locator('li', { hasText: 'Stabsfunktioner' }).last()
  expect(await staff.locator('ul a').allTextContents()).toEqual([
    'Kantinen',
    'Budtjenesten',
    'Rengøringsenheden',
  ])
})

test.each(contentPages.filter(([, path]) => path !== PRESS))(
  'headings, texts and cards of %s begin at one line',
  async (_, path) => {
    for (const width of [320, 768, 1280, 1920]) {
      const { page } = await visit(path, { viewport: { width, height: 900 } })
      const lefts = await page.$$eval(
        'main h1, main section > h2, main section > div, main section > div > *',
        (found) =>
          found
            .filter(
              (part) =>
                part.checkVisibility() &&
                // The second of two that stand side by side has a line of its own.
                !part.matches('.sr, [data-press-duty] *, section section *, [data-half] + [data-half] *'),
            )
            .map((part) => Math.round(part.getBoundingClientRect().left)),
      )
      expect([width, [...new Set(lefts)]]).toEqual([width, [lefts[0]]])
    }
  },
)

/** The texts that the ring of the focused element is drawn over. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement
    // The skip link lies over the name of the site while it has the focus.
    if (focused.matches('[href="#indhold"]')) return []
    const style = getComputedStyle(focused)
    const inner = Number.parseFloat(style.outlineOffset)
    const outer = inner + Number.parseFloat(style.outlineWidth)
    const rings = [...focused.getClientRects()]
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (texts.nextNode()) {
      const node = texts.currentNode
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility() || parent.closest('.sr')) continue
      if (focused.contains(node)) continue
      const range = document.createRange()
      const words = node.textContent
      range.setStart(node, words.length - words.trimStart().length)
      range.setEnd(node, words.trimEnd().length)
      for (const text of range.getClientRects()) {
        // Letters do not fill the height of their line: what is above capitals and below the base line is left out.
        const [top, bottom] = [text.top + text.height * 0.2, text.bottom - text.height * 0.2]
        if (
          rings.some(
            (ring) =>
              text.left < ring.right + outer - 1 &&
              text.right > ring.left - outer + 1 &&
              top < ring.bottom + outer &&
              bottom > ring.top - outer,
          )
        )
          found.push(node.textContent.trim().slice(0, 40))
      }
    }
    return found.length ? [focused.outerHTML.slice(0, 100), ...found] : []
  })

test.each(contentPages)('the ring of what has the focus on %s covers no text', async (_, path) => {
  for (const width of [1280, 360]) {
    const { page } = await visit(path, { viewport: { width, height: 900 } })
    const stops = await page.locator('a[href], button, input, select, summary').count()
    const found: string[][] = []
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press('Tab')
      const texts = await covered(page)
      if (texts.length) found.push(texts)
    }
    expect([width, found]).toEqual([width, []])
  }
})
