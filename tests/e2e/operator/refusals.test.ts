import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Client } from 'pg'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ask } from '../tools/ask.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { sql } from '../tools/sql.ts'

const own = useOwnSite({})

/** Asks as the administrator; what is sent is JSON unless it is a form. */
async function send(method: string, address: string, body?: unknown) {
  const isForm = body instanceof FormData
  const response = await fetch(`${own.url}/api${address}`, {
    method,
    headers: {
      authorization: `JWT ${own.admin.token}`,
      ...(!isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
  const answer = (await response.json()) as {
    error?: { message: string; field?: string }
    errors?: { message: string }[]
    doc?: { id: number; filename: string; sizes: { column: { filename: string | null } } }
  }
  return { status: response.status, ...answer }
}

const inDanish = expect.stringMatching(/[a-zæøå]{3,}/) as unknown

test.for<[status: number, method: string, address: string, body?: unknown]>([
  [400, 'POST', '/pages', null],
  [400, 'POST', '/pages', []],
  [400, 'POST', '/pages', { title: 'a\0b', slug: 'x' }],
  [400, 'POST', '/pages', { title: 'x', slug: 'x', blocks: [{ blockType: 'nope' }] }],
  [400, 'POST', '/pages', { title: 'x', slug: 'x', parent: 999_999 }],
  [400, 'POST', '/search-words', {}],
  [400, 'POST', '/pages', { title: 'x', slug: 'x', _order: 'ø' }],
  [404, 'GET', '/pages/abc'],
  [404, 'GET', '/pages/99999999999999999999'],
  [404, 'GET', '/search-words/versions/1'],
  [404, 'GET', '/media/paste-url?src=http%3A%2F%2F127.0.0.1%2F'],
  [404, 'GET', '/media/file/x?prefix='],
  [400, 'GET', '/pages?page=-1'],
  [400, 'GET', '/pages?limit=1e9'],
  [400, 'GET', '/pages?depth=99'],
  [400, 'GET', '/pages?where[title][equals]=%00'],
  [400, 'GET', '/pages?where[nope][equals]=1'],
  [405, 'PUT', '/pages/1', {}],
  [400, 'POST', '/users/reset-password', { token: 'a\0', password: 'x' }],
  [400, 'POST', '/users/forgot-password', { email: 'a\0@example.dk' }],
  [400, 'POST', '/redirects', { from: '/selv', url: '/selv' }],
  [400, 'POST', '/globals/header', { sites: [{ label: 'x', url: 'https:evil' }] }],
  [400, 'POST', '/globals/header', { sites: [{ label: 'x', url: 'https://a:b@evil.example' }] }],
])('%s: %s %s', async ([status, method, address, body]) => {
  const answer = await send(method, address, body)
  expect(answer).toMatchObject({ status, error: { message: inDanish }, errors: [{ message: inDanish }] })
})

test('redirects that lead in a circle are refused', async () => {
  await own.admin.call('POST', '/redirects', { from: '/anden', url: '/soeg' })
  await own.admin.call('POST', '/redirects', { from: '/foerste', url: '/anden?a=1' })
  expect(await send('POST', '/redirects', { from: '/anden?a=1', url: '/foerste/' })).toMatchObject({
    status: 400,
    error: { field: 'url' },
  })
})

test('what a version still names cannot be deleted, and one reads what names it', async () => {
  const { contactBox } = await own.admin.call<{ contactBox: { id: number } }>(
    'GET',
    '/globals/press-duty?depth=1',
  )
  const answer = await send('DELETE', `/contact-boxes/${contactBox.id}`)
  expect(answer).toMatchObject({
    status: 409,
    error: { message: expect.stringContaining('Pressevagt') as unknown },
  })
})

test('a row that somebody holds is told as kindly as a database that is gone', async () => {
  const holder = new Client({ connectionString: own.databaseUrl })
  await holder.connect()
  await holder.query('BEGIN; SELECT * FROM people WHERE id = 1 FOR UPDATE')
  const startedAt = performance.now()
  const held = await send('PATCH', '/people/1', { name: 'Ventede' })
  expect(performance.now() - startedAt).toBeLessThan(12_000)
  expect(held).toMatchObject({
    status: 503,
    error: { message: expect.stringContaining('prøv igen') as unknown },
  })
  await holder.query('ROLLBACK')
  await holder.end()
  const idle = await sql(
    own.databaseUrl,
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  )
  expect(idle).toEqual([])
  expect((await send('PATCH', '/people/1', { name: 'Gemt bagefter' })).status).toBe(200)
})

async function picture(color: string): Promise<Blob> {
  const buffer = await sharp({ create: { width: 1500, height: 20, channels: 3, background: color } })
    .png()
    .toBuffer()
  return new Blob([new Uint8Array(buffer)], { type: 'image/png' })
}

async function upload(method: string, address: string, data: object, file?: Blob) {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  if (file) form.set('file', file, 'Kort over Ålborg.PNG')
  return send(method, address, form)
}

test('a file has a private place, a name by its content, and the same address when it is replaced', async () => {
  const { doc } = await upload('POST', '/media', { alt: 'Kort' }, await picture('red'))
  expect(doc?.filename).toMatch(/^kort-over-aalborg\.[0-9a-f]{16}\.png$/)
  const folder = path.join(own.dataDir, 'media')
  for (const name of readdirSync(folder))
    expect([name, statSync(path.join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
  const address = `/api/media/file/${doc?.filename}`
  const { headers } = await ask(own.url, address)
  expect((await ask(own.url, address, { headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(304)
  expect((await ask(own.url, address, { method: 'HEAD' })).headers.etag).toBe(headers.etag)
  expect((await ask(own.url, address, { headers: { range: 'bytes=0-3' } })).status).toBe(206)
  expect((await ask(own.url, `${address}?prefix=`)).status).toBe(404)
  const replaced = await upload('PATCH', `/media/${doc?.id}`, { alt: 'Kort' }, await picture('blue'))
  expect(replaced.doc?.filename).toBe(doc?.filename)
  // Whoever has the old one asks, and gets the new one.
  const now = await ask(own.url, address, { headers: { 'if-none-match': headers.etag ?? '' } })
  expect([now.status, now.headers['cache-control']]).toEqual([200, headers['cache-control']])
  expect(headers['cache-control']).toContain('no-cache')
})

test('the server fetches nothing from an address in an upload', async () => {
  let requests = 0
  const server = http.createServer((_, response) => response.end(String((requests += 1))))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}/x.png`
  for (const body of [
    { alt: 'x', url, filename: 'x.png' },
    { alt: 'x', url },
  ])
    expect(await send('POST', '/media', body)).toMatchObject({
      status: 400,
      error: { message: 'Vælg en fil.' },
    })
  expect(await upload('POST', '/media', { alt: 'x', url, filename: 'x.png' })).toMatchObject({ status: 400 })
  server.close()
  expect(requests).toBe(0)
})
