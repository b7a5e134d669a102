import { assert, asyncProperty, constantFrom, date as anyDate, oneof, string } from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { ACCESS } from '../../tools/page-kinds.ts'

const { visit } = useBrowser()
const url = inject('siteUrl')
const PAGE = '/aktindsigt/frist'
const withoutScripts = { javaScriptEnabled: false }

type Deadlines = {
  received: string
  answerBy: string
  delayComplaintFrom: string
  skipped: { date: string; reason: string }[]
  calendarCompleteUntil: string
}
type Refusal = { error: { message: string; field: string } }

const api = async (received: string) =>
  JSON.parse((await ask(url, `/api/aktindsigt/deadline?received=${received}`)).text) as Deadlines

/** What the page says in machine-readable dates. */
const said = async (page: Page) => ({
  answerBy: await page.locator('main h2 time').getAttribute('datetime'),
  steps: await page
    .locator('main ol h3 + p')
    .evaluateAll((found) =>
      found.map((step) => step.querySelector('time')?.getAttribute('datetime') ?? null),
    ),
  skipped: await page.locator('main section:has(h2 time) li').allTextContents(),
})

const RECEIVED = 'Hvornår modtog kommunen din anmodning?'

test.each([
  ['without scripts', withoutScripts],
  ['with scripts', {}],
])(
  '%s the page on access to documents asks for a date, and the answer names each skipped day',
  async (_, options) => {
    const { page, expectNoErrors } = await visit(ACCESS, options)
    const form = page.locator('section', {
      has: page.getByRole('heading', { name: 'Beregn svarfristen' }),
    })
    await form.getByLabel('Hvornår modtog kommunen din anmodning?').fill('2026-03-30')
    await form.getByRole('button', { name: 'Beregn frist' }).click()
    await page.waitForURL(`**${PAGE}?modtaget=2026-03-30`)
    expect(await said(page)).toEqual({
      answerBy: '2026-04-13',
      steps: ['2026-03-30', '2026-04-13', '2026-04-23', null, null, null],
      skipped: [
        'Skærtorsdag, torsdag den 2. april 2026',
        'Langfredag, fredag den 3. april 2026',
        '2. påskedag, mandag den 6. april 2026',
      ],
    })
    const text = (await page.getByRole('main').textContent()) ?? ''
    for (const words of [
      'mandag den 13. april 2026',
      'Lørdage og søndage',
      'vejledning og ikke en juridisk afgørelse',
    ])
      expect(text).toContain(words)
    for (const paragraph of ['§ 36, stk. 2', '§ 37', '§ 39', 'Folketingets Ombudsmand'])
      expect(text).toContain(paragraph)
    expectNoErrors()
  },
)

test.each(['2026-12-18', '2026-11-23', '2026-11-28', '2025-12-18', '2014-01-01', '2030-12-09'])(
  'page, JSON and calendar file agree on what was received on %s',
  async (received) => {
    const { answerBy, delayComplaintFrom, skipped } = await api(received)
    const { page } = await visit(`${PAGE}?modtaget=${received}`, withoutScripts)
    const shown = await said(page)
    expect(shown.answerBy).toBe(answerBy)
    expect(shown.steps.slice(0, 3)).toEqual([received, answerBy, delayComplaintFrom])
    expect(shown.skipped.map((day) => day.split(', ')[0])).toEqual(skipped.map(({ reason }) => reason))

    const path = await page
      .getByRole('link', { name: 'Gem fristen og den første klagedag i din kalender' })
      .getAttribute('href')
    const file = await ask(url, path ?? '')
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(file.headers['content-disposition']).toBe(`attachment; filename="aktindsigt-${received}.ics"`)
    expect(file.text.match(/(?<=DTSTART;VALUE=DATE:)\d+/g)).toEqual(
      [answerBy, delayComplaintFrom].map((day) => day.replaceAll('-', '')),
    )
    expect(file.text).toContain('SUMMARY:Frist for svar på aktindsigt\r\n')
  },
)

test('/api/aktindsigt/deadline answers what its contract says', async () => {
  const answer = await ask(url, '/api/aktindsigt/deadline?received=2026-12-18&unknown=1')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  expect(JSON.parse(answer.text)).toEqual({
    received: '2026-12-18',
    answerBy: '2026-12-30',
    delayComplaintFrom: '2027-01-12',
    skipped: [{ date: '2026-12-25', reason: '1. juledag' }],
    calendarCompleteUntil: expect.stringMatching(/^\d{4}-12-31$/),
  })
})

