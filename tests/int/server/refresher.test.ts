import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import zlib from 'node:zlib'
import pino from 'pino'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeServer, createFront } from '../../../src/server/front/front.ts'
import { securityHeaders } from '../../../src/server/front/headers.ts'
import { type Refresher, startRefresher } from '../../../src/server/fresh/refresher.ts'
import { openRenderer, type Renderer } from '../../../src/server/fresh/renderer.ts'
import type { Store } from '../../../src/server/front/store.ts'
import { execute, freshDatabase } from '../fresh-database.ts'

type Page = { text: string; tags?: string; freshUntil?: string; status?: number; location?: string }

/** A stand-in for the Next app: what it has, what it was asked for, and what a test makes it wait for. */
let pages: Record<string, Page>
let asked: string[]
let lists: number
let underWay: number
let mostAtOnce: number
let versions: Set<string>
let instants: (string | undefined)[]
let gate: Promise<void>
let openGate: () => void

let database: Awaited<ReturnType<typeof freshDatabase>>
let store: Store
let renderer: Renderer
let refresher: Refresher
let contentVersion: number
let clock: Temporal.Instant

const log = pino({ level: 'silent' })

function app(request: http.IncomingMessage, response: http.ServerResponse): void {
  const path = decodeURI(request.url ?? '')
  versions.add(String(request.headers['x-internal-content-version']))
  if (path === '/api/internal/paths') {
    lists++
    response.setHeader('x-content-tags', 'pages,redirects')
    response.end(JSON.stringify({ paths: Object.keys(pages) }))
    return
  }
  asked.push(path)
  mostAtOnce = Math.max(mostAtOnce, ++underWay)
  response.once('close', () => underWay--)
  instants.push(request.headers['x-internal-at'] as string | undefined)
  const page = pages[path]
  const answer = () => {
    if (!page) return response.writeHead(404).end()
    response.writeHead(page.status ?? 200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(page.tags && { 'x-content-tags': page.tags }),
      ...(page.freshUntil && { 'x-fresh-until': page.freshUntil }),
      ...(page.location && { Location: page.location }),
    })
    return response.end(page.text)
  }
  void gate.then(answer)
}

function closeGate(): void {
  gate = new Promise((resolve) => {
    openGate = resolve
  })
}

function textOf(path: string): string | undefined {
  const stored = store.get(path)
  return stored && zlib.gunzipSync(stored.gzip).toString()
}

function notify(what: string): Promise<void> {
  return execute(database.url, `SELECT pg_notify('content_changed', '${what}')`)
}

beforeEach(async () => {
  pages = {
    '/': { text: 'front', tags: 'pages:1, press-contacts' },
    '/presse': { text: 'press', tags: 'pages:2,press-contacts:12,press-contacts:13' },
    '/børn': { text: 'children', tags: 'pages:3' },
    '/ikke-fundet': { text: 'not found', tags: 'header', status: 404 },
  }
  asked = []
  underWay = mostAtOnce = 0
  versions = new Set()
  instants = []
  gate = Promise.resolve()
  clock = Temporal.Instant.from('2026-11-23T07:00:00+01:00')
  contentVersion = 1
  store = new Map()
  database = await freshDatabase()
  renderer = await openRenderer({ app, token: 'token', contentVersion: () => contentVersion })
  refresher = await start()
  asked = []
  lists = 0
})

afterEach(async () => {
  openGate?.()
  await refresher.stop()
  await renderer.close()
  await database.drop()
})

function start(onFirstRenders: (done: number, total: number) => void = () => {}): Promise<Refresher> {
  return startRefresher({
    databaseUrl: database.url,
    renderer,
    store,
    securityHeaders: securityHeaders('http://localhost:3000').page,
    now: () => clock,
    onChange: () => (contentVersion += 1),
    onFirstRenders,
    log,
  })
}

/** Waits for what shall come; the limit is only for when it never does. */
function until<T>(check: () => T | Promise<T>): Promise<NonNullable<T>> {
  return vi.waitUntil(check, { timeout: 30_000, interval: 5 }) as Promise<NonNullable<T>>
}

test('at first everything is rendered and counted', async () => {
  expect([...store.keys()].toSorted()).toEqual(['/', '/børn', '/ikke-fundet', '/presse'])
  expect(store.get('/ikke-fundet')?.status).toBe(404)
  expect(refresher.renders()).toBe(4)
  expect(refresher.isDatabaseUp()).toBe(true)
})

test('a change of one contact refreshes what shows it and nothing else', async () => {
  pages['/presse'] = { text: 'press, new', tags: 'pages:2,press-contacts:12' }
  pages['/'] = { text: 'front, new', tags: 'pages:1,press-contacts' }
  pages['/børn'] = { text: 'children, not asked for', tags: 'pages:3' }
  await notify('press-contacts:12')
  await until(() => textOf('/presse') === 'press, new')
  expect(textOf('/')).toBe('front, new')
  expect(textOf('/børn')).toBe('children')
  expect(asked.toSorted()).toEqual(['/', '/presse'])
  expect(versions).toContain('2')
})

