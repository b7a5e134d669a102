import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '../src/server/postgres/postgres.ts'
import { sql } from './e2e/tools/sql.ts'

/** A PostgreSQL in a temporary folder; `remove` stops it and leaves no trace. */
export async function temporaryPostgres() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postgres-'))
  const start = () => startPostgres({ dataDir: folder, tell: () => {} })
  let running = await start()
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

/** Makes an empty database on the server at this address; `drop` removes it, whoever is still connected. */
export async function ownDatabase(server: string) {
  const name = `test_${randomBytes(6).toString('hex')}`
  await sql(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, drop: () => sql(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}
