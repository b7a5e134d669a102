import type http from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { internet, type Network } from '../../../../src/server/serve/outside/network.ts'
import { tryAddress } from '../../../../src/server/serve/outside/try-address.ts'
import { otherSites, status, thisMachine } from './other-sites.ts'

// What comes of asking an address, on real servers.

let sites: Awaited<ReturnType<typeof otherSites>>
let inner: Awaited<ReturnType<typeof otherSites>>
let taken = 0

/** Knows no HEAD. */
const onlyGet = (refusal: number) => (request: http.IncomingMessage, response: http.ServerResponse) =>
  status(request.method === 'HEAD' ? refusal : 200)(request, response)

beforeAll(async () => {
  inner = await otherSites()
  sites = await otherSites({
    '/vaek': status(404),
    '/fjernet': status(410),
    '/fejl': status(500),
    '/optaget': status(503),
    '/lukket': status(403),
    '/for-mange': status(429),
    '/login': status(401),
    '/ulovlig': status(451),
    '/mur': status(503, { 'cf-mitigated': 'challenge' }),
    '/kun-get': onlyGet(405),
    '/hoved-mangler': onlyGet(404),
    '/kage': status(302, { location: '/kage', 'set-cookie': 'a=1' }),
    '/videre': status(301, { location: '/videre-igen' }),
    '/videre-igen': status(307, { location: '/vaek' }),
    '/ude-af-nettet': status(302, { location: 'mailto:a@example.dk' }),
    '/brudt': (request) => request.socket.destroy(),
    '/tavs': () => {},
    '/dryp': ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x: y\r\n'), 20)
      socket.on('close', () => clearInterval(timer)).on('error', () => {})
    },
    '/skift': ({ socket }) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    '/sludder': ({ socket }) => socket.end('hej\r\n\r\n'),
    '/uden-ende': (request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(500).end()
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      }
      response.on('drain', more).on('error', () => {})
      request.socket.on('close', () => (taken = request.socket.bytesWritten))
      more()
    },
    '/hemmelig': status(302, { location: `http://127.0.0.1:${inner.port}/` }),
    '/omvej': status(302, { location: `http://intern.example:${inner.port}/` }),
  })
})
afterAll(async () => {
  await sites.close()
  await inner.close()
})

const never = new AbortController().signal
const tried = (url: string, network: Network = thisMachine, patience = 5000) =>
  tryAddress(url, { network, userAgent: 'vi', signal: never, patience })

test.for([
  ['/', 'answers', 'HEAD'],
  ['/vaek', '404', 'HEAD GET'],
  ['/fjernet', '410', 'HEAD GET'],
  ['/fejl', '500', 'HEAD GET'],
  ['/optaget', '503', 'HEAD GET'],
  ['/lukket', 'answers', 'HEAD GET'],
  ['/for-mange', 'answers', 'HEAD GET'],
  ['/login', 'answers', 'HEAD GET'],
  ['/ulovlig', 'answers', 'HEAD GET'],
  ['/mur', 'answers', 'HEAD GET'],
  ['/kun-get', 'answers', 'HEAD GET'],
  ['/hoved-mangler', 'answers', 'HEAD GET'],
  ['/videre', '404', 'HEAD HEAD HEAD GET GET GET'],
  ['/kage', 'untried', 'HEAD HEAD HEAD HEAD HEAD HEAD'],
  ['/ude-af-nettet', 'untried', 'HEAD'],
  ['/brudt', 'silent', 'HEAD GET'],
  ['/sludder', 'untried', 'HEAD'],
  ['/skift', 'untried', 'HEAD'],
] as const)('%s: %s, by %s', async ([path, outcome, methods]) => {
  sites.asked.length = 0
  expect(await tried(sites.url(`andre.example${path}`))).toBe(outcome)
  expect(sites.asked.map(({ method }) => method).join(' ')).toBe(methods)
})

test('nothing is sent but who asks', async () => {
  sites.asked.length = 0
  await tried(`http://bruger:kode@andre.example:${sites.port}/sti?a=1#sted`)
  await tried(sites.url('andre.example/kage'))
  expect(sites.asked[0]?.path).toBe('/sti?a=1')
  for (const { headers } of sites.asked)
    expect(headers).toEqual({
      host: `andre.example:${sites.port}`,
      'user-agent': 'vi',
      accept: '*/*',
      connection: 'close',
    })
})

test('a host that is not there, and a port where nobody listens', async () => {
  expect(await tried('http://vaek.example/')).toBe('dns')
  const closed = await otherSites()
  await closed.close()
  expect(await tried(closed.url('andre.example/'))).toBe('silent')
})

test.for(['/tavs', '/dryp'])(
  'who never comes to an end costs no more than the time there is: %s',
  async (path) => {
    const begun = performance.now()
    expect(await tried(sites.url(`andre.example${path}`), thisMachine, 400)).toBe('silent')
    expect(performance.now() - begun).toBeLessThan(3000)
  },
)

test('a host that is looked up without end costs no more either', async () => {
  const network = { ...thisMachine, resolve: () => new Promise<string[]>(() => {}) }
  expect(await tried('http://andre.example/', network, 200)).toBe('dns')
})

test('of an answer without end hardly anything is read', async () => {
  expect(await tried(sites.url('andre.example/uden-ende'))).toBe('answers')
  await expect.poll(() => taken).toBeGreaterThan(0)
  // What the two ends of a connection hold between them on one machine.
  expect(taken).toBeLessThan(8_000_000)
})

test('by the rule of the real site no address leads into a network of ones own, at whatever step', async () => {
  const byRule: Network = {
    resolve: (host) => Promise.resolve(host === 'andre.example' ? ['127.0.0.1'] : ['8.8.8.8', '10.0.0.1']),
    permits: (address, port) => port === sites.port || internet.permits(address, port),
  }
  sites.asked.length = 0
  for (const path of ['/hemmelig', '/omvej'])
    expect([path, await tried(sites.url(`andre.example${path}`), byRule)]).toEqual([path, 'untried'])
  expect(sites.asked.map(({ path }) => path)).toEqual(['/hemmelig', '/omvej'])
  const forms = [
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '127.0.0.1.',
  ]
  const real = { ...internet, resolve: () => Promise.resolve(['127.0.0.1']) }
  for (const host of [...forms, 'localhost', 'andre.example', 'metadata.example'])
    for (const scheme of ['http', 'https'])
      for (const port of ['', `:${inner.port}`])
        expect([host, await tried(`${scheme}://${host}${port}/`, real)]).toEqual([host, 'untried'])
  expect(inner.asked).toEqual([])
})

test('a host that is looked up anew is not asked at another address than the one that was judged', async () => {
  let lookups = 0
  const rebinding: Network = {
    resolve: () => Promise.resolve(lookups++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']),
    permits: (address) => address === '127.0.0.1',
  }
  expect(await tried(sites.url('andre.example/'), rebinding)).toBe('answers')
  expect(lookups).toBe(1)
})
