import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Owners, which pages and contact boxes may have; when each is to be looked through, beside the content, so that saying so makes no
 * version; and the mails of a week, each claimed by the server that sends it. docs/decisions/040-owners-and-reviews.md.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE TABLE "owners" (
  "id" serial PRIMARY KEY NOT NULL,
  "name" varchar NOT NULL CONSTRAINT "owners_name_idx" UNIQUE,
  "email" varchar NOT NULL,
  "note" varchar,
  "updated_by" varchar,
  "updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
CREATE INDEX "owners_updated_at_idx" ON "owners" USING btree ("updated_at");
CREATE INDEX "owners_created_at_idx" ON "owners" USING btree ("created_at");
ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "owners_id" integer;
ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_owners_fk" FOREIGN KEY ("owners_id") REFERENCES "public"."owners"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "payload_locked_documents_rels_owners_id_idx" ON "payload_locked_documents_rels" USING btree ("owners_id");
`),
  )
  for (const { table, column, index } of OWNED)
    await db.execute(
      sql.raw(`
ALTER TABLE "${table}" ADD COLUMN "${column}" integer;
ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${column}_owners_id_fk" FOREIGN KEY ("${column}") REFERENCES "public"."owners"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "${index}" ON "${table}" USING btree ("${column}");
`),
    )
  await db.execute(
    sql.raw(`
CREATE SCHEMA reviews;
CREATE TABLE reviews.dates (
  collection text,
  -- No foreign key: a document may rest in the bin and come back.
  document integer,
  due date NOT NULL,
  confirmed_by text,
  confirmed_at timestamptz(3),
  PRIMARY KEY (collection, document)
);
-- The week whose mails have been made, by its Monday: one row.
CREATE TABLE reviews.weeks (week date PRIMARY KEY);
CREATE TABLE reviews.mails (
  week date REFERENCES reviews.weeks ON DELETE CASCADE,
  -- 0: what nobody owns, to the administrators.
  owner integer,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent')),
  tries integer NOT NULL DEFAULT 0,
  -- While it is sent: since when.
  try_at timestamptz(3) NOT NULL,
  PRIMARY KEY (week, owner)
);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA reviews CASCADE'))
  for (const { table, column } of OWNED)
    await db.execute(sql.raw(`ALTER TABLE "${table}" DROP COLUMN "${column}"`))
  await db.execute(
    sql.raw(`
ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "owners_id";
DROP TABLE "owners" CASCADE;
`),
  )
}

const OWNED = [
  { table: 'contact_boxes', column: 'owner_id', index: 'contact_boxes_owner_idx' },
  {
    table: '_contact_boxes_v',
    column: 'version_owner_id',
    index: '_contact_boxes_v_version_version_owner_idx',
  },
  { table: 'pages', column: 'owner_id', index: 'pages_owner_idx' },
  { table: '_pages_v', column: 'version_owner_id', index: '_pages_v_version_version_owner_idx' },
]
