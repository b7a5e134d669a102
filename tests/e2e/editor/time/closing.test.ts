import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { useBrowser } from '../../tools/browser.ts'
import { useOwnSite } from '../../tools/own-site.ts'
import { PUBLISH } from '../../tools/admin.ts'
import { boxOnPage, commonDaysOnPage } from './contact-page.ts'

// One department is closed one day and all on another, in the admin; the public page tells of both, each where it holds.

const { visit } = useBrowser()
const site = useOwnSite({ SITE_CLOCK: '2026-11-30T09:00:00+01:00' })

type Listed = { docs: { id: number; name: string }[] }
type Made = { doc: { id: number } }

const boxText = (box: string) => boxOnPage(site.url, box)
const commonText = () => commonDaysOnPage(site.url)

async function adminAt(address: string) {
  const { page, context } = await visit('about:blank', { baseURL: site.url })
  await context.addCookies([
    { name: 'payload-token', value: site.admin.token, url: site.url, sameSite: 'Lax' },
  ])
  await page.goto(address)
  return page
}

const soon = { timeout: 10_000, interval: 50 }

test('one department closes one day and all on another', async () => {
  const department = await site.admin.call<Made>('POST', '/departments', {
    name: 'By og Land-forvaltningen',
    _status: 'published',
  })
  const { docs } = await site.admin.call<Listed>('GET', '/contact-boxes?limit=50&depth=0')
  const box = docs.find(({ name }) => name === 'By og Land')
  await site.admin.call('PATCH', `/contact-boxes/${box?.id}`, { department: department.doc.id })

  const page = await adminAt(`/admin/collections/departments/${department.doc.id}`)
  const form = page.getByRole('region', { name: 'Luk en dag' })
  await form.getByRole('button', { name: 'Luk en dag …' }).click()
  await form.getByLabel('Dato', { exact: true }).fill('18.12')
  await form.getByLabel('Grund, som kan læses på siden').fill('Flytning')
  await form.getByText('Gælder én kontaktboks:').waitFor()
  await form.getByText('Åbningstider: lukket i stedet for 8.00–15.00').waitFor()
  await form.getByRole('link', { name: 'Kontakt', exact: true }).waitFor()
  const { violations } = await new AxeBuilder({ page }).include('section.field-type:has(> h3)').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await boxText('by-og-land')).not.toContain('Flytning')
  await form.getByRole('button', { name: 'Luk fredag den 18. december 2026' }).click()
  await form.getByText('Gemt og offentliggjort').waitFor()

  await expect.poll(() => boxText('by-og-land'), soon).toContain('18. december Lukket: Flytning')
  expect(await boxText('job-og-velfaerd')).not.toContain('Flytning')

  // All on another day, from the exceptions: whom it touches is told before it is saved.
  await page.goto('/admin/collections/hours-exceptions/create')
  const told = page.getByRole('region', { name: 'Hvem bliver berørt?' })
  await page.locator('#field-appliesTo').getByText('Alle åbningstider, der lukker på helligdage').click()
  await told.getByText(/Gælder \d+ kontaktbokse:/).waitFor()
  await page.locator('#field-from').fill('17.12.2026')
  await page.locator('#field-reason').fill('Personaledag')
  await expect.poll(() => told.innerText(), soon).toContain('lukket i stedet for 8.00–17.00')
  await told.getByText('Pressevagtens telefon svarer som ellers').waitFor()
  await page.getByRole('button', { name: PUBLISH }).click()
  await expect.poll(commonText, soon).toContain('17. december Lukket: Personaledag')

  await page.goto('/admin/aabningstider')
  const table = page.getByRole('table', { name: 'Alle dage' })
  expect(await table.getByRole('link', { name: 'Lukket: Flytning' }).count()).toBe(1)
  expect(await table.getByRole('link', { name: 'Lukket: Personaledag' }).count()).toBeGreaterThan(1)
  expect(await table.getByRole('link', { name: 'Lukket: 1. juledag' }).count()).toBeGreaterThan(1)

  // And back, by the link that the exception was made with.
  await page.goto(`/admin/collections/departments/${department.doc.id}`)
  const made = page.getByRole('link', { name: 'Undtagelse »Flytning«' })
  const address = (await made.getAttribute('href')) ?? ''
  await site.admin.call('DELETE', address.replace('/admin/collections', ''))
  await expect.poll(() => boxText('by-og-land'), soon).not.toContain('Flytning')
  expect(await commonText()).toContain('Personaledag')
}, 90_000)

test('a place is found without knowing whether it is a contact box or a department, and nobody is closed unless chosen', async () => {
  const page = await adminAt('/admin')
  await page.getByRole('link', { name: 'Luk en dag …' }).click()
  const told = page.getByRole('region', { name: 'Hvem bliver berørt?' })
  await page.locator('#field-from').fill('21.12.2026')
  await page.locator('#field-reason').fill('Kursus')
  await page.getByRole('button', { name: PUBLISH }).click()
  await page.locator('.toast-error').getByText('Hvem gælder det?').waitFor()
  await page.locator('#field-appliesTo').getByText('Kun de steder, jeg vælger').click()
  const places = page.getByRole('combobox', { name: 'Kontaktbokse og afdelinger' })
  for (const name of ['By og Land', 'Borgmesterens Forvaltning']) {
    await places.fill(name)
    await page.getByRole('option', { name, exact: true }).first().click()
  }
  await told.getByRole('link', { name: 'By og Land' }).waitFor()
  await page.getByRole('button', { name: PUBLISH }).click()
  await page.waitForURL(/hours-exceptions\/\d+/)
  await expect.poll(() => boxText('by-og-land'), soon).toContain('21. december Lukket: Kursus')
  expect(await boxText('job-og-velfaerd')).not.toContain('Kursus')
  const id = page.url().match(/\d+$/)?.[0]
  const stored = await site.admin.call('GET', `/hours-exceptions/${id}?depth=0`)
  expect(stored).toMatchObject({ boxes: [expect.any(Number)], departments: [expect.any(Number)] })

  // Opened again, both stand there; one that is taken away opens.
  await page.reload()
  await page.getByText('Borgmesterens Forvaltning').first().waitFor()
  await page.getByRole('button', { name: 'Fjern: By og Land' }).click()
  await page.getByRole('button', { name: PUBLISH }).click()
  await expect.poll(() => boxText('by-og-land'), soon).not.toContain('Kursus')
}, 90_000)