test('the dates of a complaint give its steps dates too', async () => {
  const { page } = await visit(`${PAGE}?modtaget=2026-12-01`, withoutScripts)
  await page.getByLabel('Hvornår modtog kommunen din klage?').fill('2026-12-18')
  await page.getByLabel('Hvornår modtog klageinstansen klagen').fill('2027-01-04')
  await page.getByRole('button', { name: 'Beregn frist' }).click()
  await page.waitForURL(`**${PAGE}?modtaget=2026-12-01&klage=2026-12-18&klageinstans=2027-01-04`)
  expect((await said(page)).steps).toEqual([
    '2026-12-01',
    '2026-12-10',
    '2026-12-22',
    '2026-12-30',
    '2027-02-01',
    null,
  ])
})

test.each([
  ['1/12/26', '2026-12-01'],
  ['1. december 2026', '2026-12-01'],
  ['tirsdag den 1. december 2026', '2026-12-01'],
  ['011226', '2026-12-01'],
  ['1. dec. 2026', '2026-12-01'],
])('»%s« is read as %s', async (typed, date) => {
  const { page } = await visit(`${PAGE}?modtaget=${encodeURIComponent(typed)}`, withoutScripts)
  expect((await said(page)).steps[0]).toBe(date)
  expect(await page.getByLabel(RECEIVED).inputValue()).toBe(date)
})

test('a day without a year is one that has been', async () => {
  const { page } = await visit(`${PAGE}?modtaget=1/2`, withoutScripts)
  const { at } = JSON.parse((await ask(url, '/api/press-duty')).text) as { at: string }
  const [first] = (await said(page)).steps
  expect(first).toMatch(/-02-01$/)
  const today = at.slice(0, 10)
  expect(first! <= today && first! > `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`).toBe(true)
})

test('without a date the page asks for one, and names no error', async () => {
  const { page, response } = await visit(PAGE, withoutScripts)
  expect(response?.status()).toBe(200)
  expect(await page.getByLabel('Hvornår modtog kommunen din anmodning?').inputValue()).toBe('')
  expect(await page.locator('[aria-invalid]').count()).toBe(0)
  expect(await page.getByRole('alert').count()).toBe(0)
})

test.each([
  ['modtaget=', RECEIVED, '', 'Vælg den dag, kommunen modtog din anmodning.'],
  ['modtaget=2026-02-30', RECEIVED, '2026-02-30', '»2026-02-30« er ikke en dato. Skriv den som 23-11-2026.'],
  ['modtaget=i+g%C3%A5r', RECEIVED, 'i går', '»i går« er ikke en dato.'],
  ['modtaget=%3Cb%3Ex', RECEIVED, '<b>x', '»<b>x« er ikke en dato.'],
  ['modtaget=2013-12-31', RECEIVED, '2013-12-31', 'Vælg 1. januar 2014 eller en senere dag.'],
  [
    'modtaget=2100-01-01',
    RECEIVED,
    '2100-01-01',
    'Kommunens kalender er kun udfyldt til og med 31. december',
  ],
  [
    'modtaget=2026-11-23&klage=2026-11-20',
    'Hvornår modtog kommunen din klage?',
    '2026-11-20',
    'Kommunen kan ikke have modtaget klagen før anmodningen.',
  ],
  [
    'modtaget=2026-11-23&klage=2026-12-10&klageinstans=2026-12-09',
    'Hvornår modtog klageinstansen klagen',
    '2026-12-09',
    'Klageinstansen kan ikke have modtaget klagen før kommunen.',
  ],
])(
  '%s is refused in Danish at its field, and what was typed is kept',
  async (query, label, typed, message) => {
    const { page, response, expectNoErrors } = await visit(`${PAGE}?${query}`, withoutScripts)
    expect(response?.status()).toBe(200)
    const field = page.getByLabel(label)
    expect(await field.inputValue()).toBe(typed)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
    const texts = await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()))
    expect(texts.join(' ')).toContain(message)
    expect(await page.title()).toContain('Ret datoen')
    const summary = page.getByRole('alert', { name: 'Det skal du rette' })
    expect(await summary.getByRole('heading', { level: 2 }).textContent()).toBe('Det skal du rette')
    // Reading begins where it says what is wrong, also without scripts.
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    const link = summary.getByRole('link', { name: message })
    await link.click()
    expect(await field.evaluate((input) => `#${input.id}` === location.hash)).toBe(true)
    expect(await page.locator('main h2 time').count()).toBe(0)
    expectNoErrors()
  },
)

