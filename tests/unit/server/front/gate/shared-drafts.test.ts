import pino from 'pino'
import { expect, test } from 'vitest'
import { ADDRESSES, MOST_BYTES, sharedDraftAddress } from '../../../../../src/domain/addresses.ts'
import { ask, body, echo, site, store } from '../front-site.ts'

const token = '0123456789abcdef0123456789abcdef01234567'
const address = sharedDraftAddress(token, 12)
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (port: number, headers: Record<string, string> = {}, sent = 'name=Anna') =>
  ask(port, address, { method: 'POST', headers: { ...form, ...headers }, body: sent })

test('a form that the page itself has sent is let in, and of others nothing', async () => {
  const port = await site({ app: echo })
  // What a browser sends for a page that names itself to nobody.
  expect((await post(port, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  for (const headers of [
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'none' },
    { origin: 'https://ond.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[])
    expect([headers, (await post(port, headers)).status]).toEqual([headers, 403])
})

test('the answer to a form is compressed once: by the front', async () => {
  const asked: unknown[] = []
  const port = await site({
    app: (request, response) => {
      asked.push(request.headers['accept-encoding'])
      response.end('ja')
    },
  })
  const { headers } = await post(port, { 'accept-encoding': 'gzip' })
  expect([headers['content-encoding'], asked]).toEqual(['gzip', [undefined]])
})

test('its body is bounded, and its strangers are counted', async () => {
  const port = await site({ app: echo }, { trustedProxies: 1 })
  const most = MOST_BYTES.form
  expect((await post(port, {}, 'a'.repeat(most))).status).toBe(200)
  expect((await post(port, {}, 'a'.repeat(most + 1))).status).toBe(413)
  const flood = await Promise.all(
    Array.from({ length: 260 }, () => post(port, { 'x-forwarded-for': '203.0.113.9' })),
  )
  expect(flood.filter(({ status }) => status === 429).length).toBeGreaterThan(5)
  expect((await ask(port, address, { method: 'DELETE' })).status).toBe(405)
})

test('nobody keeps it, names it or is told of it, also where it fails', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const port = await site({ app: echo })
  for (const path of [sharedDraftAddress(token), address])
    expect((await ask(port, path)).headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'referrer-policy': 'no-referrer',
    })
  const pages = await store({ [ADDRESSES.failed.path]: { status: 503 } })
  for (const app of [
    () => Promise.reject(new Error('no')),
    (_: unknown, response: { statusCode: number; end: () => unknown }) => {
      response.statusCode = 503
      response.end()
    },
  ]) {
    const failing = await site({ app: app as typeof echo, store: () => pages, log })
    const answer = await ask(failing, address)
    expect(answer.status).toBeGreaterThanOrEqual(500)
    // The stored page has files, which would be told where they are shown.
    expect(answer.text).not.toContain(body)
    expect(answer.headers['cache-control']).toMatch(/no-store/)
  }
  expect(lines.join()).toContain('app-failed')
  expect(lines.join()).not.toContain(token)
})
