import { once } from 'node:events'
import http from 'node:http'
import pino from 'pino'
import { expect, test } from 'vitest'
import { ADDRESSES } from '../../../../../src/domain/addresses.ts'
import type { App } from '../../../../../src/server/front/front.ts'
import { exampleAddress } from '../../../../example-address.ts'
import { ask, echo, session, site } from '../front-site.ts'

const forApp = Object.values(ADDRESSES).filter(({ answer }) => ['api', 'cms', 'admin'].includes(answer))
const writes = forApp.filter(({ access, methods }) => access !== 'server' && methods.includes('POST'))

test.for(writes)('another site can write nothing at $path', async (kind) => {
  const port = await site()
  const foreign: Record<string, string>[] = [
    { origin: 'https://ond.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3000.ond.example' },
    { origin: 'https://localhost:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const method of kind.methods.filter((method) => !['GET', 'HEAD'].includes(method))) {
    for (const headers of foreign) {
      const answer = await ask(port, exampleAddress(kind), { method, headers: { ...session, ...headers } })
      expect([method, headers, answer.status]).toEqual([method, headers, 403])
      expect(answer.text).toContain('http://localhost:3000')
    }
    const own = { ...session, origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }
    expect((await ask(port, exampleAddress(kind), { method, headers: own })).status).toBe(200)
  }
})

test.for(forApp.filter(({ answer, access }) => access === 'login' || answer !== 'api'))(
  'nobody keeps what $path answers',
  async (kind) => {
    const [method] = kind.methods
    const { headers } = await ask(await site(), exampleAddress(kind), { method, headers: session })
    expect(headers['cache-control']).toBe('no-store')
  },
)

test('verbs that nothing knows reach nothing', async () => {
  const port = await site({ app: () => Promise.reject(new Error('It was asked')) })
  for (const kind of Object.values(ADDRESSES))
    for (const method of ['TRACE', 'PUT', 'OPTIONS', 'PROPFIND', 'PURGE', 'LINK']) {
      const { status } = await ask(port, exampleAddress(kind), { method, headers: session })
      expect([kind.path, method, status]).toEqual([
        kind.path,
        method,
        expect.toSatisfy((s: number) => s === 404 || s === 405),
      ])
    }
})

/** A stand-in that renews a session. */
const renew: App = (request, response) => {
  response.setHeader('Set-Cookie', ['payload-token=new; Path=/; HttpOnly=true; Secure=true', 'other=1'])
  response.end(request.headers.cookie)
}

/** The cookie that is set and those that the app sees. */
const over = async (siteUrl: string, cookie: string) => {
  const { headers, text } = await ask(await site({ app: renew, siteUrl }), '/admin', {
    headers: { cookie },
  })
  return [headers['set-cookie']?.[0]?.split(';')[0], text]
}

test('over https the session is kept where only this host can set it', async () => {
  expect(await over('https://a.dk', '__Host-payload-token=valid; payload-theme=dark')).toEqual([
    '__Host-payload-token=new',
    'payload-theme=dark; payload-token=valid',
  ])
  // Another host of the domain may have set it.
  expect(await over('https://a.dk', 'payload-token=valid')).toEqual(['__Host-payload-token=new', ''])
  expect(await over('http://a.dk', 'payload-token=valid')).toEqual([
    'payload-token=new',
    'payload-token=valid',
  ])
})

test('the attributes of a cookie are as every program reads them', async () => {
  const { headers } = await ask(await site({ app: renew }), '/admin')
  expect(headers['set-cookie']).toEqual(['payload-token=new; Path=/; HttpOnly; Secure', 'other=1'])
})

const answers =
  (status: number): App =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end('{}')

const json = { 'content-type': 'application/json' }
const logIn = (port: number, from: string, email: string, headers = {}) =>
  ask(port, '/api/users/login', {
    method: 'POST',
    headers: { ...json, 'x-forwarded-for': from, ...headers },
    body: JSON.stringify({ email, password: 'x' }),
  })

test('many strangers who guess at an account do not hold up a browser that its owner has used', async () => {
  let status = 200
  const app: App = (request, response) => answers(status)(request, response)
  const port = await site({ app, trustedProxies: 1 })
  const [cookie = ''] = (await logIn(port, '192.0.2.1', 'Line@example.dk ')).headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^device=\S+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Strict$/)
  status = 401
  const guesses = []
  for (let guess = 0; guess < 30; guess++)
    guesses.push((await logIn(port, `198.51.100.${guess}`, 'line@example.dk')).status)
  expect(guesses.slice(0, 20)).toEqual(Array(20).fill(401))
  // Then one each 20 seconds.
  expect(guesses.slice(21)).toEqual(Array(9).fill(429))
  const known = { cookie: cookie.split(';')[0] }
  expect((await logIn(port, '192.0.2.1', 'line@example.dk', known)).status).toBe(401)
  // A browser is known for the accounts it has used, and a made-up cookie for none.
  expect((await logIn(port, '192.0.2.2', 'line@example.dk', { cookie: 'device=x.y.z' })).status).toBe(429)
  for (let guess = 0; guess < 30; guess++) await logIn(port, `203.0.113.${guess}`, 'anders@example.dk')
  expect((await logIn(port, '192.0.2.3', 'anders@example.dk', known)).status).toBe(429)
  // Other accounts, and other questions, are not held up.
  expect((await logIn(port, '192.0.2.4', 'mette@example.dk')).status).toBe(401)
})

