import { existsSync } from 'node:fs'
import path from 'node:path'
import { openClient } from '../../database/pool.ts'
import { say } from '../tell/language.ts'
import type { Log } from '../tell/log.ts'
import { checkDatabase } from '../postgres/database.ts'
import { addressOfPostgres, startPostgres } from '../postgres/postgres.ts'
import { root } from '../root.ts'
import { prepareDataFolder } from '../start/data-folder.ts'
import { readEnvironment } from '../start/env.ts'
import { StartError } from '../tell/start-error.ts'

/** Where a site keeps its content. `close` stops PostgreSQL if it was started for this. */
export type Place = { databaseUrl: string; dataDir: string; close: () => Promise<void> }

/**
 * The place of the site that the environment names, whether it runs or not.
 * Throws a StartError if there is none, or its database does not answer.
 */
export async function openSite(log: Log): Promise<Place> {
  const environment = readEnvironment(process.env)
  const dataDir = path.resolve(root, environment.dataDir)
  if (environment.databaseUrl) return given(environment.databaseUrl, dataDir)
  const databaseUrl = existsSync(dataDir) ? addressOfPostgres(dataDir) : null
  if (!databaseUrl) {
    throw new StartError(
      say({
        da: `Der er ingen database i ${dataDir}: sæt DATA_DIR eller DATABASE_URL, som webstedet har dem.`,
        en: `There is no database in ${dataDir}: set DATA_DIR or DATABASE_URL as the site has them.`,
      }),
    )
  }
  if (await answers(databaseUrl)) return { databaseUrl, dataDir, close: async () => {} }
  return embedded(dataDir, log)
}

/** The place that the environment names, made if it is not there, while no site runs in it. Throws a StartError if one does. */
export async function openNewPlace(log: Log): Promise<Place> {
  const environment = readEnvironment(process.env)
  const dataDir = prepareDataFolder(environment.dataDir)
  return environment.databaseUrl ? given(environment.databaseUrl, dataDir) : embedded(dataDir, log)
}

async function given(databaseUrl: string, dataDir: string): Promise<Place> {
  await checkDatabase(databaseUrl)
  return { databaseUrl, dataDir, close: async () => {} }
}

async function embedded(dataDir: string, log: Log): Promise<Place> {
  const postgres = await startPostgres({
    dataDir,
    tell: (line) => log.warn({ event: 'database' }, line),
    user: 'backup',
  })
  return { databaseUrl: postgres.url, dataDir, close: () => postgres.stop() }
}

async function answers(url: string): Promise<boolean> {
  const client = openClient(url, { connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  const isThere = await client.connect().then(
    () => true,
    () => false,
  )
  await client.end().catch(() => {})
  return isThere
}
