import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Contact boxes as rows under a text, and headings that have moved to another page. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "pages_blocks_contact_boxes" ADD COLUMN "intro" jsonb;
  ALTER TABLE "pages_blocks_contact_boxes" ADD COLUMN "as_rows" boolean DEFAULT false;
  ALTER TABLE "pages_blocks_link_list_links" ADD COLUMN "former_anchor" varchar;
  ALTER TABLE "_pages_v_blocks_contact_boxes" ADD COLUMN "intro" jsonb;
  ALTER TABLE "_pages_v_blocks_contact_boxes" ADD COLUMN "as_rows" boolean DEFAULT false;
  ALTER TABLE "_pages_v_blocks_link_list_links" ADD COLUMN "former_anchor" varchar;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "pages_blocks_contact_boxes" DROP COLUMN "intro";
  ALTER TABLE "pages_blocks_contact_boxes" DROP COLUMN "as_rows";
  ALTER TABLE "pages_blocks_link_list_links" DROP COLUMN "former_anchor";
  ALTER TABLE "_pages_v_blocks_contact_boxes" DROP COLUMN "intro";
  ALTER TABLE "_pages_v_blocks_contact_boxes" DROP COLUMN "as_rows";
  ALTER TABLE "_pages_v_blocks_link_list_links" DROP COLUMN "former_anchor";`)
}
