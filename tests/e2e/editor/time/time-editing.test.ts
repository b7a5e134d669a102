import { PUBLISH } from '../../tools/admin.ts'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { formatDate } from '../../../../src/domain/time/danish-time.ts'
import { readStructuredData } from '../../tools/structured-data.ts'
import {
  BOX,
  soon,
  call,
  admin,
  schedule,
  day,
  made,
  ordinaryWeek,
  calendarDays,
  text,
  json,
  boxText,
  commonText,
  at,
  previewed,
  previewState,
  save,
  fillDate,
  week,
  openSchedule,
  openNewException,
} from './time-desk.ts'

const focused = (label: string) => week().getByLabel(label).and(admin.locator(':focus'))

test('a week is edited by keyboard, read beforehand, and live as soon as it is published', async () => {
  await openSchedule()
  await week().getByRole('button', { name: '+ tidsrum mandag' }).press('Enter')
  // The new span has the focus.
  await focused('mandag, tidsrum 2: fra').waitFor()
  await admin.keyboard.type('16')
  await admin.keyboard.press('Tab')
  await admin.keyboard.type('18.30')
  await week().getByLabel('onsdag: åbent?').selectOption('Lukket')
  await week().getByLabel('torsdag: åbent?').selectOption('Som mandag')
  await week().getByLabel('lørdag: åbent?').selectOption('Åben')
  await focused('lørdag: fra').waitFor()
  await admin.keyboard.type('22')
  await admin.keyboard.press('Tab')
  await admin.keyboard.type('2')
  await admin.keyboard.press('Tab')
  await week().getByLabel('næste dag (lørdag)').check()
  expect(await week().getByLabel('mandag, tidsrum 2: til').inputValue()).toBe('18:30')
  expect(await week().getByRole('row', { name: 'Torsdag' }).innerText()).toContain(
    '8.00–15.00 og 16.00–18.30',
  )

  await expect.poll(() => previewed().innerText(), soon).toContain('8.00–15.00 og 16.00–18.30')
  expect(await previewed().innerText()).toContain('22.00–2.00')
  expect(await boxText()).not.toContain('18.30')
  await admin.getByLabel('Som gemt og offentliggjort').check()
  await expect.poll(() => previewed().innerText(), soon).not.toContain('18.30')

  expect(await save(PUBLISH, 'opening-hours')).toBe(200)
  await expect.poll(boxText, soon).toContain('22.00–2.00')
  const read = await boxText()
  for (const row of ['Mandag–tirsdag 8.00–15.00 og 16.00–18.30', 'Onsdag Lukket', 'Søndag Lukket'])
    expect(read).toContain(row)
  const { opening } = (await json(`/api/hours/${BOX}`)) as { opening: { week: object[] } }
  expect(opening.week.slice(2, 6)).toEqual([
    { weekday: 3, spans: [] },
    ...[4, 5].map((weekday) => ({
      weekday,
      spans: [
        { from: '08:00', to: '15:00' },
        { from: '16:00', to: '18:30' },
      ],
    })),
    { weekday: 6, spans: [{ from: '22:00', to: '02:00' }] },
  ])
  await expect.poll(() => previewed().innerText(), soon).toContain('18.30')
  await call('PATCH', `/opening-hours/${schedule}`, { week: ordinaryWeek, _status: 'published' })
})

test.each([
  ['spans that overlap', '14', '16', 'Mandag 8.00–15.00 overlapper mandag 14.00–16.00.'],
  ['an end before its start', '17', '16', /^Mandag: 17\.00–16\.00 slutter, før det begynder\./],
  ['a time that is none', '16', 'sent', /^Mandag: »sent« er ikke et klokkeslæt\./],
])('%s are refused at once, by the server too, and nothing is saved', async (_, from, to, message) => {
  await openSchedule()
  await week().getByRole('button', { name: '+ tidsrum mandag' }).click()
  await admin.keyboard.type(from)
  await admin.keyboard.press('Tab')
  await admin.keyboard.type(to)
  await admin.keyboard.press('Tab')
  const problem = admin.locator('#field-week [aria-live]')
  await expect.poll(() => problem.textContent()).toMatch(message)
  await expect.poll(() => previewState().textContent(), soon).toContain('Ret først: Mandag')
  await admin.getByRole('button', { name: PUBLISH }).click()
  await admin.locator('.toast-error').waitFor()
  expect(await problem.textContent()).toMatch(message)

  const monday = [...ordinaryWeek.monday, { from, to }]
  const sent = call('PATCH', `/opening-hours/${schedule}`, { week: { ...ordinaryWeek, monday } })
  await expect(sent).rejects.toThrow(/answered 400: .*Mandag/)
  expect(await call('GET', `/opening-hours/${schedule}?depth=0`)).toMatchObject({ week: ordinaryWeek })
})

test('an exception that ends before it begins is refused with both dates', async () => {
  await openNewException({ from: day, reason: 'Baglæns' })
  const before = Temporal.PlainDate.from(day).subtract({ days: 2 }).toString()
  await fillDate('#field-to', before)
  const message = `Perioden slutter ${formatDate(before)}, før den begynder ${formatDate(day)}.`
  await expect.poll(() => previewState().textContent(), soon).toBe(`Ret først: ${message}`)
  expect(await save(PUBLISH, 'hours-exceptions')).toBe(400)
  await expect.poll(() => admin.locator('.field-type:has(#field-to)').last().textContent()).toContain(message)
})

