import zlib from 'node:zlib'
import pino from 'pino'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { type Feed, openFeed } from '../../../src/server/fresh/feed.ts'
import { type Refresher, startRefresher } from '../../../src/server/fresh/refresher.ts'
import { securityHeaders } from '../../../src/server/front/headers.ts'
import type { Render } from '../../../src/web/handover.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { migratedAlone } from '../fresh-database.ts'

type Page = {
  text: string
  /** With commas between them. */
  tags?: string
  freshUntil?: string
  status?: number
  location?: string
  sides?: number
}

/** A stand-in for the app: what it has, what it was asked for, and what a test makes it wait for. */
export let pages: Record<string, Page>
export let asked: string[]
export let underWay: number
export let mostAtOnce: number
export let instants: string[]
export let aheads: (readonly number[])[]
let gate: Promise<void>
export let openGate: () => void

export let database: Awaited<ReturnType<typeof migratedAlone>>
export let feed: Feed
export let refresher: Refresher
let clock: Temporal.Instant

export const log = pino({ level: 'silent' })

const render: Render = async ({ path, side, at, ahead }) => {
  const address = side === 1 ? path : `${path}?side=${side}`
  asked.push(address)
  mostAtOnce = Math.max(mostAtOnce, ++underWay)
  instants.push(Temporal.Instant.fromEpochMilliseconds(at).toString())
  aheads.push(ahead)
  await gate
  underWay--
  const page = pages[address]
  if (!page) return { status: null, tags: new Set(), freshUntil: null }
  if (page.status === 500) throw new Error('The page cannot be made')
  return {
    status: page.status ?? 200,
    headers: page.location ? [['Location', page.location]] : [],
    body: page.text,
    tags: new Set(page.tags?.split(/,\s*/)),
    freshUntil: page.freshUntil ? Temporal.Instant.from(page.freshUntil).epochMilliseconds : null,
    sides: page.sides ?? 1,
  }
}

export function closeGate(): void {
  gate = new Promise((resolve) => {
    openGate = resolve
  })
}

/** What is stored for a path and right, as text. */
export function textOf(path: string): string | undefined {
  const stored = refresher.pages.current(path)
  return stored && zlib.brotliDecompressSync(stored.br).toString()
}

/** What a visitor gets at a path, as text; null: nothing is there. */
export async function visit(path: string, side?: number): Promise<string | null> {
  const stored = await refresher.pages.get(path, side)
  return stored && zlib.brotliDecompressSync(stored.br).toString()
}

/** Notifies a change, and waits until the server has heard of it. */
export async function notify(what: string): Promise<void> {
  const { version } = feed.changes
  await sql(database.url, `SELECT pg_notify('content_changed', '${what}')`)
  await until(() => feed.changes.since(version).includes(what))
}

/** Publishes pages at the top of the tree, so that their addresses are known. */
export async function publish(...paths: string[]): Promise<void> {
  const slugs = paths.map((path) => path.slice(1) || 'forside')
  await sql(
    database.url,
    `INSERT INTO pages (title, slug, _status) SELECT slug, slug, 'published'
     FROM unnest(ARRAY['${slugs.join("','")}']) AS slug`,
  )
  await until(() => paths.every((path) => feed.addresses.has(path)))
}

beforeAll(async () => {
  database = await migratedAlone()
})

beforeEach(async () => {
  await sql(
    database.url,
    `TRUNCATE pages, redirects, press_contacts, changes.log RESTART IDENTITY CASCADE;
     INSERT INTO pages (title, slug, _status) VALUES ('Forside', 'forside', 'published'),
       ('Presse', 'presse', 'published'), ('Børn', 'børn', 'published')`,
  )
  pages = {
    '/': { text: 'front', tags: 'pages:1, press-contacts' },
    '/presse': { text: 'press', tags: 'pages:2,press-contacts:12,press-contacts:13' },
    '/børn': { text: 'children', tags: 'pages:3' },
    '/ikke-fundet': { text: 'not found', tags: 'header', status: 404 },
    '/fejl': { text: 'sorry', tags: 'header' },
    '/sitemap.xml': { text: 'sitemap' },
    '/robots.txt': { text: 'robots' },
    '/aendringer.xml': { text: 'feed' },
    '/.well-known/security.txt': { text: 'security' },
    '/was': { text: '', status: 307, location: 'https://was.digst.dk/' },
  }
  gate = Promise.resolve()
  clock = Temporal.Instant.from('2026-11-23T07:00:00+01:00')
  forgetAsked()
  refresher = await start()
  await until(() => refresher.pages.countOld() === 0)
  forgetAsked()
})

afterEach(async () => {
  openGate?.()
  await refresher.stop()
  await feed.close()
})

afterAll(() => database.drop())

export async function start(): Promise<Refresher> {
  feed = await openFeed({ databaseUrl: database.url, log })
  return startRefresher({
    feed,
    render,
    securityHeaders: securityHeaders('http://localhost:3000').page,
    now: () => clock.epochMilliseconds,
    traffic: { requests: 0, waiting: 0 },
    visits: (path) => (path.startsWith('/presse') ? 7 : 0),
    log,
  })
}

/** Waits for what shall come; the limit is only for when it never does. */
export function until<T>(check: () => T | Promise<T>): Promise<NonNullable<T>> {
  return vi.waitUntil(check, { timeout: 30_000, interval: 5 }) as Promise<NonNullable<T>>
}

export function forgetAsked(): void {
  asked = []
  instants = []
  aheads = []
  underWay = mostAtOnce = 0
}

export function setClock(instant: string): void {
  clock = Temporal.Instant.from(instant)
}
