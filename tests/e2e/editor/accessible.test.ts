import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { logIn } from '../tools/admin.ts'
import { useBrowser } from '../tools/browser.ts'
import { isThorough } from '../../tools/thorough.ts'

// Payload's own views, for those who hear the page, use the keys, see little, or have a narrow window (WCAG 2.1 AA).

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
let desk: Awaited<ReturnType<typeof logIn>>
let admin: Page
let ids: Record<string, number>
let versions: number[]

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 360, height: 800 }

beforeAll(async () => {
  desk = await logIn(siteUrl)
  const { token, call } = desk
  type Found = { docs: { id: number }[] }
  const first = async (collection: string, where = '') =>
    (await call<Found>('GET', `/${collection}?limit=1&depth=0&sort=id${where}`)).docs[0]?.id ?? 0
  const collections = ['departments', 'press-contacts', 'contact-boxes', 'opening-hours', 'users', 'people']
  ids = Object.fromEntries(
    await Promise.all(collections.map(async (collection) => [collection, await first(collection)])),
  ) as Record<string, number>
  ids.pages = await first('pages', '&where[slug][equals]=pressekontakt')
  const { doc } = await call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Siden om en meget lang titel, der fylder hele linjen og mere til',
    slug: 'tilgaengelig-side',
    inMenu: false,
    blocks: [],
    _status: 'published',
  })
  await call('PATCH', `/pages/${doc.id}?draft=true`, { summary: 'En kladde', _status: 'draft' })
  ids.draft = doc.id
  versions = (
    await call<Found>('GET', `/pages/versions?where[parent][equals]=${doc.id}&depth=0&limit=2`)
  ).docs.map(({ id }) => id)
  const { page, context } = await visit('about:blank', { viewport: WIDE })
  await context.addCookies([{ name: 'payload-token', value: token, url: siteUrl, sameSite: 'Lax' }])
  admin = page
})

afterAll(() => desk.call('DELETE', `/pages/${ids.draft}`))

/** What is serious or critical on the page now. */
async function findings(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: admin })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`))
}

async function open(place: string) {
  await admin.setViewportSize(WIDE)
  await admin.goto(place, { waitUntil: 'load' })
  await admin.waitForFunction(() => !document.querySelector('.shimmer-effect, .loading-overlay'))
}

/** What is serious once the page has come to rest; each look takes axe half a second. */
async function atRest(looks = 8): Promise<string[]> {
  const found = await findings()
  return found.length > 0 && looks > 1 ? atRest(looks - 1) : found
}

/** What is wrong with some views, by their addresses. */
async function problemsAt(places: string[]): Promise<Record<string, string[]>> {
  const problems: Record<string, string[]> = {}
  for (const place of places) {
    await open(place)
    const found = await atRest()
    await admin.setViewportSize(NARROW)
    const isNarrow = async () => (await widthOf()) <= NARROW.width
    const fits = await vi.waitUntil(isNarrow, { timeout: 2000 }).catch(() => false)
    if (!fits) found.push(`${await widthOf()} px wide`)
    if (found.length > 0) problems[place] = found
  }
  return problems
}

const widthOf = () => admin.evaluate(() => document.documentElement.scrollWidth)

test('lists, and what is ours', async () => {
  const collections = ['pages', 'people', 'calendar-days', 'media', 'redirects', 'users']
  const places = [
    '',
    '/account',
    '/sidetrae',
    '/planlagt',
    '/gennemgang',
    '/papirkurv',
    '/soeg?q=aalborg',
    '/aabningstider',
    '/seneste-aendringer',
    '/hjaelp',
    ...collections.map((collection) => `/collections/${collection}`),
  ]
  expect(await problemsAt(places.map((place) => `/admin${place}`))).toEqual({})
}, 120_000)

test('forms', async () => {
  const { draft, ...others } = ids
  const places = [
    `pages/${draft}`,
    ...Object.entries(others).map(([collection, id]) => `${collection}/${id}`),
    ...['pages', 'media', 'hours-exceptions'].map((collection) => `${collection}/create`),
  ]
  const globals = ['press-duty', 'header', 'footer', 'labels'].map((global) => `/admin/globals/${global}`)
  const all = [...places.map((place) => `/admin/collections/${place}`), ...globals]
  // They are made of the same fields.
  expect(await problemsAt(all.filter((_, nth) => isThorough || nth % 2 === 0))).toEqual({})
}, 180_000)

test('versions and what changed between two', async () => {
  const page = `/admin/collections/pages/${ids.draft}/versions`
  expect(await problemsAt([page, ...versions.map((version) => `${page}/${version}`)])).toEqual({})
}, 60_000)

test('a row, a block and a text are called what they are', async () => {
  await open('/admin/collections/people')
  await expect.poll(() => admin.getByRole('checkbox', { name: /^Vælg: \p{Lu}/u }).count()).toBeGreaterThan(1)
  await open(`/admin/collections/departments/${ids.departments}`)
  await admin.getByRole('textbox', { name: 'Hvad afdelingen laver' }).waitFor()
  await admin.getByRole('combobox', { name: 'Hører under' }).waitFor()
  await open(`/admin/collections/pages/${ids.pages}`)
  await expect
    .poll(() => admin.getByRole('button', { name: /^Handlinger: 01/ }).count())
    .toBeGreaterThanOrEqual(1)
  // What has its own label keeps it, also where rows of a list are named.
  await open(`/admin/collections/opening-hours/${ids['opening-hours']}`)
  const week = admin.getByRole('table', { name: 'Ugens tider' }).first()
  await week.getByLabel('lørdag: åbent?').selectOption('Åben')
  await week.getByLabel('lørdag: fra').fill('22:00')
  await week.getByLabel('lørdag: til').fill('02:00')
  await week.getByRole('checkbox').waitFor()
  await admin.getByRole('button', { name: 'Tilføj Uge' }).click()
  await admin.getByRole('button', { name: /^Handlinger: / }).waitFor()
  await week.getByRole('checkbox', { name: 'næste dag (lørdag)' }).check()
}, 60_000)

test('dialogs and what opens', async () => {
  await open('/admin/collections/pages')
  await admin.getByRole('button', { name: 'Filtre', exact: true }).click()
  await admin.getByRole('button', { name: 'Tilføj filter', exact: true }).first().click()
  expect(await atRest()).toEqual([])
  await admin.getByRole('button', { name: 'Kolonner' }).click()
  expect(await atRest()).toEqual([])

  await open(`/admin/collections/pages/${ids.draft}`)
  await admin.getByRole('button', { name: /^Tilføj Blok/i }).click()
  await admin.locator('.blocks-drawer__block').first().waitFor()
  expect(await atRest()).toEqual([])
  await admin.keyboard.press('Escape')
  await admin.getByRole('button', { name: 'Flere handlinger' }).click()
  await admin.getByRole('button', { name: 'Slet' }).click()
  await admin.locator('.confirmation-modal').waitFor()
  expect(await atRest()).toEqual([])
}, 60_000)
