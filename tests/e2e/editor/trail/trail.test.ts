import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { adminAt, findings, newEditor, siteUrl } from './desk.ts'

// »Seneste ændringer«: what two editors did, by whom, and nothing of it in public.

const VIEW = '/admin/seneste-aendringer'
type Made = { doc: { id: number } }

let one: Awaited<ReturnType<typeof newEditor>>
let other: Awaited<ReturnType<typeof newEditor>>
let administrator: Awaited<ReturnType<typeof logIn>>
let page1: number

beforeAll(async () => {
  administrator = await logIn(siteUrl)
  one = await newEditor('Sporet Et')
  other = await newEditor('Sporet To')
  const data = { title: 'Sporet side', slug: 'sporet-side', _status: 'published' }
  page1 = (await one.call<Made>('POST', '/pages', data)).doc.id
  await other.call('PATCH', `/pages/${page1}`, { title: 'Sporet side 2', _status: 'published' })
  const { doc } = await one.call<Made>('POST', '/people', { name: 'Sporet person', _status: 'published' })
  await one.call('DELETE', `/people/${doc.id}`)
})

afterAll(async () => {
  await administrator.call('DELETE', `/pages/${page1}`)
  await one.remove()
  await other.remove()
})

/** The lines of the list without their times. */
const lines = async (page: Page) =>
  (await page.locator('main tbody tr, [class*=table] tbody tr').allInnerTexts()).map((line) =>
    line
      .trim()
      .replaceAll(/\s+/g, ' ')
      .replace(/ ?Se ændringen$/, '')
      .replace(/^\d+\. \p{L}+ \d{4} kl\. \d+\.\d\d /u, ''),
  )

test('an editor reads who did what to the content, filtered by person, kind and period', async () => {
  const { page, expectNoErrors } = await adminAt(one.token, '/admin')
  // The menu is folded away where the window is not wide.
  const link = page.locator('nav a', { hasText: 'Seneste ændringer' })
  await page.goto((await link.getAttribute('href')) ?? '', { waitUntil: 'networkidle' })
  await page.getByRole('heading', { name: 'Seneste ændringer', level: 1 }).waitFor()
  const all = await lines(page)
  expect(all.slice(0, 6)).toEqual([
    'Sporet Et slettede Person Sporet person (findes ikke mere)',
    'Sporet Et offentliggjorde Person Sporet person (findes ikke mere)',
    'Sporet Et oprettede Person Sporet person (findes ikke mere)',
    'Sporet To offentliggjorde Side Sporet side 2',
    'Sporet Et offentliggjorde Side Sporet side',
    'Sporet Et oprettede Side Sporet side',
  ])
  expect(all.join('\n')).not.toMatch(/loggede ind|kunne ikke logge ind|Bruger /)

  await page.getByLabel('Person').selectOption('Sporet To')
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await expect.poll(() => lines(page)).toEqual(['Sporet To offentliggjorde Side Sporet side 2'])
  await page.getByLabel('Person').selectOption('Sporet Et')
  await page.getByLabel('Slags').selectOption('Slettet')
  const show = page.getByRole('button', { name: 'Vis', exact: true })
  const from = page.getByRole('textbox', { name: 'Fra' })
  const to = page.getByRole('textbox', { name: 'Til og med' })
  await from.fill('i dag')
  await to.fill('i dag')
  await show.click()
  await expect.poll(() => lines(page)).toEqual(['Sporet Et slettede Person Sporet person (findes ikke mere)'])
  await from.fill('31.4.2026')
  await show.click()
  await page.getByRole('alert').filter({ hasText: '31. april 2026 findes ikke' }).waitFor()
  await from.fill('')
  await to.fill('1.1.2020')
  await show.click()
  await page.getByText('Der er ikke noget at vise i den periode.').waitFor()
  // A period takes the place of the days, and leaves the rest.
  await page.getByRole('link', { name: 'I dag', exact: true }).click()
  await expect.poll(() => lines(page)).toEqual(['Sporet Et slettede Person Sporet person (findes ikke mere)'])
  expect(await page.locator('nav[aria-label="Periode"] [aria-current]').allInnerTexts()).toEqual(['I dag'])
  expect(await from.inputValue()).toBe('')
  await page.getByRole('link', { name: 'Nulstil' }).click()
  await page.getByRole('link', { name: 'Sporet side 2', exact: true }).click()
  await page.waitForURL(`**/admin/collections/pages/${page1}`)
  expectNoErrors()
})

