import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { temporaryPostgres } from '../../../databases.ts'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { ACCESS, DEPARTMENT, PRESS } from '../../tools/page-kinds.ts'
import { type RunningSite, startSite } from '../../tools/start-site.ts'

const NIGHT_BOX = 'klima-og-miljoe'

/** What stands in the HTML of a page: one attribute or text of the element that matches. */
type Reading = { page: string; of: RegExp }

const duty: Reading = { page: PRESS, of: /data-press-duty="(\w+)"/ }
const dutyUntil: Reading = { page: '/', of: /data-press-duty="\w+"[\s\S]*?(kl\. [\d.]+)/ }
const openNow = (schedule: string): Reading => ({
  page: '/kontakt',
  of: new RegExp(`<(?=[^>]*data-live="${schedule}")[^>]*data-open="(\\w+)"`),
})
const office = openNow('job-og-velfaerd-opening')
const officeToday: Reading = {
  page: '/kontakt',
  of: /data-live="job-og-velfaerd-opening"[\s\S]*?(I dag: [^<]+)</,
}
const night = openNow(`${NIGHT_BOX}-phone`)

/** Each boundary with what is read the second before, and from that instant on. */
const boundaries: [name: string, at: string, readings: [Reading, before: string, after: string][]][] = [
  [
    'Monday at eight the press staff and the offices open',
    '2026-11-23T08:00:00+01:00',
    [
      [duty, 'duty', 'staff'],
      [office, 'false', 'true'],
    ],
  ],
  [
    'Monday at three the duty phone takes over',
    '2026-11-23T15:00:00+01:00',
    [
      [duty, 'staff', 'duty'],
      [office, 'true', 'false'],
    ],
  ],
  [
    'Thursday at five the duty phone takes over',
    '2026-11-26T17:00:00+01:00',
    [
      [duty, 'staff', 'duty'],
      [dutyUntil, 'kl. 17.00', 'kl. 23.00'],
    ],
  ],
  [
    'at eleven in the evening nobody answers any more',
    '2026-11-26T23:00:00+01:00',
    [[duty, 'duty', 'closed']],
  ],
  ['at seven in the morning the duty phone answers', '2026-11-24T07:00:00+01:00', [[duty, 'closed', 'duty']]],
  [
    'at midnight the holiday begins',
    '2026-12-25T00:00:00+01:00',
    [
      [duty, 'closed', 'closed'],
      [officeToday, 'I dag: lukket (Juleaftensdag)', 'I dag: lukket (1. juledag)'],
    ],
  ],
  [
    'a night shift until half past two ends at the first of the two in October',
    '2026-10-25T02:30:00+02:00',
    [
      [night, 'true', 'false'],
      [duty, 'closed', 'closed'],
    ],
  ],
  [
    'the Sunday of winter time begins at its own seven o’clock',
    '2026-10-25T07:00:00+01:00',
    [[duty, 'closed', 'duty']],
  ],
  [
    'a night shift until half past two ends an hour later in March, when that time is skipped',
    '2027-03-28T03:30:00+02:00',
    [
      [night, 'true', 'false'],
      [duty, 'closed', 'closed'],
    ],
  ],
  [
    'the Sunday of summer time begins at its own seven o’clock',
    '2027-03-28T07:00:00+02:00',
    [[duty, 'closed', 'duty']],
  ],
]

/** Long enough to start one site after the other; then each crosses its boundary, two seconds apart. */
const SECONDS_PER_START = 14
const SECONDS_APART = 3

const { visit } = useBrowser()
let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
const sites: RunningSite[] = []
const rendersAtFirst: number[] = []
let opened: { usual: Page; clockWrong: Page; asleep: Page }
const shown: string[] = []

beforeAll(async () => {
  postgres = await temporaryPostgres()
  const filling = await startSite({ DATABASE_URL: postgres.url })
  const { call } = await logIn(filling.url)
  const evening = { saturday: [{ from: '20:00', to: '02:30', nextDay: true }] }
  const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], sunday: [] }
  const { doc } = await call<{ doc: { id: number } }>('POST', '/opening-hours', {
    name: 'Natvagt',
    followsCalendar: false,
    week: { ...closed, ...evening },
    _status: 'published',
  })
  await call('PATCH', `/contact-boxes?where[slug][equals]=${NIGHT_BOX}`, { phoneHours: doc.id })
  await filling.stop()

  const begun = performance.now()
  for (const [index, [, at]] of boundaries.entries()) {
    const crossing = (boundaries.length * SECONDS_PER_START + index * SECONDS_APART) * 1000
    const ahead = crossing - (performance.now() - begun)
    const SITE_CLOCK = Temporal.Instant.from(at)
      .subtract({ milliseconds: Math.round(ahead) })
      .toString()
    const site = await startSite({ DATABASE_URL: postgres.url, SITE_CLOCK })
    sites.push(site)
    // The next text is rendered some seconds before its instant.
    rendersAtFirst.push(await rendersOfAll(site))
    if (index === 0) await openPages(sites[0]?.url ?? '')
  }
})

afterAll(async () => {
  for (const site of sites) await site.stop()
  await postgres.remove()
})

