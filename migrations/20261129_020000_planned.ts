import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What is to be published or taken down at a time: sets of changes, which are carried out together. Outside of the tables of the
 * content, which are told of when they change; docs/decisions/031-planned-changes.md.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA planned;
CREATE TABLE planned.sets (
  id serial PRIMARY KEY,
  name text,
  at timestamptz(3) NOT NULL,
  try_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed', 'withdrawn')),
  reason text,
  by_user integer REFERENCES users (id) ON DELETE SET NULL,
  by_name text,
  ended_at timestamptz(3)
);
CREATE INDEX ON planned.sets (try_at) WHERE state = 'waiting';
CREATE INDEX ON planned.sets (state, at);
CREATE INDEX ON planned.sets (by_user);
CREATE TABLE planned.changes (
  id serial PRIMARY KEY,
  set_id integer NOT NULL REFERENCES planned.sets (id) ON DELETE CASCADE,
  collection text NOT NULL,
  document integer NOT NULL,
  title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('publish', 'unpublish')),
  content jsonb,
  base jsonb,
  planned_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (set_id, collection, document)
);
CREATE INDEX ON planned.changes (collection, document);
CREATE TABLE planned.refers (
  change_id integer REFERENCES planned.changes (id) ON DELETE CASCADE,
  collection text,
  document integer,
  PRIMARY KEY (change_id, collection, document)
);
CREATE INDEX ON planned.refers (collection, document);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA planned CASCADE'))
}
