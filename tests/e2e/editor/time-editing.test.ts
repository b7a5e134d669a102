import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { formatDate } from '../../../src/domain/time/danish-time.ts'
import { logIn } from '../tools/admin.ts'
import { useBrowser } from '../tools/browser.ts'
import { readStructuredData } from '../tools/structured-data.ts'

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

const BOX = 'tidsproeve'
const PUBLISH = 'Offentliggør ændringer'
const soon = { timeout: 5000, interval: 50 }

type Created = { doc: { id: number } }
type CalendarDay = { id: number; date: string; name: string }

let call: Awaited<ReturnType<typeof logIn>>['call']
let admin: Page
/** What its console told as an error. */
let errors: string[]
let schedule: number
/** A working day in the coming weeks that is in no calendar, `YYYY-MM-DD`. */
let day: string
/** What a test has made, to be taken away after it. */
const made: string[] = []

beforeAll(async () => {
  const editor = await logIn(siteUrl)
  call = editor.call
  const hours = await call<Created>('POST', '/opening-hours', {
    name: 'Tidsprøve',
    week: ordinaryWeek,
    followsCalendar: true,
    _status: 'published',
  })
  schedule = hours.doc.id
  const box = await call<Created>('POST', '/contact-boxes', {
    name: 'Tidsprøve',
    slug: BOX,
    street: 'Boulevarden 13',
    postalCode: '9000',
    city: 'Aalborg',
    openingHours: schedule,
    _status: 'published',
  })
  boxes.push(`/contact-boxes/${box.doc.id}`, `/opening-hours/${schedule}`)
  day = await ordinaryWorkingDay()
  const { page, context, errors: told } = await visit('/admin/login')
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  admin = page
  errors = told
})

const boxes: string[] = []

afterEach(async () => {
  for (const path of made.splice(0)) await call('DELETE', path)
})
afterAll(async () => {
  for (const path of boxes) await call('DELETE', path)
})

const ordinaryWeek = {
  monday: [{ from: '08:00', to: '15:00' }],
  tuesday: 'monday',
  wednesday: 'monday',
  thursday: [{ from: '08:00', to: '17:00' }],
  friday: 'monday',
  saturday: [],
  sunday: [],
}

async function ordinaryWorkingDay(): Promise<string> {
  const { at } = (await json('/api/press-duty')) as { at: string }
  const today = Temporal.PlainDate.from(at.slice(0, 10))
  const taken = (await calendarDays()).map(({ date }) => date.slice(0, 10))
  const ahead = Array.from({ length: 30 }, (_, days) => today.add({ days: days + 7 }))
  const found = ahead.find((date) => date.dayOfWeek <= 3 && !taken.includes(date.toString()))
  if (!found) throw new Error('There is no ordinary working day ahead')
  return found.toString()
}

const calendarDays = async () =>
  (await call<{ docs: CalendarDay[] }>('GET', '/calendar-days?limit=500&depth=0&sort=date')).docs

/** The text at a public address, as somebody gets it who comes now. */
const text = async (path: string) => (await fetch(siteUrl + path)).text()
const json = async (path: string): Promise<unknown> => JSON.parse(await text(path))

/** What the page of all contact boxes says in the box of these tests. */
async function boxText(): Promise<string> {
  const html = await text('/kontakt')
  return /<article id="tidsproeve">[\s\S]*?<\/article>/.exec(html)?.[0].replaceAll(/<[^>]+>/g, ' ') ?? ''
}

/** Instants of that day in the form of the JSON's `at`. */
const at = (time: string) =>
  encodeURIComponent(
    Temporal.PlainDateTime.from(`${day}T${time}`)
      .toZonedDateTime('Europe/Copenhagen')
      .toString({ timeZoneName: 'never' }),
  )

/** What a visitor would read, as the preview shows it. */
const previewed = (title = 'Forhåndsvisning') =>
  admin.frameLocator(`iframe[title="${title}"]`).locator('main')
const previewState = () => admin.locator('section:has(h3:text-is("Forhåndsvisning")) output')

/** Presses a button that saves; resolves to the status of the answer. */
async function save(button: string, collection: string): Promise<number> {
  const answered = admin.waitForResponse(
    (answer) => answer.url().includes(`/api/${collection}`) && answer.request().method() !== 'GET',
  )
  await admin.getByRole('button', { name: button, exact: true }).click()
  return (await answered).status()
}

/** Takes the date that stands in one of Payload's own date fields. */
async function fillDate(field: string, date: string) {
  await admin.locator(`${field} input`).fill(formatDate(date))
  await admin.keyboard.press('Enter')
}

const week = () => admin.getByRole('table', { name: 'Ugens tider' }).first()

async function openSchedule() {
  await admin.goto(`/admin/collections/opening-hours/${schedule}`)
  await week().waitFor()
  // The form listens once the preview has been asked for.
  await previewed().waitFor()
}

