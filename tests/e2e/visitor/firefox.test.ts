import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, launch } from 'puppeteer-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ACCESS, contentPages, PRESS } from '../tools/page-kinds.ts'

// The site in a second engine, if the machine has it: Debian's package is firefox-esr. Chromium's tests hold everywhere.
const firefox = (process.env.PATH ?? '')
  .split(path.delimiter)
  .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => path.join(folder, name)))
  .find((file) => existsSync(file))

let browser: Browser | undefined

beforeAll(async () => {
  if (firefox) browser = await launch({ browser: 'firefox', executablePath: firefox })
})
afterAll(() => browser?.close())

async function visit(address: string, width: number) {
  if (!browser) throw new Error('Firefox has not been started.')
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setViewport({ width, height: 800 })
  await page.goto(inject('siteUrl') + address)
  return { page, errors }
}

test
  .skipIf(!firefox)
  .each([
    ...contentPages,
    ['a search', '/soeg?q=aktindsigt'],
    ['a deadline', '/aktindsigt/frist?modtaget=2026-12-23'],
  ])('in Firefox %s fits the window, narrow or wide, and its script says no error', async (_, address) => {
  for (const width of [360, 1280]) {
    const { page, errors } = await visit(address, width)
    const said = await page.evaluate(() => ({
      isTooWide: document.documentElement.scrollWidth > innerWidth,
      title: document.querySelector('h1')?.checkVisibility(),
    }))
    expect([width, said]).toEqual([width, { isTooWide: false, title: true }])
    expect(errors).toEqual([])
    await page.close()
  }
})

test.skipIf(!firefox)(
  'in Firefox an old link to the press page opens what it led to, with its title in view',
  async () => {
    const { page } = await visit(`${PRESS}#partsaktindsigt`, 360)
    await page.waitForFunction((address) => location.pathname === address, {}, ACCESS)
    const folded = await page.waitForSelector('details[open] summary ::-p-text(Partsaktindsigt)')
    const top = await folded?.evaluate((title) => title.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(800)
    await page.close()
  },
)

test.skipIf(!firefox)(
  'in Firefox the list of headings is folded on a phone, and open where there is room',
  async () => {
    for (const [width, isShown] of [
      [360, false],
      [1280, true],
    ] as const) {
      const { page } = await visit(ACCESS, width)
      const shown = await page.$eval('main nav li', (item) => item.checkVisibility())
      expect([width, shown]).toEqual([width, isShown])
      await page.close()
    }
  },
)

test.skipIf(!firefox)('in Firefox press contacts are found while one types', async () => {
  const { page, errors } = await visit(PRESS, 1280)
  await page.type('main [type=search]', 'anders aen')
  await page.waitForFunction(() => document.querySelectorAll('#kontakter li').length === 1)
  expect(await page.$eval('#kontakter li h4', (name) => name.textContent)).toBe('Anders Aaen Larsen')
  expect(errors).toEqual([])
  await page.close()
})
