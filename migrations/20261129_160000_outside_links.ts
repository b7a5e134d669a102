import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The addresses of other sites that visitors are led to, and whether they answer. Made of the content by src/database/desk/outside.sql,
 * and outside of its tables, which are told of when they change; docs/decisions/042-links-to-elsewhere.md.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA outside;
CREATE TABLE outside.links (
  id serial PRIMARY KEY,
  -- As it was typed, without a place on the page. An address may be longer than a B-tree takes.
  url text COLLATE "C" NOT NULL,
  host text COLLATE "C" NOT NULL,
  next_at timestamptz(3) NOT NULL DEFAULT now(),
  tried_at timestamptz(3),
  outcome text,
  failing_since timestamptz(3),
  failures integer NOT NULL DEFAULT 0,
  EXCLUDE USING hash (url WITH =)
);
CREATE INDEX ON outside.links (next_at);
-- When a server may next try some addresses, and when they were last looked for in the content.
CREATE TABLE outside.rounds (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  next_at timestamptz(3) NOT NULL DEFAULT '-infinity',
  found_at timestamptz(3) NOT NULL DEFAULT '-infinity'
);
INSERT INTO outside.rounds DEFAULT VALUES;
`),
  )
}

/** The functions go with it, so the next start is to apply them again. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA outside CASCADE; COMMENT ON SCHEMA search IS NULL'))
}