test('a line leads to what was changed, beside the version before', async () => {
  const { page, expectNoErrors } = await adminAt(one.token, VIEW)
  await page.getByRole('link', { name: 'Se ændringen af Sporet side 2' }).click()
  await page.waitForURL(/pages\/\d+\/versions\/\d+\?versionFrom=\d+$/)
  const title = page.locator('.text-diff', { hasText: 'Titel' }).first()
  await expect.poll(() => title.innerText()).toMatch(/Sporet side[\s\S]*Sporet side 2/)
  // What is public now need not be brought back; what stood before is.
  await page.getByRole('button', { name: 'Hent versionen før frem', exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Hent versionen frem', exact: true }).count()).toBe(0)
  await page.goBack({ waitUntil: 'networkidle' })
  // A first version changed nothing.
  expect(await page.getByRole('link', { name: 'Se ændringen af Sporet person' }).count()).toBe(0)
  expectNoErrors()
})

test('what stood before a change comes back from the trail', async () => {
  const { doc } = await one.call<Made>('POST', '/pages', {
    title: 'Teksten før',
    slug: 'teksten-foer',
    _status: 'published',
  })
  onTestFinished(() => administrator.call('DELETE', `/pages/${doc.id}`))
  await one.call('PATCH', `/pages/${doc.id}`, { title: 'Teksten efter', _status: 'published' })
  const { page, expectNoErrors } = await adminAt(one.token, VIEW)
  await page.getByRole('link', { name: 'Se ændringen af Teksten efter' }).click()
  await page.getByRole('button', { name: 'Hent versionen før frem', exact: true }).click()
  const question = page.getByRole('dialog')
  await question.getByText('Den vises for besøgende med det samme.').waitFor()
  await question.getByRole('button', { name: 'Bekræft' }).click()
  await page.getByText('Versionen er hentet frem og offentliggjort.', { exact: true }).waitFor()
  await expect.poll(async () => (await fetch(`${siteUrl}/teksten-foer`)).text()).toContain('Teksten før')
  expectNoErrors()
})

test('an administrator reads of accounts and logins too; a stranger is sent to log in', async () => {
  const { page } = await adminAt(administrator.token, `${VIEW}?slags=created`)
  expect(await lines(page)).toContainEqual(expect.stringContaining('oprettede Bruger Sporet To'))
  await page.goto(`${VIEW}?slags=logged-in`)
  expect(await lines(page)).toContainEqual('Sporet Et loggede ind')
  const { page: stranger } = await adminAt('', VIEW)
  await stranger.waitForURL('**/admin/login**')
  expect(await stranger.content()).not.toContain('Sporet')
  const asked = await fetch(`${siteUrl}${VIEW}`, { redirect: 'manual' })
  expect(await asked.text()).not.toContain('Sporet')
})

test.each([1280, 360])('it reads well at %s px', async (width) => {
  const { page } = await adminAt(one.token, VIEW, { viewport: { width, height: 900 } })
  await page.getByRole('heading', { name: 'Seneste ændringer', level: 1 }).waitFor()
  expect(await findings(page, '.template-default__wrap')).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})

test('lists and versions say who changed something, in Danish time whatever the zone', async () => {
  const { page, expectNoErrors } = await adminAt(one.token, '/admin/collections/pages?search=Sporet', {
    timezoneId: 'Pacific/Auckland',
  })
  const column = page.locator('td.cell-updatedBy')
  await expect.poll(() => column.allInnerTexts()).toEqual(['Sporet To'])
  await page.goto(`/admin/collections/pages/${page1}/versions`, { waitUntil: 'networkidle' })
  const rows = page.locator('main.versions tbody tr')
  const texts = (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))
  const moment = String.raw`\d+\. \p{L}+ \d{4} kl\. \d+\.\d\d`
  expect(texts[0]).toMatch(new RegExp(`^${moment} Sporet To Offentliggjort nu$`, 'u'))
  expect(texts[1]).toMatch(new RegExp(`^${moment} Sporet Et Har været offentliggjort$`, 'u'))
  const { docs } = await one.call<{ docs: { updatedAt: string }[] }>(
    'GET',
    `/pages/versions?where[parent][equals]=${page1}&sort=-updatedAt`,
  )
  const clock = new Date(docs[0]!.updatedAt).toLocaleTimeString('da-DK', {
    timeZone: 'Europe/Copenhagen',
    hour: 'numeric',
    minute: '2-digit',
  })
  expect(texts[0]).toContain(`kl. ${clock}`)
  expect(await findings(page, 'main.versions')).toEqual([])

  await rows.first().getByRole('link').click()
  await page.locator('.text-diff', { hasText: 'Ændret af' }).waitFor()
  expect(await page.locator('.text-diff', { hasText: 'Ændret af' }).innerText()).toMatch(
    /Sporet Et[\s\S]*Sporet To/,
  )
  const time = clock.replace('.', ':').padStart(5, '0')
  await expect.poll(() => page.locator('.step-nav').innerText()).toContain(time)
  expectNoErrors()
})

test('an earlier version stands beside what is public, and the question says where it goes', async () => {
  const data = { title: 'Gammel titel', slug: 'hentes-frem-igen', _status: 'published' }
  const { doc } = await one.call<Made>('POST', '/pages', data)
  onTestFinished(() => administrator.call('DELETE', `/pages/${doc.id}`))
  await one.call('PATCH', `/pages/${doc.id}`, { title: 'Mellemste titel', _status: 'published' })
  await one.call('PATCH', `/pages/${doc.id}`, { title: 'Ny titel', _status: 'published' })
  const versions = `/admin/collections/pages/${doc.id}/versions`
  const { page, expectNoErrors } = await adminAt(one.token, versions)
  await page.locator('main.versions tbody tr').last().getByRole('link').click()
  await page.getByText('Denne version').waitFor()
  expect(await page.locator('.compare-version').innerText()).toContain('Offentliggjort nu')
  const title = page.locator('.text-diff', { hasText: 'Titel' }).first()
  await expect.poll(() => title.innerText()).toMatch(/Ny titel[\s\S]*Gammel titel/)
  expect(await page.locator('main').innerText()).not.toMatch(/Vises nu|Forrige version/)

  const ask = page.getByRole('button', { name: 'Hent versionen frem', exact: true })
  const question = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Andre måder at hente versionen frem på' }).click()
  await page.getByRole('button', { name: 'Hent frem som kladde' }).click()
  await question.getByText('Den hentes frem som kladde. Hvad besøgende ser, er som før.').waitFor()
  await question.getByRole('button', { name: 'Annullér' }).click()
  await ask.click()
  await question.getByText('Den vises for besøgende med det samme.').waitFor()
  await question.getByRole('button', { name: 'Bekræft' }).click()
  await page.getByText('Versionen er hentet frem og offentliggjort.', { exact: true }).waitFor()
  await expect.poll(async () => (await fetch(`${siteUrl}/hentes-frem-igen`)).text()).toContain('Gammel titel')

  await one.call('PATCH', `/pages/${doc.id}`, { _status: 'draft' })
  await page.goto(versions, { waitUntil: 'networkidle' })
  await page.locator('main.versions tbody tr').last().getByRole('link').click()
  await ask.click()
  await question.getByText('Den hentes frem som kladde. Hvad besøgende ser, er som før.').waitFor()
  await question.getByRole('button', { name: 'Bekræft' }).click()
  await page.getByText('Versionen er hentet frem som kladde.').waitFor()
  expectNoErrors()
})

test('a version of what has no drafts stands beside the newest, and comes back in public', async () => {
  const { name } = await one.call<{ name: string }>('GET', '/globals/footer')
  onTestFinished(() => administrator.call('POST', '/globals/footer', { name }))
  for (const next of ['Sporet fod', 'Sporet fod 2', 'Sporet fod 3'])
    await one.call('POST', '/globals/footer', { name: next })
  const { page, expectNoErrors } = await adminAt(one.token, '/admin/globals/footer/versions')
  await page.locator('main.versions tbody tr').nth(2).getByRole('link').click()
  const compared = page.locator('.render-field-diffs').first()
  await expect.poll(() => compared.innerText()).toMatch(/Sporet fod 3[\s\S]*Sporet fod/)
  await page.getByRole('button', { name: 'Hent versionen frem', exact: true }).click()
  await page.getByText('Den vises for besøgende med det samme.').waitFor()
  expectNoErrors()
})

test('a save has one receipt, which says whether visitors see it; the button speaks of changes once there are some', async () => {
  const { page, expectNoErrors } = await adminAt(one.token, '/admin/collections/contact-boxes/create')
  const toasts = page.locator('[data-sonner-toast]')
  await page.locator('#field-name').fill('Sporet boks')
  await page.getByRole('button', { name: 'Offentliggør', exact: true }).click()
  await page.waitForURL(/contact-boxes\/\d+$/)
  const id = Number(page.url().split('/').at(-1))
  // By whom it is open for: others are told that it is locked.
  onTestFinished(() => one.call('DELETE', `/contact-boxes/${id}`))
  await expect.poll(() => toasts.allInnerTexts()).toEqual([expect.stringMatching(PUBLIC)])
  await page.goto(page.url(), { waitUntil: 'networkidle' })
  await page.locator('#field-name').fill('Sporet boks 2')
  await page.getByRole('button', { name: 'Offentliggør ændringer', exact: true }).click()
  await expect.poll(() => toasts.allInnerTexts()).toEqual([expect.stringMatching(PUBLIC)])
  await page.goto(page.url(), { waitUntil: 'networkidle' })
  await page.locator('#field-name').fill('Sporet boks 3')
  await page.getByRole('button', { name: 'Gem kladde', exact: true }).click()
  await expect.poll(() => toasts.allInnerTexts()).toEqual(['Kladden er gemt.'])
  expectNoErrors()
})

const PUBLIC = /^Offentliggjort\. Vises (ikke på nogen side|på (én side|\d+ sider))\.$/

test('another version to compare with is chosen in the drawer', async () => {
  const { page } = await adminAt(one.token, `/admin/collections/pages/${page1}/versions`)
  await page.locator('main.versions tbody tr').first().getByRole('link').click()
  await page.waitForURL(/versions\/\d+/)
  await page.locator('.compare-version .rs__control').click()
  await page.getByText('Flere versioner …').click()
  const drawer = page.locator('.version-drawer')
  await drawer.locator('tbody tr').last().getByRole('link').click()
  await page.waitForURL(/versionFrom=\d+/)
  await expect.poll(() => drawer.count()).toBe(0)
})

test('nothing of it is public', async () => {
  await expect.poll(async () => (await fetch(`${siteUrl}/sporet-side`)).text()).toContain('Sporet side 2')
  const html = await (await fetch(`${siteUrl}/sporet-side`)).text()
  expect(html).not.toMatch(/Sporet (Et|To)/)
  for (const address of ['/api/trail', '/api/pages', '/seneste-aendringer'])
    expect((await fetch(`${siteUrl}${address}`)).status).toBeGreaterThanOrEqual(400)
})