test('over https too a browser that has been used is known', async () => {
  let status = 200
  const app: App = (request, response) => answers(status)(request, response)
  const port = await site({ app, trustedProxies: 1, siteUrl: 'https://www.example.dk' })
  const [cookie = ''] = (await logIn(port, '192.0.2.1', 'line@example.dk')).headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^__Host-device=\S+; .*; Secure$/)
  status = 401
  for (let guess = 0; guess < 30; guess++) await logIn(port, `198.51.100.${guess}`, 'line@example.dk')
  expect((await logIn(port, '192.0.2.2', 'line@example.dk')).status).toBe(429)
  const known = { cookie: `payload-theme=dark; ${cookie.split(';')[0]}` }
  expect((await logIn(port, '192.0.2.1', 'line@example.dk', known)).status).toBe(401)
})

test('whoever has many networks is one customer', async () => {
  const port = await site({ app: answers(401), trustedProxies: 1 })
  const guesses = []
  for (let guess = 0; guess < 70; guess++)
    guesses.push((await logIn(port, `2001:db8:1:${guess}::1`, `${guess}@example.dk`)).status)
  expect(guesses.indexOf(429)).toBe(60)
  expect((await logIn(port, '2001:db8:2::1', 'a@example.dk')).status).toBe(401)
})

