import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseError } from 'pg'
import { isHalfRestored } from '../backup/empty-place.ts'
import { openClient } from '../../database/pool.ts'
import { say } from '../tell/language.ts'
import { root } from '../root.ts'
import { runNode } from '../machine/run-node.ts'
import { StartError } from '../tell/start-error.ts'
import { namesOfMigrations, stateOfFunctions } from './functions.ts'
import { lastErrorOf } from './last-error.ts'
import type { Login } from './tell-login.ts'

/** What the setup process tells us while it works. */
export type SetupMessage = { progress: string } | { administrator: Login }

type SetupOptions = {
  databaseUrl: string
  dataDir: string
  progress: (words: string) => void
  signal: AbortSignal
}

/**
 * Brings the database up to date: migrations, functions, first content, first administrator. Skipped if nothing is missing.
 * Returns the administrator if one was made. Throws a StartError if the set-up fails or the database is half restored.
 */
export async function runSetup(options: SetupOptions): Promise<Login | null> {
  await refuseHalfRestored(options.databaseUrl)
  return bringUpToDate(options)
}

/**
 * As `runSetup`, for whoever fills the database. A process of its own does the work, so that this one does not load the
 * CMS twice.
 */
export async function bringUpToDate(options: SetupOptions): Promise<Login | null> {
  const { databaseUrl, dataDir, progress, signal } = options
  if (await isSetUp(databaseUrl)) return null
  let administrator: Login | null = null
  const logFile = path.join(dataDir, 'setup.log')
  // Why this condition: docs/decisions/010-what-loads-the-code.md.
  const isDone = await runNode(
    ['--conditions=production', path.join(root, 'src/server/run.mjs'), 'setup/setup'],
    {
      env: { NODE_ENV: 'production', DATABASE_URL: databaseUrl },
      logFile,
      signal,
      onMessage(message) {
        const told = message as SetupMessage
        if ('progress' in told) progress(told.progress)
        else administrator = told.administrator
      },
    },
  )
  if (!isDone) {
    const reason = lastErrorOf(readFileSync(logFile, 'utf8')) ?? ''
    throw new StartError(
      say({
        da: `Databasens indhold kunne ikke gøres klar: ${reason} (se ${logFile})`,
        en: `The content of the database could not be made ready: ${reason} (see ${logFile})`,
      }),
    )
  }
  return administrator
}

/** Whether all migrations have run, the functions are the newest, and there are users and pages. */
async function isSetUp(databaseUrl: string): Promise<boolean> {
  const client = openClient(databaseUrl, { connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ done: boolean }>(
      `SELECT (SELECT count(DISTINCT name) FROM payload_migrations WHERE name = ANY($1)) = cardinality($1::text[])
              AND EXISTS (SELECT FROM users) AND EXISTS (SELECT FROM pages) AS done`,
      [namesOfMigrations()],
    )
    return (rows[0]?.done ?? false) && (await stateOfFunctions(client)) !== 'other'
  } catch (error) {
    const isTableMissing = error instanceof DatabaseError && error.code === '42P01'
    if (isTableMissing) return false
    throw error
  } finally {
    await client.end()
  }
}

async function refuseHalfRestored(databaseUrl: string): Promise<void> {
  const client = openClient(databaseUrl, { connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    if (!(await isHalfRestored(client))) return
    throw new StartError(
      say({
        da: 'Databasen er halvt genindlæst: kør »npm run restore <fil>« igen, og start så hjemmesiden.',
        en: 'The database is half restored: run `npm run restore <file>` again, then start the site.',
      }),
    )
  } finally {
    await client.end()
  }
}
