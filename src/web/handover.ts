import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { HeardChanges } from '../content/reading/content.ts'
import { openPool } from '../database/pool.ts'
import type { PageTree } from '../domain/tree/page-tree.ts'

/**
 * What the server gives to the code that Next bundles. Both run in one process, but each has its own copy of every
 * module; this is the only connection between them, besides requests.
 */
export type Handover = {
  /** The site's public origin, without a trailing slash. */
  siteUrl: string
  databaseUrl: string
  /** The addresses of the pages' style sheets; null in development, where Next adds them. */
  styleSheets: readonly string[] | null
  /** What the server has heard of changes of the content. */
  changes: HeardChanges
  /** The published pages, as the server has brought them up to date with those changes. */
  pageTree: () => PageTree
  /** Milliseconds since 1970 by the site's clock. A number, because copies of Temporal do not accept each other's objects. */
  epochMilliseconds: () => number
}

/** What the app makes for an address that is stored, and what it says about it. */
export type Rendered = {
  /** 200; 308 for an address that has moved; 404 or 503 for the page that says so. */
  status: number
  /** Content-Type, and Location where it leads on. */
  headers: readonly (readonly [name: string, value: string])[]
  body: string
  /** What the answer shows: `press-contacts:12`, or `pages` for all of a collection. */
  tags: ReadonlySet<string>
  /** The instant from which the clock makes the answer wrong, in milliseconds since 1970; null if it never does. */
  freshUntil: number | null
  /** How many pages the lists on a page are divided into; the others are at `?side=2` and so on. */
  sides: number
}

/** Nothing stands at an address, and what that depends on: an old address may lead to a page that is not published. */
export type Nothing = Pick<Rendered, 'tags'> & { status: null; freshUntil: null }

/**
 * Makes the answer for a stored address, right at an instant (milliseconds since 1970). Rejects if the database does not
 * answer. `side`: which page of its lists, from 1. `ahead`: ids of pages that are asked for next, so that they are read all
 * at once.
 */
export type Render = (asked: {
  path: string
  side: number
  at: number
  ahead: readonly number[]
}) => Promise<Rendered | Nothing>

/**
 * Makes the planned changes that are due at an instant (milliseconds since 1970 by the site's clock), and tells what became of
 * each set of them. `later`: it could not be made now, and is tried again.
 */
export type RunDue = (
  at: number,
) => Promise<{ id: number; state: 'done' | 'failed' | 'later'; reason: string | null }[]>

/**
 * Gives one file what its save has left out, and tells what became of it; null: no file lacks anything. `left`: it could not be
 * done, for a reason; null: the file is not there. `without`: files that are left as they are.
 */
export type CompleteNext = (
  without: readonly number[],
) => Promise<{ id: number; file: string; state: 'completed' | 'left'; reason: string | null } | null>

/** What the CMS does when the server tells it to. */
export type Work = { runDue: RunDue; completeNext: CompleteNext }

const key = Symbol.for('aalborg-kommune-web.handover')
const place = globalThis as { [key]?: Handover & { render?: Render; work?: Work } }

/** Called once by the server, before Next is loaded. */
export function handOver(handover: Handover): void {
  place[key] = handover
}

/** Called by the app when it has been loaded. While it is built there is no server. */
export function handOverRender(render: Render): void {
  const handover = place[key]
  if (handover) handover.render = render
}

/** What the app has handed over; throws if it is not loaded. */
export const renderOfApp = (): Render => {
  const { render } = place[key] ?? {}
  if (!render) throw new Error('The app has not been loaded')
  return render
}

/** Called by the CMS when it has been loaded. */
export function handOverWork(work: Work): void {
  const handover = place[key]
  if (handover) handover.work = work
}

/** What the CMS has handed over; undefined while it is not loaded. */
export const workOfCms = (): Work | undefined => place[key]?.work

const received = (): Handover => {
  const handover = place[key]
  if (!handover) throw new Error('The server has handed nothing over')
  return handover
}

export const siteUrl = (): string => received().siteUrl

export const changes = (): HeardChanges => received().changes

export const pageTree = (): PageTree => received().pageTree()

export const styleSheets = (): readonly string[] | null => received().styleSheets

/** The current instant by the site's clock. */
export const now = (): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(received().epochMilliseconds())

/** A pool for one purpose, opened on first use. */
export function poolFor(name: string, max: number): () => Pool {
  let pool: Pool | undefined
  return () => (pool ??= openPool(received().databaseUrl, name, max))
}
