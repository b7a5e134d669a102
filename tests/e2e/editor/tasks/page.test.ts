import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { publish, soon, useDesk } from './desk.ts'

const desk = useDesk()

const textOf = (block: Locator) => block.locator('.ContentEditable__root').last()

/** Adds a block below the others, as an editor chooses it. */
async function add(page: Page, block: string): Promise<Locator> {
  const rows = page.locator('#field-blocks > .blocks-field__rows > div')
  const before = await rows.count()
  await page.getByRole('button', { name: 'Tilføj Blok' }).click()
  await page.locator('.blocks-drawer__block').getByText(block, { exact: true }).click()
  await expect.poll(() => rows.count(), soon).toBe(before + 1)
  // Its texts come a moment after the rest, and move what stands below them.
  await textOf(rows.last()).waitFor()
  await expect.poll(() => rows.last().locator('.shimmer-effect').count(), soon).toBe(0)
  return rows.last()
}

test('a page with an accordion, a table and a box is previewed, approved without an account, and public', async () => {
  const page = await desk.logIn()
  await page.goto('/admin/sidetrae', { waitUntil: 'networkidle' })
  const row = page.getByRole('treegrid').getByRole('row').filter({ hasText: '/kontakt' }).first()
  await row.getByRole('link', { name: /^Opret underside/ }).click()
  await page.locator('#field-title').fill('Nye tider i svømmehallen')
  await page.locator('#field-summary').fill('Fra januar kan du svømme før arbejde.')

  const accordion = await add(page, 'Foldeliste')
  await accordion.locator('input[name$="items.0.title"]').fill('Hvad koster det?')
  await textOf(accordion).click()
  await page.keyboard.type('Det koster 45 kroner.')

  const text = await add(page, 'Tekst')
  await textOf(text).click()
  await text.locator('.toolbar-popup__dropdown-tabel').click()
  await page
    .locator('.toolbar-popup__dropdown-item')
    .getByText('Indsæt tabel', { exact: true })
    .last()
    .click()
  const cells = text.locator('th, td')
  await cells.first().waitFor()
  for (const [nth, words] of ['Dag', 'Åbner', 'Lukker', 'Hverdage', 'Kl. 6', 'Kl. 20'].entries()) {
    await cells.nth(nth).click()
    await page.keyboard.type(words)
  }

  const boxes = await add(page, 'Kontaktbokse')
  await boxes.getByText('Kun dem, jeg vælger').click()
  await boxes.locator('.rs__control').last().click()
  await page.getByRole('option', { name: 'By og Land', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Gem kladde', exact: true }).click()
  await page.waitForURL(/\/pages\/\d+/)

  await page.getByRole('button', { name: 'Forhåndsvis' }).click()
  const shown = page.frameLocator('iframe[title="Siden, som besøgende ser den"]')
  await shown.getByRole('heading', { name: 'Nye tider i svømmehallen', level: 1 }).waitFor()
  await shown.getByRole('cell', { name: 'Kl. 6' }).waitFor()
  await shown.getByText('Stigsborg Brygge 5').first().waitFor()
  await page.getByRole('button', { name: 'Luk forhåndsvisningen' }).click()

  const sharing = page.getByRole('region', { name: 'Delt uden login' })
  await sharing.getByRole('button', { name: 'Del kladden …' }).click()
  await sharing.getByLabel('Hvad er linket til?').fill('Til halinspektøren')
  await sharing.getByRole('button', { name: 'Lav linket' }).click()
  const address = await sharing.getByLabel('Linket, som vises denne ene gang').inputValue()

  const { page: outside } = await desk.visit(address, { baseURL: desk.site.url })
  await outside.getByRole('heading', { name: 'Nye tider i svømmehallen', level: 1 }).waitFor()
  await outside.getByText('Hvad koster det?').click()
  await outside.getByText('Det koster 45 kroner.').waitFor()
  await outside.getByLabel('Dit navn').fill('Anna Berg')
  await outside.getByRole('button', { name: 'Godkendt', exact: true }).click()
  await outside.getByText(/^Godkendt af Anna Berg/).waitFor()

  const slug = '/kontakt/nye-tider-i-svoemmehallen'
  expect(await desk.read(slug)).toBe('404')
  await page.reload()
  await sharing.getByText(/Godkendt af Anna Berg/).waitFor()
  await publish(page)
  for (const words of ['Det koster 45 kroner.', 'Kl. 20', 'Stigsborg Brygge 5'])
    await expect.poll(() => desk.read(slug), soon).toContain(words)
}, 90_000)
