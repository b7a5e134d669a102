import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { formatDate, formatLongDate } from '../../../src/domain/time/danish-time.ts'
import { logIn } from '../tools/admin.ts'
import { useBrowser } from '../tools/browser.ts'

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
let editor: Awaited<ReturnType<typeof logIn>>
/** Today in Denmark by the site's clock. */
let today: Temporal.PlainDate
const made: string[] = []

beforeAll(async () => {
  editor = await logIn(siteUrl)
  const answer = await fetch(`${siteUrl}/api/press-duty`)
  today = Temporal.PlainDate.from(((await answer.json()) as { at: string }).at.slice(0, 10))
})
afterEach(async () => {
  for (const path of made.splice(0)) await editor.call('DELETE', path)
})

type Doc = { id: number; date: string; from: string; to: string | null; reason: string }

/** The admin as somebody in that zone has it. */
async function adminIn(timezoneId: string, width = 1280) {
  const { page, context, expectNoErrors } = await visit('/admin/login', {
    timezoneId,
    viewport: { width, height: 900 },
  })
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  return { page, expectNoErrors }
}

/** A form is there once its scripts listen. */
const open = (page: Page, path: string) =>
  page.goto(`/admin/collections/${path}`, { waitUntil: 'networkidle' })

/** What stands beneath a date field. */
async function said(page: Page, field: string): Promise<string> {
  const id = await page.locator(field).getAttribute('aria-describedby')
  return page.locator(`[id="${id}"]`).innerText()
}

async function save(page: Page, button: string, collection: string): Promise<{ status: number; doc?: Doc }> {
  const answered = page.waitForResponse(
    (answer) => answer.url().includes(`/api/${collection}`) && answer.request().method() !== 'GET',
  )
  await page.getByRole('button', { name: button, exact: true }).click()
  const answer = await answered
  const { doc } = (await answer.json()) as { doc?: Doc }
  if (doc && answer.status() === 201) made.push(`/${collection}/${doc.id}`)
  return { status: answer.status(), doc }
}

const newException = (data: object) => editor.call<{ doc: Doc }>('POST', '/hours-exceptions', data)