test('a time that daylight saving skips is refused, in an exception and as the instant of a preview', async () => {
  await openNewException({ from: '2027-03-28', reason: 'Sommertid' })
  await admin.locator('#field-kind').getByText('Lukker tidligere').click()
  await admin.locator('#field-closesFrom').fill('2.30')
  const message = 'Kl. 2.30 findes ikke den 28. marts 2027'
  await expect.poll(() => previewState().textContent(), soon).toContain(`Ret først: ${message}`)
  expect(await save(PUBLISH, 'hours-exceptions')).toBe(400)
  await expect
    .poll(() => admin.locator('.field-type:has(#field-closesFrom)').last().textContent())
    .toContain(message)

  await openSchedule()
  await admin.getByLabel('Dato', { exact: true }).fill('2027-03-28')
  await admin.getByLabel('Klokkeslæt', { exact: true }).fill('02:30')
  await expect.poll(() => previewState().textContent()).toContain(message)
  await admin.getByLabel('Klokkeslæt', { exact: true }).fill('03:30')
  await expect.poll(() => previewState().textContent(), soon).toContain('søndag den 28. marts 2027 kl. 3.30')
})

test('a second calendar day on a date is refused with the name of the first', async () => {
  const [known] = (await calendarDays()).filter(({ name }) => name === '1. juledag')
  const date = known?.date.slice(0, 10) ?? ''
  await admin.goto('/admin/collections/calendar-days/create', { waitUntil: 'networkidle' })
  await fillDate('#field-date', date)
  await admin.locator('#field-name').fill('Endnu en')
  expect(await save('Gem', 'calendar-days')).toBe(400)
  const message = `${formatDate(date)} er allerede i kalenderen som »1. juledag«.`
  await expect
    .poll(() => admin.locator('.field-type:has(#field-date)').last().textContent())
    .toContain(message)
})

test('all departments close early on a day in one action: read beforehand, and then page, JSON, feed and JSON-LD agree', async () => {
  await openNewException({ from: day, reason: 'Personaledag' })
  await admin.locator('#field-kind').getByText('Lukker tidligere').click()
  await admin.locator('#field-closesFrom').fill('12')
  // Noon of that day, in every schedule that follows the calendar.
  for (const name of ['Almindelig åbningstid', 'Pressemedarbejdernes arbejdstid', 'Tidsprøve'])
    await expect
      .poll(() => previewed(`Forhåndsvisning: ${name}`).innerText(), soon)
      .toContain('Lukket: Personaledag')
  expect(await admin.locator('iframe[title="Forhåndsvisning: Pressen kan ringe"]').count()).toBe(0)
  expect(await commonText()).not.toContain('Personaledag')

  expect(await save(PUBLISH, 'hours-exceptions')).toBe(201)
  await admin.waitForURL(/hours-exceptions\/\d+/)
  made.push(new URL(admin.url()).pathname.replace('/admin/collections', ''))

  const [dayAndMonth = ''] = formatDate(day).split(/ \d{4}$/)
  const row = new RegExp(`${dayAndMonth}( \\d{4})?\\s+8\\.00–12\\.00: Personaledag`)
  await expect.poll(commonText, soon).toMatch(row)
  type Status = { open: boolean; reason: string | null; exceptions: object[] }
  for (const [box, kind] of [
    [BOX, 'opening'],
    ['job-og-velfaerd', 'opening'],
    ['klima-og-miljoe', 'phone'],
  ] as const) {
    const statusAt = async (time: string) =>
      ((await json(`/api/hours/${box}?at=${at(time)}`)) as Record<typeof kind, Status>)[kind]
    expect(await statusAt('11:59:59')).toMatchObject({ open: true })
    expect(await statusAt('12:00:00')).toMatchObject({ open: false, reason: 'Personaledag' })
    const spans = [{ from: '08:00', to: '12:00' }]
    expect((await statusAt('07:00:00')).exceptions).toContainEqual({
      from: day,
      to: day,
      spans,
      reason: 'Personaledag',
    })
    const feed = (await text(`/api/hours/${box}.ics`)).replaceAll('\r\n ', '')
    const noon = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime('Europe/Copenhagen').toInstant()
    const end = noon.toString().replaceAll(/[-:]/g, '')
    expect(feed).toMatch(new RegExp(`SUMMARY:[^\\r]*8\\.00–12\\.00 \\(Personaledag\\)`))
    expect(feed).toContain(`DTEND:${end}`)
  }
  const duty = (await json(`/api/press-duty?at=${at('12:00:00')}`)) as { status: string; reason: string }
  expect(duty).toMatchObject({ status: 'duty', reason: 'Personaledag' })
  const { organisation } = readStructuredData(await text('/kontakt'))
  const office = organisation?.department?.find(({ name }) => name === 'Tidsprøve')
  expect(office?.openingHoursSpecification).toContainEqual({
    '@type': 'OpeningHoursSpecification',
    name: 'Personaledag',
    validFrom: day,
    validThrough: day,
    opens: '08:00',
    closes: '12:00',
  })

  for (const path of made.splice(0)) await call('DELETE', path)
  await expect.poll(commonText, soon).not.toContain('Personaledag')
})
