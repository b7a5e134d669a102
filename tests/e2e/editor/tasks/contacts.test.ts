import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drag, find, publish, soon, useDesk } from './desk.ts'

const PRESS = '/om-kommunen/presse-og-kommunikation/pressekontakt'
const desk = useDesk()

/** The names of the press contacts, as visitors read them from above. */
async function names(): Promise<(string | undefined)[]> {
  const html = await (await fetch(desk.site.url + PRESS)).text()
  return [...html.matchAll(/<h4>([^<]+)<\/h4>/g)].map(([, name]) => name)
}

test('change a phone number', async () => {
  const page = await desk.logIn()
  await find(page, 'line christensen', 'Pressekontakt')
  await page.locator('#field-phones__0__number').fill('25 20 77 66')
  await publish(page)
  await expect.poll(() => desk.read(PRESS), soon).toContain('25 20 77 66')
  // By the former number nobody is found any more.
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Søg, eller sæt en adresse ind' }).fill('25 20 77 66')
  await page.getByRole('option').filter({ hasText: 'Line Christensen' }).waitFor()
  // The list and the form have it as visitors read it.
  await page.goto('/admin/collections/press-contacts')
  await page
    .getByRole('row', { name: /Line Christensen 25 20 77 66/ })
    .getByRole('link')
    .first()
    .click()
  await expect.poll(() => page.locator('#field-phones__0__number').inputValue()).toBe('25 20 77 66')
})

test('a new press contact with a photo and subjects, third in order', async () => {
  const page = await desk.logIn()
  await page.getByRole('link', { name: 'Pressekontakter' }).first().click()
  await page.waitForURL('**/press-contacts')
  await page.locator('.list-header').getByText('Opret ny', { exact: true }).click()
  await page.locator('#field-name').fill('Sofie Bang Madsen')
  await page.locator('#field-title').fill('Pressekonsulent')
  await page.locator('#field-phones__0__number').fill('25 20 10 10')
  for (const subject of ['svømmehaller', 'havnebad']) {
    await page.locator('.field-subjects input').fill(subject)
    await page.keyboard.press('Enter')
  }
  await page.locator('#field-photo').getByRole('button', { name: 'Opret ny' }).click()
  const drawer = page.getByRole('dialog')
  const create = { width: 400, height: 500, channels: 3, background: '#8fb8d8' } as const
  await drawer.locator('input[type=file]').setInputFiles({
    name: 'sofie.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp({ create }).jpeg().toBuffer(),
  })
  await drawer.getByLabel('Beskrivelse for dem, der ikke kan se billedet').fill('Sofie Bang Madsen')
  await drawer.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.locator('#field-photo .upload-relationship-details').waitFor()
  await publish(page)
  await expect.poll(names, soon).toContain('Sofie Bang Madsen')
  const before = await names()

  await page.goto('/admin/collections/press-contacts?limit=100', { waitUntil: 'networkidle' })
  const rows = page.locator('tbody tr')
  const own = rows.filter({ hasText: 'Sofie Bang Madsen' })
  await drag(page, own.locator('.sort-row'), rows.nth(2))
  await expect
    .poll(names, soon)
    .toEqual([
      ...before.slice(0, 2),
      'Sofie Bang Madsen',
      ...before.slice(2).filter((name) => name !== 'Sofie Bang Madsen'),
    ])

  const { page: visitor } = await desk.visit(PRESS, { baseURL: desk.site.url })
  const card = visitor.locator('main li', { hasText: 'Sofie Bang Madsen' })
  await card.getByText('Spørg mig om: svømmehaller, havnebad').waitFor()
  const photo = card.locator('img')
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate((one: HTMLImageElement) => one.naturalWidth), soon).toBe(160)
})
