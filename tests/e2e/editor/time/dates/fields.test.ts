import { describe, expect, onTestFinished, test } from 'vitest'
import { formatLongDate } from '../../../../../src/domain/time/danish-time.ts'
import { logIn, PUBLISH } from '../../../tools/admin.ts'
import {
  adminIn,
  editor,
  findings,
  made,
  newException,
  open,
  said,
  save,
  siteUrl,
  today,
  type Doc,
} from './desk.ts'

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
  await page.getByRole('button', { name: PUBLISH }).click()
  await page.locator('.toast-error').first().waitFor()
  await expect.poll(() => from.isEnabled()).toBe(true)
  expect(await from.inputValue()).toBe('31.4.2090')
  expect(await said(page, '#field-from')).toBe(problem)
  expect(await read()).toMatchObject({ from: '2090-07-05T12:00:00.000Z', to: null })

  await from.press('ControlOrMeta+a')
  await page.keyboard.insertText('9.7.2090')
  await page.locator('#field-to').fill('søndag den 9. juli 2090')
  expect((await save(page, PUBLISH, 'hours-exceptions')).status).toBe(200)
  expect(await read()).toMatchObject({ from: '2090-07-09T12:00:00.000Z', to: '2090-07-09T12:00:00.000Z' })

  await expect.poll(() => page.locator('#field-to').isEnabled()).toBe(true)
  await page.locator('#field-to').fill('')
  expect((await save(page, PUBLISH, 'hours-exceptions')).status).toBe(200)
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

test('a document that a colleague edits shows its dates, and they cannot be typed in', async () => {
  const { doc } = await newException({ from: '2090-07-05', reason: 'Låst', _status: 'published' })
  const colleague = { email: 'kollega@example.dk', password: 'en-lang-adgangskode-til-en-kollega' }
  const user = await editor.call<{ doc: { id: number } }>('POST', '/users', {
    ...colleague,
    name: 'Kollega',
    role: 'editor',
  })
  const other = await logIn(siteUrl, colleague)
  // Nobody else may, while it is locked.
  onTestFinished(async () => {
    await other.call('DELETE', `/hours-exceptions/${doc.id}`)
    await editor.call('DELETE', `/users/${user.doc.id}`)
  })
  const { page: theirs } = await adminIn('Europe/Copenhagen', 1280, other.token)
  await open(theirs, `hours-exceptions/${doc.id}`)
  const locked = theirs.waitForResponse((answer) => answer.request().method() === 'POST')
  await theirs.locator('#field-reason').fill('Min')
  await locked

  const { page } = await adminIn('Europe/Copenhagen')
  await open(page, `hours-exceptions/${doc.id}`)
  await page.getByRole('button', { name: 'Se uden at rette' }).click()
  const from = page.locator('#field-from')
  await expect.poll(() => from.isDisabled()).toBe(true)
  expect(await from.inputValue()).toBe('5. juli 2090')
  expect(await page.getByRole('button', { name: /^Vælg i kalender: Fra dato/ }).count()).toBe(0)
})
