import { expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'

// What stands around a document in the admin.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

async function adminAs(token: string, path: string) {
  const { page, context, expectNoErrors } = await visit('about:blank')
  await context.addCookies([{ name: 'payload-token', value: token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(`/admin/${path}`, { waitUntil: 'networkidle' })
  return { page, expectNoErrors }
}

type Made = { doc: { id: number } }

test('whoever publishes a page is led to it, and nobody to a page that is not public', async () => {
  const { call, token } = await logIn(siteUrl)
  const data = { title: 'Ses af alle', slug: 'ses-af-alle', summary: 'Kort', _status: 'draft' }
  const { doc } = await call<Made>('POST', '/pages?draft=true', data)
  onTestFinished(async () => void (await call('DELETE', `/pages/${doc.id}`)))
  const { page, expectNoErrors } = await adminAs(token, `collections/pages/${doc.id}`)
  const link = page.getByRole('link', { name: 'Se siden' })
  await page.getByRole('button', { name: PUBLISH }).waitFor()
  expect(await link.count()).toBe(0)
  await page.getByRole('button', { name: PUBLISH }).click()
  await link.waitFor()
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
  await expect.poll(() => opened.url()).toBe(`${siteUrl}/ses-af-alle`)
  await expect.poll(() => opened.locator('h1').innerText()).toBe('Ses af alle')
  expectNoErrors()
})

test('on a phone all buttons of a form are in sight', async () => {
  const { call, token } = await logIn(siteUrl)
  const { docs } = await call<{ docs: { id: number }[] }>('GET', '/pages?limit=1&depth=0')
  const { page } = await adminAs(token, `collections/pages/${docs[0]?.id}`)
  await page.setViewportSize({ width: 360, height: 800 })
  for (const name of ['Forhåndsvis', 'Gem kladde', PUBLISH]) {
    const place = await page.getByRole('button', { name, exact: true }).boundingBox()
    expect([name, (place?.x ?? 999) + (place?.width ?? 0) <= 360]).toEqual([name, true])
  }
})

test('the tab for programmers is for administrators', async () => {
  const administrator = await logIn(siteUrl)
  const account = {
    email: 'uden-faneblad@example.dk',
    password: 'lang-kode-til-faneblade',
    name: 'Uden',
    role: 'editor',
  }
  const { doc } = await administrator.call<Made>('POST', '/users', account)
  onTestFinished(async () => void (await administrator.call('DELETE', `/users/${doc.id}`)))
  const editor = await logIn(siteUrl, account)
  const { docs } = await editor.call<{ docs: { id: number }[] }>('GET', '/pages?limit=1')
  for (const place of [`collections/pages/${docs[0]?.id}`, 'globals/header']) {
    for (const [token, count] of [
      [administrator.token, 1],
      [editor.token, 0],
    ] as const) {
      const { page } = await adminAs(token, place)
      await page.getByRole('link', { name: /^Versioner/ }).waitFor()
      expect(await page.getByRole('link', { name: 'API', exact: true }).count()).toBe(count)
    }
  }
})

test('what is made in a drawer is chosen in the form, and follows when it is renamed there', async () => {
  const { call, token } = await logIn(siteUrl)
  const { page, expectNoErrors } = await adminAs(token, 'collections/departments/create')
  const drawer = page.getByRole('dialog')
  const chosen = page.locator('.field-type.relationship')
  await page.locator('#field-name').fill('Underafdelingen')
  await page.locator('.relationship-add-new__add-button').last().click()
  await drawer.locator('#field-name').fill('Overafdelingen')
  await drawer.getByRole('button', { name: PUBLISH }).click()
  await chosen.getByText('Overafdelingen', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })

  await page.locator('.relationship--single-value__drawer-toggler').click()
  await drawer.locator('#field-name').fill('Overafdelingen i nord')
  await drawer.getByRole('button', { name: PUBLISH }).click()
  await chosen.getByText('Overafdelingen i nord', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: PUBLISH }).click()
  await page.waitForURL(/departments\/\d+$/)
  const id = page.url().split('/').at(-1)
  type Made = { name: string; parent: { id: number; name: string } }
  const made = await call<Made>('GET', `/departments/${id}?depth=1`)
  onTestFinished(async () => {
    for (const one of [id, made.parent.id]) await call('DELETE', `/departments/${one}`)
  })
  expect(made).toMatchObject({ name: 'Underafdelingen', parent: { name: 'Overafdelingen i nord' } })
  expectNoErrors()
})
