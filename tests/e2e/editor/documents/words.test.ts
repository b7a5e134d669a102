import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
const soon = { timeout: 5000, interval: 50 }

let call: Awaited<ReturnType<typeof logIn>>['call']
let admin: Page
let errors: string[]

beforeAll(async () => {
  const editor = await logIn(siteUrl)
  call = editor.call
  const { page, context, errors: told } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  admin = page
  errors = told
})
afterAll(() => call('POST', '/globals/labels', { overrides: {} }))

type Labels = { overrides: Record<string, string> }

const stored = async () => (await call<Labels>('GET', '/globals/labels')).overrides
const save = (overrides: unknown) => call('POST', '/globals/labels', { overrides })
const shows = async (path: string) => (await fetch(siteUrl + path)).text()

async function openWords() {
  await admin.goto('/admin/globals/labels')
  await admin.getByLabel('Find et ord').waitFor()
}
const group = (name: string) =>
  admin.locator('details').filter({ has: admin.locator(`summary:text("${name}")`) })
const press = (name: string) => admin.getByRole('button', { name, exact: true }).click()
/** Saves, and waits until the form has what was stored: the pages may follow sooner. */
const saveForm = async () => {
  await press('Gem')
  await admin.locator('.toast-success').first().waitFor()
  await admin.locator('.toast-success').first().waitFor({ state: 'detached', timeout: 20_000 })
}

test('a word is found, changed and put back without a mouse, and the pages follow', async () => {
  await openWords()
  await admin.getByLabel('Find et ord').fill('brødkrumme')
  await expect
    .poll(() => admin.locator('output', { hasText: 'passer' }).textContent(), soon)
    .toBe('2 ord passer.')
  const word = admin.getByLabel('Første led i brødkrummen', { exact: true })
  await word.focus()
  await admin.keyboard.press('Control+A')
  await admin.keyboard.type('Forsiden')
  expect(await group('Rammen').locator('summary').textContent()).toBe('Rammen1 ændret')
  await saveForm()
  await expect.poll(stored, soon).toEqual({ 'shell.home': 'Forsiden' })
  await expect.poll(() => shows('/kontakt'), soon).toContain('>Forsiden</a>')

  await word.focus()
  await admin.keyboard.press('Tab')
  await admin.keyboard.press('Enter')
  expect(await word.inputValue()).toBe('Hjem')
  expect(await word.evaluate((element) => element === document.activeElement)).toBe(true)
  await press('Gem')
  await expect.poll(stored, soon).toEqual({})
  await expect.poll(() => shows('/kontakt'), soon).not.toContain('>Forsiden</a>')
  expect(errors).toEqual([])
})

test('a sentence that lacks what the page fills in is refused at the word, and nothing is stored', async () => {
  await openWords()
  await group('Rammen').locator('summary').click()
  const word = admin.getByLabel('Hvornår siden er ændret', { exact: true })
  await word.fill('Ændret')
  expect(await word.getAttribute('aria-invalid')).toBe('true')
  expect(await word.evaluate(description)).toContain('{date} mangler.')
  expect(await word.evaluate(description)).toContain('Standard: Sidst opdateret {date}')
  expect(await group('Rammen').locator('summary').textContent()).toContain('1 skal rettes')
  await press('Gem')
  await expect
    .poll(() => admin.getByRole('alert').allTextContents(), soon)
    .toContain('Rammen, »Hvornår siden er ændret«: {date} mangler.')
  expect(await stored()).toEqual({})
  await word.fill('Ændret {date}')
  expect(await word.getAttribute('aria-invalid')).toBe('false')
})

test.each([360, 1280])('at %i pixels axe finds nothing wrong and nothing sticks out', async (width) => {
  await admin.setViewportSize({ width, height: 800 })
  await openWords()
  await admin.getByLabel('Find et ord').fill('e')
  const { violations } = await new AxeBuilder({ page: admin }).include('#field-overrides').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})

test.each([
  [{ 'search.results': '{count} fund' }, '»Søgesiden: flere resultater«: {query} mangler.'],
  [{ 'shell.home': '' }, '»Første led i brødkrummen«: Teksten må ikke være tom.'],
  [{ 'shell.nothing': 'x' }, 'hedder shell.nothing'],
  [{ 'shell.home': 7 }, 'Ordene kan ikke læses'],
  [['x'], 'Ordene kan ikke læses'],
])('%o is refused over REST', async (overrides, message) => {
  await expect(save(overrides)).rejects.toThrow(message)
  expect(await stored()).toEqual({})
})

test('only what differs from the default is stored', async () => {
  await save({ 'shell.home': ' Hjem ', 'shell.menu': 'Sider' })
  expect(await stored()).toEqual({ 'shell.menu': 'Sider' })
})

test('who answers the press afterwards is called what the editor says', async () => {
  await save({
    'duty.thenStaff': 'Så tager dagholdet over',
    'duty.thenDuty': 'Så tager nattevagten over',
    'duty.thenClosedUntil': 'Så sover alle til {time}',
    'duty.againDuty': 'Nattevagten svarer {time}',
    'duty.againStaff': 'Dagholdet svarer {time}',
  })
  await expect
    .poll(() => shows('/om-kommunen/presse-og-kommunikation/pressekontakt'), soon)
    .toMatch(/Så tager (dagholdet|nattevagten) over|Så sover alle|Nattevagten svarer |Dagholdet svarer /)
})

/** What a screen reader says of a field after its name. */
const description = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.querySelector(`[id="${id}"]`)?.textContent)
    .join(' ')
