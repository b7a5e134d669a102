import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { useOwnSite } from '../../tools/own-site.ts'
import { startSite } from '../../tools/start-site.ts'

// A change tomorrow at 8, a page down on Friday at 16, and what could not be made: planned in the admin on a Monday, and made by
// servers whose clocks come to those instants.

const { visit } = useBrowser()
const site = useOwnSite({ SITE_CLOCK: '2026-11-30T09:00:00+01:00' })

type Made = { doc: { id: number } }
const newPage = async (title: string, fields: object = {}) => {
  const data = { title, summary: 'Som før', inMenu: false, blocks: [], _status: 'published', ...fields }
  return (await site.admin.call<Made>('POST', '/pages', data)).doc.id
}
const draft = (id: number, summary: string) =>
  site.admin.call('PATCH', `/pages/${id}?draft=true`, { summary, _status: 'draft' })

async function adminAt(address: string, viewport = { width: 1280, height: 1000 }): Promise<Page> {
  const { page, context } = await visit('about:blank', { baseURL: site.url, viewport })
  await context.addCookies([
    { name: 'payload-token', value: site.admin.token, url: site.url, sameSite: 'Lax' },
  ])
  await page.goto(address)
  return page
}

type Wanted = { date: string; time: string; kind?: string; set?: { label: RegExp | string; title?: string } }

/** Plans what the form of a page shows, as an editor does, and returns what was said. */
async function planAt(id: number, { date, time, kind, set }: Wanted): Promise<string> {
  const page = await adminAt(`/admin/collections/pages/${id}`)
  const field = page.getByRole('region', { name: 'Planlagt' })
  await field.getByRole('button', { name: 'Planlæg …' }).click()
  await field.getByText('Hvad skal der ske?').waitFor()
  if (kind) await field.getByLabel(kind).check()
  if (set) {
    const choice = field.getByLabel('Sammen med andet')
    const names = await choice.locator('option').allInnerTexts()
    await choice.selectOption({ label: names.find((name) => name.match(set.label)) ?? '' })
    if (set.title) await field.getByLabel('Sættets navn').fill(set.title)
  }
  if (await field.getByLabel('Klokkeslæt').isVisible()) {
    await field.getByLabel('Dato', { exact: true }).fill(date)
    await field.getByLabel('Klokkeslæt').fill(time)
  }
  await field.getByRole('button', { name: 'Planlæg', exact: true }).click()
  const told = field.locator('output:not(:empty), [role=alert]:not(:empty)')
  await told.first().waitFor()
  return (await told.allInnerTexts()).join(' ')
}

const shows = async (url: string, address: string) => {
  const { status, text } = await ask(url, address)
  return status === 200 ? (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '') : String(status)
}

test('a change tomorrow at 8, two in one set, and a page down on Friday at 16', async () => {
  const changed = await newPage('Planlagt ændring')
  await draft(changed, 'Ny fra i morgen')
  expect(await planAt(changed, { date: 'i morgen', time: '8' })).toBe(
    '»Planlagt ændring« offentliggøres tirsdag den 1. december 2026 kl. 8.00.',
  )
  await draft(changed, 'Skrevet efter planen')

  const fresh = await newPage('Planlagt ny', { _status: 'draft' })
  const set = { label: /nyt sæt/, title: 'Nyt tilbud' }
  expect(await planAt(fresh, { date: '1.12', time: '8.00', set })).toMatch(/kl\. 8\.00/)
  const along = await newPage('Planlagt med')
  await draft(along, 'I samme øjeblik')
  expect(await planAt(along, { date: '', time: '', set: { label: /^Nyt tilbud/ } })).toMatch(/kl\. 8\.00/)
  const down = await newPage('Planlagt ned')
  expect(await planAt(down, { date: 'fredag den 4. december', time: '16', kind: 'Afpublicér' })).toBe(
    '»Planlagt ned« afpubliceres fredag den 4. december 2026 kl. 16.00.',
  )
  const again = await adminAt(`/admin/collections/pages/${down}`)
  const plans = again.getByRole('region', { name: 'Planlagt' })
  await plans.getByRole('button', { name: 'Planlæg …' }).click()
  await plans.getByLabel('Afpublicér').check()
  await plans
    .getByText('Det er allerede planlagt, at den afpubliceres fredag den 4. december 2026 kl. 16.00.')
    .waitFor()
  // Why the date is none stands below it, and is not said once more.
  expect(await planAt(down, { date: 'i går', time: '16', kind: 'Afpublicér' })).toBe('Ret datoen.')

  const other = await startSite({ DATABASE_URL: site.databaseUrl, SITE_CLOCK: '2026-12-01T07:59:52+01:00' })
  try {
    for (const url of [other.url, site.url]) {
      await expect
        .poll(() => shows(url, '/planlagt-aendring'), { timeout: 30_000, interval: 100 })
        .toContain('Ny fra i morgen')
      await expect.poll(() => shows(url, '/planlagt-ny')).toContain('Planlagt ny')
      await expect.poll(() => shows(url, '/planlagt-med')).toContain('I samme øjeblik')
    }
    const { summary } = await site.admin.call<{ summary: string }>('GET', `/pages/${changed}?draft=true`)
    expect(summary).toBe('Skrevet efter planen')
    expect(await shows(other.url, '/planlagt-ned')).toContain('Planlagt ned')
  } finally {
    await other.stop()
  }

  // It was to come down while nobody ran.
  const late = await startSite({ DATABASE_URL: site.databaseUrl, SITE_CLOCK: '2026-12-04T18:00:00+01:00' })
  try {
    await expect.poll(() => shows(late.url, '/planlagt-ned'), { timeout: 30_000 }).toBe('404')
  } finally {
    await late.stop()
  }
}, 180_000)

