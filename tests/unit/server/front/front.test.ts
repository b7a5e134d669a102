import http from 'node:http'
import zlib from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { closeServer } from '../../../../src/server/front/connections.ts'
import type { App } from '../../../../src/server/front/front.ts'
import { noPages } from '../../../../src/server/front/store.ts'
import { servers, body, store, site, ask } from './front-site.ts'

test.for([
  ['br', 'br', (bytes: Buffer) => zlib.brotliDecompressSync(bytes)],
  ['gzip', 'gzip', (bytes: Buffer) => zlib.gunzipSync(bytes)],
  ['identity', undefined, (bytes: Buffer) => bytes],
] as const)('a page comes as %s, with its length and the policy', async ([accepted, encoding, decode]) => {
  const { status, headers, bytes } = await ask(await site(), '/kontakt?utm=1', {
    headers: { 'accept-encoding': accepted },
  })
  expect(status).toBe(200)
  expect(decode(bytes).toString()).toBe(body)
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(bytes.length),
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self';/) as unknown,
  })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers).not.toHaveProperty('strict-transport-security')
})

test('a page that the caller has already comes as 304, also when a proxy has weakened its tag', async () => {
  const port = await site()
  const headers = { 'accept-encoding': 'gzip' }
  const { etag } = (await ask(port, '/kontakt', { headers })).headers
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await ask(port, '/kontakt', { headers: { ...headers, 'if-none-match': known } })
    expect(answer).toMatchObject({ status: 304, text: '' })
    expect(answer.headers.etag).toBe(etag)
  }
  const other = await ask(port, '/kontakt', { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })
  expect(other.status).toBe(200)
})

test('HEAD gets what GET gets, without the body', async () => {
  const port = await site()
  const { date: _, ...get } = (await ask(port, '/kontakt')).headers
  const head = await ask(port, '/kontakt', { method: 'HEAD' })
  expect(head.headers).toMatchObject(get)
  expect(head.text).toBe('')
})

test('a page that has moved says where to', async () => {
  const { status, headers } = await ask(await site(), '/gammel')
  expect([status, headers.location]).toEqual([308, '/kontakt'])
})

test.for([
  ['/kontakt/', 308, '/kontakt'],
  ['/kontakt/?a=1', 308, '/kontakt?a=1'],
  ['/om-kommunen/b%C3%B8rn-og-unge', 200, undefined],
  ['/om-kommunen/b%C3%B8rn-og-unge/', 308, '/om-kommunen/b%C3%B8rn-og-unge'],
  ['/om-kommunen/bo%CC%88rn', 404, undefined],
  ['/%6Bontakt', 200, undefined],
  ['/findes-ikke', 404, undefined],
  ['/findes-ikke/', 404, undefined],
  ['/Kontakt', 308, '/kontakt'],
  ['/KONTAKT/?A=1', 308, '/kontakt?A=1'],
  ['/Om-kommunen/B%C3%98rn-og-unge', 308, '/om-kommunen/b%C3%B8rn-og-unge'],
  ['/Soeg?q=A', 308, '/soeg?q=A'],
  ['//Example.com/', 400, undefined],
  ['//kontakt', 400, undefined],
  ['//example.com/', 400, undefined],
  ['/../kontakt', 400, undefined],
  ['/admin/../kontakt', 400, undefined],
  ['/admin%2f..%2fkontakt', 400, undefined],
  ['/%', 400, undefined],
  ['/%E0%A4', 400, undefined],
  ['/%00', 400, undefined],
  ['/a%5Cb', 400, undefined],
  ['http://example.com/kontakt', 400, undefined],
  [`/${'a'.repeat(2048)}`, 414, undefined],
  [`/soeg?q=${'%C3%B8'.repeat(10_000)}`, 414, undefined],
  ['/ikke-fundet', 404, undefined],
] as const)('%s answers %i', async ([path, status, location]) => {
  const answer = await ask(await site(), path)
  expect([answer.status, answer.headers.location]).toEqual([status, location])
  expect(answer.text.startsWith('<h1>Siden findes ikke')).toBe(status === 404)
})

