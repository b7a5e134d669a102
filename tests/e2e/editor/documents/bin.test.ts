import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { logIn, PUBLISH } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'

// What is deleted rests in the bin; what is used gives its place to another; both read on the public page.

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

let editor: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
})

async function open(path: string, width = 1280) {
  const { page, context, expectNoErrors } = await visit('about:blank', { viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(`/admin/${path}`, { waitUntil: 'networkidle' })
  return { page, expectNoErrors }
}

async function make(path: string, data: object) {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', path, data)
  onTestFinished(
    async () => void (await fetch(`${siteUrl}/api${path}/${doc.id}`, { method: 'DELETE', headers })),
  )
  const headers = { authorization: `JWT ${editor.token}` }
  return doc.id
}
const statusOf = async (path: string) => (await fetch(siteUrl + path)).status

/** Whether one box and the other stand on a page. */
async function boxesShown() {
  const html = await (await fetch(`${siteUrl}/vaelger`)).text()
  return ['Hvalboksen', 'Marsvinsboksen'].map((name) => html.includes(name))
}

const shows = async () => (await fetch(`${siteUrl}/med-en-boks`)).text()

test('a page that is deleted is gone, rests in the bin, and comes back by one click', async () => {
  const id = await make('/pages', { title: 'Hviler', slug: 'hviler', summary: 'Kort', _status: 'published' })
  await expect.poll(() => statusOf('/hviler')).toBe(200)
  const { page } = await open(`collections/pages/${id}`)
  await page.locator('.doc-controls__popup .popup-button').first().click()
  await page.getByRole('button', { name: 'Slet', exact: true }).click()
  await page.getByRole('button', { name: 'Bekræft', exact: true }).click()
  await page.waitForURL(/collections\/pages(\?.*)?$/)
  await expect.poll(() => statusOf('/hviler')).toBe(404)

  for (const width of [360, 768, 1280]) {
    const { page: bin } = await open('papirkurv', width)
    await bin.getByText('Hviler', { exact: true }).waitFor()
    const { violations } = await new AxeBuilder({ page: bin }).include('main, .gutter').analyze()
    expect(violations.map(({ id: rule }) => rule)).toEqual([])
    expect(await bin.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  const { page: bin } = await open('papirkurv')
  const entry = bin.getByRole('listitem').filter({ hasText: 'Hviler' })
  expect(await entry.innerText()).toMatch(/Side, var offentliggjort\s+Slettet .* af .+\. 30 dage tilbage\./)
  await entry.getByRole('button', { name: /^Gendan/ }).click()
  await bin.getByText('Side »Hviler« er gendannet.').first().waitFor()
  await expect.poll(() => statusOf('/hviler')).toBe(200)
  await bin.getByRole('link', { name: 'Åbn det' }).click()
  await bin.waitForURL(`**/admin/collections/pages/${id}`)
})

test('a block shows all boxes or those that are chosen, and says which', async () => {
  await make('/contact-boxes', { name: 'Hvalboksen', slug: 'hvalboksen', _status: 'published' })
  await make('/contact-boxes', { name: 'Marsvinsboksen', slug: 'marsvinsboksen', _status: 'published' })
  const blocks = [{ blockType: 'contactBoxes' }]
  const id = await make('/pages', { title: 'Vælger', slug: 'vaelger', blocks, _status: 'published' })
  await expect.poll(boxesShown).toEqual([true, true])
  const { page, expectNoErrors } = await open(`collections/pages/${id}`)
  expect(await page.getByLabel('Alle kontaktbokse, også dem der kommer til').isChecked()).toBe(true)
  await page.getByText('Kun dem, jeg vælger').click()
  await page.locator('#field-blocks .field-type.relationship input').first().fill('Hvalboksen')
  await page.locator('.rs__option', { hasText: 'Hvalboksen' }).click()
  await page.getByRole('button', { name: PUBLISH }).click()
  await expect.poll(boxesShown).toEqual([true, false])
  await page.getByText('Alle kontaktbokse, også dem der kommer til').click()
  await page.getByRole('button', { name: PUBLISH }).click()
  await expect.poll(boxesShown).toEqual([true, true])
  expectNoErrors()
})

test('another box is put in the place of one everywhere, and saving one says how many pages show it', async () => {
  const one = await make('/contact-boxes', { name: 'Gammel boks', slug: 'gammel-boks', _status: 'published' })
  await make('/contact-boxes', { name: 'Ny boks', slug: 'ny-boks', _status: 'published' })
  await make('/pages', {
    title: 'Med en boks',
    slug: 'med-en-boks',
    blocks: [{ blockType: 'contactBoxes', boxes: [one] }],
    _status: 'published',
  })
  await expect.poll(shows).toContain('Gammel boks')
  const { page, expectNoErrors } = await open(`collections/contact-boxes/${one}`)
  await page.locator('#field-name').fill('Gammel boks, rettet')
  await page.getByRole('button', { name: PUBLISH }).click()
  await page.getByText(/^Offentliggjort\. Vises på (én side|\d+ sider)\.$/).waitFor()

  await page.getByRole('button', { name: 'Erstat overalt …' }).click()
  const chooser = page.locator('.list-drawer')
  await chooser.getByText('Vælg, hvad der skal stå i stedet for »Gammel boks, rettet«.').waitFor()
  expect(await chooser.getByRole('button', { name: /^(Opret|Eksportér|Importér)/ }).count()).toBe(0)
  await chooser.getByText('Ny boks', { exact: true }).click()
  await page.getByText('»Ny boks« kommer til at stå i stedet ét sted: Side »Med en boks«.').waitFor()
  await page.getByRole('button', { name: 'Ja', exact: true }).click()
  // Nobody chose it any more; pages that show all boxes still do.
  await page.getByText(/^Vises på .+ Det kan slettes, og så vises det ikke længere der\.$/).waitFor()
  await expect.poll(shows).toContain('Ny boks')
  expect(await shows()).not.toContain('Gammel boks')
  expectNoErrors()
})

test('the address of what is gone leads to the list, which says who deleted it and where it is', async () => {
  const id = await make('/pages', { title: 'Er væk', slug: 'er-vaek', _status: 'published' })
  await editor.call('DELETE', `/pages/${id}`)
  const { page } = await open(`collections/pages/${id}`)
  const said = page.getByRole('status').filter({ hasText: 'adressen fører til' })
  expect(await said.innerText()).toMatch(
    /^Det dokument, adressen fører til, er her ikke\. Det er slettet af .+ og ligger i papirkurven\. Åbn papirkurven$/,
  )
  const { violations } = await new AxeBuilder({ page }).include('output').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await said.getByRole('link').click()
  await page.getByRole('heading', { name: 'Papirkurv', level: 1 }).waitFor()
  await page.goto('/admin/collections/pages/99999999', { waitUntil: 'networkidle' })
  expect(await said.innerText()).toMatch(/Det findes ikke længere\.$/)
})
