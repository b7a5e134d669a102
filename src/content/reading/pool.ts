import { Pool } from 'pg'

/**
 * Opens, when it is first asked for, connections of a purpose's own beside the CMS's: however much they are used,
 * pages and editors keep theirs. A statement has a second.
 * @param name what the log and the database call them
 */
export function ownPool(name: string, max: number): () => Pool {
  let opened: Pool | undefined
  return () => {
    if (opened) return opened
    opened = new Pool({
      connectionString: process.env.DATABASE_URL,
      application_name: name,
      max,
      connectionTimeoutMillis: 2_000,
      statement_timeout: 1_000,
      query_timeout: 2_000,
    })
    // Without a listener a lost connection would be an error that nobody caught.
    opened.on('error', ({ message }) => console.error(name, message))
    return opened
  }
}
