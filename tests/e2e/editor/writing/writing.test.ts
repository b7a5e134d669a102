import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'
import { administrator } from '../../tools/start-site.ts'

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let call: Awaited<ReturnType<typeof logIn>>['call']
let page: Page
let admin: Page
let id: number
let slug: string

const fixtures = path.resolve(import.meta.dirname, '../../../unit/admin/paste/fixtures')

beforeAll(async () => {
  ;({ call } = await logIn(siteUrl))
  ;({ page } = await visit('/admin'))
  await page.getByLabel('E-mail').fill(administrator.email)
  await page.getByLabel('Adgangskode').fill(administrator.password)
  await page.getByRole('button', { name: 'Log ind' }).click()
  await page.waitForURL('**/admin')
  admin = page
})

beforeEach(async () => {
  slug = `skrevet-${Math.random().toString(36).slice(2)}`
  const blocks = [{ blockType: 'richText', heading: 'Om parken', body: paragraph('Før det hele') }]
  const { doc } = await call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Skrevet',
    slug,
    inMenu: false,
    blocks,
    _status: 'published',
  })
  id = doc.id
})

const editor = () => admin.locator('.ContentEditable__root').first()

/** Opens the page's form, with the cursor at the end of its text. */
async function open() {
  await admin.goto(`/admin/collections/pages/${id}`, { waitUntil: 'networkidle' })
  await editor().click()
  await admin.keyboard.press('Control+End')
}

