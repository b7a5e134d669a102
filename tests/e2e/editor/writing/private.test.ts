import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { pdfOf } from '../../../int/cms/files/pdf.ts'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'
import { englishIn } from '../danish/english.ts'

// CPR numbers and advice in the real admin, until the public page.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
const NUMBER = '010203-1234'

let desk: Awaited<ReturnType<typeof logIn>>
let admin: Page
beforeAll(async () => {
  desk = await logIn(siteUrl)
  const { page, context } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: desk.token, url: siteUrl, sameSite: 'Lax' }])
  admin = page
})

async function newPage(text: string) {
  const slug = `privat-${Math.random().toString(36).slice(2)}`
  const blocks = [{ blockType: 'richText', heading: 'Om parken', body: paragraph(text) }]
  const { doc } = await desk.call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Privat',
    slug,
    inMenu: false,
    blocks,
    _status: 'published',
  })
  return { id: doc.id, slug }
}

const publicText = async (slug: string) => (await fetch(`${siteUrl}/${slug}`)).text()

test('a CPR number is public once the editor has looked', async () => {
  const { id, slug } = await newPage('Før det hele')
  await admin.goto(`/admin/collections/pages/${id}`, { waitUntil: 'networkidle' })
  await admin.locator('.ContentEditable__root').first().click()
  await admin.keyboard.press('Control+End')
  await admin.keyboard.type(` Ring ${NUMBER}.`)
  const publish = admin.getByRole('button', { name: PUBLISH })
  await publish.click()

  const dialog = admin.getByRole('dialog', { name: 'Er det et CPR-nummer?' })
  await dialog.waitFor()
  const said = await dialog.innerText()
  expect(said).toContain('010203-••••')
  expect(said).toContain('Om parken')
  expect(said).not.toContain('1234')
  expect(await englishIn(admin)).toEqual([])
  const { violations } = await new AxeBuilder({ page: admin }).include('dialog').analyze()
  expect(violations.map((one) => one.id)).toEqual([])
  for (const width of [360, 1280]) {
    await admin.setViewportSize({ width, height: 800 })
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  }
  expect(await publicText(slug)).not.toContain('010203')

  // Back to the form, where nothing is lost; then on.
  await dialog.getByRole('button', { name: 'Tilbage for at rette' }).click()
  await dialog.waitFor({ state: 'detached' })
  await publish.click()
  await dialog.getByRole('button', { name: 'Offentliggør alligevel' }).click()
  expect(await dialog.isVisible()).toBe(true)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Offentliggør alligevel' }).click()
  await expect.poll(() => publicText(slug)).toContain(NUMBER)
  await admin.goto('/admin/seneste-aendringer')
  await admin.getByText('lod noget, der ligner et CPR-nummer, blive offentligt i').first().waitFor()
})

test('a draft with one is saved, and a word about it stays in sight until the next save', async () => {
  const { id } = await newPage('Før det hele')
  await admin.goto(`/admin/collections/pages/${id}`, { waitUntil: 'networkidle' })
  const text = admin.locator('.ContentEditable__root').first()
  await text.click()
  await admin.keyboard.press('Control+End')
  await admin.keyboard.type(` Ring ${NUMBER}.`)
  const save = admin.locator('#action-save-draft')
  await save.click()
  const warning = admin.locator('[data-sonner-toast][data-type=warning]')
  await warning.getByText(/Det ligner CPR-numre: .*Om parken/).waitFor()
  await admin.locator('[data-sonner-toast][data-type=success]').waitFor()
  // Nothing lies over it, and it outlasts the receipt.
  await expect
    .poll(() =>
      warning.evaluate((toast) => {
        const { left, top, width, height } = toast.getBoundingClientRect()
        return toast.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      }),
    )
    .toBe(true)
  await admin.locator('[data-sonner-toast][data-type=success]').waitFor({ state: 'detached' })
  expect(await warning.isVisible()).toBe(true)
  await text.click()
  await admin.keyboard.press('Control+a')
  await admin.keyboard.type('Uden nummer.')
  await save.click()
  await warning.waitFor({ state: 'detached' })
})

test('a PDF with one is stored once the editor has looked', async () => {
  await admin.goto('/admin/collections/media/create', { waitUntil: 'networkidle' })
  const buffer = pdfOf('Forside', `Hansen ${NUMBER}`)
  await admin
    .locator('.file-field input[type=file]')
    .setInputFiles({ name: 'liste.pdf', mimeType: '', buffer })
  await admin.locator('#action-save').click()
  const dialog = admin.getByRole('dialog', { name: 'Er det et CPR-nummer?' })
  await dialog.getByText('PDF-filen, side 2').waitFor()
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Gem alligevel' }).click()
  await admin.waitForURL(/\/media\/\d+/)
  const id = Number(/media\/(\d+)/.exec(admin.url())?.[1])
  onTestFinished(() => desk.call('DELETE', `/media/${id}`).then(() => {}))
  const { url } = await desk.call<{ url: string }>('GET', `/media/${id}`)
  expect((await fetch(new URL(url, siteUrl))).status).toBe(200)
})

test('advice stands folded below a text, and goes when it is followed', async () => {
  const { id, slug } = await newPage(`${'ord '.repeat(31)}.`)
  await admin.goto(`/admin/collections/pages/${id}`, { waitUntil: 'networkidle' })
  const advice = admin.locator('details', { hasText: 'råd til teksten' })
  await advice.getByText('1 råd til teksten').click()
  await advice.getByText('er på 31 ord').waitFor()
  expect(await englishIn(admin)).toEqual([])
  const { violations } = await new AxeBuilder({ page: admin }).include('details').analyze()
  expect(violations.map((one) => one.id)).toEqual([])
  await admin.locator('.ContentEditable__root').first().click()
  await admin.keyboard.press('Control+a')
  await admin.keyboard.type('Kort og klart.')
  await advice.waitFor({ state: 'detached' })
  await admin.getByRole('button', { name: PUBLISH }).click()
  await expect.poll(() => publicText(slug)).toContain('Kort og klart.')
})

test('a draft with a CPR number is shared with a stranger once the editor has looked', async () => {
  const data = {
    title: 'Brev',
    slug: 'brev-deles',
    summary: `Ring om ${NUMBER}`,
    blocks: [],
    _status: 'draft',
  }
  const { doc } = await desk.call<{ doc: { id: number } }>('POST', '/pages?draft=true', data)
  onTestFinished(() => desk.call('DELETE', `/pages/${doc.id}`).then(() => {}))
  await admin.goto(`/admin/collections/pages/${doc.id}`)
  const field = admin.getByRole('region', { name: 'Delt uden login' })
  await field.getByRole('button', { name: 'Del kladden …' }).click()
  await field.getByLabel('Hvad er linket til?').fill('Til skolen')
  await field.getByRole('button', { name: 'Lav linket' }).click()
  await field.getByRole('alert').getByText('kladden er ikke delt endnu').waitFor()
  await field.getByText('010203-•••• Resumé').waitFor()
  const anyway = field.getByRole('button', { name: 'Del alligevel' })
  expect(await anyway.isDisabled()).toBe(true)
  expect(await englishIn(admin)).toEqual([])
  await field.getByLabel('Jeg har set efter').check()
  await anyway.click()
  await field.getByText('Linket virker til').waitFor()
})
