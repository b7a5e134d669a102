import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { closedWeek } from '../../../../src/domain/hours/week.ts'
import { logIn } from '../../tools/admin.ts'
import { paragraph } from '../../tools/rich-text.ts'

const url = inject('siteUrl')

type Refusal = { errors: { message: string; data?: { errors: { path: string; message: string }[] } }[] }
let admin: Awaited<ReturnType<typeof logIn>>
let top: number
let middle: number
let bottom: number

beforeAll(async () => {
  admin = await logIn(url)
  const page = async (slug: string, parent: number | null) => {
    const data = { title: `Siden ${slug}`, slug, parent, _status: 'published' }
    return (await admin.call<{ doc: { id: number } }>('POST', '/pages', data)).doc.id
  }
  top = await page('gemme-oeverst', null)
  middle = await page('gemme-midt', top)
  bottom = await page('gemme-nederst', middle)
})

afterAll(async () => {
  for (const id of [bottom, middle, top]) await admin.call('DELETE', `/pages/${id}`)
})

/** Saves something that must be refused. Returns the status, the field and the message. */
async function refusal(method: string, path: string, body?: object) {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { authorization: `JWT ${admin.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as Refusal
  const [error] = answer.errors
  const [field] = error?.data?.errors ?? []
  return { status: response.status, path: field?.path, message: field?.message ?? error?.message }
}

const contact = { name: 'Test', title: 'Test', phones: [{ number: '25 20 16 20' }], _status: 'published' }
const span = (from: string, to: string) => ({ from, to })
const link = (address: string) => ({
  title: 'Test',
  slug: 'gemme-link',
  _status: 'published',
  blocks: [{ blockType: 'linkList', links: [{ label: 'Test', url: address }] }],
})

test.for<[what: string, collection: string, data: object, path: string, message: RegExp]>([
  [
    'an invalid phone number',
    'press-contacts',
    { ...contact, phones: [{ number: '12' }] },
    'phones.0.number',
    /»12« er ikke et telefonnummer/,
  ],
  ['no phone number', 'press-contacts', { ...contact, phones: [] }, 'phones', /mindst 1|påkrævet|række/],
  ['no name', 'press-contacts', { ...contact, name: '' }, 'name', /påkrævet/],
  [
    'an invalid e-mail address',
    'press-contacts',
    { ...contact, email: 'ikke-en-adresse' },
    'email',
    /e-mail/i,
  ],
  [
    'hours that overlap',
    'opening-hours',
    { name: 'Test', week: { ...closedWeek, tuesday: [span('08:00', '12:00'), span('11:00', '15:00')] } },
    'week',
    /Tirsdag 8\.00–12\.00 overlapper tirsdag 11\.00–15\.00/,
  ],
  [
    'an invalid time',
    'opening-hours',
    { name: 'Test', week: { ...closedWeek, friday: [span('8', '25')] } },
    'week',
    /Fredag: »25:00« er ikke et klokkeslæt/,
  ],
  ['a link that runs a script', 'pages', link('javascript:alert(1)'), 'blocks.0.links.0.url', /./],
  ['a link that hides a script', 'pages', link(' java\tscript:alert(1)'), 'blocks.0.links.0.url', /./],
  ['a link to data', 'pages', link('data:text/html,x'), 'blocks.0.links.0.url', /./],
  ['a link without a protocol', 'pages', link('//evil.example'), 'blocks.0.links.0.url', /./],
  [
    'an address that the system uses',
    'pages',
    { title: 'Test', slug: 'admin', _status: 'published' },
    'slug',
    /bruges af systemet/,
  ],
  ['a redirect from nowhere', 'redirects', { from: 'gammel', url: '/kontakt' }, 'from', /Skriv adressen/],
])('%s is refused with the field and a reason', async ([, collection, data, path, message]) => {
  expect(await refusal('POST', `/${collection}`, data)).toEqual({
    status: 400,
    path,
    message: expect.stringMatching(message) as unknown,
  })
})

test('a page with the same address as its sibling is refused with a message that names the sibling', async () => {
  const data = { title: 'Dobbelt', slug: 'gemme-midt', parent: top, _status: 'published' }
  expect(await refusal('POST', '/pages', data)).toEqual({
    status: 400,
    path: 'slug',
    message: 'Adressenavnet »gemme-midt« bruges allerede af siden »Siden gemme-midt« ved siden af.',
  })
  expect(await refusal('PATCH', `/pages/${bottom}`, { slug: 'gemme-midt', parent: top })).toMatchObject({
    status: 400,
    path: 'slug',
  })
  expect(await refusal('PATCH', `/pages/${bottom}`, { parent: null, slug: 'gemme-oeverst' })).toMatchObject({
    status: 400,
    path: 'slug',
  })
})

test.for(['below another', 'at the top'])(
  'only one is kept of several pages %s saved at the same time with the same address',
  async (place) => {
    const data = {
      title: 'Samtidig',
      slug: 'gemme-samtidig',
      parent: place === 'at the top' ? null : top,
      _status: 'published',
    }
    const save = () => admin.call<{ doc: { id: number } }>('POST', '/pages', data).catch(String)
    const results = await Promise.all([save(), save(), save()])
    const saved = results.flatMap((result) => (typeof result === 'string' ? [] : result.doc.id))
    for (const id of saved) await admin.call('DELETE', `/pages/${id}`)
    expect(saved).toHaveLength(1)
    const refusals = results.filter((result) => typeof result === 'string')
    expect(refusals).toEqual([expect.stringMatching(/ 4\d\d/), expect.stringMatching(/ 4\d\d/)])
  },
)

test('a page cannot be placed below itself or its own subpages', async () => {
  for (const parent of [top, middle, bottom]) {
    expect(await refusal('PATCH', `/pages/${top}`, { parent })).toEqual({
      status: 400,
      path: 'parent',
      message: 'Siden kan ikke ligge under sig selv eller en af sine egne undersider.',
    })
  }
})

test('a page with pages below it cannot be deleted', async () => {
  expect(await refusal('DELETE', `/pages/${top}`)).toMatchObject({
    status: 409,
    message: 'Siden har undersider (»Siden gemme-midt«). Vælg først, hvad der skal ske med dem.',
  })
})

test.for(['25201620', '25 20 16 20', '+45 25 20 16 20', '0045 2520 1620', '25.20.16.20'])(
  'a phone number written as %s is stored as +4525201620',
  async (number) => {
    const data = { ...contact, slug: 'gemme-telefon', phones: [{ number }], _status: 'draft' }
    const { doc } = await admin.call<{ doc: { id: number; phones: { number: string }[] } }>(
      'POST',
      '/press-contacts',
      data,
    )
    await admin.call('DELETE', `/press-contacts/${doc.id}`)
    expect(doc.phones.map((phone) => phone.number)).toEqual(['+4525201620'])
  },
)

test('text with all kinds of letters and symbols comes back as it was written', async () => {
  const words = 'Rødgrød på Ærø & <b>"Å"</b> — ½ € 漢字 🚲 \u00AD'
  const data = {
    title: words,
    slug: 'gemme-tegn',
    blocks: [{ blockType: 'richText', body: paragraph(words) }],
  }
  const { doc } = await admin.call<{ doc: { id: number; title: string } }>('POST', '/pages', data)
  const read = await admin.call<{ title: string }>('GET', `/pages/${doc.id}`)
  await admin.call('DELETE', `/pages/${doc.id}`)
  expect([doc.title, read.title]).toEqual([words, words])
})
