import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { openPool } from '../database/pool.ts'

/**
 * What the server passes to the code that Next bundles. Both run in one process, but each has its own copy of every
 * module, so this is the only link between them.
 */
export type Handover = {
  /** The site's public origin, without a trailing slash. */
  siteUrl: string
  databaseUrl: string
  /** Marks the server's own requests. The server stores the answers to them. */
  internalToken: string
  /** Milliseconds since 1970 by the site's clock. A number, because one copy of Temporal rejects another's instants. */
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

/** The current instant by the site's clock. */
export const now = (): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(received().epochMilliseconds())

/** Whether a request with this header comes from the server itself. Requests from outside cannot have it. */
export const isInternalToken = (header: unknown): boolean => header === received().internalToken

/** A connection pool for one purpose, opened when it is first used. */
export function poolFor(name: string, max: number): () => Pool {
  let pool: Pool | undefined
  return () => (pool ??= openPool(received().databaseUrl, name, max))
}
