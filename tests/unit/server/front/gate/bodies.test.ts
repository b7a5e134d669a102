import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { ADDRESSES, MOST_BYTES } from '../../../../../src/domain/addresses.ts'
import type { App } from '../../../../../src/server/front/front.ts'
import {
  hasBoundedShape,
  MOST_LEVELS,
  MOST_MEMBERS,
} from '../../../../../src/server/front/gate/json-shape.ts'
import { exampleAddress } from '../../../../example-address.ts'
import { ask, session, site } from '../front-site.ts'

/** A stand-in for the app that tells how long the body is that it may read. */
const count: App = (request, response) => {
  let length = 0
  request.on('data', (chunk: Buffer) => (length += chunk.length))
  request.on('end', () => {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ length }))
  })
}

const kinds = Object.values(ADDRESSES)
const asJson = { 'content-type': 'application/json' }
const asForm = { 'content-type': 'multipart/form-data; boundary=x' }
const fill = (head: string, tail: string) => (length: number) =>
  `${head}${'a'.repeat(length - head.length - tail.length)}${tail}`
const text = fill('{"token":"', '"}')
const FILE = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
const file = fill(FILE, '\r\n--x--')

/** Sends a head and as much of a body as is taken; the status that comes back, and what was sent until then. */
async function send(
  port: number,
  method: string,
  path: string,
  options: { headers: Record<string, string>; chunk: Buffer; most: number },
) {
  const request = http.request({
    host: '127.0.0.1',
    port,
    path,
    method,
    agent: false,
    headers: options.headers,
  })
  const state = { sent: 0, isOver: false }
  const end = () => {
    state.isOver = true
  }
  request.on('error', end)
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
  void answered.then(end)
  const pump = () => {
    while (!state.isOver && state.sent < options.most) {
      state.sent += options.chunk.length
      if (!request.write(options.chunk)) return void request.once('drain', pump)
    }
  }
  pump()
  const [response] = await answered
  response.resume()
  request.destroy()
  return { status: response.statusCode, sent: state.sent }
}

test.for(kinds)('$path reads no byte of a body that is too large', async (kind) => {
  const reached = vi.fn<() => void>()
  const port = await site({ app: (request, response) => (reached(), count(request, response)) })
  const most = MOST_BYTES[kind.body]
  const chunk = Buffer.alloc(64 * 1024, 'a')
  const sendAs = async (method: string, isDeclared: boolean) => {
    const length: Record<string, string> = isDeclared
      ? { 'content-length': '200000000' }
      : { 'transfer-encoding': 'chunked' }
    const headers = { ...asJson, ...session, ...length }
    const { status, sent } = await send(port, method, exampleAddress(kind), {
      headers,
      chunk,
      most: 200_000_000,
    })
    expect([method, isDeclared, status]).toEqual([
      method,
      isDeclared,
      expect.toSatisfy((s: number) => s >= 400 && s < 500),
    ])
    // What the network holds comes on top of what is read.
    expect(sent).toBeLessThan(most + 40_000_000)
  }
  const methods = [...new Set([...kind.methods, 'POST', 'GET'])]
  await Promise.all(methods.flatMap((method) => [sendAs(method, true), sendAs(method, false)]))
  expect(reached).not.toHaveBeenCalled()
})

test.for([
  ['/api/users/login', MOST_BYTES.login, text, {}],
  ['/api/pages', MOST_BYTES.json, text, session],
  ['/api/media', MOST_BYTES.file, file, { ...session, ...asForm }],
  ['/api/media', MOST_BYTES.json, text, session],
  ['/admin', MOST_BYTES.json, text, session],
] as const)('%s takes %i bytes and not one more', async ([path, most, text, headers]) => {
  const port = await site({ app: count })
  const post = (body: string, more = {}) =>
    ask(port, path, { method: 'POST', headers: { ...asJson, ...headers, ...more }, body })
  expect(JSON.parse((await post(text(most))).text)).toEqual({ length: most })
  expect((await post(text(most + 1))).status).toBe(413)
  expect((await post(text(most), { 'transfer-encoding': 'chunked' })).status).toBe(411)
})

test.for(kinds.filter(({ body }) => ['json', 'file'].includes(body)))(
  'a body for $path comes only with a session that is verified',
  async (kind) => {
    const reached = vi.fn<() => void>()
    const port = await site({ app: (request, response) => (reached(), count(request, response)) })
    const strangers: Record<string, string>[] = [
      {},
      { authorization: 'JWT x' },
      { cookie: 'payload-token=other' },
      { 'next-action': 'x' },
    ]
    for (const method of kind.methods.filter((method) => method !== 'HEAD' && method !== 'GET'))
      for (const headers of strangers) {
        const answer = await ask(port, exampleAddress(kind), {
          method,
          headers: { ...asJson, 'content-length': '2', ...headers },
          body: '{}',
        })
        expect([method, answer.status, answer.text]).toEqual([
          method,
          403,
          expect.stringContaining('Log ind'),
        ])
      }
    expect(reached).not.toHaveBeenCalled()
  },
)

