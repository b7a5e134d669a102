import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { useOwnSite } from '../../tools/own-site.ts'
import { administrator } from '../../tools/start-site.ts'
import { PUBLISH } from '../../tools/admin.ts'

/*
 * The tasks of an editor's day, each done in the real admin as an editor does it, and ending on the public page. Here: a phone
 * number, a new contact (contacts.test.ts), a page from its first block until it is public (page.test.ts), what changed and back, a
 * person on all pages, two in one story (together.test.ts). The others are with what they use: a closed day (../time/closing),
 * tomorrow at 8 and down on Friday (../time/planned), a branch that moves (../tree/desk-tree), forty contacts (../lists/lists).
 */

/** A Monday morning. */
const NOW = '2026-11-30T09:00:00+01:00'

export const soon = { timeout: 10_000, interval: 50 }

/** A site of its own, and a browser for whoever works on it. */
export function useDesk() {
  const { visit } = useBrowser()
  const site = useOwnSite({ SITE_CLOCK: NOW })

  return {
    site,
    visit,
    /** The admin of somebody who has just logged in, by typing. */
    async logIn({ email, password }: { email: string; password: string } = administrator): Promise<Page> {
      const { page } = await visit('/admin', {
        baseURL: site.url,
        viewport: { width: 1600, height: 1000 },
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Adgangskode').fill(password)
      await page.getByRole('button', { name: 'Log ind' }).click()
      await page.waitForURL('**/admin')
      await page.goto('/admin', { waitUntil: 'networkidle' })
      return page
    },
    /** What visitors read at an address now, without its tags. */
    async read(address: string): Promise<string> {
      const { status, text } = await ask(site.url, address)
      if (status !== 200) return String(status)
      const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
      return main.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    },
  }
}

/** Finds something as an editor does, from wherever they are, and opens it. */
export async function find(page: Page, words: string, kind: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Søg, eller sæt en adresse ind' }).fill(words)
  const found = page.getByRole('listbox', { name: 'Fundet' }).getByRole('option').filter({ hasText: kind })
  await found.first().click()
  await page.locator('.doc-controls').waitFor()
}

/** Makes public what a form holds. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: PUBLISH }).click()
  await page.locator('.toast-success').first().waitFor()
  // Until then leaving is asked about.
  await expect.poll(() => page.locator('#action-save').isEnabled(), soon).toBe(false)
}

/** Drags something by its handle to where something else is. */
export async function drag(page: Page, handle: Locator, onto: Locator): Promise<void> {
  await handle.scrollIntoViewIfNeeded()
  const from = await handle.boundingBox()
  const to = await onto.boundingBox()
  expect([from, to]).not.toContain(null)
  if (!from || !to) return
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2, from.y - 10, { steps: 5 })
  await page.mouse.move(to.x + to.width / 2, to.y + 2, { steps: 20 })
  await page.mouse.up()
}
