import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { PRESS } from '../../tools/page-kinds.ts'

// Files and press contacts in the real admin, until the public page.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

async function openAdmin(path: string) {
  const { page, context, expectNoErrors } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(`/admin/collections/${path}`, { waitUntil: 'networkidle' })
  return { page, context, expectNoErrors }
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('.file-field input[type=file]').setInputFiles({ name, mimeType: '', buffer })

const save = (page: Page) => page.locator('#action-save').click()

const photo = (color: string, width = 400) =>
  sharp({ create: { width, height: 500, channels: 3, background: color } })
    .withExif({ IFD0: { Artist: 'Frida Fotograf' } })
    .jpeg()
    .toBuffer()

/** The number of the document that has just been saved. */
async function savedId(page: Page): Promise<number> {
  await page.waitForURL(/\/media\/\d+/)
  const id = Number(/media\/(\d+)/.exec(page.url())?.[1])
  // One that an earlier version uses stays.
  const headers = { authorization: `JWT ${editor.token}` }
  onTestFinished(async () => void (await fetch(`${siteUrl}/api/media/${id}`, { method: 'DELETE', headers })))
  return id
}

const english = /\b(file is|file name|required|invalid|following|limit|MIME|reached|not allowed|size)\b/i

test('the form says what can be uploaded, and every refusal is in Danish', async () => {
  const { page } = await openAdmin('media/create')
  await page.getByText('JPEG, PNG, WebP, AVIF eller PDF, højst 25 MB').waitFor()
  const { violations } = await new AxeBuilder({ page }).include('.file-field').analyze()
  expect(violations.filter(({ impact }) => impact === 'critical').map(({ id }) => id)).toEqual([])
  const toast = (words: string) => page.locator('.toast-error', { hasText: words }).first()

  // Nothing chosen, something too large, something else than it is called.
  await page.locator('#field-alt').fill('Noget')
  await save(page)
  await page.getByText('Vælg en fil.').first().waitFor()
  await choose(page, 'stor.pdf', Buffer.alloc(25_000_001))
  await page.getByRole('alert').filter({ hasText: 'Filen fylder 25 MB' }).waitFor()
  await save(page)
  await toast('Filen fylder 25 MB').waitFor()
  await page.locator('.file-field button.file-field__remove').click()
  await page.getByText('Vælg en fil.').first().waitFor()
  await choose(page, 'program.pdf', Buffer.from('MZ\u0090 a program'))
  await save(page)
  await toast('Filer af den slags kan ikke lægges op her.').waitFor()
  expect(await page.locator('.file-field').innerText()).not.toMatch(english)
  expect((await page.locator('.toast-error').allInnerTexts()).join()).not.toMatch(english)
})

test('how much of a file is sent is shown, and a PDF after blank lines needs no words', async () => {
  const { page, context, expectNoErrors } = await openAdmin('media/create')
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 300_000,
  })
  const end = '\nxref\nstartxref\n0\n%%EOF\n'
  const pdf = Buffer.concat([
    Buffer.from('\uFEFF\n\n%PDF-1.4\n'),
    Buffer.alloc(900_000, ' '),
    Buffer.from(end),
  ])
  await choose(page, 'Referat.PDF', pdf)
  await save(page)
  const progress = page.getByRole('progressbar', { name: /Sender filen|Filen er sendt/ })
  await progress.waitFor()
  await page.getByText(/af 0,9 MB/).waitFor()
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  const id = await savedId(page)
  await expect.poll(() => progress.count()).toBe(0)
  const { url, filename } = await editor.call<{ url: string; filename: string }>('GET', `/media/${id}`)
  expect(filename).toMatch(/^referat\..*\.pdf$/)
  const file = await fetch(new URL(url, siteUrl))
  expect([file.headers.get('content-type'), (await file.text()).slice(0, 9)]).toEqual([
    'application/pdf',
    '%PDF-1.4\n',
  ])
  expectNoErrors()
})

test('a press contact gets a photo and subjects, and is found by them; a new photo keeps its address', async () => {
  const { page } = await openAdmin('media/create')
  await choose(page, 'heidi.png', await photo('#c33'))
  await page.locator('#field-alt').fill('Heidi Gjesing Andersen')
  await save(page)
  const media = await savedId(page)

  const query = `/press-contacts?depth=0&where[name][equals]=${encodeURIComponent('Heidi Gjesing Andersen')}`
  const { docs } = await editor.call<{ docs: { id: number }[] }>('GET', query)
  const contact = docs[0]?.id
  onTestFinished(async () => {
    await editor.call('PATCH', `/press-contacts/${contact}`, {
      photo: null,
      subjects: [],
      _status: 'published',
    })
  })
  await page.goto(`/admin/collections/press-contacts/${contact}`, { waitUntil: 'networkidle' })
  await page.locator('.field-subjects input').fill('byggesager')
  await page.keyboard.press('Enter')
  await page.locator('#field-photo').getByRole('button', { name: 'Vælg blandt dem, der findes' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^heidi\./ })
    .first()
    .click()
  await page.locator('#field-photo .upload-relationship-details').waitFor()
  await save(page)

  const { page: visitor } = await visit(PRESS)
  const card = visitor.locator('main li', { hasText: 'Heidi Gjesing Andersen' })
  await expect
    .poll(async () => {
      await visitor.reload()
      return card.getByText('Spørg mig om: byggesager').count()
    })
    .toBe(1)
  const image = card.locator('img')
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(160)
  expect(await image.evaluate((one) => [one.getAttribute('alt'), one.getAttribute('loading')])).toEqual([
    '',
    'lazy',
  ])
  for (const width of [360, 768, 1280]) {
    await visitor.setViewportSize({ width, height: 900 })
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const { violations } = await new AxeBuilder({ page: visitor }).include('main').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }
  // With the script as without: the same card.
  const drawn = await card.evaluate((one) => one.outerHTML)
  await visitor.locator('main [type=search]').fill('byggesag')
  await expect
    .poll(() => visitor.locator('main li h4:visible').allTextContents())
    .toEqual(['Heidi Gjesing Andersen'])
  const plain = (html: string) =>
    html
      .replace(siteUrl, '')
      .replaceAll(siteUrl, '')
      .replaceAll(/ (loading="lazy"|class="")/g, '')
  expect(plain(await card.evaluate((one) => one.outerHTML))).toBe(plain(drawn))
  await visitor.goto('/soeg?q=byggesager')
  await visitor.locator('main mark', { hasText: 'byggesager' }).first().waitFor()

  // Another photo takes its place.
  const { url } = await editor.call<{ url: string }>('GET', `/media/${media}`)
  await page.goto(`/admin/collections/media/${media}`, { waitUntil: 'networkidle' })
  await page.locator('.file-details__remove').click()
  await choose(page, 'ny.jpg', await photo('#3c3', 600))
  await save(page)
  const address = new URL(url, siteUrl)
  const { dominant } = await expect
    .poll(async () => {
      const file = Buffer.from(await (await fetch(address)).arrayBuffer())
      return (await sharp(file).metadata()).width
    })
    .toBe(600)
    .then(async () => sharp(Buffer.from(await (await fetch(address)).arrayBuffer())).stats())
  expect(dominant.g).toBeGreaterThan(dominant.r)
})
