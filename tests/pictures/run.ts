import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import sharp from 'sharp'
import { temporaryPostgres } from '../databases.ts'
import { logIn } from '../e2e/tools/admin.ts'
import { chromiumOptions } from '../e2e/tools/chromium.ts'
import { paragraph } from '../e2e/tools/rich-text.ts'
import { startSite } from '../e2e/tools/start-site.ts'
import { type Desk, DRAFT, PICTURES } from './pictures.ts'

/**
 * `npm run help:pictures [name …]`: takes the pictures of docs/redaktoer.md, all or those that are named, from a site of its own with
 * the first content on a Monday morning. It needs a build.
 */
const named = process.argv.slice(2)
const folder = path.resolve(import.meta.dirname, '../../docs/redaktoer')
const COLLEAGUE = {
  name: 'Mette Holm',
  email: 'mette.holm@example.dk',
  password: 'en-lang-adgangskode-til-mette',
}
const WRITER = {
  name: 'Jonas Lund',
  email: 'jonas.lund@example.dk',
  password: 'en-lang-adgangskode-til-jonas',
}
/** Bytes of a picture. */
const LARGEST = 60_000
const VIEWPORT = { width: 1280, height: 1000 }
/** Pixels around what is shown. */
const MARGIN = 16

const postgres = await temporaryPostgres()
const site = await startSite({ DATABASE_URL: postgres.url, SITE_CLOCK: '2026-11-30T09:00:00+01:00' })
const browser = await chromium.launch(await chromiumOptions())
try {
  const editor = await logIn(site.url)
  await prepare(editor)
  const colleague = await logIn(site.url, COLLEAGUE)
  const writer = await logIn(site.url, WRITER)
  for (const [name, take] of Object.entries(PICTURES)) {
    if (named.length > 0 && !named.includes(name)) continue
    const { context, page } = await newWindow(browser, editor.token)
    try {
      const parts = await take({ ...deskOf(page, editor), colleague: colleague.call, writer: writer.call })
      await writeFile(path.join(folder, `${name}.webp`), await smallest(await photograph(page, parts)))
      console.log(name)
    } catch (error) {
      // The others are taken all the same.
      console.error(`${name}: ${error}`)
      process.exitCode = 1
    }
    await context.close()
  }
} finally {
  await browser.close()
  await site.stop()
  await postgres.remove()
}

/** What the pictures show besides the first content. */
async function prepare({ call }: Awaited<ReturnType<typeof logIn>>): Promise<void> {
  await call('POST', '/users', { ...COLLEAGUE, role: 'editor' })
  await call('POST', '/users', { ...WRITER, role: 'writer' })
  const blocks = [
    {
      blockType: 'richText',
      heading: 'Vi åbner tidligere',
      body: paragraph('Fra januar åbner vi klokken 6 alle hverdage. I weekenden er tiderne, som de plejer.'),
    },
  ]
  const page = { inMenu: false, blocks, _status: 'draft' }
  await call('POST', '/pages?draft=true', {
    ...page,
    title: DRAFT,
    summary: 'Fra januar kan du svømme før arbejde.',
  })
  await call('POST', '/pages?draft=true', {
    ...page,
    title: 'Ferieåbent',
    summary: 'Vi holder åbent i ferien.',
  })
  await call('POST', '/pages?draft=true', { ...page, title: 'Julemarked 2025', summary: 'Kom og vær med.' })
}

async function newWindow(browser: Browser, token: string) {
  const context = await browser.newContext({
    baseURL: site.url,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: VIEWPORT,
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'payload-token', value: token, url: site.url, sameSite: 'Lax' }])
  return { context, page: await context.newPage() }
}

function deskOf(page: Page, { call }: Awaited<ReturnType<typeof logIn>>): Omit<Desk, 'colleague' | 'writer'> {
  return {
    page,
    call,
    async open(view) {
      await page.goto(`/admin${view}`, { waitUntil: 'networkidle' })
      await page.waitForFunction(() => !document.querySelector('.shimmer-effect, .loading-overlay'))
    },
    async id(collection, name) {
      const title = collection === 'pages' ? 'title' : 'name'
      const asked = new URLSearchParams({ depth: '0', draft: 'true', [`where[${title}][equals]`]: name })
      const { docs } = await call<{ docs: { id: number }[] }>('GET', `/${collection}?${asked}`)
      if (!docs[0]) throw new Error(`There is no »${name}« in ${collection}`)
      return docs[0].id
    },
  }
}

/** What stands around the parts of a page, with a margin, as far as the window shows it. */
async function photograph(page: Page, parts: Locator[]): Promise<Buffer> {
  await parts[0]?.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  // What sticks to the top of the window would cover it there.
  const { top, bottom } = await around(parts)
  await page.evaluate((distance) => window.scrollBy(0, distance), (top + bottom - VIEWPORT.height) / 2)
  const box = await around(parts)
  const x = Math.max(0, box.left - MARGIN)
  const y = Math.max(0, box.top - MARGIN)
  return page.screenshot({
    animations: 'disabled',
    clip: {
      x,
      y,
      width: Math.min(VIEWPORT.width, box.right + MARGIN) - x,
      height: Math.min(VIEWPORT.height, box.bottom + MARGIN) - y,
    },
  })
}

async function around(parts: Locator[]) {
  const boxes = (await Promise.all(parts.map((part) => part.boundingBox()))).filter((box) => box !== null)
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    top: Math.min(...boxes.map(({ y }) => y)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  }
}

/** As WebP, with as much detail as there is room for. */
async function smallest(png: Buffer): Promise<Buffer> {
  for (const quality of [85, 70, 55, 40]) {
    const picture = await sharp(png).webp({ quality }).toBuffer()
    if (picture.length < LARGEST) return picture
  }
  throw new Error('The picture is too large: show less of the page.')
}
