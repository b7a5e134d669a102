import pino from 'pino'
import { expect, test, vi } from 'vitest'
import { addressKind, ADDRESSES } from '../../../../src/domain/addresses.ts'
import { mayScrape } from '../../../../src/server/metrics/may-scrape.ts'
import { Metrics } from '../../../../src/server/metrics/metrics.ts'
import { type AnsweredRequest, createRequestLog } from '../../../../src/server/metrics/request-log.ts'
import { ask, site, store } from '../front/front-site.ts'

const token = 'et-langt-tegn-som-kun-overvaagningen-kender'

/** A log that is kept. */
function keptLog() {
  const lines: Record<string, unknown>[] = []
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  return { lines, log }
}

const metricsWith = (log: pino.Logger, trustedProxies = 0) =>
  new Metrics({
    state: () => ({ isDatabaseUp: false, stored: 5, old: 2, queued: 1, listenerSeconds: 3 }),
    // Never asked, as the database is down.
    database: { query: () => Promise.reject(new Error('down')) },
    dataDir: '.',
    trustedProxies,
    now: () => 0,
    log,
  })

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as never

test.for<[who: string, request: never, may: boolean]>([
  ['this machine', from('127.0.0.1'), true],
  ['this machine by another of its names', from('127.9.9.9'), true],
  ['this machine over IPv6', from('::1'), true],
  ['this machine, IPv4 in IPv6', from('::ffff:127.0.0.1'), true],
  ['a stranger', from('192.0.2.1'), false],
  ['a stranger whose address looks alike', from('::ffff:808:808'), false],
  ['nobody any more', from(''), false],
  ['a proxy on this machine', from('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }), false],
  ['a proxy that says nothing of whom', from('127.0.0.1', { forwarded: 'for=unknown' }), false],
  ['a stranger with the token', from('192.0.2.1', { authorization: `Bearer ${token}` }), true],
  ['a stranger with another', from('192.0.2.1', { authorization: `Bearer ${token}x` }), false],
  ['this machine with a wrong token', from('127.0.0.1', { authorization: 'Bearer x' }), false],
])('%s', ([, request, may]) => {
  expect(mayScrape(request, token)).toBe(may)
})

test('without a token none is right', () => {
  expect(mayScrape(from('192.0.2.1', { authorization: 'Bearer undefined' }), undefined)).toBe(false)
})

test('what the front answers is counted by kind and outcome, and only what went wrong is in the log', async () => {
  const { lines, log } = keptLog()
  const metrics = metricsWith(log)
  const port = await site({
    metrics,
    metricsToken: token,
    log,
    app: (request, response) => {
      response.statusCode = request.url?.startsWith('/soeg') ? 500 : 200
      response.end('{}')
    },
  })
  for (let times = 0; times < 3; times++) await ask(port, '/kontakt')
  const { headers } = await ask(port, '/')
  await ask(port, '/', { headers: { 'if-none-match': headers.etag ?? '' } })
  await ask(port, '/findes/ikke')
  await ask(port, '/kontakt', { method: 'DELETE' })
  const failed = await ask(port, '/soeg?q=hemmelig+sygdom', { headers: { 'x-request-id': 'fremmed-12345' } })

  const text = (await ask(port, ADDRESSES.metrics.path)).text
  const valueOf = (line: string) =>
    text
      .split('\n')
      .find((found) => found.startsWith(`${line} `))
      ?.split(' ')
      .at(-1)
  expect(valueOf('site_requests_total{kind="page",status="2xx"}')).toBe('4')
  expect(valueOf('site_requests_total{kind="page",status="3xx"}')).toBe('1')
  expect(valueOf('site_requests_total{kind="page",status="4xx"}')).toBe('1')
  expect(valueOf('site_requests_total{kind="search",status="5xx"}')).toBe('1')
  expect(valueOf('site_writes_total{kind="page",status="4xx"}')).toBe('1')
  expect(valueOf('site_request_duration_seconds_count{answer="stored"}')).toBe('7')
  expect(valueOf('site_request_duration_seconds_bucket{answer="stored",le="+Inf"}')).toBe('7')
  expect(valueOf('site_old_answers')).toBe('2')
  expect(valueOf('site_database_up')).toBe('0')
  expect(Number(valueOf('site_disk_free_bytes'))).toBeGreaterThan(0)

  expect(lines.map(({ msg, kind, status }) => [msg, kind, status])).toEqual([
    ['A request was refused', 'page', 405],
    ['A request failed', 'search', 500],
  ])
  expect(JSON.stringify(lines)).not.toMatch(/hemmelig|127\.0\.0\.1/)
  // A stranger does not choose the number.
  expect(failed.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  expect(lines.at(-1)?.requestId).toBe(failed.headers['x-request-id'])
})

test('what was sent is what is told, whatever the app says afterwards', async () => {
  const { lines, log } = keptLog()
  const stored = await store({ '/fejl': { status: 503, body: '<h1>Siden kan ikke vises lige nu</h1>' } })
  const port = await site({
    store: () => stored,
    metrics: metricsWith(log),
    app: (_request, response) => {
      response.once('finish', () => (response.statusCode = 500))
      response.statusCode = 503
      response.end()
      response.statusCode = 404
    },
  })
  expect((await ask(port, '/soeg?q=vej')).status).toBe(503)
  await vi.waitFor(() => expect(lines).toMatchObject([{ kind: 'search', status: 503 }]), { timeout: 10_000 })
})

test.for([
  ['a page', '/kontakt', 'POST', 405, {}],
  ['an address without a page', '/findes/ikke', 'POST', 404, {}],
  ['a login', '/api/users/login', 'POST', 413, {}],
  ['an address of editors', '/api/pages', 'POST', 403, {}],
  [
    'an address for editors, from another site',
    '/api/pages',
    'POST',
    403,
    { origin: 'https://evil.example' },
  ],
  ['a search', '/soeg', 'GET', 413, { 'content-length': '2000000' }],
] as const)(
  'a refused body that nobody reads is counted and told: %s',
  async ([, path, method, status, headers]) => {
    const { lines, log } = keptLog()
    const port = await site({ metrics: metricsWith(log), metricsToken: token, log })
    const answer = await ask(port, path, { method, headers, body: 'x'.repeat(2_000_000) })
    expect(answer.status).toBe(status)
    const { text } = await ask(port, ADDRESSES.metrics.path)
    const { name } = addressKind(path)
    expect(text).toContain(
      `site_${method === 'GET' ? 'requests' : 'writes'}_total{kind="${name}",status="4xx"} 1`,
    )
    expect(text).not.toContain('aborted')
    // That nothing is there is no refusal.
    const told = status === 404 ? [] : [{ msg: 'A request was refused', kind: name, status }]
    expect(lines).toMatchObject(told)
  },
)

test('the number that a trusted proxy gives is kept, if it can be one', async () => {
  const port = await site({ metrics: metricsWith(pino({ level: 'silent' }), 1) })
  const idFor = async (given: string) =>
    (await ask(port, '/findes/ikke', { headers: { 'x-request-id': given } })).headers['x-request-id']
  expect(await idFor('4274630536fb53e358cf5325f1427efe')).toBe('4274630536fb53e358cf5325f1427efe')
  for (const odd of ['kort', 'a b c d e f g h', 'x'.repeat(65), '{"level":50}'])
    expect(await idFor(odd)).toMatch(/^[\da-f-]{36}$/)
})

test('whoever may not read the metrics finds nothing there', async () => {
  const port = await site({ metrics: metricsWith(pino({ level: 'silent' })), metricsToken: token })
  const stranger = { 'x-forwarded-for': '192.0.2.1' }
  const refused = await ask(port, ADDRESSES.metrics.path, { headers: stranger })
  const nothing = await ask(port, '/findes/ikke')
  expect(refused.status).toBe(404)
  expect(nothing.status).toBe(404)
  const authorization = `Bearer ${token}`
  expect((await ask(port, ADDRESSES.metrics.path, { headers: { ...stranger, authorization } })).status).toBe(
    200,
  )
})

test('a flood of refusals makes few lines, and leaves room for failures', () => {
  const { lines, log } = keptLog()
  let milliseconds = 0
  const note = createRequestLog(log, () => milliseconds)
  const request: AnsweredRequest = { id: 'x', kind: ADDRESSES.cms, method: 'GET', status: 403, seconds: 0.01 }
  for (let times = 0; times < 5000; times++) note(request)
  note({ ...request, status: 507 })
  expect(lines.at(-1)).toMatchObject({ level: 50, event: 'disk-full' })
  lines.pop()
  note({ ...request, status: 500 })
  expect(lines.at(-1)).toMatchObject({ event: 'request' })
  expect(lines).toHaveLength(31)
  expect(lines.at(-1)).toMatchObject({ level: 50, status: 500 })
  milliseconds = 61_000
  note(request)
  expect(lines.slice(31)).toMatchObject([{ untold: 4970 }, { status: 403 }])
  note({ ...request, status: 200, seconds: 2.5, method: 'odd\nline' })
  note({ ...request, status: 200 })
  note({ ...request, status: 404 })
  expect(lines.slice(33)).toMatchObject([{ level: 40, milliseconds: 2500, method: 'other' }])
})
