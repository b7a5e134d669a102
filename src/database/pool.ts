import { Client, type ClientConfig, Pool, type PoolConfig } from 'pg'
import { readHosts } from './servers/hosts.ts'
import { PrimaryClient } from './servers/primary.ts'
import { sayError } from './errors/say-error.ts'

/** Anything that can run a query. */
export type Database = Pick<Pool, 'query'>

/**
 * Connections for one purpose, beside those of the CMS: however much they are used, pages and editors keep theirs.
 * @param url of a PostgreSQL database, with one server or several
 * @param name what the log and the database call them
 * @param seconds that a statement may take
 */
export function openPool(url: string, name: string, max: number, seconds = 1): Pool {
  const pool = new Pool({
    ...reach(url),
    application_name: name,
    max,
    connectionTimeoutMillis: 2_000,
    statement_timeout: seconds * 1000,
    query_timeout: (seconds + 1) * 1000,
  })
  // Without a listener a lost connection would be an error that nobody caught.
  pool.on('error', (error) => console.error(name, ...Object.values(sayError(error))))
  return pool
}

/** A connection of its own, not yet made. `url` as for `openPool`. */
export function openClient(url: string, options: ClientConfig = {}): Client {
  const config = { connectionString: url, ...options }
  return hasSeveral(url) ? new PrimaryClient(config) : new Client(config)
}

/** What makes a pool's connections go to the server that takes writes. Undefined, as in builds: PostgreSQL's own defaults. */
export function reach(url: string | undefined): Pick<PoolConfig, 'connectionString' | 'Client'> {
  // A pool hands its own options to the constructor, which its type does not say.
  const Several = PrimaryClient as unknown as PoolConfig['Client']
  return { connectionString: url, ...(url && hasSeveral(url) ? { Client: Several } : {}) }
}

const hasSeveral = (url: string): boolean => (readHosts(url)?.length ?? 0) > 1
