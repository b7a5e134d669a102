import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'

// Finding files again, and not having them twice; what a visitor gets of a picture; views of a list.

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
  return { page, expectNoErrors }
}

const photo = (color: string) =>
  sharp({ create: { width: 1500, height: 900, channels: 3, background: color } })
    .jpeg()
    .toBuffer()

async function upload(alt: string, color: string, more: object = {}): Promise<number> {
  const body = new FormData()
  body.set('_payload', JSON.stringify({ alt, ...more }))
  body.set('file', new Blob([new Uint8Array(await photo(color))]), 'foto.jpg')
  const headers = { authorization: `JWT ${editor.token}` }
  const answer = await fetch(`${siteUrl}/api/media`, { method: 'POST', headers, body })
  const { doc } = (await answer.json()) as { doc: { id: number } }
  onTestFinished(
    async () => void (await fetch(`${siteUrl}/api/media/${doc.id}`, { method: 'DELETE', headers })),
  )
  return doc.id
}

async function expectAccessible(page: Page, part: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

test('a page offers a picture as AVIF and WebP, as wide as it is shown, and nothing moves when it comes', async () => {
  const media = await upload('Havnefronten', '#1a6')
  const data = { title: 'Billede i bredder', slug: 'billede-i-bredder', _status: 'published' }
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    ...data,
    blocks: [{ blockType: 'image', media }],
  })
  onTestFinished(async () => void (await editor.call('DELETE', `/pages/${doc.id}`)))
  for (const [width, shown] of [
    [360, 640],
    [1280, 1280],
  ] as const) {
    const { page } = await visit('about:blank', { viewport: { width, height: 800 } })
    // WebP until the server has made the other.
    const offersAvif = async () => {
      await page.goto('/billede-i-bredder')
      return page.locator('source[type="image/avif"]').count()
    }
    await expect.poll(offersAvif, { timeout: 15_000 }).toBe(1)
    const image = page.getByRole('img', { name: 'Havnefronten' })
    await image.scrollIntoViewIfNeeded()
    await expect
      .poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0))
      .toBe(true)
    const source = await image.evaluate((one: HTMLImageElement) => new URL(one.currentSrc).pathname)
    expect(source).toMatch(new RegExp(`-${shown}x${(shown * 3) / 5}\\.avif$`))
    const box = await image.evaluate((one: HTMLImageElement) => {
      const { width: wide, height } = one.getBoundingClientRect()
      const promised = document.body.appendChild(document.createElement('div'))
      promised.style.width = one.parentElement?.querySelector('source')?.sizes ?? ''
      const missed = promised.getBoundingClientRect().width - wide
      promised.remove()
      return {
        ratio: wide / height,
        missed,
        attributes: [one.getAttribute('width'), one.getAttribute('height')],
      }
    })
    expect(box).toEqual({
      missed: 0,
      ratio: expect.closeTo(5 / 3, 1) as unknown,
      attributes: ['1280', '768'],
    })
    await expectAccessible(page, 'main')
  }
})

test('a file that is there already is shown before it is stored once more', async () => {
  const there = await upload('Rådhuset', '#a16')
  const { page } = await openAdmin('media/create')
  await page.locator('.file-field input[type=file]').setInputFiles({
    name: 'igen.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo('#a16'),
  })
  await page.locator('#field-alt').fill('Rådhuset igen')
  await page.locator('#action-save').click()
  const dialog = page.getByRole('dialog', { name: 'Filen findes allerede' })
  await dialog.waitFor()
  expect(await dialog.getByRole('link', { name: /Rådhuset/ }).getAttribute('href')).toBe(
    `/admin/collections/media/${there}`,
  )
  await expectAccessible(page, 'dialog')
  await dialog.getByRole('button', { name: 'Fortryd' }).click()
  expect(page.url()).toMatch(/\/create$/)
  await page.locator('#action-save').click()
  await dialog.getByRole('button', { name: 'Læg den op alligevel' }).click()
  await page.waitForURL(/\/media\/\d+/)
  const twice = Number(/media\/(\d+)/.exec(page.url())?.[1])
  onTestFinished(async () => void (await editor.call('DELETE', `/media/${twice}`)))
  expect(twice).not.toBe(there)

  await page.goto('/admin/collections/media', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Filer med samme indhold' }).click()
  await page.getByText('Filer med samme indhold: 2.').waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(2)
})

test('files are shown by subject, with small pictures, in the list and where one is picked', async () => {
  await upload('Emnefoto', '#61a', { tags: ['Valgprøve'] })
  await upload('Andet foto', '#6a1')
  const { page, expectNoErrors } = await openAdmin('media')
  await page.getByLabel('Emne', { exact: true }).selectOption('Valgprøve')
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
  const small = page.locator('tbody img')
  expect(
    await small.evaluate((one: HTMLImageElement) => [one.naturalWidth, new URL(one.src).pathname]),
  ).toEqual([160, expect.stringMatching(/-160x160\.webp$/)])
  await expectAccessible(page, '.collection-list')

  // As a view of the list.
  await page.getByRole('button', { name: 'Gem visningen' }).click()
  await page.getByLabel('Hvad skal visningen hedde?').fill('Til valget')
  await page.getByLabel('Vis den for alle').check()
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  const view = page.getByRole('link', { name: 'Til valget (delt)' })
  await view.waitFor()
  await expectAccessible(page, '.collection-list')
  await page.goto('/admin/collections/media', { waitUntil: 'networkidle' })
  await view.click()
  await expect.poll(() => page.getByLabel('Emne', { exact: true }).inputValue()).toBe('Valgprøve')
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
  await page.getByRole('button', { name: 'Fjern visningen Til valget' }).click()
  await expect.poll(() => view.count()).toBe(0)

  // A form suggests what is on other files.
  await page.goto('/admin/collections/media/create', { waitUntil: 'networkidle' })
  await page
    .getByRole('group', { name: 'Emner på andre filer' })
    .getByRole('button', { name: 'Valgprøve' })
    .click()
  await page.locator('.field-tags').getByText('Valgprøve').waitFor()

  // Where a photo is picked.
  await page.goto('/admin/collections/press-contacts/create', { waitUntil: 'networkidle' })
  await page.locator('#field-photo').getByRole('button', { name: 'Vælg blandt dem, der findes' }).click()
  const picker = page.getByRole('dialog')
  await picker.getByLabel('Emne', { exact: true }).selectOption('Valgprøve')
  await expect.poll(() => picker.locator('tbody tr').count()).toBe(1)
  expect(await picker.locator('tbody img').count()).toBe(1)
  expect(await picker.getByRole('button', { name: 'Gem visningen' }).count()).toBe(0)
  expectNoErrors()
})
