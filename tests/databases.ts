import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startPostgres } from '../src/server/postgres/postgres.ts'
import { sql } from './e2e/tools/sql.ts'

/** A PostgreSQL in a temporary folder; `remove` stops it and leaves no trace. */
export async function temporaryPostgres() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postgres-'))
  const start = () => startPostgres({ dataDir: folder, tell: () => {} })
  let running = await start()
  await hurry(running.url)
  return {
    folder,
    /** Also after another start. */
    url: running.url,
    stop: () => running.stop(),
    /** After a stop; answers the address, which is to be the same. */
    async startAgain(): Promise<string> {
      running = await start()
      return running.url
    },
    async remove(): Promise<void> {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Lets a PostgreSQL go on before the disk has what it was told: what a test needs does not outlive the machine. */
async function hurry(server: string): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await sql(server, `ALTER SYSTEM SET ${setting} = off`)
  await sql(server, 'SELECT pg_reload_conf()')
}

/**
 * Makes an empty database on the server at this address, or a copy of another one of it; `drop` removes it, whoever is
 * still connected.
 */
export async function ownDatabase(server: string, template = 'template1') {
  const name = `test_${randomBytes(6).toString('hex')}`
  await sql(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { url: addressOf(server, name), drop: () => sql(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

/**
 * As `ownDatabase`, a copy of what `fill` makes of an empty database. It is called by the first that asks for this name, as
 * it takes longer than a copy, and must leave no connection to the database whose address it gets.
 */
export async function ownCopy(server: string, name: string, fill: (url: string) => Promise<unknown>) {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    // Several files may begin at once.
    await client.query(`SELECT pg_advisory_lock(hashtext($1))`, [name])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) {
      const half = `${name}_half`
      await client.query(`DROP DATABASE IF EXISTS ${half}`)
      await client.query(`CREATE DATABASE ${half}`)
      await fill(addressOf(server, half))
      await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`)
    }
  } finally {
    await client.end()
  }
  return ownDatabase(server, name)
}

function addressOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = name
  return url.href
}
