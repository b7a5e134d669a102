import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What editors search: each document with its words, drafts too. Made of the content by src/database/desk/search, and outside of its
 * tables, which are told of when they change; docs/decisions/036-desk-search.md.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA desk;
CREATE TABLE desk.entries (
  -- The table of the collection or global.
  kind text NOT NULL,
  document integer NOT NULL,
  -- NULL: it has no drafts.
  status text CHECK (status IN ('published', 'changed', 'draft', 'unpublished')),
  title text NOT NULL,
  -- Its texts as editors have them, and as visitors do where those are others.
  newest text NOT NULL,
  shown text NOT NULL,
  folded text COLLATE "C" NOT NULL,
  names tsvector NOT NULL,
  words tsvector NOT NULL,
  changed_at timestamptz(3),
  PRIMARY KEY (kind, document)
);
CREATE INDEX entries_words ON desk.entries USING gin (words) WITH (fastupdate = off);
CREATE TABLE desk.vocabulary (
  word text COLLATE "C" PRIMARY KEY,
  stem text COLLATE "C"
);
CREATE INDEX vocabulary_stem ON desk.vocabulary (stem);
CREATE INDEX vocabulary_parts ON desk.vocabulary USING gin (word gin_trgm_ops) WITH (fastupdate = off);
-- What a transaction has touched so far.
CREATE UNLOGGED TABLE desk.touched (
  transaction xid8 DEFAULT pg_current_xact_id(),
  kind text,
  document integer,
  PRIMARY KEY (transaction, kind, document)
);
`),
  )
}

/** The functions go with it, so the next start is to apply them again. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA desk CASCADE; COMMENT ON SCHEMA search IS NULL'))
}
