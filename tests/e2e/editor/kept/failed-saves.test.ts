import type { Route } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'
import { deskOf, openForm, save } from './kept-desk.ts'

// After a save that failed the form can be mended and saved again.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

const desk = () => deskOf(visit, editor.token)

async function person(name: string): Promise<number> {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/people', {
    name,
    _status: 'published',
  })
  onTestFinished(() => editor.call('DELETE', `/people/${doc.id}`).then(() => {}))
  return doc.id
}

const oddPage = async () => (await fetch(`${siteUrl}/odde-tegn`)).text()

const nameOf = async (id: number) => (await editor.call<{ name: string }>('GET', `/people/${id}`)).name

/** Where a new account is made, and the server asked about what is typed there. */
const CREATE = '**/admin/collections/users/create'

/** What says that something was saved. */
const RECEIPT = /^(Gemt|Kladden|Offentliggjort)/

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
  expect(await save(page, PUBLISH)).toBe(503)
  await page.locator('.toast-error', { hasText: message }).waitFor()
  await page.unrouteAll({ behavior: 'wait' })
  expect(await save(page, PUBLISH)).toBe(200)
  expect(await nameOf(id)).toBe('Prøvet igen')
})

test('a field that was put right right before the next save is not called wrong', async () => {
  const page = await openForm(await desk(), 'collections/press-contacts/create')
  const wrong = page.locator('.field-error:visible, .tooltip--show:visible')
  await page.locator('#field-name').fill('Rettet')
  await page.locator('#field-title').fill('x'.repeat(201))
  expect(await save(page, PUBLISH)).toBe(400)
  await expect.poll(() => wrong.allInnerTexts()).toEqual(['Skriv højst 200 tegn.', 'Skriv et telefonnummer.'])
  await page.locator('#field-title').fill('Journalist')
  expect(await save(page, PUBLISH)).toBe(400)
  // The address is made of the name, and so not lacking.
  await expect.poll(() => wrong.allInnerTexts()).toEqual(['Skriv et telefonnummer.'])
})

test('what only the save found stays at its field, also when the server still answers what was typed before', async () => {
  const page = await openForm(await desk(), 'collections/users/create')
  const wrong = page.locator('.field-error:visible, .tooltip--show:visible')
  const held: Route[] = []
  let isHolding = true
  await page.route(CREATE, (route) => (isHolding ? void held.push(route) : route.continue()))
  const asked = page.waitForRequest(CREATE)
  await page.locator('#field-name').fill('Uden Lås')
  await page.locator('#field-email').fill('uden-laas@example.dk')
  const choose = async (password: string) => {
    for (const name of ['password', 'confirm-password']) await page.locator(`#field-${name}`).fill(password)
  }
  await choose('aalborg')
  await asked
  const answer = page.waitForResponse((response) => response.url().includes('/api/users?'))
  await page.locator('#action-save').click()
  expect((await answer).status()).toBe(400)
  const reason = 'Brug mindst 12 tegn, for eksempel fire tilfældige ord.'
  await expect.poll(() => wrong.allInnerTexts()).toEqual([reason])
  isHolding = false
  for (const route of held) await route.fulfill({ response: await route.fetch() })
  // The form takes the answer in before it can be saved again.
  await page.locator('#action-save:enabled').waitFor()
  expect(await wrong.allInnerTexts()).toEqual([reason])
  await choose('fire-uventede-lamper')
  await expect.poll(() => wrong.allInnerTexts()).toEqual([])
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
  expect(await save(page, PUBLISH)).toBe(200)
  expect(await nameOf(id)).toBe('Med net igen')
})

test('only a save that was made is told as one, and how many pages show it once', async () => {
  const id = await person('Uden gyldigt nummer')
  const page = await openForm(await desk(), `collections/people/${id}`)
  // Toasts go by themselves.
  await page.evaluate(() => {
    const told: string[] = []
    // One that says »Sendes« says later how it went.
    const last = new Map<Element, string>()
    Object.assign(window, { told })
    new MutationObserver(() => {
      for (const toast of document.querySelectorAll('[data-sonner-toast]')) {
        if (last.get(toast) !== toast.textContent) told.push(toast.textContent)
        last.set(toast, toast.textContent)
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told)
  const locks = page.waitForResponse((response) => response.url().includes('/admin/collections/people'))
  await page.locator('#field-phone').fill('12345678')
  await locks
  expect(await save(page, PUBLISH)).toBe(400)
  await expect.poll(told).toContainEqual(expect.stringMatching('Telefon'))
  expect((await told()).filter((text) => RECEIPT.test(text))).toEqual([])
  await page.locator('#field-phone').fill('99 82 10 00')
  expect(await save(page, PUBLISH)).toBe(200)
  await expect.poll(told).toContain('Offentliggjort. Vises ikke på nogen side.')
  await page.waitForLoadState('networkidle')
  expect((await told()).filter((text) => RECEIPT.test(text))).toHaveLength(1)
})

test('what no database can store is taken out of what is typed and pasted, and the rest stays', async () => {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Odde tegn',
    slug: 'odde-tegn',
    inMenu: false,
    blocks: [{ blockType: 'richText', body: paragraph('Før') }],
    _status: 'published',
  })
  onTestFinished(() => editor.call('DELETE', `/pages/${doc.id}`).then(() => {}))
  const page = await openForm(await desk(), `collections/pages/${doc.id}`)
  await page.locator('#field-title').fill('Ny\0 titel')
  await page.locator('#field-summary').focus()
  // Made in the page: on the way there half a character becomes a whole one.
  await page.evaluate(() =>
    document.execCommand('insertText', false, `Kort ${String.fromCharCode(0xd83d)}fortalt`),
  )
  const body = page.locator('.ContentEditable__root').first()
  await body.focus()
  await body.evaluate((place) => {
    const data = new DataTransfer()
    data.setData('text/plain', `Indsat${String.fromCharCode(0)} tekst${String.fromCharCode(0xde00)}`)
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await body.getByText('Indsat tekst').waitFor()
  expect(await save(page, PUBLISH)).toBe(200)
  for (const words of ['Ny titel', 'Kort fortalt', 'Indsat tekst'])
    await expect.poll(oddPage).toContain(words)
})
