import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'
import { deskOf, keptIn, offers, openForm, save, untilKept } from './kept-desk.ts'

// What is typed is not lost: it is offered again, beside what stands there now.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

/** A window of the editor's. */
const desk = (width?: number) => deskOf(visit, editor.token, width)

async function make(collection: string, data: object): Promise<number> {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', `/${collection}`, {
    ...data,
    _status: 'published',
  })
  onTestFinished(() => editor.call('DELETE', `/${collection}/${doc.id}`).then(() => {}))
  return doc.id
}

const read = <Doc>(path: string) => editor.call<Doc>('GET', path)
const shown = async (slug: string) => (await fetch(`${siteUrl}/${slug}`)).text()
type Person = { name: string; email: string | null }

test.for([360, 768, 1280])('a window that is closed loses nothing (%i px)', async (width) => {
  const id = await make('people', { name: `Ane Før ${width}`, email: 'ane@example.dk' })
  const context = await desk(width)
  const first = await openForm(context, `collections/people/${id}`)
  await first.locator('#field-name').fill(`Ane Efter ${width}`)
  await untilKept(first, `Ane Efter ${width}`)
  await first.close()

  const page = await openForm(context, `collections/people/${id}`)
  const offer = offers(page)
  await offer.waitFor()
  expect(await offer.getByRole('heading').innerText()).toMatch(
    /^Du har tekst, der ikke blev gemt \(i dag kl\. \d+\.\d\d\)$/,
  )
  expect(await offer.getByLabel('Står her nu').inputValue()).toBe(`Ane Før ${width}`)
  expect(await offer.getByLabel('Du skrev').inputValue()).toBe(`Ane Efter ${width}`)
  expect(await page.locator('#field-name').inputValue()).toBe(`Ane Før ${width}`)
  const { violations } = await new AxeBuilder({ page }).include('[data-offers]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)

  await offer.getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => page.locator('#field-name').inputValue()).toBe(`Ane Efter ${width}`)
  await offer.waitFor({ state: 'detached' })
  expect(await save(page, PUBLISH)).toBe(200)
  expect(await read<Person>(`/people/${id}`)).toMatchObject({
    name: `Ane Efter ${width}`,
    email: 'ane@example.dk',
  })
  await expect.poll(() => keptIn(page)).toBe(0)
})

test('what another saved meanwhile is shown, and replaced only when that is chosen', async () => {
  const id = await make('people', { name: 'Bo Først', email: 'bo@example.dk' })
  const context = await desk()
  const first = await openForm(context, `collections/people/${id}`)
  await first.locator('#field-name').fill('Bo Min')
  await first.locator('#field-email').fill('min@example.dk')
  await untilKept(first, 'min@example.dk')
  await first.close()
  await editor.call('PATCH', `/people/${id}`, { name: 'Bo Kollega' })

  const page = await openForm(context, `collections/people/${id}`)
  const name = offers(page).getByRole('listitem').filter({ hasText: 'Navn' })
  await name.getByText('Der er gemt noget andet her, efter at du skrev.').waitFor()
  expect(await name.getByLabel('Står her nu').inputValue()).toBe('Bo Kollega')
  expect(await name.getByRole('checkbox').isChecked()).toBe(false)
  await offers(page).getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => page.locator('#field-email').inputValue()).toBe('min@example.dk')
  expect(await page.locator('#field-name').inputValue()).toBe('Bo Kollega')
  expect(await save(page, PUBLISH)).toBe(200)
  expect(await read<Person>(`/people/${id}`)).toMatchObject({ name: 'Bo Kollega', email: 'min@example.dk' })

  // What was not chosen is still there.
  await page.reload({ waitUntil: 'networkidle' })
  expect(await offers(page).getByRole('checkbox').count()).toBe(1)
  await offers(page).getByRole('checkbox').check()
  await offers(page).getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => page.locator('#field-name').inputValue()).toBe('Bo Min')
})

test('rich text and blocks come back', async () => {
  const id = await make('pages', {
    title: 'Side med tekst',
    slug: 'side-med-tekst',
    blocks: [
      { blockType: 'richText', heading: 'Et', body: paragraph('Teksten, som den stod.') },
      { blockType: 'richText', heading: 'To', body: paragraph('En anden tekst.') },
    ],
  })
  const context = await desk()
  const first = await openForm(context, `collections/pages/${id}`)
  const text = (page: typeof first) => page.locator('[contenteditable=true]').first()
  await text(first).click()
  await first.keyboard.press('End')
  await first.keyboard.type(' Og mere.')
  await first.locator('#field-blocks__1__heading').fill('To, rettet')
  await untilKept(first, 'To, rettet')
  await untilKept(first, 'Og mere.')
  await first.close()

  const page = await openForm(context, `collections/pages/${id}`)
  await offers(page).waitFor()
  expect(await offers(page).getByRole('checkbox').count()).toBe(2)
  expect(await offers(page).getByLabel('Du skrev').first().inputValue()).toBe(
    'Teksten, som den stod. Og mere.',
  )
  expect(await offers(page).innerText()).not.toMatch(/[{}]|root/)
  await offers(page).getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => text(page).innerText()).toBe('Teksten, som den stod. Og mere.')
  expect(await save(page, PUBLISH)).toBe(200)
  await expect.poll(() => shown('side-med-tekst')).toContain('Teksten, som den stod. Og mere.')
  expect(await shown('side-med-tekst')).toContain('To, rettet')
})

