import { AxeBuilder } from '@axe-core/playwright'
import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { administrator } from '../../tools/start-site.ts'

// As an editor meets it: on their account, and when they log in.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
const person = { email: 'to-trin@example.dk', password: 'fire-uventede-blå-lamper' }

let admin: Awaited<ReturnType<typeof logIn>>
let id: number
beforeAll(async () => {
  admin = await logIn(siteUrl)
  const data = { ...person, name: 'To Trin', role: 'editor' }
  id = (await admin.call<{ doc: { id: number } }>('POST', '/users', data)).doc.id
})
afterAll(() => admin.call('DELETE', `/users/${id}`))

async function typePassword(page: Page) {
  await page.goto('/admin/login')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Adgangskode').fill(person.password)
  await press(page, 'Log ind')
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const isIn = (page: Page) => page.waitForURL(/\/admin\/?$/)
/** What a browser tells of besides refused logins and passwords, which these are about. */
const unexpected = (errors: string[]) => errors.filter((error) => !/status of 40[13] /.test(error))
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })
const seriousOf = async (page: Page, part: string) =>
  (await new AxeBuilder({ page }).include(part).analyze()).violations.map(({ id: rule, nodes }) => [
    rule,
    nodes[0]?.html,
  ])

test('an app is set up, asked for, and a wrong code tells what to do', async () => {
  const { page, errors } = await visit('/admin/login')
  await typePassword(page)
  await isIn(page)
  await page.goto('/admin/account')
  await press(page, 'Sæt en app op')
  await page.getByLabel('Din nuværende adgangskode').fill('en-forkert-adgangskode')
  await press(page, 'Sæt en app op')
  await page.getByText('Det er ikke din nuværende adgangskode.').waitFor()
  await page.getByLabel('Din nuværende adgangskode').fill(person.password)
  await press(page, 'Sæt en app op')
  await page.getByAltText('Firkantet kode til appen').waitFor()
  const section = 'section:has(> h2)'
  expect(await seriousOf(page, section)).toEqual([])
  const secret = (await page.locator(`${section} code`).innerText()).replaceAll(' ', '')
  await page.getByLabel('Koden, som appen viser').fill(codeOf(secret, -1))
  await press(page, 'Bekræft')
  await page.getByText('Jeg har gemt dem').waitFor()
  const codes = await page.locator('section[aria-label=Reservekoder] li').allInnerTexts()
  expect(codes).toHaveLength(10)
  await press(page, 'Jeg har gemt dem')
  await page.getByText('10 reservekoder tilbage').waitFor()

  const { page: other } = await visit('/admin/login')
  await typePassword(other)
  const field = other.getByLabel('Kode fra din app, eller en af dine reservekoder')
  await field.fill('000000')
  expect(await seriousOf(other, 'form')).toEqual([])
  await press(other, 'Log ind')
  await other.getByText('Koden er forkert, eller den er brugt. Skriv den næste, som appen viser.').waitFor()
  await field.fill(codeOf(secret))
  await press(other, 'Log ind')
  await isIn(other)

  const { page: third } = await visit('/admin/login')
  await typePassword(third)
  await third.getByLabel('Kode fra din app, eller en af dine reservekoder').fill(codes[0] ?? '')
  await press(third, 'Log ind')
  await isIn(third)
  await third.goto('/admin/account')
  await third.getByText('9 reservekoder tilbage').waitFor()
  await press(third, 'Fjern appen')
  await third.getByLabel('Din nuværende adgangskode').fill(person.password)
  await third.getByLabel('Din nuværende adgangskode').press('Enter')
  await third.getByRole('button', { name: 'Sæt en app op' }).waitFor()
  expect(unexpected(errors)).toEqual([])
})

test('a passkey is made and logs in', async () => {
  const { page, context, errors } = await visit('/admin/login')
  const browser = await context.newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await typePassword(page)
  await isIn(page)
  await page.goto('/admin/account')
  await press(page, 'Lav en adgangsnøgle')
  await page.getByLabel('Din nuværende adgangskode').fill(person.password)
  await press(page, 'Lav en adgangsnøgle')
  await press(page, 'Jeg har gemt dem')
  expect(await page.getByText(/^Adgangsnøgle: /).innerText()).toMatch(/^Adgangsnøgle: \w+/)

  await context.clearCookies()
  await typePassword(page)
  await press(page, 'Brug din adgangsnøgle')
  await isIn(page)

  // A colleague who has lost it is helped by an administrator.
  const { page: chief, context: chiefs } = await visit('about:blank')
  await chiefs.addCookies([{ name: 'payload-token', value: admin.token, url: siteUrl, sameSite: 'Lax' }])
  await chief.goto(`/admin/collections/users/${id}`)
  await press(chief, 'Fjern app, adgangsnøgler og reservekoder')
  await chief.getByLabel('Din nuværende adgangskode').fill('forkert-forkert-forkert')
  await press(chief, 'Fjern alt')
  await chief.getByText('Det er ikke din nuværende adgangskode.').waitFor()
  await chief.getByLabel('Din nuværende adgangskode').fill(administrator.password)
  await press(chief, 'Fjern alt')
  await chief.getByText('Fjernet. Kontoen er logget ud alle steder.').waitFor()
  await page.goto('/admin')
  await page.waitForURL(/\/admin\/login/)
  await typePassword(page)
  await isIn(page)
  expect(unexpected(errors)).toEqual([])
})