test('that what is in use cannot come down is said when it is chosen, with what uses it', async () => {
  const above = await newPage('Planlagt i brug')
  const below = await newPage('Planlagt bruger', { parent: above })
  const page = await adminAt(`/admin/collections/pages/${above}`)
  const field = page.getByRole('region', { name: 'Planlagt' })
  await field.getByRole('button', { name: 'Planlæg …' }).click()
  await field.getByLabel('Afpublicér').check()
  await field.getByText('Den er i brug og kan ikke afpubliceres').waitFor()
  const link = field.getByRole('link', { name: 'Side »Planlagt bruger«' })
  expect(await link.getAttribute('href')).toMatch(new RegExp(`/pages/${below}$`))
  await field.getByLabel('Dato', { exact: true }).fill('fredag')
  await field.getByText('fredag den 4. december 2026').waitFor()
  const { violations } = await new AxeBuilder({ page }).include('section:has(> h3)').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await field.getByLabel('Offentliggør kladden').check()
  await expect.poll(() => field.getByText('Den er i brug').count()).toBe(0)
}, 60_000)

test('what could not be made is seen with the reason, moved, and withdrawn', async () => {
  const id = await newPage('Planlagt i vejen')
  await draft(id, 'Min udgave')
  await planAt(id, { date: '5.12', time: '8' })
  await site.admin.call('PATCH', `/pages/${id}`, { summary: 'En anden udgave', _status: 'published' })
  const later = await startSite({ DATABASE_URL: site.databaseUrl, SITE_CLOCK: '2026-12-05T08:00:05+01:00' })
  try {
    await expect
      .poll(() => site.admin.call(`GET`, `/pages/${id}/plan`), { timeout: 30_000 })
      .toMatchObject({ sets: [{ state: 'failed' }] })
  } finally {
    await later.stop()
  }
  expect(await shows(site.url, '/planlagt-i-vejen')).toContain('En anden udgave')

  const page = await adminAt('/admin')
  await page.getByRole('heading', { name: 'En planlagt ændring kunne ikke lade sig gøre' }).waitFor()
  await page.getByRole('link', { name: 'Se, hvad der er planlagt' }).click()
  const item = page.getByRole('listitem').filter({ hasText: 'har offentliggjort noget andet i »Resumé«' })
  await item.waitFor()
  for (const viewport of [
    { width: 360, height: 800 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport)
    const { violations } = await new AxeBuilder({ page }).include('main, .gutter').analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  }
  await item.getByRole('button', { name: /Prøv på et andet tidspunkt/ }).click()
  await item.getByLabel('Dato', { exact: true }).fill('6.12')
  await item.getByLabel('Klokkeslæt').fill('8')
  await item.getByRole('button', { name: 'Flyt til det tidspunkt' }).click()
  // The other one is still in the way.
  await page
    .getByText(/Intet er planlagt\.$/)
    .first()
    .waitFor()
  await item.getByRole('button', { name: /Træk tilbage/ }).click()
  await page.getByText('Planen er trukket tilbage. Intet er ændret.').waitFor()
  await page.goto('/admin')
  await page.getByRole('heading', { name: 'Indhold' }).first().waitFor()
  expect(await page.getByText('kunne ikke lade sig gøre').count()).toBe(0)
}, 120_000)
