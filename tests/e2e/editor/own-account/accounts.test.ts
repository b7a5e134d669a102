import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { administrator } from '../../tools/start-site.ts'
import { logIn } from '../../tools/admin.ts'
import { ask } from '../../tools/ask.ts'
import { sql } from '../../tools/sql.ts'

const url = inject('siteUrl')
const person = { email: 'redaktoer@example.dk', password: 'en-ganske-uventet-adgangskode' }

type User = { id: number; email: string; role: string }
let admin: Awaited<ReturnType<typeof logIn>>
let editor: Awaited<ReturnType<typeof logIn>>
let own: number
let chief: number

beforeAll(async () => {
  admin = await logIn(url)
  const { doc } = await admin.call<{ doc: User }>('POST', '/users', {
    ...person,
    name: 'Redaktør',
    role: 'editor',
  })
  own = doc.id
  chief = (await admin.call<{ user: User }>('GET', '/users/me')).user.id
  editor = await logIn(url, person)
})

afterAll(() => admin.call('DELETE', `/users/${own}`))

/** The status and text of an answer, without throwing. */
async function tryAs(token: string, method: string, path: string, body?: object): Promise<[number, string]> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return [response.status, await response.text()]
}

test('an editor edits content', async () => {
  const { docs } = await editor.call<{ docs: { id: number; title: string }[] }>('GET', '/pages?limit=1')
  const page = docs[0]
  const saved = await editor.call<{ doc: { title: string } }>('PATCH', `/pages/${page?.id}`, {
    title: page?.title,
  })
  expect(saved.doc.title).toBe(page?.title)
})

const accounts = () =>
  sql(inject('siteDatabaseUrl'), 'SELECT id, email, name, role, hash FROM users ORDER BY id')

test('an editor cannot create, change, unlock or delete an account', async () => {
  const other = { email: 'ny@example.dk', password: 'en-lang-adgangskode', name: 'Ny', role: 'administrator' }
  const tries: [string, string, object?][] = [
    ['POST', '/users', other],
    ['POST', '/users/first-register', other],
    ['PATCH', `/users/${chief}`, { password: 'overtaget-adgangskode' }],
    ['PATCH', `/users?where[id][equals]=${chief}`, { email: 'overtaget@example.dk' }],
    ['DELETE', `/users/${chief}`],
    ['DELETE', `/users/${own}`],
    ['POST', '/users/unlock', { email: administrator.email }],
  ]
  const before = await accounts()
  for (const [method, path, body] of tries) {
    const [status, text] = await tryAs(editor.token, method, path, body)
    const changedNone = status === 200 && /"docs":\[\],"errors":\[\]/.test(text)
    expect([method, path, changedNone || [401, 403, 404].includes(status)]).toEqual([method, path, true])
  }
  expect(await accounts()).toEqual(before)
})

test('an editor cannot raise their own role', async () => {
  await tryAs(editor.token, 'PATCH', `/users/${own}`, { role: 'administrator' })
  await tryAs(editor.token, 'PATCH', `/users?where[id][equals]=${own}`, { role: 'administrator' })
  expect(await admin.call<User>('GET', `/users/${own}`)).toMatchObject({ role: 'editor' })
})

test("an editor cannot see anyone else's account", async () => {
  const { docs } = await editor.call<{ docs: User[] }>('GET', '/users?limit=100&depth=10')
  expect(docs.map(({ email }) => email)).toEqual([person.email])
  expect((await tryAs(editor.token, 'GET', `/users/${chief}`))[0]).toBe(404)
  for (const path of [
    `/users?where[email][like]=${administrator.email}`,
    '/payload-preferences?limit=100&depth=10',
    '/payload-locked-documents?limit=100&depth=10',
    '/pages/versions?limit=5&depth=10',
  ]) {
    const [, text] = await tryAs(editor.token, 'GET', path)
    expect([path, text.includes(administrator.email)]).toEqual([path, false])
    expect(text).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
  }
})

async function upload(name: string, content: Buffer | string, type = 'image/png') {
  const data = new FormData()
  const bytes = new Uint8Array(Buffer.from(content))
  data.set('file', new File([bytes], name, { type }))
  data.set('_payload', JSON.stringify({ alt: 'Et billede til en test' }))
  const response = await fetch(`${url}/api/media`, {
    method: 'POST',
    headers: { authorization: `JWT ${editor.token}` },
    body: data,
  })
  const text = await response.text()
  return { status: response.status, text }
}

test('everybody can see a picture, but not what the CMS knows about it', async () => {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const { status, text } = await upload('lille-billede.png', png)
  expect([status, text]).toEqual([201, text])
  const { doc } = JSON.parse(text) as { doc: { id: number; filename: string } }
  try {
    const file = await ask(url, `/api/media/file/${doc.filename}`)
    expect(file.status).toBe(200)
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as unknown,
    })
    expect((await ask(url, `/api/media/${doc.id}`)).status).toBe(403)
    expect((await ask(url, `/api/media?where[filename][equals]=${doc.filename}`)).status).toBe(403)
  } finally {
    await admin.call('DELETE', `/media/${doc.id}`)
  }
  expect((await ask(url, `/api/media/file/${doc.filename}`)).status).toBe(404)
})

test.for(['findes-ikke.png', '..%5csecret', '..;/secret', '%2e%2e/secret', '.env', '%00', '~'.repeat(300)])(
  'the file %s is not found',
  async (name) => {
    expect([400, 403, 404]).toContain((await ask(url, `/api/media/file/${name}`)).status)
  },
)

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const html = '<!doctype html><html><body><script>alert(1)</script></body></html>'
const xml = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'

test.for([
  ['a drawing that can contain scripts', 'a.svg', svg, 'image/svg+xml'],
  ['a drawing labelled as a picture', 'a.png', svg, 'image/png'],
  ['a page labelled as a picture', 'b.png', html, 'image/png'],
  ['a page', 'b.html', html, 'text/html'],
  ['a page labelled as a PDF', 'b.pdf', html, 'application/pdf'],
  ['XML labelled as a picture', 'c.png', xml, 'image/png'],
  ['XML', 'c.xml', xml, 'application/xml'],
  ['a script', 'd.js', 'alert(1)', 'text/javascript'],
  ['text labelled as a picture', 'e.png', 'hej', 'image/png'],
])('%s is refused', async ([, name = '', content = '', type = '']) => {
  const { status, text } = await upload(name, content, type)
  const doc = status === 201 ? (JSON.parse(text) as { doc: { id: number } }).doc : null
  if (doc) await admin.call('DELETE', `/media/${doc.id}`)
  expect([status, text.slice(0, 200)]).toEqual([400, text.slice(0, 200)])
})
