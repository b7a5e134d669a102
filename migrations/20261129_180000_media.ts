import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * More sizes of pictures, what a file's content is known by, subjects of files (docs/decisions/041-media.md); and views of the
 * lists that editors have saved, outside of the tables of the content.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE TABLE "media_texts" (
  "id" serial PRIMARY KEY NOT NULL,
  "order" integer NOT NULL,
  "parent_id" integer NOT NULL,
  "path" varchar NOT NULL,
  "text" varchar
);
ALTER TABLE "media_texts" ADD CONSTRAINT "media_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "media_texts_order_parent" ON "media_texts" USING btree ("order","parent_id");
ALTER TABLE "media" ADD COLUMN "sent_hash" varchar, ADD COLUMN "stored_hash" varchar, ADD COLUMN "moves" boolean;
CREATE INDEX "media_sent_hash_idx" ON "media" USING btree ("sent_hash");
CREATE INDEX "media_stored_hash_idx" ON "media" USING btree ("stored_hash");
CREATE SCHEMA lists;
CREATE TABLE lists.views (
  id serial PRIMARY KEY,
  collection text NOT NULL,
  name text NOT NULL CHECK (length(name) <= 60),
  query text NOT NULL CHECK (length(query) <= 4000),
  owner integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  is_shared boolean NOT NULL DEFAULT false,
  made_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (collection, owner, name)
);
CREATE INDEX ON lists.views (owner);
`),
  )
  for (const size of SIZES)
    await db.execute(
      sql.raw(`
ALTER TABLE "media"
  ADD COLUMN "sizes_${size}_url" varchar,
  ADD COLUMN "sizes_${size}_width" numeric,
  ADD COLUMN "sizes_${size}_height" numeric,
  ADD COLUMN "sizes_${size}_mime_type" varchar,
  ADD COLUMN "sizes_${size}_filesize" numeric,
  ADD COLUMN "sizes_${size}_filename" varchar;
CREATE INDEX "media_sizes_${size}_sizes_${size}_filename_idx" ON "media" USING btree ("sizes_${size}_filename");
`),
    )
}

/** The files of the sizes stay where they are, named by nothing. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const size of SIZES)
    for (const column of ['url', 'width', 'height', 'mime_type', 'filesize', 'filename'])
      await db.execute(sql.raw(`ALTER TABLE "media" DROP COLUMN "sizes_${size}_${column}"`))
  await db.execute(
    sql.raw(`
DROP SCHEMA lists CASCADE;
DROP TABLE "media_texts" CASCADE;
ALTER TABLE "media" DROP COLUMN "sent_hash", DROP COLUMN "stored_hash", DROP COLUMN "moves";
`),
  )
}

const SIZES = ['column_avif', 'half', 'half_avif']
