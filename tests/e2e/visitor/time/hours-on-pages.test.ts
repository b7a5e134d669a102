import { isDeepStrictEqual } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, vi } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { readCalendar } from '../../tools/calendar-file.ts'
import { readStructuredData } from '../../tools/structured-data.ts'
import { visit, site, boxes, hoursOf } from '../../tools/hours-site.ts'

const feedOf = async (box: string) => {
  const { headers, text } = await ask(site.url, `/api/hours/${box}.ics`)
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  return readCalendar(text)
}

test('the calendar file of a box has every closed day that its page and its JSON announce, and those after', async () => {
  for (const box of ['job-og-velfaerd', 'klima-og-miljoe', 'by-og-land']) {
    const { name, events } = await feedOf(box)
    const { opening, phone } = await hoursOf(box)
    const announced = (opening ?? phone)?.exceptions ?? []
    expect(announced.length).toBeGreaterThan(3)
    expect(name).toMatch(/, Aalborg Kommune$/)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(
      events.slice(0, announced.length).map(({ start, summary }) => [start, summary.split(': ')[1]]),
    ).toEqual(announced.map(({ from, reason }) => [from.replaceAll('-', ''), `lukket (${reason})`]))
    expect(events.at(-1)?.start).toBe('20290101')
  }
})

test('an event is the same when the file is fetched again, and a box without special days has an empty calendar', async () => {
  expect((await feedOf('by-og-land')).events).toEqual((await feedOf('by-og-land')).events)
  expect((await feedOf('pressevagt')).events).toEqual([])
})

test('every box of the contact page says what its JSON says: open or not, today, the week and the special days', async () => {
  const { page, expectNoErrors } = await visit('/kontakt', { baseURL: site.url, javaScriptEnabled: false })
  // What closes all of them is said once, and whom it does not concern.
  const common = page.getByRole('table', { name: 'Særlige dage for alle undtagen Pressevagt' })
  const days = await common.getByRole('row').count()
  for (const box of boxes) {
    const { opening, phone } = await hoursOf(box)
    const article = page.locator(`#${box}`)
    const known = [opening, phone].filter((found) => found !== null)
    // Hours that are the same are said once.
    const schedules = known.filter((one, index) => index === 0 || !isDeepStrictEqual(one, known[0]))
    expect(
      await article
        .locator('[data-open]')
        .evaluateAll((found) => found.map((element) => (element as HTMLElement).dataset.open)),
    ).toEqual(schedules.map(({ open }) => String(open)))
    expect(await article.locator('[data-part=today]').allTextContents()).toEqual(
      schedules.map(() => (box === 'pressevagt' ? 'I dag: 7.00–23.00' : 'I dag: 8.00–15.00')),
    )
    expect(await article.locator('[data-part=now]').allTextContents()).toEqual(
      schedules.map(() => `Åbent nu, lukker kl. ${box === 'pressevagt' ? '23' : '15'}.00`),
    )
    const tables = await article.locator('table').evaluateAll((found) =>
      found.map((table) => ({
        caption: table.querySelector('caption')?.textContent,
        rowHeads: table.querySelectorAll('tr > th[scope=row]:first-child').length,
        rows: table.querySelectorAll('tr').length,
      })),
    )
    const announced = schedules[0]?.exceptions.length ?? 0
    expect(tables.map(({ caption }) => caption)).toEqual(schedules.map(() => 'Ugens tider'))
    for (const { rowHeads, rows } of tables) expect(rowHeads).toBe(rows)
    expect(announced).toBe(box === 'pressevagt' || schedules.length === 0 ? 0 : days)
    // A calendar without a day in it is not offered.
    expect(await article.locator(`a[href="/api/hours/${box}.ics"]`).count()).toBe(announced ? 1 : 0)
  }
  expectNoErrors()
})

type Created = { doc: { id: number } }
const publish = async (collection: string, doc: object) =>
  (await site.admin.call<Created>('POST', `/${collection}`, { ...doc, _status: 'published' })).doc.id

const contactPage = async () => (await ask(site.url, '/kontakt')).text

