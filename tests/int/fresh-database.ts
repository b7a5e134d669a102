import path from 'node:path'
import { getPayload, type Migration } from 'payload'
import { Client } from 'pg'
import { inject } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { ownCopy, ownDatabase, temporaryPostgres } from '../databases.ts'
import { runNode } from '../tools/processes.ts'
import { migrate } from './databases/migrate.ts'

const SECRET = 'only for these tests'

/** Makes an empty database of the test's own on the PostgreSQL of this run, or on another. */
export const freshDatabase = (server = inject('databaseUrl')) => ownDatabase(server)

/** The CMS on an empty database of the test's own, without tables. */
export async function emptyCms(server?: string) {
  return cmsOn(await freshDatabase(server))
}

async function cmsOn(database: Awaited<ReturnType<typeof freshDatabase>>) {
  process.env.DATABASE_URL = database.url
  process.env.PAYLOAD_SECRET = SECRET
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  return {
    url: database.url,
    payload,
    drop: async () => {
      // Payload never closes its connections; dropping the database does, and says so on each.
      payload.db.pool.on('error', () => {})
      await database.drop()
    },
  }
}

/** A CMS of the time before a migration: those before it have run. `migrate` runs it and those after it. */
export async function cmsBefore(isStep: (name: string) => boolean) {
  const cms = await emptyCms()
  const place = migrations.findIndex(({ name }) => isStep(name))
  const run = (some: unknown[]) => cms.payload.db.migrate({ migrations: some as Migration[] })
  await run(migrations.slice(0, place))
  return { ...cms, step: migrations[place] as Migration, migrate: () => run(migrations) }
}

/** As `migratedCms`, with a connection to the database. */
export async function migratedClient() {
  const { url, drop } = await migratedCms()
  const client = new Client({ connectionString: url })
  await client.connect()
  return {
    client,
    drop: async () => {
      await client.end()
      await drop()
    },
  }
}

/**
 * As `migratedCms`, on a PostgreSQL of its own: what the log of changes still tells depends on the oldest transaction of all
 * databases of a PostgreSQL, and other tests have long ones.
 */
export async function migratedAlone() {
  const postgres = await temporaryPostgres()
  const cms = await emptyCms(postgres.url)
  await migrate(cms.payload, cms.url)
  const drop = async () => {
    await cms.drop()
    await postgres.remove()
  }
  return { ...cms, drop }
}

/** The CMS on a database of the test's own that stands as the set-up leaves it, without content. */
export async function migratedCms() {
  return cmsOn(await copyOf('migrated'))
}

/** As `migratedCms`, with the first content of the year 2026. */
export async function filledCms() {
  return cmsOn(await copyOf('filled'))
}

/** A copy of what `databases/database-child.ts` makes: a process of its own, so that its connections end. */
const copyOf = (stage: 'migrated' | 'filled') =>
  ownCopy(inject('databaseUrl'), stage, async (url) => {
    const program = path.join(import.meta.dirname, 'databases/database-child.ts')
    const { code, output } = await runNode(['--conditions=production', '--import', 'tsx', program, stage], {
      DATABASE_URL: url,
      PAYLOAD_SECRET: SECRET,
    })
    if (code !== 0) throw new Error(output)
  })
