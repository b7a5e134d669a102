import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { useBrowser } from '../../tools/browser.ts'
import { useOwnSite } from '../../tools/own-site.ts'
import { ACCESS, DEPARTMENT, PRESS, STORY } from '../../tools/page-kinds.ts'

// A Friday, while offices are open.
const site = useOwnSite({ SITE_CLOCK: '2026-11-27T10:00:00+01:00' })
const { visit } = useBrowser()

const withScripts = [true, false]

const open = async (path: string, javaScriptEnabled: boolean, options = {}) =>
  (await visit(path, { baseURL: site.url, javaScriptEnabled, ...options })).page

const hit = (page: Page, title: string) =>
  page.locator('main ol > li').filter({ has: page.getByRole('link', { name: title, exact: true }) })

/** Whether the thing can be seen without scrolling, and its words. */
const seen = async (page: Page, id: string) => {
  const thing = page.locator(`[id="${id}"]`)
  await expect
    .poll(() =>
      thing.evaluate((element) => {
        const { top, height } = element.getBoundingClientRect()
        return height > 0 && top >= 0 && top < innerHeight
      }),
    )
    .toBe(true)
  return (await thing.textContent()) ?? ''
}

test.for(
  withScripts.flatMap((scripts) =>
    (
      [
        ['anders aen', 'Anders Aaen Larsen', `${PRESS}#person-anders-aaen-larsen`, '31 99 08 11'],
        ['torben risager', 'Torben Risager', `${DEPARTMENT}#leder-`, '99 31 11 60'],
        ['koncernservice', 'Koncernservice', `${DEPARTMENT}#afdeling-`, 'AK indkøb'],
        ['telefonomstillingen', 'Telefonomstillingen', `${DEPARTMENT}#afdeling-`, 'Telefonomstillingen'],
        ['partsaktindsigt', 'Partsaktindsigt', `${ACCESS}#partsaktindsigt`, 'fuldmagt'],
        ['løftet', 'Det fælles løfte', `${STORY}#det-faelles-loefte`, 'Grundfortællingen slutter'],
        ['grøn balance', 'I grøn balance', `${STORY}#i-groen-balance`, 'bæredygtigt'],
        ['by og land', 'By og Land', '/kontakt#by-og-land', '99 31 20 00'],
        ['cvr', 'Aalborg Kommune', '/kontakt#sidefod', '29189420'],
      ] as const
    ).map((row) => [scripts, ...row] as const),
  ),
)('scripts %s: »%s« leads to %s itself, in view', async ([scripts, query, title, address, holds]) => {
  const page = await open(`/soeg?q=${encodeURIComponent(query)}`, scripts)
  const link = hit(page, title).getByRole('link', { name: title, exact: true }).first()
  expect(await link.getAttribute('href')).toContain(address)
  await link.click()
  await page.waitForURL(`**${address}*`)
  expect(await seen(page, new URL(page.url()).hash.slice(1))).toContain(holds)
})

