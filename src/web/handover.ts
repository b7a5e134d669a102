import { timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { openPool } from '../database/pool.ts'

/**
 * What the server gives to the code that Next bundles. Both run in one process, but each has its own copy of every
 * module; this is the only connection between them.
 */
export type Handover = {
  /** The site's public origin, without a trailing slash. */
  siteUrl: string
  databaseUrl: string
  /** The addresses of the pages' style sheets; null in development, where Next adds them. */
  styleSheets: readonly string[] | null
  /** Marks requests by the server itself, whose answers it stores. */
  internalToken: string
  /** Milliseconds since 1970 by the site's clock. A number, because copies of Temporal do not accept each other's objects. */
  epochMilliseconds: () => number
}

const key = Symbol.for('aalborg-kommune-web.handover')
const place = globalThis as { [key]?: Handover }

/** Called once by the server, before Next is loaded. */
export function handOver(handover: Handover): void {
  place[key] = handover
}

const received = (): Handover => {
  const handover = place[key]
  if (!handover) throw new Error('The server has handed nothing over')
  return handover
}

export const siteUrl = (): string => received().siteUrl

export const styleSheets = (): readonly string[] | null => received().styleSheets

/** The current instant by the site's clock. */
export const now = (): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(received().epochMilliseconds())

/** Whether a request with this header comes from the server itself. The front removes it from outside requests. */
export const isInternalToken = (header: unknown): boolean => isSameToken(header, received().internalToken)

/** Compares in a time that tells nothing about where two tokens differ. */
export function isSameToken(given: unknown, token: string): boolean {
  const [left, right] = [Buffer.from(String(given)), Buffer.from(token)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A pool for one purpose, opened on first use. */
export function poolFor(name: string, max: number): () => Pool {
  let pool: Pool | undefined
  return () => (pool ??= openPool(received().databaseUrl, name, max))
}
