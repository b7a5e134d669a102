import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { sql } from '../../tools/sql.ts'

// A list out to a spreadsheet and in again, in the real admin, ending on the public page.

const { visit } = useBrowser()
const url = inject('siteUrl')
let editor: Awaited<ReturnType<typeof logIn>>

beforeAll(async () => {
  editor = await logIn(url)
})

afterAll(async () => {
  await sql(inject('siteDatabaseUrl'), `DELETE FROM redirects WHERE "from" LIKE '/indlaest/%'`)
  await editor.call('DELETE', '/press-contacts?where[title][equals]=Regnearkskonsulent')
})

async function open(list: string, width = 1280) {
  const { page, context, errors } = await visit('about:blank', { viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'payload-token', value: editor.token, url, sameSite: 'Lax' }])
  await page.goto(`/admin/collections/${list}`, { waitUntil: 'networkidle' })
  return { page, errors }
}

const part = (page: Page) => page.getByRole('region', { name: 'Listen som fil' })

/** Chooses a file in the list's own part, which is open, and tries it out. */
async function tryOut(page: Page, text: string, encoding: BufferEncoding = 'utf8') {
  const buffer = Buffer.from(text, encoding)
  await part(page).getByLabel('CSV-fil').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer })
  await part(page).getByRole('button', { name: 'Se, hvad der sker' }).click()
}

async function fetched(page: Page): Promise<{ file: string; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part(page).getByRole('link', { name: 'Hent CSV-fil' }).click(),
  ])
  return { file: await readFile(await download.path(), 'utf8'), name: download.suggestedFilename() }
}

/** Whether visitors find a contact by some words, which are on one page of a list that has several. */
const shown = async (words: string) => {
  const found = await fetch(`${url}/soeg/pressekontakt?q=${encodeURIComponent(words)}`)
  return (await found.text()).replaceAll(/<input[^>]*>|<title>.*?<\/title>/g, '').includes(words)
}

/** Where an old address leads. */
const at = async (path: string) => (await ask(url, path)).headers.location

test('forty contacts come from a spreadsheet, are public, go out and change in one go', async () => {
  const { page, errors } = await open('press-contacts')
  await page.getByRole('button', { name: 'Importér' }).click()
  const rows = Array.from(
    { length: 40 },
    (_, at) =>
      `Ark Person ${at + 1};Regnearkskonsulent;+45 25 20 ${10 + at} 20;regneark | æbler;Offentliggjort`,
  )
  await tryOut(page, ['Navn;Titel;Telefonnumre;Spørg mig om;Status', ...rows].join('\r\n'), 'latin1')
  await part(page).getByText('læst som Windows-1252').waitFor()
  await part(page).getByText('Forkert: 0 · Ny: 40').waitFor()
  await part(page).getByRole('button', { name: 'Gem 40 rækker' }).click()
  await page.getByText('40 rækker er gemt. 40 er nye.').waitFor()

  await expect.poll(() => shown('Ark Person 40'), { timeout: 10_000 }).toBe(true)

  await page.goto('/admin/collections/press-contacts?search=Regneark', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Eksportér' }).click()
  await part(page).getByText('de 40 rækker').waitFor()
  const { file, name } = await fetched(page)
  expect(name).toMatch(/^pressekontakter-[\d-]{10}\.csv$/)
  expect([file.slice(0, 4), file.trim().split('\r\n').length]).toEqual(['\uFEFFId;', 41])
  await page.getByRole('button', { name: 'Importér' }).click()
  await tryOut(page, file)
  await part(page).getByText('Ny: 0 · Ændret: 0 · Uændret: 40').waitFor()
  await part(page).getByText('Der er intet at gemme').waitFor()
  await tryOut(page, file.replace('25 20 49 20', '40 99 88 77'))
  await part(page).getByText('Telefonnumre: 25 20 49 20 → 40 99 88 77').waitFor()
  await part(page).getByRole('button', { name: 'Gem 1 række' }).click()
  const told = page.getByText('1 række er gemt. 1 er ændret')
  await told.waitFor()
  await part(page).getByRole('button', { name: 'Luk beskeden' }).click()
  await told.waitFor({ state: 'detached' })
  await expect.poll(() => shown('40 99 88 77'), { timeout: 10_000 }).toBe(true)
  expect(errors).toEqual([])
}, 120_000)

test.for([360, 768, 1280])('the parts can be used and read at %i pixels', async (width) => {
  const { page } = await open('press-contacts', width)
  for (const [name, text] of [
    ['Eksportér', 'Kolonnerne deles af'],
    ['Importér', 'Vælg en CSV-fil'],
  ] as const) {
    await part(page).getByRole('button', { name }).click()
    await part(page).getByText(text).waitFor()
    const { violations } = await new AxeBuilder({ page })
      .include('section[aria-label="Listen som fil"]')
      .analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }
  await part(page).getByText('Vælg CSV-fil …').waitFor()
  await tryOut(page, 'Navn;Telefonnumre;Titel\nNy Person;25201620;Chef\nEn anden med et langt navn;12;Chef\n')
  await part(page).getByText('Forkert: 1 · Ny: 1').waitFor()
  await part(page).getByText('Vælg en anden CSV-fil …').waitFor()
  expect(await part(page).getByRole('button', { name: /^Gem/ }).count()).toBe(0)
  const { violations } = await new AxeBuilder({ page })
    .include('section[aria-label="Listen som fil"]')
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await part(page).evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true)
})

test('redirects come from a file and lead on in public', async () => {
  const { page } = await open('redirects')
  await page.getByRole('button', { name: 'Importér' }).click()
  await tryOut(page, 'Fra;Til\n/a;/kontakt')
  await part(page).getByText('Kolonnerne kan ikke genkendes').waitFor()
  await tryOut(page, 'PK\u0003\u0004\0')
  await part(page).getByText('Filen er ikke en CSV-fil').waitFor()
  const head = 'Gammel adresse;Fører til\n'
  await tryOut(page, `${head}/Indlaest/b;/findes-ikke\n`)
  await part(page).getByText('Der er ingen side på »/findes-ikke«.').waitFor()
  const many = Array.from({ length: 500 }, (_, number) => `/Indlaest/Side.aspx?id=${number};/kontakt\n`)
  await tryOut(page, `${head}/Indlaest/Å.aspx?id=1;/kontakt\n${many.join('')}`)
  await part(page).getByRole('button', { name: 'Gem 501 rækker' }).click({ timeout: 60_000 })
  await page.getByText('501 rækker er gemt.').waitFor({ timeout: 60_000 })
  await expect.poll(() => at('/indlaest/side.ASPX?ID=499'), { timeout: 10_000 }).toBe('/kontakt')
  expect(await at(`/INDLAEST/${encodeURIComponent('å')}.aspx?id=1`)).toBe('/kontakt')
}, 120_000)