test('opening at a folded part unfolds it with its title in view, at once and without a glide', async () => {
  const page = await open(`${ACCESS}#partsaktindsigt`, true, { reducedMotion: 'no-preference' })
  const folded = page.locator('details').filter({ has: page.locator('#partsaktindsigt') })
  await expect.poll(() => folded.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true)
  expect(
    await folded.locator('summary').evaluate((element) => element.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(0)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto')
})

test.for([
  ['aktindsigt', 'Du kan søge aktindsigt hos Aalborg Kommune'],
  ['saadan-soeger-du-aktindsigt', 'Alle kan søge aktindsigt'],
  ['hvis-du-vil-vide-mere', 'Partsaktindsigt'],
  ['partsaktindsigt', 'fuldmagt'],
  ['klage-over-afslag', 'klagevejledning'],
  ['det-med-smaat', 'Hvor hører sagen til?'],
  ['beregn-svarfristen', 'Hvornår modtog kommunen din anmodning?'],
  ['by-og-land', '99 31 20 00'],
] as const)(
  'what stood at #%s of the press page is found on the page on access to documents',
  async ([anchor, holds]) => {
    const page = await open(`${PRESS}#${anchor}`, true)
    await page.waitForURL(`**${ACCESS}#${anchor}`)
    const there = (await page.locator(`[id="${anchor}"]`).count()) > 0
    if (there) await seen(page, anchor)
    await page.getByText(holds).first().waitFor()
    // Back leads to where one came from, and not here again.
    const still = await open(`${PRESS}#${anchor}`, false)
    const line = still.getByRole('link', { name: 'Søger du aktindsigt?' })
    expect(await line.getAttribute('href')).toBe(ACCESS)
    await expect
      .poll(() => line.evaluate((link) => link.getBoundingClientRect().top < innerHeight))
      .toBe(true)
  },
)

test('an older browser, which does not unfold what a link leads to, is helped by the script, also later', async () => {
  const page = await open(ACCESS, true)
  await page.evaluate(() => {
    location.hash = 'aktindsigt-efter-offentlighedsloven'
  })
  const folded = page.locator('details').filter({ has: page.locator('#aktindsigt-efter-offentlighedsloven') })
  await expect.poll(() => folded.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true)
})

test.for(withScripts)(
  'scripts %s: a hit says the number to call, and whether somebody answers',
  async (scripts) => {
    const page = await open('/soeg?q=anders%20aen', scripts)
    const contact = hit(page, 'Anders Aaen Larsen')
    expect(await contact.getByRole('link', { name: '31 99 08 11' }).getAttribute('href')).toBe(
      'tel:+4531990811',
    )
    expect(await contact.locator('[data-open]').getAttribute('data-open')).toBe('true')
    expect(await contact.textContent()).toContain('Pressemedarbejderne svarer nu indtil kl. 15.00')
    await page.goto('/soeg?q=by%20og%20land')
    const box = hit(page, 'By og Land')
    expect(await box.locator('[data-open]').textContent()).toBe('Telefontider: Åbent nu, lukker kl. 15.00')
    expect(await box.getByRole('link', { name: '99 31 20 00' }).getAttribute('href')).toBe('tel:+4599312000')
  },
)

test('what a hit says of the time is never kept: the page is made for each request, and an open one learns when', async () => {
  const answer = await ask(site.url, '/soeg?q=by%20og%20land')
  expect(answer.headers['cache-control']).toBe('private, no-store')
  const page = await open('/soeg?q=by%20og%20land', true)
  const status = hit(page, 'By og Land').locator('[data-live]')
  expect(await status.getAttribute('data-until')).toBe('2026-11-27T14:00:00Z')
})

const duty = (page: Page) => page.locator('#kontakter').getByRole('link', { name: '99 82 10 82' })
const counted = (page: Page) => page.locator('#kontakter output').textContent()

test('while one types, digits of the duty’s number find it among press contacts, and it is offered if nobody is found', async () => {
  const page = await open(PRESS, true)
  const field = page.locator('main [type=search]')
  expect(await duty(page).isVisible()).toBe(false)
  await field.fill('10 82')
  await expect.poll(() => duty(page).isVisible()).toBe(true)
  expect(await counted(page)).toBe('1 kontakt')
  await field.fill('anders')
  await expect.poll(() => duty(page).isVisible()).toBe(false)
  await field.fill('qxqxqx')
  await expect.poll(() => counted(page)).toContain('Vi fandt ikke noget')
  expect(await duty(page).isVisible()).toBe(true)
})

test.each([
  ['10 82', '1 kontakt for »10 82«', '1 kontakt', true],
  ['99821082', '1 kontakt for »99821082«', '1 kontakt', true],
  ['qxqxqx', 'Ingen kontakter for »qxqxqx«', 'Vi fandt ikke noget', true],
  ['anders', '2 kontakter for »anders«', '2 kontakter', false],
])('without scripts the press search for »%s« says %s', async (query, heading, said, isDuty) => {
  const page = await open(`/soeg/pressekontakt?q=${encodeURIComponent(query)}`, false)
  expect(await page.locator('h1').textContent()).toBe(heading)
  expect(await counted(page)).toContain(said)
  expect(await duty(page).isVisible()).toBe(isDuty)
})

test('where nothing is suggested a screen reader is told', async () => {
  const page = await open('/kontakt', true)
  await page.locator('search [type=search]').pressSequentially('qxqxqx')
  await expect.poll(() => page.getByRole('status').first().textContent()).toBe('Ingen forslag')
  expect(await page.locator('header [role=listbox]').isVisible()).toBe(false)
})

test.for(withScripts)(
  'scripts %s: from a wrong address one searches on, or takes one of the six tasks',
  async (scripts) => {
    const page = await open('/findes/ikke', scripts)
    const main = page.getByRole('main')
    expect(await main.locator('li h3 a, li h2 a').allTextContents()).toHaveLength(6)
    await main.locator('[type=search]').fill('anders aen')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/soeg?q=anders+aen')
    expect(await hit(page, 'Anders Aaen Larsen').count()).toBe(1)
  },
)

/** The names of the headers that do not differ from one answer to the next. */
const own = (headers: Record<string, unknown>) =>
  Object.keys(headers)
    .filter((name) => !/^(date|connection|keep-alive|x-request-id)$/.test(name))
    .toSorted()

test('every address that leads nowhere has the same page with the same headers; programs get JSON', async () => {
  const { headers: known, text } = await ask(site.url, '/findes-ikke')
  for (const path of [
    '/soeg/anything',
    '/soeg/pressekontakt/x',
    '/aktindsigt/x',
    '/_next/static/none.js',
    '/_next/none',
    '/build/none.js',
    '/fonts/none.woff2',
    '/sitemap/9.xml',
  ]) {
    const answer = await ask(site.url, path)
    expect([path, answer.status, answer.text]).toEqual([path, 404, text])
    expect([path, own(answer.headers)]).toEqual([path, own(known)])
  }
  expect(own(known).join()).not.toMatch(/content-tags|powered/)
  const program = await ask(site.url, '/api/hours/findes-ikke')
  expect([program.status, program.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8'])
})
