import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { logIn, PUBLISH } from '../tools/admin.ts'
import { useBrowser } from '../tools/browser.ts'
import { PRESS } from '../tools/page-kinds.ts'
import { administrator } from '../tools/start-site.ts'

const { visit } = useBrowser()
const siteUrl = inject('siteUrl')

type Contact = { id: number; name: string; title: string; phones: { number: string }[]; _order: string }

let call: Awaited<ReturnType<typeof logIn>>['call']
let anders: Contact
let admin: Page

beforeAll(async () => {
  ;({ call } = await logIn(siteUrl))
  anders = await contactNamed('Anders Aaen Larsen')
  ;({ page: admin } = await visit('/admin'))
  await admin.getByLabel('E-mail').fill(administrator.email)
  await admin.getByLabel('Adgangskode').fill(administrator.password)
  await admin.getByRole('button', { name: 'Log ind' }).click()
  await admin.waitForURL('**/admin')
})

afterAll(async () => {
  const { name, title, phones } = anders
  await call('PATCH', `/press-contacts/${anders.id}?draft=false`, {
    name,
    title,
    phones,
    _status: 'published',
  })
})

async function contactNamed(name: string): Promise<Contact> {
  const query = `/press-contacts?depth=0&where[name][equals]=${encodeURIComponent(name)}`
  const { docs } = await call<{ docs: Contact[] }>('GET', query)
  if (!docs[0]) throw new Error(`There is no ${name}`)
  return docs[0]
}

/** The text that a visitor gets from a public address now. */
const text = async (path: string) => (await fetch(siteUrl + path)).text()

/** Opens a document and types into its fields, by their selectors, once the page responds. */
async function edit(path: string, fields: Record<string, string>) {
  await admin.goto(path, { waitUntil: 'networkidle' })
  for (const [field, value] of Object.entries(fields)) await admin.locator(field).fill(value)
  await expect.poll(() => admin.locator('#action-save').isEnabled()).toBe(true)
}

/** Presses a save button and returns the status of the answer. */
async function save(button: string | RegExp): Promise<number> {
  // Ignores requests about the editor's preferences and locks.
  const answered = admin.waitForResponse(
    (answer) => /\/api\/(?!payload-)/.test(answer.url()) && answer.request().method() !== 'GET',
  )
  await admin.getByRole('button', { name: button, exact: true }).click()
  return (await answered).status()
}

const contact = () => `/admin/collections/press-contacts/${anders.id}`

test('the admin is in Danish', async () => {
  const { page } = await visit('/admin/login')
  expect(await page.locator('html').getAttribute('lang')).toBe('da')
  await page.getByRole('button', { name: 'Log ind' }).waitFor()
  await admin.goto('/admin', { waitUntil: 'networkidle' })
  const words = await admin.locator('body').innerText()
  for (const word of ['Pressekontakter', 'Sider', 'Kontaktbokse', 'Åbningstider', 'Kalenderdage', 'Brugere'])
    expect(words).toContain(word)
  expect(words).not.toMatch(/Dashboard|Create new|Collections|Globals|Log out/)
})

test('a published title shows at once on the press page, in the vCard and in the JSON', async () => {
  await edit(contact(), { '#field-title': 'Pressechef & taler' })
  expect(await save(PUBLISH)).toBe(200)
  const soon = { timeout: 1000, interval: 20 }
  await expect.poll(() => text(PRESS), soon).toContain('Pressechef &amp; taler')
  await expect
    .poll(() => text('/visitkort/anders-aaen-larsen.vcf'), soon)
    .toContain('TITLE:Pressechef & taler')
  expect(await text('/api/contacts?q=anders%20aen')).toContain('Pressechef & taler')
})

test('a draft changes nothing that visitors see', async () => {
  await edit(contact(), { '#field-title': 'Hemmelig titel' })
  expect(await save('Gem kladde')).toBe(200)
  const { title } = await call<Contact>('GET', `/press-contacts/${anders.id}?draft=true&depth=0`)
  expect(title).toBe('Hemmelig titel')
  // When a later publication shows, the draft would have shown too.
  const line = await contactNamed('Line Christensen')
  await call('PATCH', `/press-contacts/${line.id}`, { title: 'Vagthavende', _status: 'published' })
  await expect.poll(() => text(PRESS), { timeout: 5000 }).toContain('Vagthavende')
  for (const path of [PRESS, '/visitkort/anders-aaen-larsen.vcf', '/api/contacts', '/soeg?q=anders'])
    expect(await text(path)).not.toContain('Hemmelig')
  await call('PATCH', `/press-contacts/${line.id}`, { title: line.title, _status: 'published' })
  await expect.poll(() => text(PRESS), { timeout: 5000 }).not.toContain('Vagthavende')
})

