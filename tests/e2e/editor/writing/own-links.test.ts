import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'

// Whoever types an address of the site sees after the save which page it is, and that page stays.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

async function make(data: object): Promise<{ id: number; slug: string }> {
  const slug = `link-${Math.random().toString(36).slice(2)}`
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    slug,
    inMenu: false,
    _status: 'published',
    ...data,
  })
  return { id: doc.id, slug }
}

async function openForm(path: string): Promise<Page> {
  const { page, context } = await visit('about:blank', { viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(`/admin/collections/${path}`, { waitUntil: 'networkidle' })
  return page
}

async function publish(page: Page) {
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/api/pages/') && answer.request().method() === 'PATCH',
  )
  await page.getByRole('button', { name: PUBLISH }).click()
  const answer = await saved
  expect([answer.status(), await answer.headerValue('x-merged')]).toEqual([200, null])
}

test('a typed and a pasted address are the page in the form, in public, and among its uses', async () => {
  const target = await make({ title: 'Målet for links' })
  const { id, slug } = await make({
    title: 'Har links',
    blocks: [
      { blockType: 'linkList', links: [{ label: 'I listen', url: 'https://andetsted.example/' }] },
      { blockType: 'richText', heading: 'Tekst', body: paragraph('Før') },
    ],
  })
  onTestFinished(async () => {
    for (const one of [id, target.id]) await editor.call('DELETE', `/pages/${one}`)
  })
  const page = await openForm(`pages/${id}`)
  const address = page.locator('input[name="blocks.0.links.0.url"]')
  await address.fill(`${siteUrl}/${target.slug}#om-os`)
  const text = page.locator('.ContentEditable__root').last()
  await text.click()
  await page.keyboard.press('Control+End')
  await text.evaluate((place, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    data.setData('text/plain', 'x')
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, `<p>Se <a href="${siteUrl}/${target.slug}">i teksten</a></p>`)
  await text.getByRole('link', { name: 'i teksten' }).waitFor()
  await publish(page)

  await expect.poll(() => address.inputValue()).toBe('')
  await page.locator('.field-type.relationship').getByText('Målet for links').waitFor()
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowLeft')
  await page.locator('.link-editor').getByText('Målet for links').waitFor()

  // The form is what was saved: typing on and saving again meets no collision.
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' og mere')
  await publish(page)
  await expect.poll(async () => (await fetch(`${siteUrl}/${slug}`)).text()).toContain(' og mere')
  const html = await (await fetch(`${siteUrl}/${slug}`)).text()
  expect(html).toMatch(new RegExp(`href="/${target.slug}#om-os"[^>]*>I listen`))
  expect(html).toMatch(new RegExp(`href="/${target.slug}"[^>]*>i teksten`))

  const of = await openForm(`pages/${target.id}`)
  await of
    .getByRole('region', { name: 'Bruges på' })
    .getByRole('link', { name: 'Side »Har links«' })
    .waitFor()
})

test('»Skriv til os« of a box leads to a page that is typed, and follows it', async () => {
  const target = await make({ title: 'Skriv til parken' })
  const name = `Parken ${target.slug}`
  const { doc: box } = await editor.call<{ doc: { id: number } }>('POST', '/contact-boxes', {
    name,
    street: 'Parkvej 1',
    postalCode: '9000',
    city: 'Aalborg',
    write: { shown: true },
    _status: 'published',
  })
  const shows = await make({
    title: 'Viser boksen',
    blocks: [{ blockType: 'contactBoxes', which: 'some', boxes: [box.id] }],
  })
  onTestFinished(async () => {
    for (const path of [`pages/${shows.id}`, `contact-boxes/${box.id}`, `pages/${target.id}`])
      await editor.call('DELETE', `/${path}`)
  })
  const page = await openForm(`contact-boxes/${box.id}`)
  await page.locator('input[name="write.url"]').fill(`/${target.slug}?utm_source=brev`)
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/api/contact-boxes/') && answer.request().method() === 'PATCH',
  )
  await page.getByRole('button', { name: PUBLISH }).click()
  expect((await saved).status()).toBe(200)
  await page.locator('.field-type.relationship').getByText('Skriv til parken').waitFor()

  const leadsTo = async () => {
    const html = await (await fetch(`${siteUrl}/${shows.slug}`)).text()
    return /href="([^"]*)"[^>]*>Skriv til os</.exec(html)?.[1]
  }
  await expect.poll(leadsTo).toBe(`/${target.slug}`)
  await editor.call('PATCH', `/pages/${target.id}`, { slug: `flyttet-${target.slug}` })
  await expect.poll(leadsTo).toBe(`/flyttet-${target.slug}`)
})
