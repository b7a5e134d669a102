import { namesOf } from '../../database/servers/hosts.ts'
import { openClient } from '../../database/pool.ts'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'

/**
 * Checks that DATABASE_URL points to PostgreSQL 15 or later; resolves to its version, e.g. `18.7`. Throws a StartError that
 * does not show the password.
 */
export async function checkDatabase(url: string): Promise<string> {
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
        say({
          da: `DATABASE_URL fører til PostgreSQL ${version}, men der skal bruges 15 eller nyere.`,
          en: `DATABASE_URL leads to PostgreSQL ${version}, but 15 or newer is needed.`,
        }),
      )
    }
    return version
  } catch (error) {
    if (error instanceof StartError) throw error
    const reason =
      error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error)
    throw new StartError(
      say({
        da: `DATABASE_URL: databasen på ${namesOf(url)} svarer ikke (${reason}). Start den, eller ret adressen.`,
        en: `DATABASE_URL: the database at ${namesOf(url)} does not answer (${reason}). Start it, or correct the address.`,
      }),
    )
  } finally {
    await client.end().catch(() => {})
  }
}
