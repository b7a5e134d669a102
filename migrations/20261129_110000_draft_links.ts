import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Links that show drafts to somebody without an account, and what was approved by them. Outside of the tables of the content, which
 * are told of when they change; docs/decisions/035-shared-drafts.md.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA drafts;
CREATE TABLE drafts.links (
  id serial PRIMARY KEY,
  -- SHA-256 of what stands in the address, which nobody keeps.
  token_hash text COLLATE "C" NOT NULL UNIQUE,
  title text NOT NULL,
  by_name text,
  made_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL CHECK (expires_at <= made_at + interval '91 days'),
  withdrawn_at timestamptz(3),
  openings integer NOT NULL DEFAULT 0
);
CREATE INDEX ON drafts.links (expires_at);
CREATE TABLE drafts.pages (
  link_id integer REFERENCES drafts.links (id) ON DELETE CASCADE,
  -- No foreign key: a page may rest in the bin and come back.
  page_id integer,
  title text NOT NULL,
  PRIMARY KEY (link_id, page_id)
);
CREATE INDEX ON drafts.pages (page_id);
CREATE TABLE drafts.approvals (
  id serial PRIMARY KEY,
  link_id integer NOT NULL,
  page_id integer NOT NULL,
  name text NOT NULL,
  word text,
  at timestamptz(3) NOT NULL,
  version_id integer NOT NULL,
  version_at timestamptz(3) NOT NULL,
  -- Of the content of that version.
  seen text COLLATE "C" NOT NULL,
  FOREIGN KEY (link_id, page_id) REFERENCES drafts.pages ON DELETE CASCADE,
  UNIQUE (link_id, page_id, seen, name)
);
CREATE INDEX ON drafts.approvals (page_id);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA drafts CASCADE'))
}