test('one exception for all offices is on the page, in the JSON, in the feeds and in the data for machines', async () => {
  const id = await publish('hours-exceptions', {
    from: '2026-12-10T12:00:00.000Z',
    kind: 'closesFrom',
    closesFrom: '12:00',
    reason: 'Personaledag',
    appliesTo: 'calendar',
  })
  await vi.waitUntil(async () => (await contactPage()).includes('</span>: Personaledag'), {
    timeout: 10_000,
  })
  const exception = {
    from: '2026-12-10',
    to: '2026-12-10',
    spans: [{ from: '08:00', to: '12:00' }],
    reason: 'Personaledag',
  }
  const { opening, phone } = await hoursOf('by-og-land', '2026-12-10T11:59:59+01:00')
  expect(opening).toMatchObject({ open: true, until: '2026-12-10T12:00:00+01:00', reason: 'Personaledag' })
  expect([opening?.exceptions[0], phone?.exceptions[0]]).toEqual([exception, exception])
  expect((await feedOf('by-og-land')).events[0]).toMatchObject({
    summary: 'By og Land: åbent 8.00–12.00 (Personaledag)',
    start: '20261210T070000Z',
    end: '20261210T110000Z',
  })
  const { organisation } = readStructuredData(await contactPage())
  const special = { name: 'Personaledag', validFrom: '2026-12-10', opens: '08:00', closes: '12:00' }
  for (const { openingHoursSpecification } of organisation?.department ?? [])
    expect(openingHoursSpecification).toContainEqual(expect.objectContaining(special))
  await site.admin.call('DELETE', `/hours-exceptions/${id}`)
  await vi.waitUntil(async () => !(await contactPage()).includes('Personaledag'), { timeout: 10_000 })
})

test('where only the phone is closed for some days the box says so, and the calendar has one event of them', async () => {
  const week = {
    monday: [{ from: '09:00', to: '14:00' }],
    tuesday: 'monday',
    wednesday: 'monday',
    thursday: 'monday',
    friday: [],
    saturday: [],
    sunday: [],
  }
  const schedule = await publish('opening-hours', {
    name: 'By og Lands telefoner',
    week,
    followsCalendar: true,
    laterWeeks: [{ from: '2027-01-01T12:00:00.000Z', week: { ...week, friday: 'monday' } }],
  })
  await publish('hours-exceptions', {
    from: '2026-11-30T12:00:00.000Z',
    to: '2026-12-02T12:00:00.000Z',
    kind: 'closed',
    reason: 'Nyt telefonsystem, omstilling',
    appliesTo: 'chosen',
    schedules: [schedule],
  })
  const { docs } = await site.admin.call<{ docs: { id: number }[] }>(
    'GET',
    '/contact-boxes?where[slug][equals]=by-og-land',
  )
  await site.admin.call('PATCH', `/contact-boxes/${docs[0]?.id}`, { phoneHours: schedule })
  await vi.waitUntil(async () => (await contactPage()).includes('Nyt telefonsystem'), { timeout: 10_000 })

  const { page, expectNoErrors } = await visit('/kontakt', { baseURL: site.url })
  const box = page.locator('#by-og-land')
  expect(await box.locator('caption').allTextContents()).toEqual([
    'Åbningstider',
    'Telefontider',
    'Nye tider fra 1. januar 2027',
    'Telefontider: Særlige dage',
  ])
  const { violations } = await new AxeBuilder({ page }).include('#by-og-land').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expectNoErrors()

  const { events } = await feedOf('by-og-land')
  expect(events.filter(({ summary }) => summary.includes('telefontider'))).toEqual([
    {
      uid: expect.stringContaining('by-og-land-telefon-2026-11-30'),
      summary: 'By og Land, telefontider: lukket (Nyt telefonsystem, omstilling)',
      start: '20261130',
      end: '20261203',
    },
  ])
  // The closed days that both have are there once, under the name of the box alone.
  expect(events.filter(({ start }) => start === '20261225')).toHaveLength(1)
  const point = readStructuredData(await contactPage()).organisation?.contactPoint?.find(
    ({ name }) => name === 'By og Land',
  )
  expect(point?.hoursAvailable).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ opens: '09:00', closes: '14:00', validThrough: '2026-12-31' }),
      expect.objectContaining({ opens: '09:00', closes: '14:00', validFrom: '2027-01-01' }),
      expect.objectContaining({
        validFrom: '2026-11-30',
        validThrough: '2026-12-02',
        opens: '00:00',
        closes: '00:00',
      }),
    ]),
  )
})
