import { sql } from '../../e2e/tools/sql.ts'

/** The server of a database, by another of its databases. */
export const serverOf = (databaseUrl: string) => new URL('/postgres', databaseUrl).href

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1)

/** Cuts connections to a database, and lets nobody connect. @param program whose connections are cut; all if none is given */
export async function takeAway(databaseUrl: string, program?: string): Promise<void> {
  await sql(serverOf(databaseUrl), `ALTER DATABASE ${nameOf(databaseUrl)} ALLOW_CONNECTIONS false`)
  await sql(
    serverOf(databaseUrl),
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = $1 AND ($2::text IS NULL OR application_name = $2)`,
    [nameOf(databaseUrl), program],
  )
}

export async function giveBack(databaseUrl: string): Promise<void> {
  await sql(serverOf(databaseUrl), `ALTER DATABASE ${nameOf(databaseUrl)} ALLOW_CONNECTIONS true`)
}
