import { getPayload, type Migration } from 'payload'
import { Client } from 'pg'
import { inject } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { applyFunctions } from '../../src/server/setup/functions.ts'
import { ownDatabase } from '../databases.ts'

/** Makes an empty database of the test's own on the PostgreSQL of this run. */
export const freshDatabase = () => ownDatabase(inject('databaseUrl'))

/** The CMS on an empty database of the test's own, without tables. */
export async function emptyCms() {
  const database = await freshDatabase()
  process.env.DATABASE_URL = database.url
  process.env.PAYLOAD_SECRET = 'only for this test'
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

/** The CMS on a database of the test's own that stands as the set-up leaves it, without content. */
export async function migratedCms() {
  const cms = await emptyCms()
  // Payload would import the migrations past vitest, which alone understands them here.
  await cms.payload.db.migrate({ migrations: migrations as Migration[] })
  const client = new Client({ connectionString: cms.url })
  await client.connect()
  await applyFunctions(client)
  await client.end()
  return cms
}
