import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from '../tools/browser.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { ACCESS, DEPARTMENT } from '../tools/page-kinds.ts'

// What people come for, from the front page on a phone, in as few looks and touches as it takes a reader who knows nothing
// of the site. A Tuesday, while offices are open.
const site = useOwnSite({ SITE_CLOCK: '2026-12-01T10:00:00+01:00' })
const { visit } = useBrowser()

const front = async (javaScriptEnabled = false) =>
  (await visit('/', { baseURL: site.url, viewport: { width: 360, height: 640 }, javaScriptEnabled })).page

/** Whether all of a thing is seen without scrolling. */
async function isInSight(thing: Locator): Promise<boolean> {
  const box = await thing.boundingBox()
  const height = await thing.evaluate(() => globalThis.innerHeight)
  return box !== null && box.y >= 0 && box.y + box.height <= height
}

async function search(page: Page, words: string): Promise<Locator> {
  await page.locator('search [type=search]').fill(words)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/soeg?q=*')
  return page.locator('main ol > li')
}

test('who answers the press now, and the number: one look', async () => {
  const page = await front()
  const duty = page.locator('[data-press-duty=staff]')
  await expect.poll(() => isInSight(duty.locator('[data-part=now]'))).toBe(true)
  await expect.poll(() => isInSight(duty.locator('[data-part=until]'))).toBe(true)
  await expect.poll(() => isInSight(duty.getByRole('link', { name: '25 20 16 20' }))).toBe(true)
})

test('Anders by »anders aen«: his number stands in the list of hits', async () => {
  const hits = await search(await front(), 'anders aen')
  await expect.poll(() => isInSight(hits.first().getByRole('link', { name: '31 99 08 11' }))).toBe(true)
  expect(await hits.first().textContent()).toContain('Anders Aaen Larsen')
})

test('access to documents in a child’s case: one touch, and whom to call is in sight', async () => {
  const page = await front()
  await page.getByRole('main').getByRole('link', { name: 'Aktindsigt', exact: true }).click()
  await page.waitForURL(`**${ACCESS}`)
  const row = page.locator('#job-og-velfaerd')
  await expect
    .poll(() => isInSight(page.getByText('I børnesager og anbringelser er det Job og Velfærd.')))
    .toBe(true)
  await expect.poll(() => isInSight(row.getByRole('link', { name: '99 31 26 64' }))).toBe(true)
  expect(await row.locator('[data-open]').textContent()).toContain('Åbent nu, lukker kl. 15.00')
})

test('when they must answer what was asked on 23 December, and why: one touch and a date', async () => {
  const page = await front()
  await page.getByRole('main').getByRole('link', { name: 'Beregn svarfristen' }).click()
  await page.getByLabel('Hvornår modtog kommunen din anmodning?').fill('2026-12-23')
  await page.getByRole('button', { name: 'Beregn frist' }).click()
  await page.waitForURL('**/aktindsigt/frist?modtaget=2026-12-23*')
  const answer = page.locator('main h2').first()
  // Thursday 24, Monday 28 to Thursday 31 December, Monday 4 and Tuesday 5 January.
  expect(await answer.textContent()).toBe('Kommunen skal svare senest tirsdag den 5. januar 2027')
  await expect.poll(() => isInSight(answer)).toBe(true)
  const main = (await page.getByRole('main').textContent()) ?? ''
  for (const reason of ['1. juledag, fredag den 25. december 2026', 'Nytårsdag, fredag den 1. januar 2027'])
    expect(main).toContain(reason)
  expect(main).toContain('24. og 31. december tæller med, selv om vi har lukket')
})

test('whether By og Land is open now: its hit says so, with the number', async () => {
  const hits = await search(await front(), 'by og land')
  const hit = hits.first()
  expect(await hit.textContent()).toContain('Åbent nu, lukker kl. 15.00')
  await expect.poll(() => isInSight(hit.locator('[data-open]').first())).toBe(true)
  await expect.poll(() => isInSight(hit.getByRole('link', { name: '99 31 20 00' }))).toBe(true)
})

test.for([
  [
    'what one types',
    async (page: Page) => (await search(page, 'klage over afslag')).first().getByRole('link').first().click(),
  ],
  [
    'the page’s list of its parts',
    async (page: Page) => {
      await page.getByRole('main').getByRole('link', { name: 'Aktindsigt', exact: true }).click()
      await page.locator('summary', { hasText: 'På denne side' }).click()
      await page
        .getByRole('navigation', { name: 'På denne side' })
        .getByRole('link', { name: 'Klage over afslag' })
        .click()
    },
  ],
] as const)('how to complain over a refusal, by %s', async ([, find]) => {
  const page = await front()
  await find(page)
  await page.waitForURL(`**${ACCESS}#klage-over-afslag`)
  await expect.poll(() => isInSight(page.getByRole('heading', { name: 'Klage over afslag' }))).toBe(true)
  await expect
    .poll(() => isInSight(page.getByText('Send klagen til den myndighed, der har givet dig afslaget.')))
    .toBe(true)
})

test.each(['direktør', 'kommunaldirektør', 'borgmesterens direktør'])(
  'the mayor’s director’s number by »%s«',
  async (words) => {
    const hits = await search(await front(), words)
    const hit = hits.filter({ hasText: 'Christian Roslev' }).first()
    await expect.poll(() => isInSight(hit.getByRole('link', { name: '99 31 15 05' }))).toBe(true)
    expect(await hit.getByRole('link').first().getAttribute('href')).toContain(DEPARTMENT)
  },
)

test('back from an address that leads nowhere: what people come for stands there, and a search', async () => {
  const page = await front()
  await page.goto(`${site.url}/om-kommunen/findes-ikke`)
  await expect.poll(() => isInSight(page.locator('main [type=search]'))).toBe(true)
  await page.getByRole('main').getByRole('link', { name: 'Kontakt kommunen' }).click()
  await page.waitForURL('**/kontakt')
})