test.for([
  ['deep', `${'['.repeat(4000)}${']'.repeat(4000)}`, {}],
  ['compressed', gzipSync('{}'), { 'content-encoding': 'gzip' }],
  [
    'deep in a form',
    `--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${'['.repeat(400)}\r\n--x--`,
    { 'content-type': 'multipart/form-data; boundary=x' },
  ],
] as const)('a body that is %s is refused', async ([, body, headers]) => {
  const port = await site({ app: count })
  const { status } = await ask(port, '/api/users/login', {
    method: 'POST',
    headers: { ...asJson, ...headers },
    body,
  })
  expect([400, 415]).toContain(status)
})

const PART = '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n'
const deep = `${PART}${'['.repeat(400)}\r\n--x--`

test.for([
  ['many small parts', `${`${PART}1\r\n`.repeat(1001)}--x--`, 'boundary=x', 400],
  ['a head without end', `--x\r\nContent-Disposition: ${'a'.repeat(10_000)}`, 'boundary=x', 400],
  ['long texts', `${PART}"${'a'.repeat(MOST_BYTES.json)}"\r\n--x--`, 'boundary=x', 413],
  ['two boundaries', deep, 'boundary=x; boundary=y', 415],
  ['another boundary behind', deep, 'boundary=x; yboundary=y', 415],
  ['a boundary in quotes', deep, 'boundary="x"', 415],
  ['no boundary', deep, 'charset=utf-8', 415],
  ['a file that may hold anything', `${FILE}${'['.repeat(4000)}\r\n--x--`, 'boundary=x', 200],
] as const)('a form with %s', async ([, body, boundary, expected]) => {
  const port = await site({ app: count })
  const headers = { ...session, 'content-type': `multipart/form-data; ${boundary}` }
  for (const path of ['/api/media', ...(body.length < MOST_BYTES.json ? ['/api/pages', '/admin'] : [])]) {
    const { status } = await ask(port, path, { method: 'POST', headers, body })
    expect([path, status]).toEqual([path, expected])
  }
})

test('a body that breaks off is no request', async () => {
  const reached = vi.fn<() => void>()
  const port = await site({ app: reached })
  const socket = net.connect(port, '127.0.0.1')
  socket.write('POST /api/users/login HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{"a"')
  socket.end()
  socket.resume()
  await once(socket, 'close')
  expect(reached).not.toHaveBeenCalled()
})

test('who asks before sending is told at once whether to', async () => {
  const port = await site({ app: count })
  for (const [length, first] of [
    ['12', 'HTTP/1.1 100 Continue'],
    ['20000', 'HTTP/1.1 413 Payload Too Large'],
  ]) {
    const socket = net.connect(port, '127.0.0.1')
    socket.write(
      `POST /api/users/login HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`,
    )
    const [begin] = (await once(socket, 'data')) as [Buffer]
    expect(begin.toString().split('\r\n')[0]).toBe(first)
    socket.destroy()
  }
})

const bytes = (json: string) => hasBoundedShape(Buffer.from(json))

test('a shape is bounded by its levels and members, not by what its texts hold', () => {
  expect(bytes('['.repeat(MOST_LEVELS))).toBe(true)
  expect(bytes('['.repeat(MOST_LEVELS + 1))).toBe(false)
  expect(bytes(`[${'0,'.repeat(MOST_MEMBERS - 1)}0]`)).toBe(true)
  expect(bytes(`[${'0,'.repeat(MOST_MEMBERS)}0]`)).toBe(false)
  expect(bytes(`[${'{},'.repeat(MOST_MEMBERS / 2)}0]`)).toBe(false)
  expect(bytes(JSON.stringify('[{,\\"'.repeat(MOST_MEMBERS)))).toBe(true)
  expect(bytes(`["\\\\",${'['.repeat(MOST_LEVELS)}`)).toBe(false)
})

test.for([
  ['X-A: ; filename=x', 'Content-Disposition: form-data; name="_payload"'],
  ['Content-Disposition: form-data; name="; filename=x"'],
  [
    'Content-Disposition: form-data; name="_payload"',
    'Content-Disposition: form-data; name="f"; filename="x"',
  ],
] as string[][])('a part of a form whose head is %s is no file', async (heads) => {
  const head = `--x\r\n${heads.join('\r\n')}\r\n\r\n`
  const body = `${head}[${'[],'.repeat(MOST_MEMBERS)}0]\r\n--x--`
  const { status } = await ask(await site({ app: count }), '/api/media', {
    method: 'POST',
    headers: { ...session, ...asForm },
    body,
  })
  expect(status).toBe(400)
})

test('whoever sends nothing more is told so, and holds up nobody', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const port = await site({ app: count })
    const request = http.request({
      host: '127.0.0.1',
      port,
      path: '/api/media',
      method: 'POST',
      headers: { ...session, ...asForm, 'content-length': 1000 },
    })
    request.on('error', () => {})
    const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
    request.write('--x')
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(1), { interval: 5 })
    await vi.advanceTimersByTimeAsync(15_000)
    const [response] = await answered
    expect(response.statusCode).toBe(408)
    request.destroy()
  } finally {
    vi.useRealTimers()
  }
})
