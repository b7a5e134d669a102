import { once } from 'node:events'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'
import { paragraph } from '../../tools/rich-text.ts'
import { deskOf, openForm, save, untilKept } from './kept-desk.ts'

// What is typed while a form is being saved is in it after that.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

/** A window of the editor's. */
const desk = () => deskOf(visit, editor.token)

async function make(data: object): Promise<number> {
  const published = { ...data, _status: 'published' }
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', published)
  onTestFinished(() => editor.call('DELETE', `/pages/${doc.id}`).then(() => {}))
  return doc.id
}

test('what is typed while a save is under way stands where the cursor was, and is kept', async () => {
  const blocks = [{ blockType: 'richText', heading: 'Et', body: paragraph('Før, efter') }]
  const id = await make({ title: 'Skrives videre', slug: 'skrives-videre', blocks })
  const page = await openForm(await desk(), `collections/pages/${id}`)
  const text = page.locator('[contenteditable=true]').first()
  const title = page.locator('#field-title')
  let go = new AbortController()
  await page.route(`**/api/pages/${id}*`, async (route) => {
    if (route.request().method() === 'PATCH' && !go.signal.aborted) await once(go.signal, 'abort')
    await route.continue()
  })
  /** Saves by keys, types on before the server has answered, and some more after that. */
  const typeOn = async (during: string, later: string) => {
    go = new AbortController()
    const sent = page.waitForRequest((request) => request.method() === 'PATCH')
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await page.keyboard.press('Control+s')
    await sent
    await page.keyboard.type(during)
    go.abort()
    expect((await saved).status()).toBe(200)
    await page.getByText('Kladden er gemt.').first().waitFor()
    await untilKept(page, during)
    await page.keyboard.type(later)
  }

  await text.click()
  await page.keyboard.press('Home')
  for (let nth = 0; nth < 'Før'.length; nth++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' et')
  await expect
    .poll(() => page.getByRole('button', { name: 'Gem kladde', exact: true }).isEnabled())
    .toBe(true)
  await typeOn(' to', ' tre')
  await expect.poll(() => text.innerText()).toBe('Før et to tre, efter')

  await title.press('End')
  await page.keyboard.type(' et')
  await typeOn(' to', ' tre')
  await expect.poll(() => title.inputValue()).toBe('Skrives videre et to tre')

  await page.unroute(`**/api/pages/${id}*`)
  expect(await save(page, PUBLISH)).toBe(200)
  const shown = await (await fetch(`${siteUrl}/skrives-videre`)).text()
  expect(shown).toContain('Før et to tre, efter')
  expect(shown).toContain('Skrives videre et to tre')
})

test('what is pasted, and composed by an input method, while a save is under way stands there after it', async () => {
  const blocks = [{ blockType: 'richText', heading: 'Et', body: paragraph('Før') }]
  const id = await make({ title: 'Sættes ind', slug: 'saettes-ind', blocks })
  const page = await openForm(await desk(), `collections/pages/${id}`)
  const text = page.locator('[contenteditable=true]').first()
  const go = new AbortController()
  await page.route(`**/api/pages/${id}*`, async (route) => {
    if (route.request().method() === 'PATCH' && !go.signal.aborted) await once(go.signal, 'abort')
    await route.continue()
  })
  await text.click()
  await page.keyboard.press('End')
  await page.keyboard.type('!')
  const sent = page.waitForRequest((request) => request.method() === 'PATCH')
  await page.keyboard.press('Control+s')
  await sent
  const composer = await page.context().newCDPSession(page)
  await composer.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 })
  await composer.send('Input.insertText', { text: 'é' })
  await page.keyboard.type(' y ')
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<b>fed</b> og')
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  })
  await page.keyboard.type(' z')
  go.abort()
  await expect.poll(() => text.innerText()).toMatch(/^Før!.*y fed og z$/)
  expect(await text.innerText()).toContain('é')
  expect(await text.locator('strong').innerText()).toBe('fed')
})

test('what is typed while a new document is saved for the first time stands in it at its address', async () => {
  const page = await openForm(await desk(), 'collections/people/create')
  const name = page.locator('#field-name')
  const go = new AbortController()
  await page.route('**/api/people*', async (route) => {
    if (route.request().method() === 'POST' && !go.signal.aborted) await once(go.signal, 'abort')
    await route.continue()
  })
  await name.click()
  await page.keyboard.type('Dina Ny')
  await untilKept(page, 'Dina Ny')
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().includes('/api/people'),
  )
  await page.keyboard.press('Control+s')
  await sent
  await page.keyboard.type(' Berg')
  go.abort()
  await page.waitForURL(/people\/\d+/)
  const id = /people\/(\d+)/.exec(page.url())?.[1]
  onTestFinished(() => editor.call('DELETE', `/people/${id}`).then(() => {}))
  await expect.poll(() => name.inputValue()).toBe('Dina Ny Berg')
  await untilKept(page, 'Berg')
})
