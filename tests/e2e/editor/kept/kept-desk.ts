import type { BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { useBrowser } from '../../tools/browser.ts'

/** Gives a window somebody's session. */
export const enter = (context: BrowserContext, token: string): Promise<void> =>
  context.addCookies([
    { name: 'payload-token', value: token, url: inject('siteUrl'), sameSite: 'Lax', httpOnly: true },
  ])

/** A window of somebody's, with a session. @param visit of the file's browser */
export async function deskOf(
  visit: ReturnType<typeof useBrowser>['visit'],
  token: string,
  width = 1280,
): Promise<BrowserContext> {
  const { context, page } = await visit('about:blank', { viewport: { width, height: 900 } })
  await enter(context, token)
  await page.close()
  return context
}

/** Opens a form of the admin, such as `collections/people/7`. */
export async function openForm(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`/admin/${path}`, { waitUntil: 'networkidle' })
  return page
}

/** Resolves when the browser keeps a text that holds `words`. */
export const untilKept = (page: Page, words: string) =>
  page.waitForFunction(
    (words) =>
      Object.entries(localStorage).some(
        ([key, text]) => key.startsWith('kept-text:') && text.includes(words),
      ),
    words,
  )

/** How many texts the browser keeps. */
export const keptIn = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kept-text:')).length)

/** The banners of what was not saved. */
export const offers = (page: Page) => page.getByRole('region', { name: /^Du har tekst, der ikke blev gemt/ })

/** Presses a button that saves; the status of the answer. */
export async function save(page: Page, button: string | RegExp): Promise<number> {
  const answer = page.waitForResponse(
    (response) =>
      ['POST', 'PATCH'].includes(response.request().method()) &&
      /\/api\/(?!users|payload|preview)/.test(response.url()),
  )
  await page.getByRole('button', { name: button, exact: true }).click()
  return (await answer).status()
}
