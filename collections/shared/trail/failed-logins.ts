import { type PostgresAdapter, sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import type { User } from '../../../src/payload-types.ts'

/**
 * Writes down that somebody could not log in to an account, or to none: once a minute for each account, and once for all
 * that there are none of, so that strangers cannot fill the trail. What was typed is not kept: it may be a password. Returns
 * at once, so that the time of an answer does not tell whether there is such an account; a note that cannot be written is
 * logged.
 */
export function noteFailedLogin(email: unknown, { db, logger }: Payload): void {
  const { drizzle } = db as unknown as PostgresAdapter
  const address = typeof email === 'string' ? email.trim().toLowerCase() : ''
  void drizzle
    .execute(
      sql`INSERT INTO trail.events (kind, user_id, user_name, for_administrators)
          SELECT 'login-failed', account.id, account.name, true
          FROM (SELECT) AS somebody LEFT JOIN users AS account ON account.email = ${address}
          WHERE NOT EXISTS (SELECT FROM trail.events WHERE kind = 'login-failed' AND at > now() - interval '1 minute'
                            AND user_id IS NOT DISTINCT FROM account.id)`,
    )
    .catch((error: unknown) => logger.warn(error))
}

/**
 * Writes down that whoever is logged in as somebody did not know their password: once a minute for each account. Not in the
 * transaction of the request, which is undone by that.
 */
export function noteRefusedPassword({ id, name }: Pick<User, 'id' | 'name'>, { db, logger }: Payload): void {
  const { drizzle } = db as unknown as PostgresAdapter
  void drizzle
    .execute(
      sql`INSERT INTO trail.events (kind, user_id, user_name, for_administrators)
          SELECT 'password-refused', ${id}, ${name}, true
          WHERE NOT EXISTS (SELECT FROM trail.events WHERE kind = 'password-refused' AND user_id = ${id}
                            AND at > now() - interval '1 minute')`,
    )
    .catch((error: unknown) => logger.warn(error))
}
