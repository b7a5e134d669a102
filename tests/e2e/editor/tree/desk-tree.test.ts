import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'

// The pages as a tree in the admin: opened and moved by keys and by drag, until it shows on the public page.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
let desk: Awaited<ReturnType<typeof logIn>>
const made: number[] = []

beforeAll(async () => {
  desk = await logIn(siteUrl)
})

afterAll(async () => {
  const { docs } = await desk.call<{ docs: { id: number }[] }>('GET', '/redirects?limit=200&depth=0')
  for (const { id } of docs) await desk.call('DELETE', `/redirects/${id}`)
  for (const id of made.toReversed()) await desk.call('DELETE', `/pages/${id}`).catch(() => {})
})

async function make(title: string, slug: string, parent: number | null = null, data: object = {}) {
  const sent = { title, slug, parent, inMenu: false, blocks: [], _status: 'published', ...data }
  const { doc } = await desk.call<{ doc: { id: number } }>('POST', '/pages', sent)
  made.push(doc.id)
  return doc.id
}

async function open(path = 'sidetrae', width = 1280) {
  const { page, context, errors, expectNoErrors } = await visit('about:blank', {
    viewport: { width, height: 900 },
  })
  await context.addCookies([{ name: 'payload-token', value: desk.token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(`/admin/${path}`, { waitUntil: 'networkidle' })
  return { page, errors, expectNoErrors }
}

const row = (page: Page, id: number) => page.locator(`tr[data-page="${id}"]`)

async function at(path: string): Promise<string> {
  const { status, headers } = await ask(siteUrl, path)
  return headers.location ? `${status} ${headers.location}` : String(status)
}

const soon = { timeout: 10_000 }

async function branch(name: string) {
  const from = await make(`${name} her`, `${name}-her`)
  const to = await make(`${name} der`, `${name}-der`)
  const page = await make(`${name} gren`, 'gren', from)
  const leaf = await make(`${name} blad`, 'blad', page)
  await expect.poll(() => at(`/${name}-her/gren/blad`), soon).toBe('200')
  return { from, to, page, leaf }
}

test('a branch is moved by keys, after it is said what changes, and its old addresses lead on', async () => {
  const { from, to, page: moved, leaf } = await branch('tasterne')
  await desk.call('PATCH', `/pages/${moved}?draft=true`, { title: 'tasterne gren, kladde', _status: 'draft' })
  const { page, expectNoErrors } = await open()
  await row(page, from).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => row(page, from).getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => row(page, moved).evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await row(page, moved).innerText()).toContain('Ændringer ikke offentliggjort')
  // The last of what the row offers.
  for (const _ of [1, 2, 3, 4, 5]) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Flyt …/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Flyt »tasterne gren, kladde«' })
  await dialog.getByRole('searchbox', { name: 'Eller under en side' }).focus()
  await page.keyboard.type('/tasterne-der')
  await dialog.getByRole('radio', { name: 'tasterne der /tasterne-der' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await dialog.getByText('Én offentlig side under den får også en ny adresse.').waitFor()
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
    'Adressen ændres fra /tasterne-her/gren til /tasterne-der/gren.',
    'Én offentlig side under den får også en ny adresse.',
    'De gamle adresser fører til de nye.',
    'Flytningen kan ses med det samme. Den kladde, der venter, flytter med og bliver ikke offentliggjort.',
  ])
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations.map(({ id }) => id)).toEqual(
    [],
  )
  await dialog.getByRole('button', { name: 'Flyt siden' }).focus()
  await page.keyboard.press('Enter')
  await page
    .getByText('»tasterne gren, kladde« ligger nu under »tasterne der«, på /tasterne-der/gren.')
    .waitFor()
  await expect.poll(() => row(page, moved).evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await row(page, moved).getAttribute('aria-level')).toBe('2')

  for (const rest of ['', '/blad'])
    await expect.poll(() => at(`/tasterne-her/gren${rest}`), soon).toBe(`308 /tasterne-der/gren${rest}`)
  await expect
    .poll(async () => (await ask(siteUrl, '/tasterne-der/gren')).text, soon)
    .toContain('<h1>tasterne gren</h1>')
  expect((await desk.call<{ parent: { id: number } }>('GET', `/pages/${leaf}?depth=1`)).parent.id).toBe(moved)
  expect(await row(page, to).innerText()).toContain('1 underside')
  expectNoErrors()
}, 60_000)

test('a page is dragged onto another, and what may not be says why', async () => {
  const { from, to, page: moved } = await branch('musen')
  await make('Optaget', 'gren', to)
  const { page, errors } = await open()
  await row(page, from).locator('button').first().click()
  await row(page, moved).waitFor()

  async function drag(id: number, onto: number) {
    await row(page, onto).scrollIntoViewIfNeeded()
    const handle = await row(page, id).locator('[title="Træk for at flytte"]').boundingBox()
    if (!handle) throw new Error('Not on the screen')
    await page.mouse.move(handle.x + 5, handle.y + 10)
    await page.mouse.down()
    await page.mouse.move(handle.x + 20, handle.y + 30, { steps: 5 })
    // At the edge of the window the list moves on under the mouse.
    const isOver = async () => {
      const target = await row(page, onto).boundingBox()
      if (target) await page.mouse.move(target.x + 200, target.y + 20, { steps: 5 })
      return row(page, onto).getAttribute('data-over')
    }
    await expect.poll(isOver, soon).toBe('true')
    await page.mouse.up()
  }
  await drag(moved, to)
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText('Adressenavnet »gren« bruges allerede af siden »Optaget« ved siden af. Intet er flyttet.')
    .waitFor()
  expect(await dialog.getByRole('button', { name: 'Flyt siden' }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const other = await make('musen, et andet sted', 'musen-andet')
  await page.reload({ waitUntil: 'networkidle' })
  await row(page, from).locator('button').first().click()
  await row(page, moved).waitFor()
  await drag(moved, other)
  await dialog.getByText('Adressen ændres fra /musen-her/gren til /musen-andet/gren.').waitFor()
  await dialog.getByRole('button', { name: 'Flyt siden' }).click()
  await page.getByText(/ligger nu under »musen, et andet sted«/).waitFor()
  await expect.poll(() => at('/musen-her/gren/blad'), soon).toBe('308 /musen-andet/gren/blad')
  // The browser notes the refusal.
  expect(errors.filter((error) => !error.includes('409'))).toEqual([])
}, 60_000)

test('the tree is searched, opens below a page a form that knows so, and shows the site', async () => {
  const { from, page: deep } = await branch('finde')
  for (const width of [360, 768, 1280]) {
    const { page } = await open('sidetrae', width)
    await page.getByRole('searchbox').fill('finde gren')
    await page.getByText('Én side fundet.').waitFor()
    expect(await row(page, from).getAttribute('aria-expanded')).toBe('true')
    const { violations } = await new AxeBuilder({ page }).include('.gutter').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  const { page, expectNoErrors } = await open()
  await page.getByRole('searchbox').fill(`${siteUrl}/finde-her/gren/blad`)
  await page.getByText('Én side fundet.').waitFor()
  await row(page, deep).click({ position: { x: 300, y: 5 } })
  expect(
    await row(page, deep)
      .getByRole('link', { name: /^Se siden/ })
      .getAttribute('href'),
  ).toBe('/finde-her/gren')
  await row(page, deep)
    .getByRole('link', { name: /^Opret underside/ })
    .click()
  await page.waitForURL(/\/create\?parent=\d+$/)
  await page.locator('#field-parent').getByText('finde gren – /finde-her/gren').waitFor()
  expectNoErrors()
}, 60_000)

test('a picker finds a page by its address', async () => {
  const { page: chosen } = await branch('vaelge')
  const other = await make('Vælger', 'vaelger')
  const { page } = await open(`collections/pages/${other}`)
  await page.locator('#field-parent input').fill('/vaelge-her/gr')
  await page.getByText('vaelge gren – /vaelge-her/gren', { exact: true }).click()
  await page.getByRole('button', { name: PUBLISH }).click()
  await expect.poll(() => at('/vaelge-her/gren/vaelger'), soon).toBe('200')
  expect((await desk.call<{ parent: { id: number } }>('GET', `/pages/${other}?depth=1`)).parent.id).toBe(
    chosen,
  )
}, 60_000)