async function findings(page: Page, selector: string) {
  const { violations } = await new AxeBuilder({ page }).include(selector).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

describe.each(['Europe/Copenhagen', 'Pacific/Auckland', 'Pacific/Honolulu'])('in %s', (zone) => {
  test('what is typed is said back with its weekday, stored as typed, and shown the same', async () => {
    const { page, expectNoErrors } = await adminIn(zone)
    await open(page, 'calendar-days/create')
    const field = page.locator('#field-date')
    const tomorrow = today.add({ days: 1 }).toString()
    for (const [typed, date] of [
      ['i morgen', tomorrow],
      ['2/12-90', '2090-12-02'],
      ['24.12.2090', '2090-12-24'],
      ['3. apr. 2090', '2090-04-03'],
      ['03042090', '2090-04-03'],
      ['02.12.2090', '2090-12-02'],
    ] as const) {
      // Pasting over what stands there.
      await field.press('ControlOrMeta+a')
      await page.keyboard.insertText(typed)
      expect(await field.inputValue()).toBe(typed)
      await expect.poll(() => said(page, '#field-date')).toBe(formatLongDate(date))
    }
    await page.locator('#field-name').fill(`Typet i ${zone}`)
    const { status, doc } = await save(page, 'Gem', 'calendar-days')
    expect([status, doc?.date]).toEqual([201, '2090-12-02T12:00:00.000Z'])

    await open(page, `calendar-days/${doc?.id}`)
    expect(await field.inputValue()).toBe('2. december 2090')
    expect(await said(page, '#field-date')).toBe('lørdag den 2. december 2090')
    await open(page, `calendar-days?where[id][equals]=${doc?.id}`)
    await page.locator('.cell-date', { hasText: '2. december 2090' }).waitFor()
    expectNoErrors()
  })

  test('the day that is clicked is the day that is stored', async () => {
    const { page, expectNoErrors } = await adminIn(zone)
    await open(page, 'calendar-days/create')
    await page.locator('#field-date').fill('31/1-91')
    await page.getByRole('button', { name: 'Vælg i kalender: Dato' }).click()
    const calendar = page.getByRole('dialog', { name: 'Kalender: Dato' })
    await calendar.getByRole('button', { name: 'Næste måned' }).click()
    await calendar.getByRole('option', { name: /15\. februar 2091/ }).click()
    expect(await calendar.count()).toBe(0)
    expect(await page.locator('#field-date').inputValue()).toBe('15. februar 2091')
    expect(await said(page, '#field-date')).toBe('torsdag den 15. februar 2091')
    await page.locator('#field-name').fill(`Klikket i ${zone}`)
    const { doc } = await save(page, 'Gem', 'calendar-days')
    expect(doc?.date).toBe('2091-02-15T12:00:00.000Z')
    expectNoErrors()
  })
})

test('text that is no date is kept, named, and neither saved nor replaced by an old date', async () => {
  const { doc } = await newException({ from: '2090-07-05', reason: 'Ferie', _status: 'published' })
  made.push(`/hours-exceptions/${doc.id}`)
  const read = () => editor.call<Doc>('GET', `/hours-exceptions/${doc.id}?depth=0&draft=true`)
  const { page } = await adminIn('Europe/Copenhagen')
  await open(page, `hours-exceptions/${doc.id}`)
  const from = page.locator('#field-from')
  await from.fill('31.4.2090')
  await from.press('Tab')
  const problem = '31. april 2090 findes ikke: april har 30 dage.'
  await expect.poll(() => said(page, '#field-from')).toBe(problem)
  expect(await from.getAttribute('aria-invalid')).toBe('true')

  // As a draft the server refuses it.
  expect((await save(page, 'Gem kladde', 'hours-exceptions')).status).toBe(400)
  await expect.poll(() => from.isEnabled()).toBe(true)
  expect(await from.inputValue()).toBe('31.4.2090')
  expect(await said(page, '#field-from')).toBe(problem)
  // To publish, the form itself does.
  await page.getByRole('button', { name: 'Offentliggør ændringer', exact: true }).click()
  await page.locator('.toast-error').first().waitFor()
  await expect.poll(() => from.isEnabled()).toBe(true)
  expect(await from.inputValue()).toBe('31.4.2090')
  expect(await said(page, '#field-from')).toBe(problem)
  expect(await read()).toMatchObject({ from: '2090-07-05T12:00:00.000Z', to: null })

  await from.press('ControlOrMeta+a')
  await page.keyboard.insertText('9.7.2090')
  await page.locator('#field-to').fill('søndag den 9. juli 2090')
  expect((await save(page, 'Offentliggør ændringer', 'hours-exceptions')).status).toBe(200)
  expect(await read()).toMatchObject({ from: '2090-07-09T12:00:00.000Z', to: '2090-07-09T12:00:00.000Z' })

  await expect.poll(() => page.locator('#field-to').isEnabled()).toBe(true)
  await page.locator('#field-to').fill('')
  expect((await save(page, 'Offentliggør ændringer', 'hours-exceptions')).status).toBe(200)
  expect(await read()).toMatchObject({ to: null })
})

test('a date that must be there is asked for at its field, and a wrong weekday is told', async () => {
  const { page } = await adminIn('Europe/Copenhagen')
  await open(page, 'calendar-days/create')
  await page.locator('#field-name').fill('Uden dato')
  expect((await save(page, 'Gem', 'calendar-days')).status).toBe(400)
  const field = page.locator('.field-type:has(#field-date)').last()
  await field.locator('.field-error', { hasText: 'Vælg en dato.' }).waitFor()
  await page.locator('#field-date').fill('torsdag den 2. december 2026')
  await page.keyboard.press('Tab')
  await expect.poll(() => said(page, '#field-date')).toBe('2. december 2026 er en onsdag, ikke en torsdag.')
  expect(await findings(page, '.field-type:has(> .field-type__wrap #field-date)')).toEqual([])
})

test('the calendar is used by keys alone, and has nothing that axe finds', async () => {
  const { page } = await adminIn('Europe/Copenhagen', 360)
  await open(page, 'calendar-days/create')
  await page.locator('#field-date').fill('31/12-90')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const calendar = page.getByRole('dialog', { name: 'Kalender: Dato' })
  await calendar.waitFor()
  expect(await findings(page, '.field-type:has(> .field-type__wrap #field-date)')).toEqual([])
  const box = await calendar.boundingBox()
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 360).toBe(true)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => said(page, '#field-date')).toBe('mandag den 8. januar 2091')
  expect(await page.locator('#field-date').evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  expect(await calendar.count()).toBe(0)
  expect(await said(page, '#field-date')).toBe('mandag den 8. januar 2091')
})

