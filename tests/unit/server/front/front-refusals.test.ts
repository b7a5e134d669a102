import http from 'node:http'
import net from 'node:net'
import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { type App } from '../../../../src/server/front/front.ts'
import { store, echo, site, ask } from './front-site.ts'

const refuse: App = (_request, response) => void response.writeHead(401).end()

test('the eleventh wrong attempt to log in within a minute is refused in Danish, other people may still try', async () => {
  const port = await site({ trustedProxies: 1, app: refuse })
  const login = (from: string) =>
    ask(port, '/api/users/login', { method: 'POST', headers: { 'x-forwarded-for': from } })
  for (let attempt = 0; attempt < 10; attempt++) expect((await login('192.0.2.1')).status).toBe(401)
  const refused = await login('192.0.2.1')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(JSON.parse(refused.text)).toMatchObject({
    errors: [{ message: expect.stringContaining('Prøv igen om') as unknown }],
  })
  expect((await login('192.0.2.2')).status).toBe(401)
})

test('an office of editors behind one address may all log in', async () => {
  const port = await site()
  for (let editor = 0; editor < 30; editor++)
    expect(
      (
        await ask(port, '/api/users/login', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: `${editor}@example.dk`, password: 'x' }),
        })
      ).status,
    ).toBe(200)
})

test('a flood of searches from one visitor is refused, this machine is not counted', async () => {
  const port = await site({ trustedProxies: 1 })
  const search = async (from: string, method = 'GET') =>
    (await ask(port, '/soeg?q=a', { method, headers: { 'x-forwarded-for': from } })).status
  const flood = (method: string) =>
    Promise.all(Array.from({ length: 250 }, (_, host) => search(`2001:db8::${host + 1}`, method)))
  const [asked, asides] = await Promise.all([flood('GET'), flood('HEAD')])
  expect(asked).toContain(200)
  expect(asked).toContain(429)
  expect(asides).toContain(429)
  expect(await search('2001:db8:1::1')).toBe(200)
  const own = await Promise.all(Array.from({ length: 300 }, () => search('127.0.0.1')))
  expect(new Set(own)).toEqual(new Set([200]))
})

/** A stand-in that answers like Next does where something failed: with a status and a few English words. */
const failWith =
  (status: number, type?: string): App =>
  (_request, response) => {
    if (type) response.setHeader('Content-Type', type)
    response.setHeader('ETag', '"a"')
    response.statusCode = status
    response.end('Internal detail')
  }

const failures: [name: string, path: string, status: number, options?: http.RequestOptions, app?: App][] = [
  ['an address that is too long', `/api/search?q=${'a'.repeat(2048)}`, 414],
  ['an address that cannot be read', '/api/%', 400],
  ['an address for the server itself', '/api/internal/paths', 404],
  ['the same, written otherwise', '/api/%69nternal/paths', 404],
  ['a method that is none of its', '/api/contacts?q=a', 405, { method: 'DELETE' }],
  ['an address of the CMS without a login', '/api/pages', 403],
  ['an address of editors without a login', '/api/preview', 403, { method: 'POST' }],
  ['an app that throws', '/api/contacts', 500, {}, () => Promise.reject(new Error('Internal detail'))],
  ['an app that fails', '/api/contacts', 500, {}, failWith(500)],
  ['an app that cannot answer', '/api/media/file/a.png', 503, {}, failWith(503, 'text/html')],
  ['an app that cannot read a body', '/api/users/login', 413, { method: 'POST' }, failWith(413)],
]

test.for(failures)(
  '%s under /api is answered in JSON',
  async ([, path, status, options = {}, app = echo]) => {
    const stored = await store({
      '/ikke-fundet': { status: 404, body: '<h1>Siden findes ikke</h1>' },
      '/fejl': { status: 503, body: '<h1>Siden kan ikke vises lige nu</h1>' },
    })
    const port = await site({ app, store: () => stored })
    const answer = await ask(port, path, options)
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/json; charset=utf-8',
    ])
    expect(answer.headers['content-length']).toBe(String(answer.bytes.length))
    expect(answer.headers).not.toHaveProperty('etag')
    const { errors, error } = JSON.parse(answer.text) as { errors: object[]; error: { message: string } }
    expect(errors).toEqual([error])
    expect(error.message).toMatch(/^[A-ZÆØÅ].+\.$/)
    expect(answer.text).not.toContain('detail')
  },
)

