import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { filledDatabase } from '../../tools/own-site.ts'
import { administrator, type RunningSite, startSite } from '../../tools/start-site.ts'

const { visit } = useBrowser()
const NEW = 'fire-uventede-grønne-lamper'
let site: RunningSite
let database: Awaited<ReturnType<typeof filledDatabase>>
let home: string

beforeAll(async () => {
  database = await filledDatabase(inject('siteDatabaseUrl'))
  home = mkdtempSync(path.join(os.tmpdir(), 'forgotten-'))
  site = await startSite({ DATABASE_URL: database.url, DATA_DIR: home })
})
afterAll(async () => {
  await site.stop()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

/** The letters that lie on the server, the newest first. */
function letters(): string[] {
  const folder = path.join(home, 'mail')
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .map((file) => readFileSync(file, 'utf8'))
}
const about = (subject: string) => letters().filter((letter) => letter.includes(`\nEmne: ${subject} – `))

async function askFor(email: string) {
  const { page, expectNoErrors } = await visit('/admin/login', { baseURL: site.url })
  await page.getByRole('link', { name: 'Glemt adgangskode' }).click()
  await page.getByRole('heading', { name: 'Glemt adgangskode' }).waitFor()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Få et link' }).click()
  return { page, expectNoErrors }
}

test('a start without a mail server says where mails lie', () => {
  expect(site.lines().filter(({ event }) => event === 'no-mail-server')).toEqual([
    expect.objectContaining({ level: 'info', msg: expect.stringContaining('DATA_DIR/mail') as unknown }),
  ])
})

test('who has forgotten a password chooses a new one by the link that lies on the server', async () => {
  const { page } = await askFor(administrator.email)
  await page.getByRole('heading', { name: 'Linket ligger på serveren' }).waitFor()
  expect(await page.locator('output').innerText()).toContain('i mappen »mail« under DATA_DIR')
  expect(await page.getByText(/succes/i).count()).toBe(0)
  const { violations } = await new AxeBuilder({ page }).include('form').analyze()
  expect(violations).toEqual([])
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/forgotten.png` })
  const [letter = ''] = about('Vælg en ny adgangskode')
  expect(letter).toContain(`\nTil: ${administrator.email}\n`)
  const [link = ''] = /^http\S+\/admin\/reset\/[\da-f]+$/m.exec(letter) ?? []
  expect(link).toMatch(`${site.url}/admin/reset/`)

  await page.goto(link, { waitUntil: 'networkidle' })
  const choose = async (password: string) => {
    // As a person types: Payload's form takes in what was typed a moment later.
    for (const field of [page.locator('#field-password'), page.locator('#field-confirm-password')]) {
      await field.fill('')
      await field.pressSequentially(password, { delay: 20 })
    }
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/reset-password'))
    await page.getByRole('button', { name: 'Ny adgangskode' }).click()
    return (await answered).status()
  }
  expect(await choose('sommerferie2026')).toBe(400)
  await page.getByText('Den er for let at gætte').first().waitFor()
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/reset.png` })
  expect(await choose(NEW)).toBe(200)
  await page.waitForURL('**/admin')
  await page.getByRole('heading', { name: 'Hjemmesiden sender ikke e-mail' }).waitFor()
  await expect.poll(() => about('Din adgangskode er skiftet')).toHaveLength(1)
  await logIn(site.url, { ...administrator, password: NEW })
  await expect.poll(() => about('Ny login på din konto')).not.toEqual([])
})

test('an address without an account gets the same answer, and no letter', async () => {
  const { page, expectNoErrors } = await askFor('ingen@example.dk')
  await page.getByRole('heading', { name: 'Linket ligger på serveren' }).waitFor()
  expect(about('Vælg en ny adgangskode')).toHaveLength(1)
  expectNoErrors()
})

test('no address, and too many, are told where one asks', async () => {
  const { page } = await askFor('ingen')
  expect(await page.getByRole('alert').first().innerText()).toContain('Skriv en e-mailadresse')
  await page.route('**/forgot-password', (route) =>
    route.fulfill({
      status: 503,
      json: { errors: [{ message: 'Hjemmesiden kan ikke sende e-mail lige nu.' }] },
    }),
  )
  await page.getByLabel('E-mail').fill('line@example.dk')
  await page.getByRole('button', { name: 'Få et link' }).click()
  await page.getByText('kan ikke sende e-mail lige nu').waitFor()
  expect(await page.getByRole('heading', { name: 'Glemt adgangskode' }).count()).toBe(1)
  await page.unroute('**/forgot-password')
  await page.route('**/forgot-password', (route) => route.abort())
  await page.getByRole('button', { name: 'Få et link' }).click()
  await page.getByText('Serveren svarer ikke').waitFor()
})
