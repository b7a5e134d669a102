import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { sql } from '../../tools/sql.ts'

const { visit } = useBrowser()
const url = inject('siteUrl')
const person = { email: 'konto@example.dk', password: 'en-ganske-uventet-adgangskode' }
const NEW = 'fire-uventede-grønne-lamper'

let admin: Awaited<ReturnType<typeof logIn>>
let own: number
let page: Page

beforeAll(async () => {
  admin = await logIn(url)
  const data = { ...person, name: 'Kaja Holm', role: 'editor' }
  own = (await admin.call<{ doc: { id: number } }>('POST', '/users', data)).doc.id
})
// The browser still has it open, and deleting would be refused.
afterAll(() => sql(inject('siteDatabaseUrl'), `DELETE FROM users WHERE id = ${own}`))

async function logInBrowser(password: string): Promise<void> {
  ;({ page } = await visit('/admin/login'))
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Adgangskode').fill(password)
  await page.getByRole('button', { name: 'Log ind' }).click()
  await page.waitForURL('**/admin')
}

const present = () => page.getByLabel('Din nuværende adgangskode')

/** Presses »Gem«; answers the status, and what stands beside the fields. */
async function save(): Promise<[number, string[]]> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.locator('#action-save').click()
  const status = (await answered).status()
  if (status !== 200)
    await page
      .locator('.field-error, .tooltip--show, [role=alert]:has-text("ikke skiftet")')
      .first()
      .waitFor()
  return [status, await page.locator('.field-error, .tooltip--show').allInnerTexts()]
}

test('who changes a password in the admin gives the present one, and is told what is wrong', async () => {
  const elsewhere = await logIn(url, person)
  await logInBrowser(person.password)
  await page.goto('/admin/account', { waitUntil: 'networkidle' })
  expect(await present().count()).toBe(0)
  await page.getByRole('button', { name: 'Skift adgangskode' }).click()
  await present().waitFor()
  const fill = async (password: string, now: string) => {
    await page.locator('#field-password').fill(password)
    await page.locator('#field-confirm-password').fill(password)
    await present().fill(now)
  }
  await fill('sommerferie2026', person.password)
  expect((await save())[0]).toBe(400)
  // Payload has closed its fields by then: it stands in their place.
  const refused = page
    .getByRole('alert')
    .filter({ hasText: 'Adgangskoden er ikke skiftet. Den er for let at gætte' })
  await refused.waitFor()
  await page.getByRole('button', { name: 'Skift adgangskode' }).click()
  await fill(NEW, 'en-forkert-adgangskode')
  expect(await save()).toEqual([403, [expect.stringContaining('ikke din nuværende adgangskode')]])
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/account.png` })
  const { violations } = await new AxeBuilder({ page }).include('form').analyze()
  expect(
    violations.filter(({ nodes }) => nodes.some(({ html }) => html.includes('currentPassword'))),
  ).toEqual([])
  await present().fill(person.password)
  expect(await save()).toEqual([200, []])
  // Whoever did it stays; the others are out.
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.locator('#field-email').inputValue()).toBe(person.email)
  await expect.poll(() => elsewhere.call('GET', '/pages?limit=1').catch(String)).toContain('answered 403')
  await expect(logIn(url, person)).rejects.toThrow('401')
  await logIn(url, { ...person, password: NEW })
})

test('another address asks for it too, another name does not', async () => {
  await logInBrowser(NEW)
  await page.goto('/admin/account', { waitUntil: 'networkidle' })
  await page.locator('#field-name').fill('Kaja Holm Beck')
  expect(await present().count()).toBe(0)
  expect(await save()).toEqual([200, []])
  await page.locator('#field-email').fill('kaja@example.dk')
  await present().waitFor()
  expect(await save()).toEqual([400, [expect.stringContaining('Skriv din nuværende adgangskode')]])
  await present().fill(NEW)
  expect(await save()).toEqual([200, []])
  await expect.poll(() => present().count()).toBe(0)
  expect(await admin.call('GET', `/users/${own}`)).toMatchObject({ email: 'kaja@example.dk' })
})
