import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { administrator } from '../../tools/start-site.ts'
import { deskOf, offers, openForm, save, untilKept } from './kept-desk.ts'

// A session tells before it ends; when it has, logging in brings the text back.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let keeper: Awaited<ReturnType<typeof logIn>>
let person: number
beforeAll(async () => {
  keeper = await logIn(siteUrl)
  const { doc } = await keeper.call<{ doc: { id: number } }>('POST', '/people', {
    name: 'Før',
    _status: 'published',
  })
  person = doc.id
})
afterAll(() => keeper.call('DELETE', `/people/${person}`))

async function logInHere(page: Page) {
  await page.waitForURL('**/admin/login?redirect=*')
  await page.locator('#field-email').fill(administrator.email)
  await page.locator('#field-password').fill(administrator.password)
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
  await page.waitForURL(`**/admin/collections/people/${person}`)
}

test('a save that is refused because the session has ended says so, and logging in brings the text back', async () => {
  const own = await logIn(siteUrl)
  const page = await openForm(await deskOf(visit, own.token), `collections/people/${person}`)
  await page.locator('#field-name').fill('Skrevet længe')
  await untilKept(page, 'Skrevet længe')
  await own.call('POST', '/users/logout')
  expect(await save(page, PUBLISH)).toBe(403)
  const told = page
    .locator('p')
    .filter({ hasText: 'Du er logget ud. Det, du har skrevet, er i denne browser' })
  await told.waitFor()
  const { violations } = await new AxeBuilder({ page }).include('div:has(> p):has(> button)').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  // The refusal stands above the bar while both are there.
  await page.locator('.toast-error').filter({ hasText: 'Du er ikke logget ind.' }).first().waitFor()
  const again = page.getByRole('button', { name: 'Log ind igen' })
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expect
      .poll(async () => {
        const toast = await page.locator('.toast-error').first().boundingBox()
        const bar = await page.locator('div:has(> p):has(> button)').last().boundingBox()
        return toast && bar && toast.y + toast.height <= bar.y
      })
      .toBe(true)
  }
  await again.click()
  await logInHere(page)
  await offers(page).getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => page.locator('#field-name').inputValue()).toBe('Skrevet længe')
  expect(await save(page, PUBLISH)).toBe(200)
  expect(await keeper.call('GET', `/people/${person}`)).toMatchObject({ name: 'Skrevet længe' })
})

/** A window whose clock the test moves. */
async function clockedForm(context: BrowserContext) {
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`/admin/collections/people/${person}`)
  await page.locator('#field-name').waitFor()
  await page.clock.runFor(5000)
  return page
}

test('before a session ends it can be prolonged; when it runs out, the text is offered after logging in', async () => {
  const own = await logIn(siteUrl)
  const page = await clockedForm(await deskOf(visit, own.token))
  const soon = page.getByText(/^Du bliver logget ud kl\. \d+\.\d\d\.$/)
  expect(await soon.count()).toBe(0)
  await page.clock.fastForward('07:51:00')
  await soon.waitFor()
  const prolonged = page.waitForResponse('**/api/users/refresh-token*')
  await page.getByRole('button', { name: 'Bliv logget ind' }).click()
  expect((await prolonged).status()).toBe(200)

  await page.locator('#field-name').fill('Skrevet til sidst')
  await page.clock.runFor(1000)
  await untilKept(page, 'Skrevet til sidst')
  await page.clock.fastForward('08:30:00')
  await page.waitForURL('**/admin/logout-inactivity?redirect=*')
  await page.getByText('Du er logget ud, fordi du ikke har gjort noget længe.').waitFor()
  // The server's clock has not moved.
  await own.call('POST', '/users/logout')
  await page.goto(`/admin/login?redirect=${encodeURIComponent(`/admin/collections/people/${person}`)}`)
  await logInHere(page)
  await page.clock.runFor(2000)
  await offers(page).waitFor()
  expect(await offers(page).getByLabel('Du skrev').inputValue()).toBe('Skrevet til sidst')
})