test('a new document comes back, and is gone when it is saved', async () => {
  const context = await desk()
  const first = await openForm(context, 'collections/people/create')
  await first.locator('#field-name').fill('Cecilie Ny')
  await untilKept(first, 'Cecilie Ny')
  await first.close()
  const page = await openForm(context, 'collections/people/create')
  await offers(page).getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => page.locator('#field-name').inputValue()).toBe('Cecilie Ny')
  await untilKept(page, 'Cecilie Ny')
  expect(await save(page, PUBLISH)).toBe(201)
  await page.waitForURL(/people\/\d+/)
  await expect.poll(() => keptIn(page)).toBe(0)
  const { docs } = await read<{ docs: { id: number }[] }>('/people?where[name][equals]=Cecilie Ny')
  expect(docs.length).toBe(1)
  await editor.call('DELETE', `/people/${docs[0]?.id}`)
})

test('what is discarded can be had back at once, and is gone after that', async () => {
  const context = await desk()
  const page = await openForm(context, 'globals/header')
  await page.locator('#field-sitesButton').fill('Knap, der ikke gemmes')
  await untilKept(page, 'Knap, der ikke gemmes')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload({ waitUntil: 'networkidle' })
  await offers(page).getByRole('button', { name: 'Kassér' }).click()
  await page.getByRole('button', { name: 'Fortryd' }).click()
  await offers(page).getByRole('button', { name: 'Kassér' }).click()
  await offers(page).waitFor({ state: 'detached' })
  expect(await keptIn(page)).toBe(0)
})

test('a save that fails keeps the text', async () => {
  const id = await make('people', { name: 'Dorte', phone: '25 20 16 77' })
  const context = await desk()
  const page = await openForm(context, `collections/people/${id}`)
  await page.locator('#field-phone').fill('ikke et nummer')
  expect(await save(page, PUBLISH)).toBe(400)
  await untilKept(page, 'ikke et nummer')
  await page.close()
  const again = await openForm(context, `collections/people/${id}`)
  expect(await offers(again).getByLabel('Du skrev').inputValue()).toBe('ikke et nummer')
})

test('no password is kept', async () => {
  const context = await desk()
  const page = await openForm(context, 'account')
  await page
    .getByRole('button', { name: /adgangskode/i })
    .first()
    .click()
  await page.locator('#field-password').fill('en-hemmelig-sætning-til-test')
  await page.locator('#field-name').fill('Andet navn')
  await untilKept(page, 'Andet navn')
  const all = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  expect(all).not.toContain('hemmelig')
})

test.each([
  ['hours-exceptions', 'from', '31.4.2027'],
  ['calendar-days', 'date', "24.12.'26"],
])('a date that is none is offered as it was typed: %s', async (collection, field, date) => {
  const context = await desk()
  const first = await openForm(context, `collections/${collection}/create`)
  await first.locator(`#field-${field}`).fill(date)
  await first.keyboard.press('Tab')
  await untilKept(first, date)
  await first.close()

  const page = await openForm(context, `collections/${collection}/create`)
  await offers(page).getByLabel('Du skrev').first().waitFor()
  expect(await offers(page).getByLabel('Du skrev').first().inputValue()).toBe(date)
  await offers(page).getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => page.locator(`#field-${field}`).inputValue()).toBe(date)
})

test('an offer that cannot be shown leaves the form, and shows what is kept', async () => {
  const context = await desk()
  const first = await openForm(context, 'collections/people/create')
  await first.locator('#field-name').fill('Skal begraves')
  await untilKept(first, 'Skal begraves')
  await first.close()
  const page = await openForm(context, 'account')
  const deep = await page.evaluate(() => {
    const [key = ''] = Object.keys(localStorage).filter((name) => name.startsWith('kept-text:'))
    const kept = localStorage.getItem(key) ?? ''
    const deep = kept.replace('"Skal begraves"', `${'['.repeat(20_000)}"Begravet"${']'.repeat(20_000)}`)
    localStorage.setItem(key, deep)
    return deep
  })
  await page.goto('/admin/collections/people/create')
  expect(await offers(page).getByLabel('Du skrev').inputValue()).toBe(deep)
  expect(await offers(page).innerText()).toContain('Den kan ikke vises, som den plejer.')
  await page.locator('#field-name').fill('Kan stadig rettes')
  await offers(page).getByRole('button', { name: 'Kassér' }).click()
  await offers(page).waitFor({ state: 'detached' })
})

test('the browser’s back button leads back, asks first when something is not saved, and loses nothing', async () => {
  const id = await make('people', { name: 'Bagud Før' })
  const page = await openForm(await desk(), 'collections/people')
  const list = page.getByRole('heading', { name: 'Personer', level: 1 })
  const enterForm = async () => {
    await page.getByRole('link', { name: 'Bagud Før' }).click()
    await page.locator('#field-name').waitFor()
    await page.waitForLoadState('networkidle')
  }
  await enterForm()
  await page.goBack()
  await list.waitFor()

  await page.goto('/admin/collections/people', { waitUntil: 'networkidle' })
  await enterForm()
  await page.locator('#field-name').fill('Bagud Efter')
  await untilKept(page, 'Bagud Efter')
  const asked = page.waitForEvent('dialog')
  const left = page.goBack()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await left
  await list.waitFor()
  await page.waitForLoadState('networkidle')
  await enterForm()
  await offers(page).getByRole('button', { name: 'Hent frem' }).click()
  await expect.poll(() => page.locator('#field-name').inputValue()).toBe('Bagud Efter')
  expect(await save(page, PUBLISH)).toBe(200)
  expect(await read<Person>(`/people/${id}`)).toMatchObject({ name: 'Bagud Efter' })
})
