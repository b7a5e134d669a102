import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * How often somebody has tried to log in, for all servers together (src/server/front/gate/rate-limits.ts). Keys are keyed hashes of
 * addresses and accounts. Not logged, as it need not outlive a crash: columns as rate-limiter-flexible has them.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA server;
CREATE UNLOGGED TABLE server.login_attempts (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA server CASCADE'))
}