/** Three visitors' windows that stay open across the first boundary. */
async function openPages(baseURL: string): Promise<void> {
  const usual = await visit(PRESS, { baseURL })
  const clockWrong = await visit('about:blank', { baseURL })
  await clockWrong.page.clock.install({ time: Date.now() + 3 * 3_600_000 })
  await clockWrong.page.exposeFunction('noteStatus', (status: string) => shown.push(status))
  await clockWrong.page.goto(PRESS)
  await clockWrong.page.evaluate(() => {
    const { noteStatus } = window as unknown as { noteStatus: (status?: string) => void }
    new MutationObserver(() =>
      noteStatus(document.querySelector<HTMLElement>('[data-press-duty]')?.dataset.pressDuty),
    ).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  shown.push((await statusIn(clockWrong.page)) ?? 'nothing')
  const asleep = await visit('about:blank', { baseURL })
  await asleep.page.clock.install()
  await asleep.page.goto(PRESS)
  await asleep.page.clock.pauseAt(Date.now() + 1000)
  await usual.page.evaluate(() => Object.assign(window, { neverReloaded: true }))
  opened = { usual: usual.page, clockWrong: clockWrong.page, asleep: asleep.page }
}

async function read(site: RunningSite, { page, of }: Reading): Promise<string | undefined> {
  return of.exec((await ask(site.url, page)).text)?.[1]
}

/** The site's own clock. */
async function clockOf(site: RunningSite): Promise<Temporal.Instant> {
  const { at } = JSON.parse((await ask(site.url, '/api/press-duty')).text) as { at: string }
  return Temporal.Instant.from(at)
}

const pages = [
  '/',
  '/om-kommunen',
  PRESS,
  ACCESS,
  DEPARTMENT,
  '/kontakt',
  '/findes-ikke',
  '/visitkort/line-christensen.vcf',
]

const textsOf = (site: RunningSite) =>
  Promise.all(pages.map(async (page) => (await ask(site.url, page)).text))

/** How many renders there have been when every page is made. */
const rendersOfAll = (site: RunningSite): Promise<number> =>
  vi.waitUntil(
    async () => {
      const { text } = await ask(site.url, '/api/health/ready')
      const { old, renders } = JSON.parse(text) as { old: number; renders: number }
      return old === 0 && renders
    },
    { timeout: 30_000, interval: 20 },
  ) as Promise<number>

test.each(boundaries.map(([name, at, readings], index) => ({ name, at, readings, index })))(
  '$name',
  { timeout: 200_000 },
  async ({ at, readings, index }) => {
    const site = sites[index]
    if (!site) throw new Error('not started')
    const boundary = Temporal.Instant.from(at)
    const textsBefore = await textsOf(site)
    expect(Temporal.Instant.compare(await clockOf(site), boundary)).toBe(-1)
    for (const [reading, before] of readings)
      expect([reading.of, await read(site, reading)]).toEqual([reading.of, before])

    const isOver = async () => Temporal.Instant.compare(await clockOf(site), boundary) >= 0
    await vi.waitUntil(isOver, { timeout: 190_000, interval: 20 })
    const crossedAt = performance.now()
    for (const [reading, , after] of readings)
      await vi.waitUntil(async () => (await read(site, reading)) === after, { timeout: 5000, interval: 10 })
    const seconds = (performance.now() - crossedAt) / 1000
    expect(seconds).toBeLessThan(1)

    // Every page that was rendered reads otherwise now.
    const textsAfter = await textsOf(site)
    const changed = pages.filter((_, page) => textsBefore[page] !== textsAfter[page])
    expect((await rendersOfAll(site)) - (rendersAtFirst[index] ?? 0)).toBe(changed.length)
  },
)

const statusIn = (page: Page) => page.locator('[data-press-duty]').getAttribute('data-press-duty')

test('a page left open says it at the boundary, without loading again, and tells a screen reader', async () => {
  const { usual } = opened
  await expect.poll(() => statusIn(usual), { timeout: 10_000 }).toBe('staff')
  const text = await usual.locator('[data-press-duty]').textContent()
  expect(text).toContain('Pressemedarbejderne svarer nu')
  expect(text).toContain('indtil kl. 15.00')
  expect(await usual.evaluate(() => 'neverReloaded' in window)).toBe(true)
  expect(await usual.locator('body > [role=status]').textContent()).toContain('Pressemedarbejderne svarer nu')
})

test('a visitor’s clock that is three hours wrong never makes an open page wrong', async () => {
  await expect.poll(() => statusIn(opened.clockWrong), { timeout: 40_000 }).toBe('staff')
  expect(shown.filter((status, index) => status !== shown[index - 1])).toEqual(['duty', 'staff'])
})

test('a page whose computer slept across the boundary is right soon after it wakes', async () => {
  const { asleep } = opened
  expect(await statusIn(asleep)).toBe('duty')
  await asleep.clock.fastForward('02:00:00')
  await expect.poll(() => statusIn(asleep), { timeout: 10_000 }).toBe('staff')
})

test('without scripts a page loaded after the boundary reads right', async () => {
  const { page } = await visit(PRESS, { baseURL: sites[0]?.url, javaScriptEnabled: false })
  expect(await statusIn(page)).toBe('staff')
  const { page: later } = await visit(PRESS, { baseURL: sites[3]?.url, javaScriptEnabled: false })
  expect(await statusIn(later)).toBe('closed')
})