/** Pastes HTML as the browser does. */
const paste = (html: string) =>
  editor().evaluate((place, copied) => {
    const data = new DataTransfer()
    data.setData('text/html', copied)
    data.setData('text/plain', 'x')
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)

const copied = (name: string) => readFileSync(path.join(fixtures, `${name}.html`), 'utf8')

async function publish() {
  const saved = admin.waitForResponse(
    (answer) => answer.url().includes(`/api/pages/${id}`) && answer.request().method() === 'PATCH',
  )
  await admin.getByRole('button', { name: PUBLISH }).click()
  expect((await saved).status()).toBe(200)
}

/** The public page on a phone, when it has `words`. */
async function onPhone(words: string) {
  await expect.poll(async () => (await fetch(`${siteUrl}/${slug}`)).text()).toContain(words)
  const { page: phone, expectNoErrors } = await visit(`/${slug}`, { viewport: { width: 320, height: 800 } })
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const { violations } = await new AxeBuilder({ page: phone }).analyze()
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  expectNoErrors()
  return phone
}

test('what is pasted from Word is a text, what was left out is said, and one step back undoes it', async () => {
  await open()
  await admin.keyboard.press('Enter')
  await paste(copied('word'))
  const said = admin.getByText('1 billede og 1 kommentar blev ikke indsat.')
  await said.waitFor()
  expect(await editor().locator('table tr').count()).toBe(2)
  await admin.keyboard.press('Control+z')
  await expect.poll(() => editor().locator('table').count()).toBe(0)
  expect((await editor().innerText()).trim()).toBe('Før det hele')
  await admin.keyboard.press('Control+y')
  await expect.poll(() => editor().locator('table').count()).toBe(1)
  await publish()

  const phone = await onPhone('Gerne uldent')
  const main = phone.getByRole('main')
  expect(await main.getByRole('heading', { name: 'Sommer i parken', level: 3 }).count()).toBe(1)
  expect(await main.getByRole('heading', { name: 'Priser', level: 4 }).count()).toBe(1)
  expect(await main.locator('ul > li > ul > li').innerText()).toBe('Gerne uldent')
  expect(await main.getByRole('link', { name: 'om parkerne' }).getAttribute('href')).toBe(
    'https://www.aalborg.dk/parker',
  )
  expect(await main.getByRole('columnheader').allInnerTexts()).toEqual(['Hvem', 'Pris'])
  expect(await main.innerText()).not.toMatch(/Slettet|Skjult|ringe til Bo/)
  expect(await (await fetch(`${siteUrl}/api/search?q=uldent`)).text()).toContain(slug)
})

test('a table is made by the menu, and a wide one is read row by row on a phone', async () => {
  await open()
  await admin.keyboard.press('Enter')
  const choose = async (what: string) => {
    await admin.locator('.toolbar-popup__dropdown-tabel').first().click()
    await admin.locator('.toolbar-popup__dropdown-item').getByText(what, { exact: true }).last().click()
  }
  await choose('Indsæt tabel')
  await editor().locator('table').waitFor()
  await choose('Ny kolonne til højre')
  await choose('Ny række under')
  await choose('Rækkeoverskrifter til/fra')
  await expect.poll(() => editor().locator('tr').count()).toBe(4)
  expect(await editor().locator('th').count()).toBe(7)
  const cells = await editor().locator('th, td').all()
  for (const [nth, cell] of cells.entries()) {
    await cell.click()
    await admin.keyboard.type(`Celle ${nth}`)
  }
  await publish()

  const phone = await onPhone('Celle 15')
  const cell = phone.getByRole('cell', { name: 'Celle 5', exact: true })
  // Beneath the heading of its row, with its column's before it.
  expect(await cell.evaluate((element) => getComputedStyle(element).display)).toBe('block')
  expect(await cell.evaluate((element) => getComputedStyle(element, '::before').content)).toContain('Celle 1')
  expect(await phone.getByRole('rowheader').allInnerTexts()).toEqual(['Celle 4', 'Celle 8', 'Celle 12'])
  await phone.setViewportSize({ width: 1280, height: 800 })
  expect(await cell.evaluate((element) => getComputedStyle(element).display)).toBe('table-cell')
})

test('a link that is given up before it has an address leaves the words as they were', async () => {
  await open()
  await admin.keyboard.press('Shift+Home')
  await admin.locator('.toolbar-popup__button-link').first().click()
  const drawer = admin.getByRole('dialog')
  await drawer.locator('input[name="url"]').fill('https://www.aalborg.dk/lang')
  await admin.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  const text = admin.locator('.ContentEditable__root').first()
  await expect.poll(() => text.locator('a').count()).toBe(0)
  await text.getByText('Før det hele').waitFor()
})

test('a wrong address is said in the drawer of a link, which stays open until it is right', async () => {
  await open()
  await admin.keyboard.press('Shift+Home')
  await admin.locator('.toolbar-popup__button-link').first().click()
  const drawer = admin.getByRole('dialog')
  const address = drawer.locator('input[name="url"]')
  await address.waitFor()
  // A slow network: what is asked when a save is pressed right after typing is broken off by the next question.
  await admin.route('**/admin/**', async (route) => {
    if (route.request().method() === 'POST') await delay(400)
    await route.continue()
  })
  await address.fill('www.aalborg.dk')
  await drawer.getByText('Skriv hele adressen, for eksempel https://www.eksempel.dk').waitFor()
  await drawer.getByRole('button', { name: 'Gem ændringer' }).click()
  expect(await address.isVisible()).toBe(true)
  await address.fill('/findes-ikke')
  await drawer.getByText('Der er ingen side på »/findes-ikke«. Adressen fører ingen steder hen.').waitFor()
  await address.fill('#om-parken')
  await drawer.getByRole('button', { name: 'Gem ændringer' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await admin.unrouteAll({ behavior: 'wait' })
  await publish()
  const phone = await onPhone('href="#om-parken"')
  await phone.getByRole('link', { name: 'Før det hele' }).click()
  expect(await phone.locator(':target').innerText()).toBe('Om parken')
})

test('what is typed right before a save is saved, in a browser that is never idle too', async () => {
  const button = (name: string | RegExp) => admin.getByRole('button', { name, exact: true })
  const neverIdle = () => admin.evaluate('window.requestIdleCallback = () => 0')
  await open()
  await admin.keyboard.type(' og')
  await expect.poll(() => button(PUBLISH).isEnabled()).toBe(true)
  await neverIdle()
  await admin.keyboard.type(' lidt til')
  await publish()
  await onPhone('Før det hele og lidt til')

  await open()
  await admin.keyboard.type(' som')
  await expect.poll(() => button('Gem kladde').isEnabled()).toBe(true)
  await neverIdle()
  await admin.keyboard.type(' kladde')
  const saved = admin.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await admin.keyboard.press('Control+s')
  expect((await saved).status()).toBe(200)
  const draft = await call<object>('GET', `/pages/${id}?draft=true`)
  expect(JSON.stringify(draft)).toContain('Før det hele og lidt til som kladde')
  expect(await editor().innerText()).toBe('Før det hele og lidt til som kladde')
})

test('a heading of a page can be chosen for a link', async () => {
  await open()
  await admin.keyboard.press('Shift+Home')
  await admin.locator('.toolbar-popup__button-link').first().click()
  const drawer = admin.getByRole('dialog')
  await drawer.getByText('Side eller fil på hjemmesiden').click()
  await drawer.locator('.rs__control').first().click()
  await admin.keyboard.type('Pressekontakt')
  await admin.locator('.rs__option', { hasText: 'Pressekontakt' }).first().click()
  const headings = drawer.getByLabel('Overskrift på siden')
  await expect.poll(() => headings.locator('option').count()).toBeGreaterThan(1)
  const heading = headings.locator('option').nth(1)
  const [name, words] = [await heading.getAttribute('value'), await heading.innerText()]
  await headings.selectOption(name)
  await drawer.getByRole('button', { name: 'Gem ændringer' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await publish()
  const phone = await onPhone(`#${name}"`)
  await phone.getByRole('link', { name: 'Før det hele' }).click()
  await phone.waitForURL(`**#${name}`)
  expect(await phone.locator(':target').innerText()).toContain(words)
})

test('each block has a picture of its own and a line of help where it is chosen', async () => {
  await open()
  await admin.getByRole('button', { name: 'Tilføj Blok' }).click()
  const cards = admin.locator('.blocks-drawer__block')
  await cards.first().waitFor()
  const shown = await cards.evaluateAll((found) =>
    found.map((card) => {
      const picture = card.querySelector('img')
      const label = card.querySelector('.thumbnail-card__label')
      return {
        help: label ? getComputedStyle(label, '::after').content : '',
        isDrawn: (picture?.naturalWidth ?? 0) > 0,
        picture: picture?.src,
        alt: picture?.alt ?? '',
      }
    }),
  )
  expect(shown.length).toBeGreaterThan(15)
  expect(new Set(shown.map(({ picture }) => picture)).size).toBe(shown.length)
  for (const { help, isDrawn, alt } of shown) {
    expect(isDrawn).toBe(true)
    expect(alt).toMatch(/^[A-ZÆØÅ].+\.$/)
    expect(help).toContain(alt)
  }
  const { violations } = await new AxeBuilder({ page: admin })
    .include('.blocks-drawer__blocks-wrapper')
    .analyze()
  expect(violations.map(({ id: rule }) => rule)).toEqual([])
})
