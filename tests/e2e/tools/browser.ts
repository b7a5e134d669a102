import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { chromiumOptions } from './chromium.ts'

/** A Chromium for the tests of one file. `visit` opens a window whose console must stay free of errors. */
export function useBrowser() {
  let browser: Browser
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    browser = await chromium.launch(await chromiumOptions())
  })
  // A window opened before the first test stays for all of them.
  beforeEach(() => void contexts.splice(0))
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(() => browser.close())

  return {
    /** A page at `path` in a window of its own. */
    async visit(path: string, options: BrowserContextOptions & { baseURL?: string } = {}) {
      const context = await browser.newContext({
        baseURL: inject('siteUrl'),
        locale: 'da-DK',
        viewport: { width: 1280, height: 900 },
        ...options,
      })
      contexts.push(context)
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      const response = await page.goto(path)
      return { page, context, response, errors, expectNoErrors: () => expect(errors).toEqual([]) }
    },
  }
}

/** The headings of a page's content, in its order. */
export const headings = (page: Page) =>
  page.$$eval('main :is(h1, h2, h3, h4, h5)', (found) => found.map((heading) => heading.textContent))

/** All text of an element, folded or not, with single spaces. */
export const textOf = (page: Page, selector = 'main') =>
  page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' '))

/** The first of the words that is not in the text after the previous word; null if all of them are. */
export function firstMissing(text: string, words: string[]): string | null {
  let at = 0
  for (const word of words) {
    const found = text.indexOf(word, at)
    if (found === -1) return `»${word}« after »${text.slice(Math.max(0, at - 60), at)}«`
    at = found + word.length
  }
  return null
}
