import { Pool } from 'pg'
import { sayError } from './say-error.ts'

/** Anything that can run a query. */
export type Database = Pick<Pool, 'query'>

/**
 * Connections for one purpose, beside those of the CMS: however much they are used, pages and editors keep theirs.
 * @param url of a PostgreSQL database
 * @param name what the log and the database call them
 * @param seconds that a statement may take
 */
export function openPool(url: string, name: string, max: number, seconds = 1): Pool {
  const pool = new Pool({
    connectionString: url,
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