test.for([
  ['/kontakt', 'POST', 'GET, HEAD'],
  ['/soeg?q=a', 'POST', 'GET, HEAD'],
  ['/aktindsigt/frist', 'DELETE', 'GET, HEAD'],
  ['/favicon.svg', 'PUT', 'GET, HEAD'],
  ['/api/search?q=a', 'POST', 'GET, HEAD'],
  ['/api/health/live', 'POST', 'GET, HEAD'],
  ['/api/preview', 'GET', 'POST'],
] as const)('%s cannot be asked with %s', async ([path, method, allowed]) => {
  const answer = await ask(await site(), path, { method })
  expect([answer.status, answer.headers.allow]).toEqual([405, allowed])
})

test('what is not there is not found, however it is asked for', async () => {
  expect((await ask(await site(), '/findes-ikke', { method: 'POST' })).status).toBe(404)
})

test.for([
  '/admin',
  '/admin/collections/pages?limit=10',
  '/api/contacts?q=a',
  '/api/search?q=a',
  '/api/suggestions?q=a',
  '/soeg?q=a',
  '/aktindsigt/frist?modtaget=2026-11-23',
  '/api/aktindsigt/deadline?received=2026-11-23',
  '/api/aktindsigt/deadline.ics?received=2026-11-23',
])('%s goes to the app as it is', async (path) => {
  const answer = await ask(await site(), path)
  expect(answer.status).toBe(200)
  expect((JSON.parse(answer.text) as { url: string }).url).toBe(path)
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(answer.headers).not.toHaveProperty('x-powered-by')
})

/** An app that writes its page in parts. */
const inParts: App = (_request, response) => {
  response.writeHead(200)
  response.write('<h1>Rød')
  response.write(Buffer.from('grød'))
  response.end('</h1>')
}

