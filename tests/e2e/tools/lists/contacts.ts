import type { Page } from 'playwright-core'
import { useBrowser } from '../browser.ts'
import { list, PRESS } from '../page-kinds.ts'

export const { visit } = useBrowser()
export const withoutScripts = { javaScriptEnabled: false }
export const RESULTS = '/soeg/pressekontakt'

export const everybody = list(`
    Line Christensen | Kirja Holland Thomsen | Trine Egeberg Henriksen | Caroline Kjær Anker |
    Niels Jahn Knudsen | Anders Aaen Larsen | Cornelius Corneliussen | Anna Kristine Mollerup |
    Heidi Gjesing Andersen
  `)

/** The contacts that can be seen, from the top. */
export const seen = (page: Page) => page.locator('main li h4:visible').allTextContents()

/** Types into the press page's field and presses Enter, as without scripts. */
export async function search(query: string) {
  const { page, expectNoErrors } = await visit(PRESS, withoutScripts)
  await page.locator('main [type=search]').fill(query)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${RESULTS}?*`)
  expectNoErrors()
  return page
}