test('a change of a whole collection refreshes all that show any of it', async () => {
  await notify('press-contacts')
  await until(() => asked.length === 2)
  expect(asked.toSorted()).toEqual(['/', '/presse'])
})

test('what nobody shows refreshes nothing', async () => {
  await notify('people:7')
  await notify('header')
  await until(() => asked.length > 0)
  expect(asked).toEqual(['/ikke-fundet'])
})

test('a new page is there, one taken away is gone, one that moved leads on', async () => {
  pages['/ny'] = { text: 'new', tags: 'pages:4' }
  pages['/presse'] = { text: '', tags: 'redirects', status: 308, location: '/ny' }
  delete pages['/børn']
  await execute(
    database.url,
    `SELECT pg_notify('content_changed', what) FROM unnest(ARRAY['pages:2', 'pages:3', 'pages:4', 'redirects:1']) what`,
  )
  await until(() => store.has('/ny'))
  expect(textOf('/ny')).toBe('new')
  expect(store.has('/børn')).toBe(false)
  expect(store.get('/presse')?.status).toBe(308)
  expect(store.get('/presse')?.variants.br.headers).toContain('/ny')
})

test('the list of paths is asked for again when what it was made of changes, and only then', async () => {
  await notify('press-contacts:12')
  await until(() => asked.includes('/presse'))
  expect(lists).toBe(0)
  await notify('pages:3')
  await until(() => asked.includes('/børn'))
  expect(lists).toBe(1)
})

test('all that one change touches is swapped together', async () => {
  closeGate()
  pages['/'] = { text: 'front, new' }
  pages['/presse'] = { text: 'press, new' }
  await notify('press-contacts:12')
  await until(() => asked.length === 2)
  expect([textOf('/'), textOf('/presse')]).toEqual(['front', 'press'])
  openGate()
  await until(() => textOf('/') === 'front, new')
  expect(textOf('/presse')).toBe('press, new')
})

test('a change that comes while pages are rendered is in the end there too', async () => {
  closeGate()
  pages['/børn'] = { text: 'children, first', tags: 'pages:3' }
  await notify('pages:3')
  await until(() => asked.length === 1)
  pages['/børn'] = { text: 'children, second', tags: 'pages:3' }
  await notify('pages:3')
  openGate()
  await until(() => textOf('/børn') === 'children, second')
  expect(asked).toEqual(['/børn', '/børn'])
})

test('a render that fails keeps the old page until one works', async () => {
  pages['/børn'] = { text: 'error', status: 500 }
  await notify('pages:3')
  await until(() => asked.length >= 2)
  expect(textOf('/børn')).toBe('children')
  pages['/børn'] = { text: 'children, new', tags: 'pages:3' }
  await until(() => textOf('/børn') === 'children, new')
})

test('a page that fails does not hold up the others', async () => {
  pages['/'] = { text: 'error', status: 500 }
  pages['/presse'] = { text: 'press, new', tags: 'press-contacts:12' }
  await notify('press-contacts:12')
  await until(() => textOf('/presse') === 'press, new')
  expect(textOf('/')).toBe('front')
})

test('the clock refreshes exactly the pages that it makes old', async () => {
  pages['/presse'] = { text: 'duty', tags: 'pages:2', freshUntil: '2026-11-23T08:00:00+01:00' }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'duty')
  pages['/presse'] = { text: 'staff', tags: 'pages:2', freshUntil: '2026-11-23T15:00:00+01:00' }
  asked = []
  clock = Temporal.Instant.from('2026-11-23T08:00:00+01:00')
  await until(() => textOf('/presse') === 'staff')
  expect(asked).toEqual(['/presse'])
})

test('what the clock will make old is rendered before, and swapped at the instant', async () => {
  pages['/presse'] = { text: 'duty', tags: 'pages:2', freshUntil: '2026-11-23T08:00:00+01:00' }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'duty')
  pages['/presse'] = { text: 'staff', tags: 'pages:2' }
  asked = []
  clock = Temporal.Instant.from('2026-11-23T07:59:56+01:00')
  await until(() => asked.length > 0)
  expect(instants.at(-1)).toBe('2026-11-23T07:00:00Z')
  expect(textOf('/presse')).toBe('duty')
  closeGate()
  clock = Temporal.Instant.from('2026-11-23T08:00:00+01:00')
  await until(() => textOf('/presse') === 'staff')
  expect(asked).toEqual(['/presse'])
  openGate()
})

test('a change just before the instant is not undone by what was rendered ahead of it', async () => {
  pages['/presse'] = { text: 'duty', tags: 'pages:2', freshUntil: '2026-11-23T08:00:00+01:00' }
  await notify('pages:2')
  await until(() => textOf('/presse') === 'duty')
  pages['/presse'] = { text: 'staff, old words', tags: 'pages:2' }
  asked = []
  clock = Temporal.Instant.from('2026-11-23T07:59:56+01:00')
  await until(() => asked.length > 0)
  pages['/presse'] = { text: 'staff, new words', tags: 'pages:2' }
  clock = Temporal.Instant.from('2026-11-23T08:00:00+01:00')
  await notify('pages:2')
  await until(() => textOf('/presse') === 'staff, new words')
  pages['/'] = { text: 'front, later', tags: 'pages:1' }
  await notify('pages:1')
  await until(() => textOf('/') === 'front, later')
  expect(textOf('/presse')).toBe('staff, new words')
})

