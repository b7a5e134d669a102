import { type Client, escapeIdentifier } from 'pg'
import { openClient } from '../../database/pool.ts'
import { say } from '../tell/language.ts'
import { SETUP_LOCK } from '../setup/lock.ts'
import { StartError } from '../tell/start-error.ts'
import { listTables } from './tables.ts'

/** Held by whoever makes a backup, so that there is one at a time for a database, on whichever machine. */
const BACKUP_LOCK = 2_026_112_801

/**
 * A connection for copying: without the limits on time that the server or the role may have, and with values written so
 * that every version of PostgreSQL reads them alike (as pg_dump does).
 * @param url of a PostgreSQL database
 */
export async function connectToCopy(url: string): Promise<Client> {
  const client = openClient(url, {
    application_name: 'backup',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  // A lost connection fails whatever statement comes next.
  client.on('error', () => {})
  await client.connect()
  await client.query(
    `SELECT set_config(name, '0', false) FROM pg_settings
     WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`,
  )
  await client.query(
    `SET datestyle = ISO; SET intervalstyle = postgres; SET extra_float_digits = 3; SET row_security = off`,
  )
  return client
}

/** Waits for its turn among backups. Throws a StartError if another is under way. */
export async function lockBackup(client: Client): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    BACKUP_LOCK,
  ])
  if (rows[0]?.locked) return
  throw new StartError(
    say({
      da: 'Der laves allerede en sikkerhedskopi af denne database.',
      en: 'A backup of this database is being made already.',
    }),
  )
}

/**
 * Opens a transaction that sees the database as it is now, however long it lasts and whoever writes meanwhile. Until it
 * ends, no migration can change a table under it.
 */
export async function openSnapshot(client: Client): Promise<void> {
  // A migration under way would empty tables for whoever sees the time before it.
  await client.query('SELECT pg_advisory_lock_shared($1)', [SETUP_LOCK])
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const names = (await listTables(client)).map(
    ({ schema, name }) => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
  )
  if (names.length > 0) await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`)
  await client.query('SELECT pg_advisory_unlock_shared($1)', [SETUP_LOCK])
}
