import type { Migration, Payload } from 'payload'
import { migrations } from '../../../migrations/index.ts'
import { openClient } from '../../../src/database/pool.ts'
import { applyFunctions } from '../../../src/server/setup/functions.ts'

/** Brings the database of the CMS to where the set-up leaves it, without content. */
export async function migrate(payload: Payload, url: string): Promise<void> {
  // Payload would import the migrations past vitest, which alone understands them here.
  await payload.db.migrate({ migrations: migrations as unknown as Migration[] })
  const client = openClient(url)
  await client.connect()
  await applyFunctions(client)
  await client.end()
}