test('a lost connection to the database is made again, and everything refreshed once', async () => {
  const versionBefore = contentVersion
  pages['/børn'] = { text: 'children, changed meanwhile', tags: 'pages:3' }
  await execute(
    database.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'content-listener' AND datname = current_database()`,
  )
  await until(() => textOf('/børn') === 'children, changed meanwhile')
  expect(refresher.isDatabaseUp()).toBe(true)
  expect(asked.toSorted()).toEqual(['/', '/børn', '/ikke-fundet', '/presse'])
  expect(contentVersion).toBeGreaterThan(versionBefore)
  pages['/børn'] = { text: 'children, later', tags: 'pages:3' }
  await notify('pages:3')
  await until(() => textOf('/børn') === 'children, later')
})

test('visitors get each page whole, old or new, while it is swapped again and again', async () => {
  const front = createFront({
    store,
    app,
    files: new Set(),
    siteUrl: 'http://localhost:3000',
    trustedProxies: 0,
    isDevelopment: false,
    state: () => ({ isDatabaseUp: true, renders: 0, contentVersion }),
    log,
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}/presse`
  const seen = new Set<string>()
  const done = new AbortController()
  const visit = async () => {
    while (!done.signal.aborted) {
      const response = await fetch(url)
      seen.add(`${response.status} ${(await response.text()).replace(/^(\d+) (\1 )*\1$/, 'whole')}`)
    }
  }
  const visitors = [visit(), visit(), visit()]
  for (let change = 0; change < 20; change++) {
    const text = Array<number>(2000).fill(change).join(' ')
    pages['/presse'] = { text, tags: 'pages:2' }
    await notify('pages:2')
    await until(() => textOf('/presse') === text)
  }
  done.abort()
  await Promise.all(visitors)
  expect([...seen].filter((answer) => answer !== '200 press')).toEqual(['200 whole'])
  await closeServer(front)
})

test('when nothing can be rendered the start ends with a line that says so', async () => {
  pages = { '/': { text: 'error', status: 500 } }
  store = new Map()
  await expect(start()).rejects.toThrow('Siderne kunne ikke dannes')
})

test('a first fill that fails is tried again before the start gives up', async () => {
  pages = { '/': { text: 'error', status: 500 } }
  store = new Map()
  let failed = 0
  const started = await start(() => {
    failed++
    pages = { '/': { text: 'front', tags: 'pages:1' } }
  })
  await started.stop()
  expect([failed, textOf('/')]).toEqual([2, 'front'])
})

test('the first fill tells how far it has come', async () => {
  const progress: string[] = []
  await (await start((done, total) => progress.push(`${done}/${total}`))).stop()
  expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4'])
})

test('two hundred pages that one instant makes old are rendered three at a time, the first to turn old first', async () => {
  for (let page = 1; page <= 200; page++) {
    const freshUntil = page <= 3 ? '2026-11-23T23:59:59+01:00' : '2026-11-24T00:00:00+01:00'
    pages[`/side-${page}`] = { text: 'today', tags: 'pages:9', freshUntil }
  }
  await notify('pages:9')
  await until(() => textOf('/side-200') === 'today')
  for (const page of Object.values(pages)) page.text = 'tomorrow'
  for (const page of Object.values(pages)) delete page.freshUntil
  asked = []
  closeGate()
  clock = Temporal.Instant.from('2026-11-23T23:59:56+01:00')
  await until(() => underWay === 3)
  openGate()
  await until(() => asked.length === 200)
  expect(asked.slice(0, 3).toSorted()).toEqual(['/side-1', '/side-2', '/side-3'])
  expect(textOf('/side-1')).toBe('today')
  clock = Temporal.Instant.from('2026-11-24T00:00:00+01:00')
  await until(() =>
    [...store.keys()].every((path) => !path.startsWith('/side-') || textOf(path) === 'tomorrow'),
  )
  expect(mostAtOnce).toBe(3)
  expect(asked).toHaveLength(200)
})

test('a change of the content does not wait for what is prepared ahead', async () => {
  for (let page = 1; page <= 50; page++)
    pages[`/side-${page}`] = { text: 'today', tags: 'pages:9', freshUntil: '2026-11-24T00:00:00+01:00' }
  await notify('pages:9')
  await until(() => textOf('/side-50') === 'today')
  asked = []
  closeGate()
  clock = Temporal.Instant.from('2026-11-23T23:59:56+01:00')
  await until(() => asked.length === 3)
  pages['/børn'] = { text: 'children, new', tags: 'pages:3' }
  await notify('pages:3')
  await until(() => contentVersion > 2)
  openGate()
  await until(() => textOf('/børn') === 'children, new')
  expect(asked.indexOf('/børn')).toBeLessThanOrEqual(3)
})