test.each<[what: string, fields: Record<string, string>, wrong: string, message: RegExp, page?: string]>([
  [
    'an invalid phone number',
    { '#field-phones__0__number': '12' },
    '#field-phones__0__number',
    /»12« er ikke et telefonnummer/,
  ],
  ['an invalid e-mail address', { '#field-email': 'anders@' }, '#field-email', /gyldig e-mail/],
  ['no name', { '#field-name': '' }, '#field-name', /påkrævet/],
  [
    'a link that runs a script',
    { '#field-from': '/gammel', '#field-url': 'javascript:alert(1)' },
    '#field-url',
    /må ikke begynde med javascript:/,
    '/admin/collections/redirects/create',
  ],
  [
    'a redirect to where nothing answers',
    { '#field-from': '/gammel', '#field-url': '/findes-ikke' },
    '#field-url',
    /Der er ingen side på »\/findes-ikke«\. Skriv en adresse, der findes/,
    '/admin/collections/redirects/create',
  ],
])('%s is refused in Danish at the field, and nothing is saved', async (_, fields, wrong, message, page) => {
  const before = await text(PRESS)
  await edit(page ?? contact(), fields)
  expect(await save(page?.endsWith('create') ? 'Gem' : PUBLISH)).toBe(400)
  const field = admin
    .locator(`.field-type:has(${wrong}), ${wrong}.field-type, ${wrong}:has(.field-error)`)
    .last()
  await expect.poll(() => field.textContent()).toMatch(message)
  // What was typed is still there.
  for (const [name, value] of Object.entries(fields))
    expect(await admin.locator(name).inputValue()).toBe(value)
  expect(await text(PRESS)).toBe(before)
})

/** Sends the request that dragging a row of the list sends. */
const move = (contactMoved: Contact, newKeyWillBe: 'less' | 'greater', { id, _order: key }: Contact) =>
  call('POST', '/reorder', {
    collectionSlug: 'press-contacts',
    docsToMove: [contactMoved.id],
    newKeyWillBe,
    orderableFieldName: '_order',
    target: { id, key },
  })

test('the page shows contacts in the order that an editor drags them into', async () => {
  const names = () =>
    text(PRESS).then((html) => [...html.matchAll(/<h4>([^<]+)<\/h4>/g)].map(([, name]) => name))
  const [last, first] = [await contactNamed('Heidi Gjesing Andersen'), await contactNamed('Line Christensen')]
  await move(last, 'less', first)
  await expect
    .poll(async () => (await names()).slice(0, 2), { timeout: 5000 })
    .toEqual([last.name, first.name])
  const { contacts } = JSON.parse(await text('/api/contacts')) as { contacts: { name: string }[] }
  expect(contacts[0]?.name).toBe(last.name)
  const mollerup = await contactNamed('Anna Kristine Mollerup')
  await move(last, 'greater', mollerup)
  await expect
    .poll(async () => (await names()).slice(7, 9), { timeout: 5000 })
    .toEqual([mollerup.name, last.name])
})

test('the form with the municipality’s other sites leads to what editors entered, and nowhere else', async () => {
  const before = await call<{ sites: object[] }>('GET', '/globals/header?depth=0')
  const sites = [
    { label: 'Aalborg Havn', url: 'https://havn.example.invalid/' },
    { label: 'Aalborg Bibliotekerne', url: 'https://bibliotek.example.invalid/start' },
  ]
  await call('POST', '/globals/header', { sites })
  try {
    const label = 'Find en af kommunens andre hjemmesider'
    await expect.poll(() => text('/kontakt'), { timeout: 5000 }).toContain('bibliotek.example.invalid')
    const { page } = await visit('/kontakt', { javaScriptEnabled: false })
    await page.getByLabel(label).selectOption('Aalborg Bibliotekerne')
    const onward = page.waitForRequest('https://bibliotek.example.invalid/start', { timeout: 10_000 })
    await page.getByRole('button', { name: 'Gå ind på den valgte hjemmeside' }).click()
    await onward
    for (const chosen of ['', '?site=', '?site=https://ond.example', '?site=999', '?site=a&site=b']) {
      const answer = await fetch(`${siteUrl}/api/sites${chosen}`, { redirect: 'manual' })
      expect([chosen, answer.headers.get('location')]).toEqual([chosen, '/'])
    }
  } finally {
    await call('POST', '/globals/header', { sites: before.sites })
  }
})
