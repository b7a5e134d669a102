import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The bin: what was deleted, as the rows that it was made of, outside of the tables of the content. src/database/keep/bin.sql
 * fills and empties it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA bin;
CREATE TABLE bin.documents (
  id serial PRIMARY KEY,
  collection text NOT NULL,
  document integer NOT NULL,
  title text NOT NULL,
  was_public boolean NOT NULL,
  deleted_at timestamptz(3) NOT NULL,
  deleted_by integer REFERENCES users (id) ON DELETE SET NULL,
  deleted_by_name text
);
CREATE INDEX ON bin.documents (deleted_at DESC, id DESC);
CREATE INDEX ON bin.documents (collection, document);
CREATE INDEX ON bin.documents (deleted_by);
CREATE TABLE bin.rows (
  document integer REFERENCES bin.documents (id) ON DELETE CASCADE,
  nth integer,
  name text NOT NULL,
  is_own boolean NOT NULL,
  row jsonb NOT NULL,
  PRIMARY KEY (document, nth)
);
CREATE TABLE bin.files (
  document integer REFERENCES bin.documents (id) ON DELETE CASCADE,
  name text,
  size text,
  content bytea NOT NULL,
  PRIMARY KEY (document, name)
);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA bin CASCADE'))
}
