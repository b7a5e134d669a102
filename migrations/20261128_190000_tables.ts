import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Links of lists and of the footer lead to a heading of a page, or to a file, too. (Tables within texts are part of the texts.) */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const table of TABLES)
    await db.execute(
      sql.raw(`
ALTER TABLE "${table}" ADD COLUMN "anchor" varchar, ADD COLUMN "file_id" integer;
ALTER TABLE "${table}" ADD CONSTRAINT "${table}_file_id_media_id_fk"
  FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "${table}_file_idx" ON "${table}" USING btree ("file_id");
`),
    )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of TABLES)
    await db.execute(sql.raw(`ALTER TABLE "${table}" DROP COLUMN "anchor", DROP COLUMN "file_id"`))
}

const TABLES = [
  'pages_blocks_link_list_links',
  '_pages_v_blocks_link_list_links',
  'footer_links',
  '_footer_v_version_links',
]
