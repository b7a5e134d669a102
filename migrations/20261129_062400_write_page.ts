import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** »Skriv til os« of a contact box leads to a page, which may move. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
  ALTER TABLE "contact_boxes" ADD COLUMN "write_page_id" integer;
  ALTER TABLE "contact_boxes" ADD COLUMN "write_anchor" varchar;
  ALTER TABLE "_contact_boxes_v" ADD COLUMN "version_write_page_id" integer;
  ALTER TABLE "_contact_boxes_v" ADD COLUMN "version_write_anchor" varchar;
  ALTER TABLE "contact_boxes" ADD CONSTRAINT "contact_boxes_write_page_id_pages_id_fk" FOREIGN KEY ("write_page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contact_boxes_v" ADD CONSTRAINT "_contact_boxes_v_version_write_page_id_pages_id_fk" FOREIGN KEY ("version_write_page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "contact_boxes_write_write_page_idx" ON "contact_boxes" USING btree ("write_page_id");
  CREATE INDEX "_contact_boxes_v_version_write_version_write_page_idx" ON "_contact_boxes_v" USING btree ("version_write_page_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
  ALTER TABLE "contact_boxes" DROP CONSTRAINT "contact_boxes_write_page_id_pages_id_fk";

  ALTER TABLE "_contact_boxes_v" DROP CONSTRAINT "_contact_boxes_v_version_write_page_id_pages_id_fk";

  DROP INDEX "contact_boxes_write_write_page_idx";
  DROP INDEX "_contact_boxes_v_version_write_version_write_page_idx";
  ALTER TABLE "contact_boxes" DROP COLUMN "write_page_id";
  ALTER TABLE "contact_boxes" DROP COLUMN "write_anchor";
  ALTER TABLE "_contact_boxes_v" DROP COLUMN "version_write_page_id";
  ALTER TABLE "_contact_boxes_v" DROP COLUMN "version_write_anchor";`)
}
