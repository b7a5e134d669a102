import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What changed, by transaction, so that a server that missed notifications reads on from where it was. src/database/
 * content-changed.sql writes it, changes.sql reads and trims it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA changes;
CREATE TABLE changes.log (
  -- Sequence numbers would not do: a transaction with a lower one may commit later.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  what text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (xid, what)
);
CREATE INDEX log_at ON changes.log (at);
-- The log holds everything that transactions from here on have changed. Nobody has read it before it was there.
CREATE TABLE changes.horizon (begins xid8 NOT NULL);
INSERT INTO changes.horizon VALUES ('0');
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
DO $$ BEGIN
  IF to_regprocedure('tell_changes(text[])') IS NOT NULL THEN
    CREATE OR REPLACE FUNCTION tell_changes(changed text[]) RETURNS void LANGUAGE sql AS
      'SELECT pg_notify(''content_changed'', what) FROM unnest(changed) AS what';
  END IF;
END $$;
DROP SCHEMA changes CASCADE;
`),
  )
}
