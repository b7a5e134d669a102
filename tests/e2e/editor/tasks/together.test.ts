import { expect, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { find, publish, soon, useDesk } from './desk.ts'

const desk = useDesk()

/** Where visitors read the story, and where a director is named. */
const STORY = '/om-kommunen/udvikling-og-projekter/vi-udvikler-os-sammen'
const PAGES = ['/om-kommunen/organisation/borgmesterens-forvaltning']

/** Who has the story open, as far as the CMS knows. */
async function storyLocks(): Promise<object[]> {
  type Locks = { docs: { document: { relationTo: string } }[] }
  const { docs } = await desk.site.admin.call<Locks>('GET', '/payload-locked-documents?depth=0')
  return docs.filter(({ document }) => document.relationTo === 'grundfortaelling')
}

/** An editor besides the administrator. */
async function colleague(name: string) {
  const account = { email: `${name.toLowerCase()}@example.dk`, password: 'fire-grønne-heste-løber-17' }
  await desk.site.admin.call('POST', '/users', { ...account, name, role: 'editor' })
  return account
}

test('what changed since last week and by whom is found, and the text of before is fetched back', async () => {
  const STORY = '/kontakt'
  const account = await colleague('Karla')
  const { call } = await logIn(desk.site.url, account)
  const { docs } = await call<{ docs: { id: number; summary: string }[] }>(
    'GET',
    '/pages?where[slug][equals]=kontakt&depth=0',
  )
  const [contact] = docs
  await call('PATCH', `/pages/${contact?.id}`, { summary: 'Noget helt andet', _status: 'published' })
  await expect.poll(() => desk.read(STORY), soon).toContain('Noget helt andet')

  const page = await desk.logIn()
  await page.getByRole('link', { name: 'Seneste ændringer' }).first().click()
  await page.getByRole('combobox', { name: 'Person', exact: true }).selectOption('Karla')
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  const line = page.locator('tbody tr').filter({ hasText: 'offentliggjorde' })
  await line.getByRole('link').first().click()
  await page.getByRole('link', { name: /^Versioner/ }).click()
  await page.waitForURL('**/versions')
  const versions = page.locator('tbody tr')
  await versions.first().getByRole('link').first().click()
  await page.getByText('Noget helt andet').first().waitFor()
  await page
    .getByText(contact?.summary ?? '')
    .first()
    .waitFor()
  await page.goBack()
  await versions.nth(1).getByRole('link').first().click()
  await page.waitForURL(/\/versions\/\d+/)
  await page.getByRole('button', { name: 'Hent versionen frem' }).click()
  await page.getByRole('button', { name: 'Bekræft' }).click()
  await expect.poll(() => desk.read(STORY), soon).toContain(contact?.summary)
  expect(await desk.read(STORY)).not.toContain('Noget helt andet')
}, 60_000)

test('a person is replaced on all pages', async () => {
  const page = await desk.logIn()
  await page.goto('/admin/collections/people/create')
  await page.locator('#field-name').fill('Signe Holm Nyboe')
  await publish(page)
  await find(page, 'peter munk', 'Person')
  const uses = page.getByRole('region', { name: 'Bruges på' })
  await uses.getByRole('button', { name: 'Erstat overalt …' }).click()
  await page.getByText('Vælg, hvem der skal stå i stedet for »Peter Munk«.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Signe Holm Nyboe' }).click()
  const asked = page.getByRole('dialog', { name: 'Erstat overalt?' })
  await asked.getByText('»Peter Munk« går ud, og »Signe Holm Nyboe« kommer til at stå i stedet').waitFor()
  await asked.getByRole('button', { name: 'Ja' }).click()
  for (const address of PAGES) {
    await expect.poll(() => desk.read(address), soon).toContain('Signe Holm Nyboe')
    expect(await desk.read(address)).not.toContain('Peter Munk')
  }
})

test('two editors write in one story, and the page has the words of both', async () => {
  const page = await desk.logIn()
  const other = await desk.logIn(await colleague('Viggo'))
  for (const one of [page, other]) await one.goto('/admin/collections/grundfortaelling')
  await page.locator('tbody tr').first().getByRole('link').first().click()
  await page.locator('#field-title').fill('Overskrift fra den ene')
  await page.waitForResponse((one) => one.url().includes('/admin/') && one.request().method() === 'POST')

  await other.locator('tbody tr').first().getByRole('link').first().click()
  await other.getByText('er i gang med at rette her').waitFor()
  // The form is made anew after that.
  await other.locator('#field-promise').evaluate((field) => field.setAttribute('data-former', ''))
  await other.getByRole('button', { name: 'Overtag' }).click()
  await other.locator('#field-promise:not([data-former])').waitFor()
  await other.locator('#field-promise').fill('Løfte fra den anden')
  await publish(other)
  await expect.poll(() => desk.read(STORY), soon).toContain('Løfte fra den anden')

  await other.getByRole('link', { name: 'Pressekontakter' }).first().click()
  await expect.poll(storyLocks, { timeout: 20_000 }).toEqual([])

  // Whoever was first is told, has the former promise in the form, and takes nothing back.
  await page.getByText(/^Viggo har gemt her kl\. .* når du gemmer, kommer begges rettelser med/).waitFor()
  await page.locator('#field-title').fill('Overskrift fra den ene, nu færdig')
  await publish(page)
  await expect.poll(() => desk.read(STORY), soon).toContain('Overskrift fra den ene, nu færdig')
  expect(await desk.read(STORY)).toContain('Løfte fra den anden')
}, 60_000)
