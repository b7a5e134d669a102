import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { formatDate } from '../../../../src/domain/time/danish-time.ts'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { boxOnPage, commonDaysOnPage } from './contact-page.ts'

const { visit } = useBrowser()
export const siteUrl = inject('siteUrl')

export const BOX = 'tidsproeve'
export const soon = { timeout: 5000, interval: 50 }

export type Created = { doc: { id: number } }
type CalendarDay = { id: number; date: string; name: string }

export let call: Awaited<ReturnType<typeof logIn>>['call']
export let admin: Page
/** What its console told as an error. */
export let errors: string[]
export let schedule: number
/** A working day in the coming weeks that is in no calendar, `YYYY-MM-DD`. */
export let day: string
/** What a test has made, to be taken away after it. */
export const made: string[] = []

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
  const { page, context, errors: told } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  admin = page
  errors = told
})

export const boxes: string[] = []

afterEach(async () => {
  for (const path of made.splice(0)) await call('DELETE', path)
})
afterAll(async () => {
  for (const path of boxes) await call('DELETE', path)
})

export const ordinaryWeek = {
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

export const calendarDays = async () =>
  (await call<{ docs: CalendarDay[] }>('GET', '/calendar-days?limit=500&depth=0&sort=date')).docs

/** The text at a public address, as somebody gets it who comes now. */
export const text = async (path: string) => (await fetch(siteUrl + path)).text()
export const json = async (path: string): Promise<unknown> => JSON.parse(await text(path))

/** What the page of all contact boxes says in the box of these tests, and what it says of them all. */
export const boxText = () => boxOnPage(siteUrl, BOX)
export const commonText = () => commonDaysOnPage(siteUrl)

/** Instants of that day in the form of the JSON's `at`. */
export const at = (time: string) =>
  encodeURIComponent(
    Temporal.PlainDateTime.from(`${day}T${time}`)
      .toZonedDateTime('Europe/Copenhagen')
      .toString({ timeZoneName: 'never' }),
  )

/** What a visitor would read, as the preview shows it. */
export const previewed = (title = 'Forhåndsvisning') =>
  admin.frameLocator(`iframe[title="${title}"]`).locator('main')
export const previewState = () => admin.locator('section:has(h3:text-is("Forhåndsvisning")) output')

/** Presses a button that saves; resolves to the status of the answer. */
export async function save(button: string | RegExp, collection: string): Promise<number> {
  const answered = admin.waitForResponse(
    (answer) => answer.url().includes(`/api/${collection}`) && answer.request().method() !== 'GET',
  )
  await admin.getByRole('button', { name: button, exact: true }).click()
  return (await answered).status()
}

/** Types a date `YYYY-MM-DD` as editors do. */
export const fillDate = (field: string, date: string) => admin.locator(field).fill(formatDate(date))

export const week = () => admin.getByRole('table', { name: 'Ugens tider' }).first()

export async function openSchedule() {
  await admin.goto(`/admin/collections/opening-hours/${schedule}`)
  await week().waitFor()
  // The form listens once the preview has been asked for.
  await previewed().waitFor()
}

export async function openNewException(fields: { from: string; reason: string }) {
  await admin.goto('/admin/collections/hours-exceptions/create')
  await previewState().getByText('Ret først: Vælg den første dato.').waitFor()
  await fillDate('#field-from', fields.from)
  await admin.locator('#field-reason').fill(fields.reason)
  await admin.locator('#field-appliesTo').getByText('Alle åbningstider, der lukker på helligdage').click()
  await previewed('Forhåndsvisning: Tidsprøve').waitFor()
}

/** What axe finds wrong in the part of the page that matches. */
export async function findings(selector: string) {
  const { violations } = await new AxeBuilder({ page: admin })
    .include(selector)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
