import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { deskOf, enter, offers, openForm, save, untilKept, keptIn } from './kept-desk.ts'

// Two editors, each in a browser of their own, with one document.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')
const ANNE = { email: 'anne.laas@example.dk', password: 'en-ganske-uventet-adgangskode', name: 'Anne Lås' }

let chief: Awaited<ReturnType<typeof logIn>>
let anne: Awaited<ReturnType<typeof logIn>>
let account: number
let person: number

beforeAll(async () => {
  chief = await logIn(siteUrl)
  const made = await chief.call<{ doc: { id: number } }>('POST', '/users', { ...ANNE, role: 'editor' })
  account = made.doc.id
  anne = await logIn(siteUrl, ANNE)
  const { doc } = await chief.call<{ doc: { id: number } }>('POST', '/people', {
    name: 'Fælles',
    _status: 'published',
  })
  person = doc.id
})
afterAll(async () => {
  // She has it open last.
  await anne.call('DELETE', `/people/${person}`)
  await chief.call('DELETE', `/users/${account}`)
})

/** Types until the server has noted who does; the lock is taken by the form's first question. */
async function type(page: Page, words: string) {
  const noted = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().includes('/admin/'),
  )
  await page.locator('#field-name').fill(words)
  await noted
  await untilKept(page, words)
}

test('who is at work is told by name and in Danish, and taking over loses nothing', async () => {
  const annes = await openForm(await deskOf(visit, anne.token), `collections/people/${person}`)
  await type(annes, 'Fælles, af Anne')

  // The colleague sees who it is, and since when.
  const chiefs = await openForm(await deskOf(visit, chief.token), `collections/people/${person}`)
  const locked = chiefs.locator('.document-locked__content')
  await locked.waitFor()
  const words = await locked.innerText()
  expect(words).toMatch(/Anne Lås \(sidst i dag kl\. \d+\.\d\d\) er i gang med at rette her\./)
  expect(words).not.toMatch(/Bruger:|\d{4}, \d|AM|PM|@/)
  await chiefs.getByRole('button', { name: 'Overtag' }).click()
  await locked.waitFor({ state: 'detached' })

  // Anne types on, is told, and her words are still hers.
  await annes.locator('#field-name').fill('Fælles, af Anne igen')
  const taken = annes.locator('.document-take-over__content')
  await taken.waitFor()
  expect(await taken.innerText()).toMatch(/Det, du har skrevet og ikke gemt, er i din browser/)
  await untilKept(annes, 'Fælles, af Anne igen')
  await annes.locator('#document-take-over-view-read-only').click()
  // Payload's dialog does not say who.
  await annes.getByText(/\S+ \(sidst i dag kl\. \d+\.\d\d\) retter her nu\./).waitFor()
  await annes.reload({ waitUntil: 'networkidle' })
  const told = annes.locator('.document-locked__content')
  await told.waitFor()
  // An editor may not read the accounts of others, and is told the name all the same.
  expect(await told.innerText()).toMatch(/^[\s\S]*\S+ \(sidst i dag kl\. \d+\.\d\d\) er i gang/)
  expect(await told.innerText()).not.toMatch(/Bruger:|@/)
  // The server fills the form anew after a take-over; on a slow day that is after she has fetched her words.
  const fetched = new AbortController()
  await annes.route(/_rsc=/, async (route) => {
    if (!fetched.signal.aborted) await once(fetched.signal, 'abort')
    await route.continue()
  })
  const refilled = annes.waitForResponse(/_rsc=/)
  await annes.locator('#document-locked-take-over').click()
  await told.waitFor({ state: 'detached' })
  await offers(annes).getByRole('button', { name: 'Hent frem' }).click()
  await annes.getByText('Hentet frem. Det er ikke gemt endnu.').waitFor()
  fetched.abort()
  await refilled
  await annes.getByText('Det, du skrev, står her stadig. Det er ikke gemt endnu.').waitFor()
  expect(await annes.locator('#field-name').inputValue()).toBe('Fælles, af Anne igen')
  expect(await save(annes, PUBLISH)).toBe(200)
  expect(await anne.call('GET', `/people/${person}`)).toMatchObject({ name: 'Fælles, af Anne igen' })
})

test('nobody sees what another typed in the same browser, and logging out removes it', async () => {
  const context = await deskOf(visit, anne.token)
  const annes = await openForm(context, 'collections/people/create')
  await annes.locator('#field-name').fill('Kun Annes')
  await untilKept(annes, 'Kun Annes')
  await annes.close()
  await enter(context, chief.token)
  const chiefs = await openForm(context, 'collections/people/create')
  await chiefs.locator('[data-offers="0"]').waitFor({ state: 'attached' })
  expect(await offers(chiefs).count()).toBe(0)
  await chiefs.close()

  const again = await logIn(siteUrl, ANNE)
  await enter(context, again.token)
  const back = await openForm(context, 'collections/people/create')
  await offers(back).waitFor()
  // The first page after a login tells of it, and whoever logs out is asked.
  await back.goto('/admin', { waitUntil: 'networkidle' })
  await back
    .getByRole('region', { name: /^Skrevet her og ikke gemt/ })
    .getByRole('link', { name: 'Person, som ikke er oprettet endnu' })
    .waitFor()
  const leave = () =>
    back
      .locator('a[href="/admin/logout"]')
      .first()
      .evaluate((link: HTMLElement) => link.click())
  await leave()
  const question = back.getByRole('dialog', { name: 'Du har tekst, der ikke er gemt' })
  await question.getByRole('button', { name: 'Bliv her' }).click()
  expect(await keptIn(back)).toBe(1)
  await leave()
  await question.getByRole('link', { name: 'Log ud, og kassér den' }).click()
  await back.waitForFunction(() => !Object.values(localStorage).join().includes('Kun Annes'))
})
