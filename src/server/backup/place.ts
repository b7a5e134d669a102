import { existsSync } from 'node:fs'
import path from 'node:path'
import { openClient } from '../../database/pool.ts'
import { say } from '../tell/language.ts'
import type { Log } from '../tell/log.ts'
import { checkDatabase } from '../postgres/database.ts'
import { addressOfPostgres, startPostgres } from '../postgres/postgres.ts'
import { root } from '../root.ts'
import { prepareDataFolder } from '../start/data-folder.ts'
import { databaseFaults } from '../start/database-faults.ts'
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
  if (environment.databaseUrl) {
    const place = await given(environment.databaseUrl, dataDir)
    if (!(await hasSite(place.databaseUrl)))
      throw new StartError(
        say({
          da: 'DATABASE_URL: der er ingen hjemmeside i databasen. Sæt den, som hjemmesiden har den.',
          en: 'DATABASE_URL: there is no site in the database. Set it as the site has it.',
        }),
      )
    return place
  }
  const databaseUrl = existsSync(dataDir) ? addressOfPostgres(dataDir) : null
  if (!databaseUrl) {
    throw new StartError(
      say({
        da: `Der er ingen database i ${dataDir}: sæt DATA_DIR eller DATABASE_URL, som hjemmesiden har dem.`,
        en: `There is no database in ${dataDir}: set DATA_DIR or DATABASE_URL as the site has them.`,
      }),
    )
  }
  if (await answers(databaseUrl)) return { databaseUrl, dataDir, close: async () => {} }
  return embedded(dataDir, log)
}

/**
 * The place that the environment names, made if it is not there, while no site runs in it. Throws a StartError if one does,
 * or if the database cannot be filled.
 */
export async function openNewPlace(log: Log): Promise<Place> {
  const { databaseUrl, dataDir: asked } = readEnvironment(process.env)
  const dataDir = prepareDataFolder(asked)
  if (!databaseUrl) return embedded(dataDir, log)
  const place = await given(databaseUrl, dataDir)
  const faults = await databaseFaults(databaseUrl)
  if (faults.length > 0) throw new StartError(faults.join('\n'))
  return place
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

async function hasSite(url: string): Promise<boolean> {
  const client = openClient(url, { connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `SELECT WHERE to_regclass('public.payload_migrations') IS NOT NULL`,
    )
    return rowCount === 1
  } finally {
    await client.end().catch(() => {})
  }
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
