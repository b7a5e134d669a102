import { expect, test } from 'vitest'
import {
  siteUrl,
  soon,
  type Created,
  call,
  admin,
  errors,
  schedule,
  made,
  boxes,
  calendarDays,
  previewed,
  week,
  openSchedule,
  findings,
} from './time-desk.ts'

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
  // Until then the table may still be of all years.
  await expect
    .poll(() => admin.locator('table').getByText('Juleaftensdag').count(), { timeout: 20_000 })
    .toBe(1)

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
  ['/admin/globals/press-duty', '[data-press-duty]', 'Ring '],
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
  expect(answers).toEqual([403, 403, 403])
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