test('a program that asks too often is told so in JSON', async () => {
  const port = await site({ trustedProxies: 1 })
  const answers = await Promise.all(
    Array.from({ length: 500 }, () =>
      ask(port, '/api/search?q=a', { headers: { 'x-forwarded-for': '192.0.2.9' } }),
    ),
  )
  const refused = answers.find(({ status }) => status === 429)
  const { errors, error } = JSON.parse(refused?.text ?? '{}') as { errors?: object[]; error?: object }
  expect(error).toBeDefined()
  expect(errors).toEqual([error])
})

test.for(['application/json', 'application/json; charset=utf-8'])(
  'an error that the app tells in %s stays as it is',
  async (type) => {
    const answer = await ask(await site({ app: failWith(400, type) }), '/api/users/login', { method: 'POST' })
    expect([answer.status, answer.text, answer.headers.etag]).toEqual([400, 'Internal detail', '"a"'])
  },
)

test('an app that fails gives a short apology, not a stack', async () => {
  const port = await site({ app: () => Promise.reject(new Error('secret detail')) })
  const answer = await ask(port, '/soeg')
  expect(answer.status).toBe(500)
  expect(answer.text).toBe('Der er sket en fejl. Prøv igen om lidt.\n')
})

test.for([
  ['throws', () => Promise.reject(new Error('secret detail'))],
  ['cannot make its page', (_request, response) => void Object.assign(response, { statusCode: 503 }).end()],
  // As Next's compression does.
  ['ends with its head written', (_request, response) => void response.writeHead(503).end(undefined)],
  [
    'fails midway',
    (_request, response) => {
      response.statusCode = 500
      response.flushHeaders()
      response.write('Internal ')
      response.end('detail')
    },
  ],
] as [string, App][])('a search that %s gets the stored page for failures', async ([, app]) => {
  const stored = await store({
    '/fejl': { status: 503, body: '<h1>Siden kan ikke vises lige nu</h1>' },
  })
  const port = await site({ app, store: () => stored })
  for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
    const answer = await ask(port, '/soeg?q=a', { headers })
    expect(answer.status).toBe(503)
    const bytes = answer.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(answer.bytes) : answer.bytes
    expect(bytes.toString()).toBe('<h1>Siden kan ikke vises lige nu</h1>')
  }
})

/** Everything at once on one connection; what comes back until it ends, or `until` has come. */
async function pipeline(port: number, requests: string, until: (text: string) => boolean): Promise<string> {
  const socket = net.connect(port, '127.0.0.1')
  let text = ''
  socket.on('error', () => {})
  socket.write(requests)
  const isThere = new Promise<void>((resolve) =>
    socket.on('data', (chunk) => {
      text += String(chunk)
      if (until(text)) resolve()
    }),
  )
  await Promise.race([isThere, new Promise((resolve) => socket.once('close', resolve))])
  socket.destroy()
  return text
}

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`

test.for([
  ['a page', get('/')],
  ['the API', get('/api/users/me')],
  ['an unknown address', get('/findes-ikke')],
  ['a body', 'POST /api/users/login HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n'],
  ['an expectation', get('/', 'Expect: x\r\n')],
] as const)('who asks for %s ten thousand times at once is not served', async ([, request]) => {
  let asked = 0
  const app: App = (_request, response) => void ((asked += 1), response.end('{}'))
  const traffic = { requests: 0, waiting: 0 }
  await pipeline(await site({ app, traffic }), request.repeat(10_000), () => false)
  expect(traffic.requests).toBeLessThan(10)
  expect(asked).toBeLessThan(10)
})

test('a few requests that come together are answered in order, one after another', async () => {
  let working = 0
  let most = 0
  const app: App = async ({ url = '' }, response) => {
    most = Math.max(most, ++working)
    await new Promise(setImmediate)
    working -= 1
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ url }))
  }
  const paths = ['/api/search?q=a', '/api/search?q=b', '/kontakt', '/api/search?q=c']
  const text = await pipeline(await site({ app }), paths.map((path) => get(path)).join(''), (t) =>
    t.includes('q=c'),
  )
  expect(most).toBe(1)
  expect(text.match(/q=[abc]|<title>Pressekontakt/g)).toEqual(['q=a', 'q=b', '<title>Pressekontakt', 'q=c'])
})

test('who wants a connection through the server is told no', async () => {
  const text = await pipeline(await site(), 'CONNECT example.dk:443 HTTP/1.1\r\nHost: a\r\n\r\n', () => false)
  expect(text).toMatch(/^HTTP\/1.1 405 /)
})