test.for([
  ['gzip, deflate, br', 'gzip', (bytes: Buffer) => zlib.gunzipSync(bytes)],
  ['br', undefined, (bytes: Buffer) => bytes],
  ['identity', undefined, (bytes: Buffer) => bytes],
] as const)(
  'a page made for a request is sent whole to who accepts %s',
  async ([accepted, encoding, decode]) => {
    const answer = await ask(await site({ app: inParts }), '/soeg?q=a', {
      headers: { 'accept-encoding': accepted },
    })
    expect(decode(answer.bytes).toString()).toBe('<h1>Rødgrød</h1>')
    expect(answer.headers).toMatchObject({
      vary: 'Accept-Encoding',
      'content-length': String(answer.bytes.length),
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-encoding']).toBe(encoding)
  },
)

test.for([
  '/_next/data/build/kontakt.json',
  '/_next/%64ata/build/kontakt.json',
  '/_next/image?url=%2Fa.png&w=64&q=75',
  '/administration',
  '/apix',
  '/soegning',
  '/soeg/andet',
  '/fonts/findes-ikke.woff2',
  '/_next/static/findes-ikke.js',
  '/aktindsigt',
  '/aktindsigt/andet',
  '/aktindsigt/frist/andet',
])('%s never reaches the app', async (path) => {
  expect((await ask(await site(), path)).text).toBe('<h1>Siden findes ikke</h1>')
})

test('nobody outside can pass for the server itself or for a proxy', async () => {
  const headers = {
    'x-internal-render': '1',
    'x-internal-token': 'guess',
    'x-internal-content-version': '99',
    'x-forwarded-host': 'example.com',
    forwarded: 'for=192.0.2.1',
  }
  const { text } = await ask(await site(), '/soeg', { headers })
  const seen = (JSON.parse(text) as { headers: Record<string, string> }).headers
  for (const name of Object.keys(headers).filter((name) => name !== 'x-internal-content-version')) {
    expect(seen).not.toHaveProperty(name)
  }
})

test.for([
  ['/admin', "frame-ancestors 'self'"],
  ['/api/pages', "default-src 'none'; frame-ancestors 'none'"],
  ['/api/media/file/a.pdf', "default-src 'none'; sandbox"],
  ['/soeg', "script-src 'self'; style-src 'self'"],
] as const)('%s has the policy of its kind', async ([path, policy]) => {
  expect((await ask(await site(), path)).headers['content-security-policy']).toContain(policy)
})

test('over https browsers are told to stay there', async () => {
  const { headers } = await ask(await site({ siteUrl: 'https://www.aalborg.dk' }), '/admin')
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
})

/** A stand-in that knows no password. */

test('health tells how the site is', async () => {
  const up = await site()
  expect((await ask(up, '/api/health/live')).text).toBe('{"status":"ok"}')
  expect(await ask(up, '/api/health/ready')).toMatchObject({
    status: 200,
    text: '{"status":"ok","database":"up","pages":5,"renders":5,"old":0}',
  })
  const down = await site({ state: () => ({ isDatabaseUp: false, renders: 5, old: 0 }) })
  expect(await ask(down, '/api/health/ready')).toMatchObject({
    status: 200,
    text: '{"status":"ok","database":"down","pages":5,"renders":5,"old":0}',
  })
  const empty = await site({ store: () => noPages })
  expect((await ask(empty, '/api/health/ready')).status).toBe(503)
})

test('while developing everything goes to the app', async () => {
  const port = await site({ store: () => noPages, isDevelopment: true })
  expect(JSON.parse((await ask(port, '/kontakt')).text)).toMatchObject({ url: '/kontakt' })
})

test('further pages of a list have addresses of their own, and no other parameter has', async () => {
  const stored = await store({ '/': {}, '/kontakt': {}, '/?side=2': { body: '<p>Anden side</p>' } })
  const port = await site({ store: () => stored })
  for (const path of ['/?side=2', '/?utm=1&side=2', '/?side=2&side=3'])
    expect((await ask(port, path)).text).toBe('<p>Anden side</p>')
  for (const path of ['/?side=1', '/?side=02', '/?side=x', '/?inside=2', '/?side=12345'])
    expect((await ask(port, path)).text).toBe(body)
  for (const path of ['/?side=3', '/kontakt?side=2']) expect((await ask(port, path)).status).toBe(404)
})

test('closing lets a request under way finish', async () => {
  const underWay: http.ServerResponse[] = []
  const port = await site({ app: (_, response) => void underWay.push(response) })
  const answer = ask(port, '/soeg')
  await vi.waitUntil(() => underWay.length > 0, { timeout: 30_000 })
  const closing = closeServer(servers.pop() as http.Server)
  underWay[0]?.end('done')
  expect((await answer).text).toBe('done')
  await closing
})

test('a page that is opened is a visit; a question about it, a file, a sign and what is not found are none', async () => {
  const visits: string[] = []
  const stored = await store({
    '/': {},
    '/om-kommunen/børn-og-unge': {},
    '/sitemap.xml': {},
    '/gammel': { status: 308, headers: [['Location', '/']], body: 'Flyttet' },
    '/ikke-fundet': { status: 404 },
  })
  const port = await site({
    store: () => stored,
    onVisit: (path) => visits.push(path),
  })
  for (const path of [
    '/',
    '/om-kommunen/b%C3%B8rn-og-unge',
    '/?utm=1',
    '/sitemap.xml',
    '/gammel',
    '/ikke-fundet',
    '/nej',
  ])
    await ask(port, path)
  await ask(port, '/', { method: 'HEAD' })
  expect(visits).toEqual(['/', '/om-kommunen/børn-og-unge', '/'])
})

test('who waits is counted until the answer begins, also when it never ends', async () => {
  const traffic = { requests: 0, waiting: 0 }
  const begun: http.ServerResponse[] = []
  const port = await site({ traffic, app: (_, response) => void begun.push(response) })
  const asked = http.get({ host: '127.0.0.1', port, path: '/admin', agent: false })
  asked.on('error', () => {})
  await vi.waitUntil(() => begun.length > 0, { timeout: 30_000 })
  expect(traffic).toEqual({ requests: 1, waiting: 1 })
  begun[0]?.writeHead(200).write('a beginning')
  await vi.waitUntil(() => traffic.waiting === 0, { timeout: 30_000 })
  asked.destroy()
  await ask(port, '/kontakt')
  expect(traffic).toEqual({ requests: 2, waiting: 0 })
})
