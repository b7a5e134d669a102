import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What somebody without an account did not approve yet, and why. A table of its own: the release before this one takes all of
 * `drafts.approvals` for a yes; docs/decisions/035-shared-drafts.md.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE TABLE drafts.refusals (
  id serial PRIMARY KEY,
  link_id integer NOT NULL,
  page_id integer NOT NULL,
  name text NOT NULL,
  word text NOT NULL,
  at timestamptz(3) NOT NULL,
  version_id integer NOT NULL,
  version_at timestamptz(3) NOT NULL,
  -- Of the content of that version.
  seen text COLLATE "C" NOT NULL,
  FOREIGN KEY (link_id, page_id) REFERENCES drafts.pages ON DELETE CASCADE
);
CREATE INDEX ON drafts.refusals (page_id);
CREATE INDEX ON drafts.refusals (link_id, page_id);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP TABLE drafts.refusals'))
}