test.each(['Europe/Copenhagen', 'Pacific/Auckland'])(
  'in %s a list is filtered by the date that is typed',
  async (zone) => {
    for (const from of ['2090-03-02', '2090-04-02', '2090-05-02']) {
      const { doc } = await newException({ from, reason: `Filter ${from}`, _status: 'published' })
      made.push(`/hours-exceptions/${doc.id}`)
    }
    const { page } = await adminIn(zone)
    const later = 'where[or][0][and][0][from][greater_than]=2090-01-01T12:00:00.000Z'
    await open(page, `hours-exceptions?${later}`)
    const rows = () => page.locator('td.cell-from').allInnerTexts()
    const shown = async (...dates: string[]) => {
      await expect.poll(rows).toEqual(dates.map((date) => formatDate(date)))
    }
    await shown('2090-05-02', '2090-04-02', '2090-03-02')
    const first = page.locator('.condition').first().getByRole('textbox', { name: 'Dato' })
    expect(await first.inputValue()).toBe('1. januar 2090')
    await first.fill('02.03.2090')
    await shown('2090-05-02', '2090-04-02')

    await page.locator('.condition__actions-add').first().click()
    await expect.poll(() => page.locator('.condition').count()).toBe(2)
    const second = page.locator('.condition').nth(1)
    await choose(page, second.locator('.condition__field'), 'Fra dato')
    await choose(page, second.locator('.condition__operator'), 'Er mindre end')
    await second.getByRole('textbox', { name: 'Dato' }).fill('2. maj 2090')
    await shown('2090-04-02')

    // What is no date filters nothing and stays.
    await second.getByRole('textbox', { name: 'Dato' }).fill('31.4.2090')
    await page.keyboard.press('Tab')
    await second.getByText('31. april 2090 findes ikke: april har 30 dage.').waitFor()
    await shown('2090-05-02', '2090-04-02')
    expect(await second.getByRole('textbox', { name: 'Dato' }).inputValue()).toBe('31.4.2090')
    expect(await findings(page, '.condition .field-type')).toEqual([])
  },
)

test('a list is filtered by whether there is a date, and by the days on which something was changed', async () => {
  for (const [from, to] of [
    ['2090-03-02', '2090-03-04'],
    ['2090-04-02', null],
  ]) {
    const { doc } = await newException({ from, to, reason: `Filter ${from}`, _status: 'published' })
    made.push(`/hours-exceptions/${doc.id}`)
  }
  const { page } = await adminIn('Pacific/Honolulu')
  const later = 'where[or][0][and][0][from][greater_than]=2090-01-01T12:00:00.000Z'
  await open(page, `hours-exceptions?${later}&where[or][0][and][1][reason][contains]=Filter`)
  const shown = async (...dates: string[]) => {
    await expect
      .poll(() => page.locator('td.cell-from').allInnerTexts())
      .toEqual(dates.map((date) => formatDate(date)))
  }
  await shown('2090-04-02', '2090-03-02')
  const condition = page.locator('.condition').nth(1)
  await choose(page, condition.locator('.condition__field'), 'Til og med')
  await choose(page, condition.locator('.condition__operator'), 'Eksisterer')
  await condition.getByLabel('Er der en dato?').selectOption('Ja')
  await shown('2090-03-02')
  await condition.getByLabel('Er der en dato?').selectOption('Nej')
  await shown('2090-04-02')

  await choose(page, condition.locator('.condition__field'), 'Opdateret')
  const date = condition.getByRole('textbox', { name: 'Dato' })
  await date.fill('i dag')
  await condition.getByText('Et tidspunkt er ikke lig med en dag.').waitFor()
  await shown('2090-04-02', '2090-03-02')
  // What was typed stays when the comparison changes.
  await choose(page, condition.locator('.condition__operator'), 'Er større end')
  await shown()
  expect(await date.inputValue()).toBe('i dag')
  await choose(page, condition.locator('.condition__operator'), 'Er større end eller lig med')
  await shown('2090-04-02', '2090-03-02')
  await choose(page, condition.locator('.condition__operator'), 'Er mindre end')
  await shown()
})

async function choose(page: Page, select: ReturnType<Page['locator']>, option: string) {
  await select.locator('input').click({ force: true })
  await page.getByRole('option', { name: option, exact: true }).click()
}
