import http from 'node:http'
import zlib from 'node:zlib'
import pino from 'pino'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, vi } from 'vitest'
import { securityHeaders } from '../../../src/server/front/headers.ts'
import { type Refresher, startRefresher } from '../../../src/server/fresh/refresher.ts'
import { openRenderer, type Renderer } from '../../../src/server/fresh/renderer.ts'
import type { Store } from '../../../src/server/front/store.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { freshDatabase } from '../fresh-database.ts'

type Page = { text: string; tags?: string; freshUntil?: string; status?: number; location?: string }

/** A stand-in for the Next app: what it has, what it was asked for, and what a test makes it wait for. */
export let pages: Record<string, Page>
export let asked: string[]
export let lists: number
export let underWay: number
export let mostAtOnce: number
export let versions: Set<string>
export let instants: (string | undefined)[]
let gate: Promise<void>
export let openGate: () => void

export let database: Awaited<ReturnType<typeof freshDatabase>>
export let store: Store
let renderer: Renderer
export let refresher: Refresher
export let contentVersion: number
let clock: Temporal.Instant

export const log = pino({ level: 'silent' })

export function app(request: http.IncomingMessage, response: http.ServerResponse): void {
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

export function closeGate(): void {
  gate = new Promise((resolve) => {
    openGate = resolve
  })
}

export function textOf(path: string): string | undefined {
  const stored = store.get(path)
  return stored && zlib.gunzipSync(stored.gzip).toString()
}

export async function notify(what: string): Promise<void> {
  await sql(database.url, `SELECT pg_notify('content_changed', '${what}')`)
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

export function start(onFirstRenders: (done: number, total: number) => void = () => {}): Promise<Refresher> {
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
export function until<T>(check: () => T | Promise<T>): Promise<NonNullable<T>> {
  return vi.waitUntil(check, { timeout: 30_000, interval: 5 }) as Promise<NonNullable<T>>
}

export function forgetAsked(): void {
  asked = []
}

export function setClock(instant: Temporal.Instant): void {
  clock = instant
}

export function setPages(next: Record<string, Page>): void {
  pages = next
}

export function emptyStore(): void {
  store = new Map()
}