async function openNewException(fields: { from: string; reason: string }) {
  await admin.goto('/admin/collections/hours-exceptions/create')
  await previewState().getByText('Ret først: Vælg den første dato.').waitFor()
  await fillDate('#field-from', fields.from)
  await admin.locator('#field-reason').fill(fields.reason)
  await previewed('Forhåndsvisning: Tidsprøve').waitFor()
}

/** What axe finds wrong in the part of the page that matches. */
async function findings(selector: string) {
  const { violations } = await new AxeBuilder({ page: admin })
    .include(selector)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

test('a week is edited by keyboard, read beforehand, and live as soon as it is published', async () => {
  await openSchedule()
  await week().getByRole('button', { name: '+ tidsrum mandag' }).press('Enter')
  // The new span has the focus.
  await admin.keyboard.type('16')
  await admin.keyboard.press('Tab')
  await admin.keyboard.type('18.30')
  await week().getByLabel('onsdag: åbent?').selectOption('Lukket')
  await week().getByLabel('torsdag: åbent?').selectOption('Som mandag')
  await week().getByLabel('lørdag: åbent?').selectOption('Åben')
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
  const read = (await boxText()).replaceAll(/\s+/g, ' ')
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
  await admin.getByRole('button', { name: PUBLISH, exact: true }).click()
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
  await expect
    .poll(() => admin.locator('.field-type:has(> #field-to), #field-to').first().textContent())
    .toContain(message)
})

test('a time that daylight saving skips is refused, in an exception and as the instant of a preview', async () => {
  await openNewException({ from: '2027-03-28', reason: 'Sommertid' })
  await admin.getByText('Lukker tidligere').click()
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
    .poll(() => admin.locator('.field-type:has(#field-date), #field-date').last().textContent())
    .toContain(message)
})

test('all departments close early on a day in one action: read beforehand, and then page, JSON, feed and JSON-LD agree', async () => {
  await openNewException({ from: day, reason: 'Personaledag' })
  await admin.getByText('Lukker tidligere').click()
  await admin.locator('#field-closesFrom').fill('12')
  // Noon of that day, in every schedule that follows the calendar.
  for (const name of ['Almindelig åbningstid', 'Pressemedarbejdernes arbejdstid', 'Tidsprøve'])
    await expect
      .poll(() => previewed(`Forhåndsvisning: ${name}`).innerText(), soon)
      .toContain('Lukket: Personaledag')
  expect(await admin.locator('iframe[title="Forhåndsvisning: Pressen kan ringe"]').count()).toBe(0)
  expect(await boxText()).not.toContain('Personaledag')

  expect(await save(PUBLISH, 'hours-exceptions')).toBe(201)
  await admin.waitForURL(/hours-exceptions\/\d+/)
  made.push(new URL(admin.url()).pathname.replace('/admin/collections', ''))

  const [dayAndMonth = ''] = formatDate(day).split(/ \d{4}$/)
  const row = new RegExp(`${dayAndMonth}( \\d{4})?\\s+8\\.00–12\\.00: Personaledag`)
  await expect.poll(boxText, soon).toMatch(row)
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
  await expect.poll(boxText, soon).not.toContain('Personaledag')
})

test('the next year is proposed, and what is ticked is in the calendar, marked to be confirmed', async () => {
  const before = new Set((await calendarDays()).map(({ id }) => id))
  await admin.goto('/admin/collections/calendar-days')
  const proposal = admin.locator('details', { hasText: 'Udfyld næste år' })
  await proposal.locator('summary').click()
  const year = /\((\d{4})\)/.exec(await proposal.locator('summary').innerText())?.[1] ?? ''
  await proposal.getByLabel(/^Grundlovsdag/).uncheck()
  expect(await findings('nav[aria-label="Kalenderens år"]')).toEqual([])
  expect(await findings('details')).toEqual([])
  await proposal.getByRole('button', { name: /^Tilføj \d+ dage$/ }).click()
  await expect.poll(() => admin.locator('nav [aria-current=page]').innerText(), soon).toBe(year)
  await admin.locator('table').getByText('Juleaftensdag').waitFor()

  const added = (await calendarDays()).filter(({ id }) => !before.has(id))
  made.push(...added.map(({ id }) => `/calendar-days/${id}`))
  expect(new Set(added.map(({ date }) => date.slice(0, 4)))).toEqual(new Set([year]))
  const names = added.map(({ name }) => name)
  expect(names).toContain('Nytårsdag')
  expect(names).not.toContain('Grundlovsdag')
  expect(added.find(({ name }) => name === 'Nytårsaftensdag')).toMatchObject({
    countsAsWorkingDay: true,
    toConfirm: 'lokal lukkedag: bekræft',
  })
  // The year that follows it is next.
  await expect
    .poll(() => admin.locator('summary', { hasText: 'Udfyld næste år' }).innerText(), soon)
    .toContain(String(Number(year) + 1))
})

test('a proposal of which one day is taken adds none', async () => {
  const year = 2060
  const { doc } = await call<Created>('POST', '/calendar-days', {
    date: `${year}-12-25T12:00:00.000Z`,
    name: 'Allerede her',
  })
  made.push(`/calendar-days/${doc.id}`)
  const dates = [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]
  const sent = call('POST', '/calendar-proposal', { year, dates })
  await expect(sent).rejects.toThrow(
    /answered 400: .*25\. december 2060 er allerede i kalenderen som »Allerede her«/,
  )
  const days = (await calendarDays()).filter(({ date }) => date.startsWith(String(year)))
  expect(days.map(({ name }) => name)).toEqual(['Allerede her'])
})

test('the dashboard asks for a year that lacks a holiday, and leads to what fills it', async () => {
  const days = await calendarDays()
  const [first] = days.filter(({ name }) => name === 'Langfredag')
  const year = first?.date.slice(0, 4) ?? ''
  await call('DELETE', `/calendar-days/${first?.id}`)
  await admin.goto('/admin')
  await admin.getByRole('heading', { name: `Kalenderen mangler dage i ${year}` }).waitFor()
  expect(await findings('section[aria-labelledby="calendar-reminder"]')).toEqual([])
  await admin.getByRole('link', { name: `Udfyld ${year}` }).click()
  const proposal = admin.getByRole('group', { name: `Disse dage mangler i ${year}` })
  await proposal.getByRole('checkbox').waitFor()
  await proposal.getByRole('button', { name: 'Tilføj 1 dag' }).click()
  await expect.poll(async () => (await calendarDays()).length, soon).toBe(days.length)
  await admin.goto('/admin')
  await admin.getByRole('heading', { name: 'Pressekontakter' }).waitFor()
  expect(await admin.getByText(`Kalenderen mangler dage i ${year}`).count()).toBe(0)
})

test.each([
  ['/admin/globals/press-duty', '[data-press-duty]', 'Ring til pressevagten'],
  ['/admin/collections/contact-boxes', 'article', 'Boulevarden 13'],
])('%s has a preview of what visitors read, with the ten next changes', async (path, element, words) => {
  await admin.goto(path.endsWith('boxes') ? `/admin/collections${boxes[0]}` : path)
  await expect.poll(() => previewed().locator(element).innerText(), soon).toContain(words)
  // As the site looks: its font, and the rules of the component's own style sheet.
  const { fontFamily, borderRadius } = await previewed()
    .locator(element)
    .evaluate((shown) => getComputedStyle(shown))
  expect(fontFamily).toContain('Figtree')
  expect(borderRadius).not.toBe('0px')
  expect(errors.filter((error) => error.includes('Content Security Policy'))).toEqual([])
  const changes = admin.locator('section:has(iframe) li')
  expect(await changes.count()).toBe(10)
  expect(await changes.first().innerText()).toMatch(/^\p{Ll}+ den \d+\. \p{Ll}+ \d{4} kl\. \d+\.\d\d: /u)
})

test('axe finds nothing wrong with the week and its preview', async () => {
  await openSchedule()
  expect(await findings('section:has(> h3)')).toEqual([])
  await week().getByRole('button', { name: '+ tidsrum mandag' }).click()
  expect(await findings('#field-week')).toEqual([])
})

test.each(['/api/preview', '/api/calendar-proposal'])('%s answers nobody without a login', async (path) => {
  const body = JSON.stringify({ slug: 'press-duty', id: null, data: null, at: null })
  const answers: number[] = []
  const logins: Record<string, string>[] = [
    {},
    { cookie: 'payload-token=forkert' },
    { authorization: 'JWT forkert' },
  ]
  for (const headers of logins) {
    const json = { 'content-type': 'application/json' }
    const answer = await fetch(siteUrl + path, { method: 'POST', headers: { ...json, ...headers }, body })
    answers.push(answer.status)
  }
  expect(answers).toEqual([403, 401, 401])
})

test.each([
  ['an unknown kind of document', { slug: 'users' }],
  ['an id that is none', { id: -1 }],
  ['an instant that is none', { at: { date: '2026-02-30', time: '08:00' } }],
  ['a skipped time', { at: { date: '2027-03-28', time: '02:30' } }],
  ['a text for a form', { data: 'uge' }],
  ['a date that goes on for ever', { at: { date: '2'.repeat(10_000), time: '08:00' } }],
  ['nothing to see', { slug: undefined, id: undefined }],
])('a preview of %s is refused', async (_, wrong) => {
  const sent = call('POST', '/preview', {
    slug: 'opening-hours',
    id: schedule,
    data: null,
    at: null,
    ...wrong,
  })
  await expect(sent).rejects.toThrow(/answered 400: .*(Genindlæs siden|Vælg en dato|findes ikke)/)
})
