import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'
import { isThorough } from '../../../tools/thorough.ts'
import { englishIn } from './english.ts'

// Every view, dialog and error of the admin that can be reached, in Danish.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let admin: Page

beforeAll(async () => {
  const { token } = await logIn(siteUrl)
  const { page, context } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: token, url: siteUrl, sameSite: 'Lax' }])
  admin = page
})

/** Opens a view and waits until its parts have come. */
async function open(place: string, at: Page = admin) {
  await at.goto(place, { waitUntil: 'load' })
  await at.waitForFunction(() => !document.querySelector('.shimmer-effect, .loading-overlay'))
}

/** Everything English that was met, by where. */
async function walk(places: string[], at: Page = admin): Promise<Record<string, string[]>> {
  const met: Record<string, string[]> = {}
  for (const place of places) {
    await open(place, at)
    const english = await englishIn(at)
    // The window is called by what is seen in it.
    if (/payload/i.test(await at.title())) english.push(await at.title())
    if (english.length > 0) met[place] = english
  }
  return met
}

/** The addresses in the menu: a new collection, global or view is there by itself. */
async function menu(): Promise<string[]> {
  await open('/admin')
  const links = await admin
    .locator('nav a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  return [...new Set(links)].filter(
    (href) => href !== null && href.startsWith('/admin/') && !href.includes('logout'),
  ) as string[]
}

test('what a stranger meets', async () => {
  const { page } = await visit('/admin/login')
  expect(
    await walk(
      [
        '/admin/login',
        '/admin/forgot',
        '/admin/reset/intet',
        '/admin/logout',
        '/admin/logout-inactivity',
        '/admin/pages',
      ],
      page,
    ),
  ).toEqual({})
})

test('the start, the account, what is not there, and each list', async () => {
  const lists = await menu()
  expect(lists.length).toBeGreaterThan(12)
  const trash = lists.filter((place) => place.includes('/collections/')).map((place) => `${place}/trash`)
  expect(
    await walk([
      '/admin',
      '/admin/account',
      '/admin/collections/findes-ikke',
      '/admin/findes-ikke',
      ...lists,
      ...trash,
    ]),
  ).toEqual({})
})

test('each form, empty and filled, its versions and their comparison', async () => {
  const met: Record<string, string[]> = {}
  for (const [nth, list] of (await menu()).entries()) {
    if (!list.includes('/collections/')) {
      Object.assign(met, await walk([list, `${list}/versions`]))
      continue
    }
    await open(list)
    // Rows that can be dragged come a moment later.
    const link = admin.locator('table a[href*="/admin/collections/"]').first()
    const first = await link.getAttribute('href', { timeout: 3000 }).catch(() => null)
    if (first === null && (await admin.locator('table tbody tr').count()) > 0)
      met[`${list}, first column`] = ['leads to no document']
    Object.assign(met, await walk([`${list}/create`, ...(first ? [first] : [])]))
    // Versions are Payload's own views, the same for all.
    if (!first || (!isThorough && nth % 3 > 0)) continue
    Object.assign(met, await walk([`${first}/versions`]))
    await open(`${first}/versions`)
    const [version] = await admin
      .locator('table a[href*="/versions/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    if (version) Object.assign(met, await walk([version]))
  }
  expect(met).toEqual({})
}, 400_000)

test('the comparison of a page with blocks', async () => {
  const editor = await logIn(siteUrl)
  const block = { blockType: 'richText', heading: 'Før', body: paragraph('Et afsnit.') }
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Sammenlignes på dansk',
    slug: 'sammenlignes-paa-dansk',
    blocks: [block],
    _status: 'published',
  })
  await editor.call('PATCH', `/pages/${doc.id}`, { blocks: [{ ...block, heading: 'Efter' }, block] })
  const { docs } = await editor.call<{ docs: { id: number }[] }>(
    'GET',
    `/pages/versions?where[parent][equals]=${doc.id}&sort=-updatedAt&depth=0`,
  )
  expect(docs.length).toBe(2)
  const places = docs.flatMap(({ id }) =>
    ['', '?modifiedOnly=false'].map((all) => `/admin/collections/pages/${doc.id}/versions/${id}${all}`),
  )
  expect(await walk(places)).toEqual({})
  expect(await admin.locator('.render-field-diffs').first().innerText()).toContain('Blokkens navn')
  await editor.call('DELETE', `/pages/${doc.id}`)
})