test('every answer to a login takes at least as long as it must', async () => {
  const port = await site({ app: answers(401) }, { loginMilliseconds: 300 })
  const startedAt = performance.now()
  const { headers } = await logIn(port, '192.0.2.1', 'a@example.dk')
  expect(performance.now() - startedAt).toBeGreaterThan(295)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('the admin is limited for those without a session only', async () => {
  const port = await site({ trustedProxies: 1 })
  const open = (headers: Record<string, string>) =>
    Promise.all(
      Array.from({ length: 80 }, () =>
        ask(port, '/admin', { headers: { 'x-forwarded-for': '192.0.2.1', ...headers } }),
      ),
    )
  expect(new Set((await open(session)).map(({ status }) => status))).toEqual(new Set([200]))
  expect((await open({ cookie: 'payload-token=other' })).map(({ status }) => status)).toContain(429)
})

test('a proxy that is not counted is told of once', async () => {
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const port = await site({ app: echo }, { log })
  for (let request = 0; request < 3; request++)
    await ask(port, '/soeg', { headers: { 'x-forwarded-for': '192.0.2.77' } })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('TRUST_PROXY=1')
  expect(lines[0]).not.toContain('192.0.2.77')
})

test('without its database the gate lets nobody in and says why', async () => {
  const port = await site({}, { sessions: { verify: () => Promise.reject(new Error('down')) } })
  const answer = await ask(port, '/api/pages', { method: 'POST', headers: session, body: '{}' })
  expect(answer.status).toBe(503)
  expect(answer.text).toMatch(/Databasen svarer ikke.*prøv igen/)
})

/** An app that answers when it is told to, and counts whom it is answering. */
function slowly() {
  const answers: (() => void)[] = []
  const app: App = (_request, response) =>
    new Promise((resolve) => {
      response.once('close', () => resolve())
      answers.push(() => response.end('answered'))
    })
  return { app, answers }
}

test('one editor has six requests under way; the others of the same wait, and nobody else', async () => {
  const { app, answers } = slowly()
  const port = await site({ app })
  const asked = Array.from({ length: 8 }, () => ask(port, '/api/pages', { headers: session }))
  await expect.poll(() => answers.length).toBe(6)
  const open = ask(port, '/api/contacts')
  await expect.poll(() => answers.length).toBe(7)
  for (let at = 0; at < 9; at++) {
    await expect.poll(() => answers.length).toBeGreaterThan(at)
    answers[at]?.()
  }
  expect((await Promise.all([...asked, open])).map(({ status }) => status)).toEqual(Array(9).fill(200))
})

const file = { method: 'POST', headers: session, body: '12345' }

test('one editor sends two files at a time', async () => {
  const { app, answers } = slowly()
  const port = await site({ app })
  const asked = Array.from({ length: 4 }, () => ask(port, '/api/media', file))
  for (let at = 0; at < 4; at++) {
    await expect.poll(() => answers.length).toBe(Math.min(at + 2, 4))
    answers[at]?.()
  }
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
})

test.for(['/soeg?q=a', '/api/contacts', '/api/access', '/admin/login', '/api/media/file/a.pdf'])(
  'strangers have six requests for %s under way',
  async (address) => {
    const { app, answers } = slowly()
    const port = await site({ app })
    const asked = Array.from({ length: 9 }, () => ask(port, address))
    for (let at = 0; at < 9; at++) {
      await expect.poll(() => answers.length).toBe(Math.min(at + 6, 9))
      answers[at]?.()
    }
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(9).fill(200))
  },
)

test.for(writes.filter(({ access, limit }) => access === 'all' && limit === 'reads'))(
  'a stranger who writes to $path again and again has to wait',
  async (kind) => {
    const port = await site({ trustedProxies: 1 }, { trustedProxies: 1 })
    const statuses = new Set<number>()
    for (let nth = 0; nth < 260; nth++)
      statuses.add(
        (
          await ask(port, exampleAddress(kind), {
            method: 'POST',
            headers: { 'x-forwarded-for': '192.0.2.9' },
          })
        ).status,
      )
    expect(statuses).toContain(429)
  },
)

test.for(['GET', 'HEAD'])('%s takes no body of a stranger, wherever editors send one', async (method) => {
  const port = await site({ app: () => Promise.reject(new Error('It was asked')) })
  for (const { path } of writes.filter(({ body }) => body === 'json' || body === 'file'))
    expect(
      (await ask(port, path.replace('/*', '/x'), { method, body: '{}', headers: { 'content-length': 2 } }))
        .status,
    ).toBeGreaterThanOrEqual(400)
})

test('who goes away while waiting keeps no place', async () => {
  const { app, answers } = slowly()
  const port = await site({ app })
  const first = ask(port, '/api/media', file)
  await expect.poll(() => answers.length).toBe(1)
  const gone = http.request({ host: '127.0.0.1', port, path: '/api/media', ...file })
  gone.on('error', () => {})
  gone.end(file.body)
  await once(gone, 'finish')
  gone.destroy()
  let isAnswered = false
  const last = ask(port, '/api/media', file).finally(() => (isAnswered = true))
  // Whether the server has seen that it went away before its turn comes or not.
  await expect
    .poll(() => {
      for (const answer of answers) answer()
      return isAnswered
    })
    .toBe(true)
  expect([(await first).status, (await last).status]).toEqual([200, 200])
})
