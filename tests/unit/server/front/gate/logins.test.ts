import { expect, test, vi } from 'vitest'
import type { App } from '../../../../../src/server/front/front.ts'
import { ask, site } from '../front-site.ts'

/** A stand-in that tells what body reaches it, and answers with a status. */
const read =
  (seen: unknown[], status = 401): App =>
  async (request, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    seen.push([request.headers['content-type'], JSON.parse(text)])
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  }

const soon = { timeout: 10_000 }

const path = '/api/users/login'
const post = (port: number, from: string, type: string, body: string | Buffer, headers = {}) =>
  ask(port, path, {
    method: 'POST',
    headers: { 'content-type': type, 'x-forwarded-for': from, ...headers },
    body,
  })

const asked = (email: string) => JSON.stringify({ email, password: 'x' })
const part = (name: string, value: string) =>
  `--a-b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const FORM = 'multipart/form-data; boundary=a-b'
const form = (email: string) => `${part('_payload', asked(email))}--a-b--\r\n`

test.for([
  ['as JSON', 'application/json', asked(' Line@Example.dk ')],
  ['as JSON with a character set', 'application/json; charset=utf-8', asked('line@example.dk')],
  ['in a form', FORM, form('line@example.dk')],
  ['in a form with more', FORM, `${part('_payload', asked('line@example.dk'))}${part('a', '1')}--a-b--`],
  [
    'among other things',
    'application/json',
    '{"email":"a@b.dk","expiration":9e9,"disableEmail":true,"password":"x","email":"LINE@example.dk"}',
  ],
] as const)('who asks %s is counted for the account that the CMS looks up', async ([, type, body]) => {
  const seen: unknown[] = []
  const port = await site({ app: read(seen), trustedProxies: 1 })
  expect((await post(port, '192.0.2.1', type, body)).status).toBe(401)
  expect(seen).toEqual([['application/json', { email: 'line@example.dk', password: 'x' }]])
  for (let guess = 1; guess < 21; guess++) await post(port, `198.51.100.${guess}`, type, body)
  const { status } = await post(port, '192.0.2.2', 'application/json', asked('line@example.dk'))
  expect(status).toBe(429)
})

test.for([
  ['a mark before it', 'application/json', `\uFEFF${asked('line@example.dk')}`],
  ['a list', 'application/json', '[]'],
  ['null', 'application/json', 'null'],
  ['nothing in the form', FORM, `${part('email', 'line@example.dk')}--a-b--`],
  ['half a form', FORM, '--a-b'],
  ['a list for an address', 'application/json', '{"email":["line@example.dk"],"password":"x"}'],
  ['another type', 'text/plain', asked('line@example.dk')],
  ['fields of a page', 'application/x-www-form-urlencoded', 'email=line@example.dk'],
  ['another kind of form', 'multipart/mixed; boundary=a-b', form('line@example.dk')],
  ['two boundaries', 'multipart/form-data; boundary=a-b; boundary=c', form('line@example.dk')],
] as const)('%s is no attempt that reaches the CMS', async ([, type, body]) => {
  const seen: unknown[] = []
  const { status } = await post(await site({ app: read(seen) }), '', type, Buffer.from(body))
  expect([400, 415]).toContain(status)
  expect(seen).toEqual([])
})

test('a browser in which somebody has logged in through the form is known', async () => {
  let status = 200
  const app: App = (request, response) => read([], status)(request, response)
  const port = await site({ app, trustedProxies: 1 })
  const { headers } = await post(port, '192.0.2.1', FORM, form('line@example.dk'))
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  expect(cookie).toMatch(/^device=/)
  status = 401
  for (let guess = 1; guess < 25; guess++)
    await post(port, `198.51.100.${guess}`, FORM, form('line@example.dk'))
  expect((await post(port, '192.0.2.2', FORM, form('line@example.dk'))).status).toBe(429)
  expect((await post(port, '192.0.2.2', FORM, form('line@example.dk'), { cookie })).status).toBe(401)
})

test('strangers compare one password at a time, few wait, and none holds up a known browser', async () => {
  let working = 0
  let most = 0
  let isOpen = true
  const gate = { open: () => {} }
  const held = new Promise<void>((resolve) => (gate.open = resolve))
  const app: App = async (_request, response) => {
    most = Math.max(most, ++working)
    if (!isOpen) await held
    working -= 1
    response.writeHead(isOpen ? 200 : 401, { 'content-type': 'application/json' }).end('{}')
  }
  const port = await site({ app, trustedProxies: 1 })
  const logIn = (from: string, email: string, headers = {}) =>
    post(port, from, 'application/json', asked(email), headers)
  const [cookie = ''] = (await logIn('192.0.2.1', 'line@example.dk')).headers['set-cookie'] ?? []
  isOpen = false
  const refused: number[] = []
  const strangers = Array.from({ length: 100 }, async (_, at) => {
    const { status, headers } = await logIn(`198.51.100.${at}`, `${at}@example.dk`)
    if (status === 429) refused.push(Number(headers['retry-after']))
    return status
  })
  await vi.waitUntil(() => refused.length === 89, soon)
  expect(new Set(refused)).toEqual(new Set([5]))
  expect(most).toBe(1)
  const known = logIn('192.0.2.1', 'line@example.dk', { cookie: cookie.split(';')[0] })
  await vi.waitUntil(() => working === 2, soon)
  gate.open()
  expect((await known).status).toBe(401)
  expect((await Promise.all(strangers)).filter((status) => status === 401)).toHaveLength(11)
})

test('each turn lasts its time, so that those who wait learn nothing of the others', async () => {
  const port = await site({ app: read([]), trustedProxies: 1 }, { loginMilliseconds: 100 })
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: 5 }, (_, at) =>
      post(port, `192.0.2.${at}`, 'application/json', asked('none@example.dk')),
    ),
  )
  expect(performance.now() - startedAt).toBeGreaterThan(495)
})
