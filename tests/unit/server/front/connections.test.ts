import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { closeServer, createConnections } from '../../../../src/server/front/connections.ts'
import { site } from './front-site.ts'

const servers: http.Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await closeServer(server)
})

/** A server whose answers are the paths that were asked for, and what node read of requests and bodies. */
async function start() {
  const read = { requests: 0, pieces: 0 }
  const { answerInTurn, watch } = createConnections((request, response) => {
    request.on('data', () => read.pieces++)
    setImmediate(() => response.end(`${request.url}\n`))
  })
  const server = http.createServer(answerInTurn).on('request', () => read.requests++)
  watch(server)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port, read }
}

/** Sends `text` as it is; resolves to all that came back when the connection has ended. */
async function send(port: number, text: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1').setEncoding('latin1')
  let received = ''
  socket.on('error', () => {}).on('data', (data: string) => (received += data))
  socket.write(text)
  await once(socket, 'close')
  return received
}

const head = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`
const last = head('/last', 'Connection: close\r\n')

test('what is asked ahead is answered in order', async () => {
  const { port } = await start()
  const asked = Array.from({ length: 50 }, (_, index) => `/${index}`)
  const received = await send(port, asked.map((path) => head(path)).join('') + last)
  expect(received.match(/^\/\w+$/gm)).toEqual([...asked, '/last'])
})

test('of thousands of requests ahead few are read, and the connection ends', async () => {
  const { port, read } = await start()
  await send(port, head('/').repeat(20_000))
  expect(read.requests).toBeGreaterThan(1)
  expect(read.requests).toBeLessThan(100)
  expect(await send(port, last)).toContain('200 OK')
})

test('of a body in thousands of pieces none is read', async () => {
  const { port, read } = await start()
  await send(
    port,
    `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(20_000)}`,
  )
  expect(read).toEqual({ requests: 1, pieces: 0 })
})

test.for(['/api/users/login', '/api/pages', '/api/media', '/admin', '/', '/nobody'])(
  'at %s a body whose length is not said is refused in words',
  async (path) => {
    const port = await site()
    const received = await send(
      port,
      `POST ${path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(20_000)}`,
    )
    expect(received).toMatch(/^HTTP\/1\.1 411 /)
    expect(received).toContain('Content-Length.')
  },
)

test('what cannot be read is answered as node does', async () => {
  const { port } = await start()
  expect(await send(port, 'EHLO a\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/,
  )
  expect(await send(port, head('/', `X: ${'a'.repeat(20_000)}\r\n`))).toMatch(/^HTTP\/1\.1 431 /)
})

test('whoever is connected when a server is closed is answered, and told that it was the last time', async () => {
  const { server, port } = await start()
  const open = () =>
    net
      .connect(port, '127.0.0.1')
      .setEncoding('latin1')
      .on('error', () => {})
  const used = open()
  used.write(head('/first'))
  await once(used, 'data')
  const fresh = open()
  await once(fresh, 'connect')
  const closing = closeServer(server)
  for (const socket of [used, fresh]) {
    socket.write(head('/second'))
    const [answer] = (await once(socket, 'data')) as [string]
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*Connection: close\r\n/)
  }
  await closing
  await expect(once(net.connect(port, '127.0.0.1'), 'connect')).rejects.toThrow(/ECONNREFUSED/)
})

test('what has arrived while a server that is closed was busy is answered', async () => {
  const { server, port } = await start()
  const sockets = Array.from({ length: 20 }, () => net.connect(port, '127.0.0.1').setEncoding('latin1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const answers = sockets.map((socket) => once(socket, 'data') as Promise<[string]>)
  const closing = closeServer(server)
  // Everything that is under way here stands still for longer than silence is waited for.
  setTimeout(() => {
    for (const socket of sockets) socket.write(head('/late'))
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600))
  }, 20)
  for (const [answer] of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 200 OK/)
  await closing
})

test.for([
  ['asks nothing', '', 'connect'],
  ['has been answered', head('/'), 'data'],
  ['has gone over to another protocol', head('/', 'Connection: Upgrade\r\nUpgrade: x\r\n'), 'data'],
] as const)('whoever is connected and %s does not keep a server from closing', async ([, text, sign]) => {
  const { server, port } = await start()
  server.on('upgrade', (_request, upgraded: net.Socket) => upgraded.write('HTTP/1.1 101 \r\n\r\n'))
  const socket = net.connect(port, '127.0.0.1')
  socket.write(text)
  await once(socket, sign)
  const startedAt = performance.now()
  const ended = once(socket, 'close')
  await closeServer(server)
  await ended
  // Requests under way would get twenty seconds.
  expect(performance.now() - startedAt).toBeLessThan(4000)
})