test('a date as Danes write it is understood', async () => {
  const { page } = await visit(`${PAGE}?modtaget=30.3.2026`, withoutScripts)
  expect((await said(page)).answerBy).toBe('2026-04-13')
  expect(await page.getByLabel(RECEIVED).inputValue()).toBe('2026-03-30')
})

const addresses = ['/api/aktindsigt/deadline', '/api/aktindsigt/deadline.ics']

test.each(
  [
    '',
    '?received=',
    '?received=2026-02-30',
    '?received=1999-01-01',
    '?received=9999-12-31',
    '?received=2026-11-23%20',
    '?received=2026-11-23T00:00:00%2B01:00',
    '?received=%2B012026-11-23',
    '?received=23-11-2026',
    '?received=2026-11-23&received=2026-11-24',
    '?received[]=2026-11-23',
    `?received=${'1'.repeat(1900)}`,
    '?modtaget=2026-11-23',
  ].flatMap((query) => addresses.map((address) => address + query)),
)('%s is refused in Danish, with the field', async (path) => {
  const { status, text } = await ask(url, path)
  expect(status).toBe(400)
  expect(JSON.parse(text)).toEqual({
    error: { message: expect.stringMatching(/^(Skriv en dato|Vælg)/), field: 'received' },
  })
})

test('whatever is asked, the answer is deadlines or a Danish sentence about the field', async () => {
  const days = anyDate({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
  const digits = string({ unit: constantFrom(...'0123456789-+TZ:.% '), maxLength: 20 })
  const typed = oneof(
    days.map((day) => day.toISOString().slice(0, 10)),
    anyDate({ noInvalidDate: true, min: new Date('2026-01-01'), max: new Date('2030-12-31') }).map((day) =>
      day.toISOString().slice(0, 10),
    ),
    digits,
    string({ unit: 'binary', maxLength: 60 }),
  )
  await assert(
    asyncProperty(typed, async (received) => {
      const { status, text } = await ask(
        url,
        `/api/aktindsigt/deadline?received=${encodeURIComponent(received)}`,
      )
      const answer = JSON.parse(text) as Partial<Deadlines & Refusal>
      const isAnswer = status === 200 && answer.received === received && (answer.answerBy ?? '') > received
      const isExplained =
        status === 400 &&
        answer.error?.field === 'received' &&
        /^(Skriv en dato|Vælg)/.test(answer.error.message)
      expect([text, isAnswer || isExplained]).toEqual([text, true])
    }),
    { numRuns: 150 },
  )
})

test('a tick in the calendar changes the answer at once, everywhere', async () => {
  const { call } = await logIn(url)
  const query = '/calendar-days?depth=0&where[date][equals]=2026-12-24T12:00:00.000Z'
  const { docs } = await call<{ docs: { id: number }[] }>('GET', query)
  const tick = (countsAsWorkingDay: boolean) =>
    call('PATCH', `/calendar-days/${docs[0]?.id}`, { countsAsWorkingDay })
  await tick(false)
  try {
    await expect.poll(async () => (await api('2026-12-18')).answerBy, { timeout: 5000 }).toBe('2026-12-31')
    const { page } = await visit(`${PAGE}?modtaget=2026-12-18`, withoutScripts)
    expect((await said(page)).skipped[0]).toBe('Juleaftensdag, torsdag den 24. december 2026')
  } finally {
    await tick(true)
  }
  await expect.poll(async () => (await api('2026-12-18')).answerBy, { timeout: 5000 }).toBe('2026-12-30')
})

test('on paper the answer and its steps stand without the form', async () => {
  const { page } = await visit(`${PAGE}?modtaget=2026-12-18`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { name: 'Onsdag den 30. december 2026' }).isVisible()).toBe(true)
  expect(await page.getByText('Klageinstansen afgør klagen').isVisible()).toBe(true)
  for (const hidden of [RECEIVED, 'Beregn en anden frist'])
    expect(await page.getByText(hidden).isVisible()).toBe(false)
})
