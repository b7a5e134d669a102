import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeAll, inject } from 'vitest'
import { logIn } from '../../../tools/admin.ts'
import { useBrowser } from '../../../tools/browser.ts'

const { visit } = useBrowser()
export const siteUrl = inject('siteUrl')
export let editor: Awaited<ReturnType<typeof logIn>>
/** Today in Denmark by the site's clock. */
export let today: Temporal.PlainDate
/** What a test has made, to be taken away after it. */
export const made: string[] = []

beforeAll(async () => {
  editor = await logIn(siteUrl)
  const answer = await fetch(`${siteUrl}/api/press-duty`)
  today = Temporal.PlainDate.from(((await answer.json()) as { at: string }).at.slice(0, 10))
})
afterEach(async () => {
  for (const path of made.splice(0)) await editor.call('DELETE', path)
})

export type Doc = { id: number; date: string; from: string; to: string | null; reason: string }

/** The admin as somebody in that zone has it. */
export async function adminIn(timezoneId: string, width = 1280, token = editor.token) {
  const { page, context, expectNoErrors } = await visit('about:blank', {
    timezoneId,
    viewport: { width, height: 900 },
  })
  await context.addCookies([{ name: 'payload-token', value: token, url: siteUrl, sameSite: 'Lax' }])
  return { page, expectNoErrors }
}

/** A form is there once its scripts listen. */
export const open = (page: Page, path: string) =>
  page.goto(`/admin/collections/${path}`, { waitUntil: 'networkidle' })

/** What stands beneath a date field. */
export async function said(page: Page, field: string): Promise<string> {
  const id = await page.locator(field).getAttribute('aria-describedby')
  return page.locator(`[id="${id}"]`).innerText()
}

export async function save(
  page: Page,
  button: string | RegExp,
  collection: string,
): Promise<{ status: number; doc?: Doc }> {
  const answered = page.waitForResponse(
    (answer) => answer.url().includes(`/api/${collection}`) && answer.request().method() !== 'GET',
  )
  await page.getByRole('button', { name: button, exact: true }).click()
  const answer = await answered
  const { doc } = (await answer.json()) as { doc?: Doc }
  if (doc && answer.status() === 201) made.push(`/${collection}/${doc.id}`)
  return { status: answer.status(), doc }
}

export const newException = (data: object) =>
  editor.call<{ doc: Doc }>('POST', '/hours-exceptions', { appliesTo: 'calendar', ...data })

export async function findings(page: Page, selector: string) {
  const { violations } = await new AxeBuilder({ page }).include(selector).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
