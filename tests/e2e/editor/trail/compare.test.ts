import { beforeAll, expect, test } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { adminAt, siteUrl } from './desk.ts'

// Each thing that has versions, compared with its version before: words, and no JSON.

// prettier-ignore
const COLLECTIONS = [
  'press-contacts', 'departments', 'people', 'contact-boxes', 'opening-hours', 'hours-exceptions', 'pages',
  'aktindsigt-guidance', 'grundfortaelling', 'pejlemaerker',
]
const GLOBALS = ['press-duty', 'header', 'footer', 'labels']

/** What is stored, shown as it is stored. */
const RAW = /[{[]\s*"|"\s*:|\[object|\bundefined\b|\bnull\b|^\s*(true|false)\s*$/m

let editor: Awaited<ReturnType<typeof logIn>>
let admin: Awaited<ReturnType<typeof adminAt>>
beforeAll(async () => {
  editor = await logIn(siteUrl)
  // One window for all: each new one reads the whole admin again.
  admin = await adminAt(editor.token, '/admin')
})

type Versions = { docs: { id: number; parent?: number }[] }

test.each([
  ...COLLECTIONS.map((slug) => ['collections', slug] as const),
  ...GLOBALS.map((slug) => ['globals', slug] as const),
])('%s %s', async (kind, slug) => {
  const rest = kind === 'globals' ? `/globals/${slug}` : `/${slug}`
  let address = `/admin/globals/${slug}/versions`
  let versions = `${rest}/versions?limit=1&sort=-updatedAt&depth=0`
  if (kind === 'collections') {
    const { docs } = await editor.call<{ docs: { id: number }[] }>('GET', `${rest}?limit=1&depth=0&sort=id`)
    const { id } = docs[0] ?? (await made(rest))
    await editor.call('PATCH', `${rest}/${id}?depth=0`, { _status: 'published' })
    address = `/admin/collections/${slug}/${id}/versions`
    versions += `&where[parent][equals]=${id}`
  } else {
    await editor.call('POST', rest, slug === 'labels' ? { overrides: { 'shell.home': 'Start' } } : {})
    await editor.call('POST', rest, slug === 'labels' ? { overrides: {} } : {})
  }
  const [version] = (await editor.call<Versions>('GET', versions)).docs
  const { page, expectNoErrors } = admin
  await page.goto(`${address}/${version!.id}?modifiedOnly=false`)
  const compared = page.locator('.render-field-diffs').first()
  await compared.waitFor()
  const text = await compared.innerText()
  expect(text.length).toBeGreaterThan(20)
  expect(RAW.exec(text)?.[0]).toBeUndefined()
  expectNoErrors()
})

async function made(rest: string): Promise<{ id: number }> {
  const data = {
    from: '2096-05-05',
    reason: 'Sammenlignes',
    kind: 'closed',
    appliesTo: 'calendar',
    _status: 'published',
  }
  return (await editor.call<{ doc: { id: number } }>('POST', rest, data)).doc
}

test('a week reads as a week, a tick as a word', async () => {
  const week = Object.fromEntries(
    ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, []]),
  )
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/opening-hours', {
    name: 'Sammenlignet uge',
    week: { monday: [{ from: '08:00', to: '15:00' }], ...week },
    followsCalendar: true,
    _status: 'published',
  })
  await editor.call('PATCH', `/opening-hours/${doc.id}`, {
    week: { monday: [{ from: '09:00', to: '15:00' }], ...week, tuesday: 'monday' },
    followsCalendar: false,
  })
  const versions = `/opening-hours/versions?limit=1&sort=-updatedAt&where[parent][equals]=${doc.id}`
  const [version] = (await editor.call<Versions>('GET', versions)).docs
  const { page } = admin
  await page.goto(`/admin/collections/opening-hours/${doc.id}/versions/${version!.id}`)
  const compared = page.locator('.words-diff')
  await compared.first().waitFor()
  const text = (await compared.allInnerTexts()).join('\n')
  for (const words of [
    'Mandag: 8.00–15.00',
    'Mandag: 9.00–15.00',
    'Tirsdag: lukket',
    'Tirsdag: som mandag',
    'Ja',
    'Nej',
  ])
    expect(text).toContain(words)
  await editor.call('DELETE', `/opening-hours/${doc.id}`)
})

test('nothing was moved in a first version', async () => {
  const { doc } = await editor.call<{ doc: { id: number } }>('POST', '/pages', {
    title: 'Første udgave',
    slug: 'foerste-udgave',
    _status: 'published',
  })
  const versions = `/pages/versions?limit=1&depth=0&where[parent][equals]=${doc.id}`
  const [version] = (await editor.call<Versions>('GET', versions)).docs
  const { page } = admin
  await page.goto(`/admin/collections/pages/${doc.id}/versions/${version!.id}?modifiedOnly=false`)
  const compared = page.locator('.render-field-diffs').first()
  await compared.getByText('Første udgave').waitFor()
  expect(await compared.innerText()).not.toContain('Rækkefølge')
  await editor.call('DELETE', `/pages/${doc.id}`)
})