/** What stands instead of a view that failed, and what of it is English. */
async function broken(page: Page) {
  await page.getByRole('heading', { name: 'Siden kan ikke vises' }).waitFor()
  const way = await page.getByRole('link', { name: 'Til oversigten' }).getAttribute('href')
  return { way, english: await englishIn(page) }
}

test('a view that fails in the browser', async () => {
  const page = await admin.context().newPage()
  const entry = { id: 1, collection: 'pages', kind: 'Side', title: 'Fejler', deletedAt: 'er ingen tid' }
  await page.route('**/api/bin*', (route) =>
    route.fulfill({ json: { total: 1, hasMore: false, entries: [entry] } }),
  )
  await page.goto('/admin/papirkurv')
  expect(await broken(page)).toEqual({ way: '/admin', english: [] })
  await page.unroute('**/api/bin*')
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await page.getByRole('heading', { name: 'Papirkurv' }).waitFor()
})

test('all that is around the views fails in the browser', async () => {
  const page = await admin.context().newPage()
  await page.addInitScript(() => {
    if (sessionStorage.getItem('mended') === null)
      window.matchMedia = () => {
        throw new Error('Broken')
      }
  })
  await page.goto('/admin/collections/people/create')
  expect(await broken(page)).toEqual({ way: '/admin', english: [] })
  await page.evaluate(() => sessionStorage.setItem('mended', 'yes'))
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await page.locator('#field-name').waitFor()
})

/** What lies on top of a view. */
const dialog = () => admin.locator('.payload__modal-item:visible, [role=dialog]:visible').first()

/** Looks at what a step brought about. */
async function after(name: string, met: Record<string, string[]>) {
  const english = await englishIn(admin)
  if (english.length > 0) met[name] = english
}

test('the controls of a list: search, columns, filters, what is chosen, many at once', async () => {
  const met: Record<string, string[]> = {}
  await open('/admin/collections/pages')
  await admin.getByRole('button', { name: 'Kolonner' }).click()
  await after('columns', met)
  await admin.getByRole('button', { name: 'Filtre' }).click()
  await admin.getByRole('button', { name: 'Tilføj filter' }).click()
  await after('filters', met)
  for (const box of await admin.locator('.where-builder [role=combobox]').all()) {
    await box.focus()
    await admin.keyboard.press('ArrowDown')
    await after('a filter’s choices', met)
    await admin.keyboard.press('Escape')
  }
  await open('/admin/collections/pages')
  await admin.locator('tbody input[type=checkbox]').first().check()
  await after('one chosen', met)
  for (const name of ['Redigér', 'Ret', 'Offentliggør', 'Afpublicér', 'Slet']) {
    const button = admin.locator('.list-selection').getByRole('button', { name, exact: true })
    if ((await button.count()) === 0) continue
    await button.click()
    await dialog().waitFor()
    await after(`${name}, many`, met)
    await admin.keyboard.press('Escape')
  }
  expect(met).toEqual({})
})

test('the dialogs of a document, and what is told when it cannot be saved', async () => {
  const met: Record<string, string[]> = {}
  await open('/admin/collections/pages/create')
  await admin.getByRole('button', { name: PUBLISH }).click()
  await admin.locator('.toast-error').first().waitFor()
  await after('an empty page', met)
  await open('/admin/collections/aktindsigt-guidance/create')
  await admin.locator('.rich-text-lexical [contenteditable]').first().click()
  await admin.keyboard.type('/')
  await after('the slash menu', met)
  await admin.keyboard.press('Escape')
  await admin.keyboard.press('Control+A')
  await after('the toolbar', met)
  for (const add of await admin.getByRole('button', { name: /^Tilføj/ }).all()) {
    if (!(await add.isVisible())) continue
    await add.click().catch(() => {})
    await after('what is added', met)
    await admin.keyboard.press('Escape')
  }
  await open('/admin/collections/contact-boxes')
  await admin.locator('table a[href*="/contact-boxes/"]').first().click()
  await admin.locator('.doc-controls__popup .popup-button').first().click()
  await after('the menu of a document', met)
  await admin.getByRole('button', { name: 'Slet', exact: true }).click()
  await dialog().waitFor()
  await after('deleting', met)
  await admin.keyboard.press('Escape')
  await open('/admin/collections/contact-boxes/create')
  await admin.locator('input[type=text]').first().fill('Ufærdig')
  await admin.locator('.step-nav a').first().click()
  await dialog().waitFor()
  await after('leaving what is not saved', met)
  expect(met).toEqual({})
})
