import { namesOf } from '../../database/hosts.ts'
import { openClient } from '../../database/pool.ts'
import { StartError } from '../start-error.ts'

/** Checks that DATABASE_URL points to PostgreSQL 15 or later. Throws a StartError that does not show the password. */
export async function checkDatabase(url: string): Promise<void> {
  const client = openClient(url, { connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    )
    const version = rows[0]?.version ?? ''
    if (Number.parseInt(version) < 15) {
      throw new StartError(
        `DATABASE_URL fører til PostgreSQL ${version}, men der skal bruges 15 eller nyere.`,
      )
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    const reason =
      error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error)
    throw new StartError(
      `DATABASE_URL: databasen på ${namesOf(url)} svarer ikke (${reason}). Start den, eller ret adressen.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
