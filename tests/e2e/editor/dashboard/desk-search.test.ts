import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'

// One field over everything, from anywhere in the admin, with the keys alone.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let call: Awaited<ReturnType<typeof logIn>>['call']
let admin: Page
let page: number
let draft: number

beforeAll(async () => {
  const editor = await logIn(siteUrl)
  call = editor.call
  const make = async (data: object) =>
    (await call<{ doc: { id: number } }>('POST', '/pages', { inMenu: false, blocks: [], ...data })).doc.id
  page = await make({
    title: 'Kvindesvømning',
    slug: 'kvindesvoemning',
    blocks: [
      { blockType: 'richText', body: paragraph('Ring til Haraldslund på 25 20-98 76, når hallen er åben.') },
    ],
    _status: 'published',
  })
  draft = await make({ title: 'Kvindesvømning om natten', slug: 'nat', parent: page, _status: 'draft' })
  const { page: window, context } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  admin = window
})

beforeEach(() => admin.setViewportSize({ width: 1280, height: 900 }))

afterAll(async () => {
  for (const id of [draft, page]) await call('DELETE', `/pages/${id}`)
})

const field = () => admin.getByRole('combobox', { name: 'Søg, eller sæt en adresse ind' })
const options = () => admin.getByRole('listbox', { name: 'Fundet' }).getByRole('option')
const button = () => admin.getByRole('button', { name: 'Søg i alt indhold' })

/** Opens a view, and the search in it by the keys. */
async function searchAt(place: string) {
  await admin.goto(place)
  await button().waitFor()
  // The keys work from when the page does.
  await expect
    .poll(async () => {
      await admin.keyboard.press('Control+k')
      return field().isVisible()
    })
    .toBe(true)
  expect(await field().evaluate((input) => input === document.activeElement)).toBe(true)
}

async function findings(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: admin })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .include('dialog[open], .gutter')
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

test('from any view: typed, gone through with the arrows, opened with Enter', async () => {
  await searchAt('/admin/collections/people')
  await admin.keyboard.type('haraldslund')
  await expect
    .poll(() => options().allInnerTexts())
    .toEqual([
      expect.stringMatching(
        /^Kvindesvømning\s*Side\s*·\s*Offentliggjort\s*Ring til Haraldslund på 25 20-98 76/,
      ),
    ])
  expect(await admin.getByRole('status').filter({ hasText: '1 fundet' }).count()).toBe(1)
  expect(await findings()).toEqual([])

  await field().fill('kvindesvoem')
  await expect.poll(() => options().count()).toBe(2)
  const active = () =>
    field().evaluate(
      (input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent,
    )
  expect(await active()).toMatch(/^Kvindesvømning/)
  await expect
    .poll(async () => {
      await admin.keyboard.press('ArrowDown')
      return active()
    })
    .toMatch(/om natten.*Kladde/)
  await admin.keyboard.press('Enter')
  await admin.waitForURL(`**/admin/collections/pages/${draft}`)
  await field().waitFor({ state: 'hidden' })
}, 60_000)

test('a number however it is spaced, and an address as it was copied: Enter need not wait for the answer', async () => {
  for (const typed of [
    '+45 25209876',
    '2520 9876',
    `${siteUrl.toUpperCase()}/Kvindesvoemning/?fra=mail#top`,
  ]) {
    await searchAt('/admin')
    await admin.keyboard.insertText(typed)
    await admin.keyboard.press('Enter')
    await admin.waitForURL(`**/admin/collections/pages/${page}`)
  }
  await searchAt('/admin')
  await admin.keyboard.insertText('/kvindesvoemning/nat')
  await expect
    .poll(() => options().allInnerTexts())
    .toEqual([expect.stringContaining('Siden er ikke offentliggjort, men vil ligge på adressen.')])
}, 90_000)

test('what is typed in a form is asked about before one leaves it', async () => {
  await admin.goto(`/admin/collections/pages/${page}`)
  await admin.locator('#field-summary').fill('Ikke gemt')
  await admin.keyboard.press('Control+k')
  await field().fill('haraldslund')
  await expect.poll(() => options().count()).toBe(1)
  await field().fill('Kvindesvømning om natten')
  await expect.poll(() => options().allInnerTexts()).toEqual([expect.stringContaining('om natten')])
  await admin.keyboard.press('Enter')
  await field().waitFor({ state: 'hidden' })
  const question = admin.getByRole('dialog').filter({ hasText: 'Forlad siden uden at gemme?' })
  await question.waitFor()
  expect(await admin.locator('#field-summary').inputValue()).toBe('Ikke gemt')
  await question.getByRole('button', { name: 'Forlad siden alligevel' }).click()
  await admin.waitForURL(`**/admin/collections/pages/${draft}`)
}, 60_000)

test('all of it on a page, by kind; and in a narrow window', async () => {
  await admin.setViewportSize({ width: 360, height: 740 })
  await admin.goto('/admin')
  await button().click()
  await field().fill('aalborg')
  await options().last().getByText('Se alle').waitFor()
  expect(await findings()).toEqual([])
  const box = await admin.locator('dialog[open]').boundingBox()
  expect([box && box.x >= 0, box && box.x + box.width <= 360]).toEqual([true, true])
  await admin.keyboard.press('ArrowUp')
  await admin.keyboard.press('Enter')
  await admin.waitForURL('**/admin/soeg?q=aalborg')
  await admin.getByRole('heading', { level: 1, name: 'Søg i alt indhold' }).waitFor()
  const kinds = admin.getByRole('navigation', { name: 'Slags' })
  await kinds.getByRole('link', { name: /^Alle \(\d+\)$/ }).waitFor()
  expect(await findings()).toEqual([])
  expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await kinds.getByRole('link', { name: /^Kontaktbokse/ }).click()
  await admin.waitForURL('**/admin/soeg?q=aalborg&slags=contact-boxes')
  const shown = admin.getByRole('listitem').filter({ hasText: /Kontaktboks\s*·/ })
  await shown.first().waitFor()
  await admin.getByRole('searchbox').fill('svømning natten')
  await admin.keyboard.press('Enter')
  await admin.getByRole('link', { name: /Kvindesvømning om natten/ }).waitFor()
}, 60_000)

test('what a save has changed is found at once, and what is deleted is not', async () => {
  await call('PATCH', `/pages/${draft}?draft=true`, { summary: 'Mørkebadning', _status: 'draft' })
  await searchAt('/admin/globals/footer')
  await field().fill('moerkebad')
  await expect.poll(() => options().count()).toBe(1)
  await admin.keyboard.press('Escape')
  await field().waitFor({ state: 'hidden' })
  await searchAt('/admin/planlagt')
  await field().fill('findesslet ikke')
  await admin.getByText('Der er ikke fundet noget, du kan læse.').waitFor()
}, 60_000)
