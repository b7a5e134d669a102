import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { enter, openForm, save } from './kept-desk.ts'

// After a save that failed the form can be mended and saved again.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

async function desk() {
  const { context, page } = await visit('/admin/login')
  await enter(context, editor.token)
  await page.close()
  return context
}

async function person(name: string): Promise<number> {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/people', {
    name,
    _status: 'published',
  })
  onTestFinished(() => editor.call('DELETE', `/people/${doc.id}`).then(() => {}))
  return doc.id
}

const nameOf = async (id: number) => (await editor.call<{ name: string }>('GET', `/people/${id}`)).name

test('what could not be saved can be saved again without typing, once the database answers', async () => {
  const id = await person('Prøv igen')
  const page = await openForm(await desk(), `collections/people/${id}`)
  const message = 'Databasen svarer ikke lige nu.'
  await page.route(`**/api/people/${id}*`, (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 503, json: { errors: [{ message }] } })
      : route.continue(),
  )
  await page.locator('#field-name').fill('Prøvet igen')
  expect(await save(page, 'Offentliggør ændringer')).toBe(503)
  await page.locator('.toast-error', { hasText: message }).waitFor()
  await page.unrouteAll({ behavior: 'wait' })
  expect(await save(page, 'Offentliggør ændringer')).toBe(200)
  expect(await nameOf(id)).toBe('Prøvet igen')
})

test('a field that was put right right before the next save is not called wrong', async () => {
  const page = await openForm(await desk(), 'collections/press-contacts/create')
  const wrong = page.locator('.field-error:visible, .tooltip--show:visible')
  await page.locator('#field-name').fill('Rettet')
  await page.locator('#field-title').fill('x'.repeat(201))
  expect(await save(page, 'Offentliggør ændringer')).toBe(400)
  await expect.poll(() => wrong.allInnerTexts()).toEqual(['Skriv højst 200 tegn.', 'Tilføj mindst 1.'])
  await page.locator('#field-title').fill('Journalist')
  expect(await save(page, 'Offentliggør ændringer')).toBe(400)
  // The address is made of the name, and so not lacking.
  await expect.poll(() => wrong.allInnerTexts()).toEqual(['Tilføj mindst 1.'])
})

test('a save without a connection says so in Danish, and the next one saves', async () => {
  const id = await person('Uden net')
  const context = await desk()
  const page = await openForm(context, `collections/people/${id}`)
  await page.locator('#field-name').fill('Med net igen')
  await context.setOffline(true)
  await page.locator('#action-save').click()
  await page.locator('.toast-error', { hasText: 'Der kom intet svar fra serveren' }).waitFor()
  expect(await page.locator('.toast-error').allInnerTexts()).toHaveLength(1)
  expect(await page.locator('#field-name').inputValue()).toBe('Med net igen')
  await context.setOffline(false)
  expect(await save(page, 'Offentliggør ændringer')).toBe(200)
  expect(await nameOf(id)).toBe('Med net igen')
})
