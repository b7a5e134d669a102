import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'

// What is in use stays, and the editor sees where it is used.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

async function openForm(path: string, width = 1280) {
  const { page, context, expectNoErrors } = await visit('about:blank', { viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(`/admin/collections/${path}`, { waitUntil: 'networkidle' })
  return { page, expectNoErrors }
}

const list = (page: Page) => page.getByRole('region', { name: 'Bruges på' })

async function make(path: string, data: object) {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', path, data)
  return doc.id
}

/** A contact box that a page shows, until the test has ended. */
async function boxOnPage(name: string) {
  const box = await make('/contact-boxes', { name, slug: 'boks-i-brug', _status: 'published' })
  const page = await make('/pages', {
    title: 'Viser boksen',
    slug: 'viser-boksen',
    blocks: [{ blockType: 'contactBoxes', boxes: [box] }],
    _status: 'published',
  })
  onTestFinished(async () => {
    await editor.call('DELETE', `/pages/${page}`)
    await editor.call('DELETE', `/contact-boxes/${box}`)
  })
  return { box, page }
}

test.for([360, 1280])('the form says where it is used, and leads there (%i px)', async (width) => {
  const name = `Afdeling i brug ${width}`
  const above = await make('/departments', { name, _status: 'published' })
  const below = await make('/departments', { name: `Under ${width}`, parent: above, _status: 'published' })
  onTestFinished(async () => {
    for (const id of [below, above]) await editor.call('DELETE', `/departments/${id}`)
  })
  const { page, expectNoErrors } = await openForm(`departments/${above}`, width)
  await list(page).getByText('Bruges ét sted').waitFor()
  const { violations } = await new AxeBuilder({ page }).include('section:has(> h2)').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await list(page)
    .getByRole('link', { name: `Afdeling »Under ${width}«` })
    .click()
  await page.waitForURL(`**/admin/collections/departments/${below}`)
  await list(page).getByText('Bruges ikke andre steder.').waitFor()
  expectNoErrors()
})

test('what is in use is not deleted or unpublished, and the page keeps it', async () => {
  const { box } = await boxOnPage('Boks, der bliver')
  const { page } = await openForm(`contact-boxes/${box}`)
  const told = page.locator('.toast-error').last()
  await page.locator('.doc-controls__popup .popup-button').first().click()
  await page.getByRole('button', { name: 'Slet', exact: true }).click()
  await page.getByRole('button', { name: 'Bekræft', exact: true }).click()
  await expect
    .poll(() => told.innerText())
    .toBe(
      '»Boks, der bliver« kan ikke slettes, så længe Side »Viser boksen« bruger det. Vælg noget andet der først.',
    )
  const shown = await (await fetch(`${siteUrl}/viser-boksen`)).text()
  expect(shown).toContain('Boks, der bliver')
})

test('many that are used are neither deleted nor unpublished from the list, and it says why', async () => {
  await boxOnPage('Boks i listen')
  const { page } = await openForm('contact-boxes?search=Boks+i+listen')
  const why = (what: string) =>
    page.getByText(`»Boks i listen« kan ikke ${what}, så længe Side »Viser boksen« bruger det.`).first()
  for (const [button, what] of [
    ['Afpublicér', 'afpubliceres'],
    ['Slet', 'slettes'],
  ] as const) {
    await page.locator('#select-all').check()
    await page.locator('.list-selection').getByRole('button', { name: button, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bekræft' }).click()
    await why(what).waitFor()
    await page.reload({ waitUntil: 'networkidle' })
  }
  expect(await (await fetch(`${siteUrl}/viser-boksen`)).text()).toContain('Boks i listen')
})

test('whoever uses the keys comes past a message', async () => {
  const name = 'Afdeling ved tastaturet'
  const id = await make('/departments', { name, _status: 'published' })
  onTestFinished(async () => void (await editor.call('DELETE', `/departments/${id}`)))
  const { page } = await openForm(`departments/${id}`)
  await page.locator('#field-name').fill(`${name} to`)
  await page.keyboard.press('Control+s')
  const close = page.getByRole('button', { name: 'Luk beskeden' })
  await close.waitFor()
  // The message stays as long as it is read.
  await close.focus()
  const places = new Set<string>()
  for (let nth = 0; nth < 4; nth++) {
    await page.keyboard.press('Tab')
    places.add(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? ''))
  }
  expect(places.size).toBe(4)
})

test('what is shown without being chosen says where, and may be deleted', async () => {
  const title = `Viser pejlemærker ${Math.random().toString(36).slice(2)}`
  const principle = await make('/pejlemaerker', {
    title: 'Et nyt pejlemærke',
    body: paragraph('Tekst'),
    _status: 'published',
  })
  const shower = await make('/pages', {
    title,
    blocks: [{ blockType: 'principles' }],
    _status: 'published',
  })
  onTestFinished(async () => void (await editor.call('DELETE', `/pages/${shower}`)))
  const { page, expectNoErrors } = await openForm(`pejlemaerker/${principle}`, 360)
  await list(page).getByText('Det kan slettes, og så vises det ikke længere der.').waitFor()
  expect(await list(page).innerText()).not.toContain('Bruges ikke')
  const { violations } = await new AxeBuilder({ page }).include('section:has(> h2)').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await list(page).getByRole('link', { name: title }).click()
  await page.waitForURL(`**/admin/collections/pages/${shower}`)
  await editor.call('DELETE', `/pejlemaerker/${principle}`)
  expectNoErrors()
})

test('»Afpublicér« of a page with others below it leads to the question what shall happen to them', async () => {
  const slug = `overside-${Math.random().toString(36).slice(2)}`
  const above = await make('/pages', { title: 'Overside', slug, inMenu: false, _status: 'published' })
  const below = await make('/pages', { title: 'Underside', slug, parent: above, _status: 'published' })
  onTestFinished(async () => {
    for (const id of [below, above]) await editor.call('DELETE', `/pages/${id}`)
  })
  const { page, expectNoErrors } = await openForm(`pages/${above}`)
  const unpublish = async () => {
    await page.locator('.doc-controls__popup .popup-button').first().click()
    await page.getByRole('button', { name: 'Afpublicér', exact: true }).click()
  }
  await unpublish()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Siden har én underside, som kan ses på hjemmesiden.').waitFor()
  await dialog.getByRole('button', { name: 'Gå til spørgsmålet' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const question = list(page).getByRole('group', { name: 'Hvad skal der ske med dem' })
  await expect
    .poll(() =>
      question
        .getByRole('button')
        .first()
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true)
  expect((await fetch(`${siteUrl}/${slug}`)).status).toBe(200)

  await editor.call('PATCH', `/pages/${below}`, { _status: 'draft' })
  await page.reload({ waitUntil: 'networkidle' })
  await list(page).getByText('Bruges ét sted').waitFor()
  await unpublish()
  await dialog.getByRole('button', { name: 'Bekræft' }).click()
  await expect.poll(async () => (await fetch(`${siteUrl}/${slug}`)).status, { timeout: 5000 }).toBe(404)
  expectNoErrors()
})
