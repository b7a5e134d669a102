import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "press_contacts_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_press_contacts_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "media" ALTER COLUMN "alt" DROP NOT NULL;
  ALTER TABLE "press_contacts" ADD COLUMN "photo_id" integer;
  ALTER TABLE "press_contacts" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_press_contacts_v" ADD COLUMN "version_photo_id" integer;
  ALTER TABLE "_press_contacts_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "departments" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_departments_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "people" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_people_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "contact_boxes" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_contact_boxes_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "opening_hours" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_opening_hours_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "hours_exceptions" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_hours_exceptions_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "calendar_days" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "pages_blocks_link_list_links" ADD COLUMN "anchor" varchar;
  ALTER TABLE "pages_blocks_link_list_links" ADD COLUMN "file_id" integer;
  ALTER TABLE "pages" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_pages_v_blocks_link_list_links" ADD COLUMN "anchor" varchar;
  ALTER TABLE "_pages_v_blocks_link_list_links" ADD COLUMN "file_id" integer;
  ALTER TABLE "_pages_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "aktindsigt_guidance" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_aktindsigt_guidance_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "grundfortaelling" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_grundfortaelling_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "pejlemaerker" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_pejlemaerker_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "media" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_portrait_url" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_portrait_width" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_portrait_height" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_portrait_mime_type" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_portrait_filesize" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_portrait_filename" varchar;
  ALTER TABLE "search_words" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "redirects" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "users" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "press_duty" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_press_duty_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "header" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_header_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "footer_links" ADD COLUMN "anchor" varchar;
  ALTER TABLE "footer_links" ADD COLUMN "file_id" integer;
  ALTER TABLE "footer" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_footer_v_version_links" ADD COLUMN "anchor" varchar;
  ALTER TABLE "_footer_v_version_links" ADD COLUMN "file_id" integer;
  ALTER TABLE "_footer_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "labels" ADD COLUMN "updated_by" varchar;
  ALTER TABLE "_labels_v" ADD COLUMN "version_updated_by" varchar;
  ALTER TABLE "press_contacts_texts" ADD CONSTRAINT "press_contacts_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_contacts_v_texts" ADD CONSTRAINT "_press_contacts_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_press_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "press_contacts_texts_order_parent" ON "press_contacts_texts" USING btree ("order","parent_id");
  CREATE INDEX "_press_contacts_v_texts_order_parent" ON "_press_contacts_v_texts" USING btree ("order","parent_id");
  ALTER TABLE "press_contacts" ADD CONSTRAINT "press_contacts_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_contacts_v" ADD CONSTRAINT "_press_contacts_v_version_photo_id_media_id_fk" FOREIGN KEY ("version_photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_link_list_links" ADD CONSTRAINT "pages_blocks_link_list_links_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_link_list_links" ADD CONSTRAINT "_pages_v_blocks_link_list_links_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "footer_links" ADD CONSTRAINT "footer_links_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_footer_v_version_links" ADD CONSTRAINT "_footer_v_version_links_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "press_contacts_photo_idx" ON "press_contacts" USING btree ("photo_id");
  CREATE INDEX "_press_contacts_v_version_version_photo_idx" ON "_press_contacts_v" USING btree ("version_photo_id");
  CREATE INDEX "pages_blocks_link_list_links_file_idx" ON "pages_blocks_link_list_links" USING btree ("file_id");
  CREATE INDEX "_pages_v_blocks_link_list_links_file_idx" ON "_pages_v_blocks_link_list_links" USING btree ("file_id");
  CREATE INDEX "media_sizes_portrait_sizes_portrait_filename_idx" ON "media" USING btree ("sizes_portrait_filename");
  CREATE INDEX "footer_links_file_idx" ON "footer_links" USING btree ("file_id");
  CREATE INDEX "_footer_v_version_links_file_idx" ON "_footer_v_version_links" USING btree ("file_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "press_contacts_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_press_contacts_v_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "press_contacts_texts" CASCADE;
  DROP TABLE "_press_contacts_v_texts" CASCADE;
  ALTER TABLE "press_contacts" DROP CONSTRAINT "press_contacts_photo_id_media_id_fk";
  
  ALTER TABLE "_press_contacts_v" DROP CONSTRAINT "_press_contacts_v_version_photo_id_media_id_fk";
  
  ALTER TABLE "pages_blocks_link_list_links" DROP CONSTRAINT "pages_blocks_link_list_links_file_id_media_id_fk";
  
  ALTER TABLE "_pages_v_blocks_link_list_links" DROP CONSTRAINT "_pages_v_blocks_link_list_links_file_id_media_id_fk";
  
  ALTER TABLE "footer_links" DROP CONSTRAINT "footer_links_file_id_media_id_fk";
  
  ALTER TABLE "_footer_v_version_links" DROP CONSTRAINT "_footer_v_version_links_file_id_media_id_fk";
  
  DROP INDEX "press_contacts_photo_idx";
  DROP INDEX "_press_contacts_v_version_version_photo_idx";
  DROP INDEX "pages_blocks_link_list_links_file_idx";
  DROP INDEX "_pages_v_blocks_link_list_links_file_idx";
  DROP INDEX "media_sizes_portrait_sizes_portrait_filename_idx";
  DROP INDEX "footer_links_file_idx";
  DROP INDEX "_footer_v_version_links_file_idx";
  ALTER TABLE "media" ALTER COLUMN "alt" SET NOT NULL;
  ALTER TABLE "press_contacts" DROP COLUMN "photo_id";
  ALTER TABLE "press_contacts" DROP COLUMN "updated_by";
  ALTER TABLE "_press_contacts_v" DROP COLUMN "version_photo_id";
  ALTER TABLE "_press_contacts_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "departments" DROP COLUMN "updated_by";
  ALTER TABLE "_departments_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "people" DROP COLUMN "updated_by";
  ALTER TABLE "_people_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "contact_boxes" DROP COLUMN "updated_by";
  ALTER TABLE "_contact_boxes_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "opening_hours" DROP COLUMN "updated_by";
  ALTER TABLE "_opening_hours_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "hours_exceptions" DROP COLUMN "updated_by";
  ALTER TABLE "_hours_exceptions_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "calendar_days" DROP COLUMN "updated_by";
  ALTER TABLE "pages_blocks_link_list_links" DROP COLUMN "anchor";
  ALTER TABLE "pages_blocks_link_list_links" DROP COLUMN "file_id";
  ALTER TABLE "pages" DROP COLUMN "updated_by";
  ALTER TABLE "_pages_v_blocks_link_list_links" DROP COLUMN "anchor";
  ALTER TABLE "_pages_v_blocks_link_list_links" DROP COLUMN "file_id";
  ALTER TABLE "_pages_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "aktindsigt_guidance" DROP COLUMN "updated_by";
  ALTER TABLE "_aktindsigt_guidance_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "grundfortaelling" DROP COLUMN "updated_by";
  ALTER TABLE "_grundfortaelling_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "pejlemaerker" DROP COLUMN "updated_by";
  ALTER TABLE "_pejlemaerker_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "media" DROP COLUMN "updated_by";
  ALTER TABLE "media" DROP COLUMN "sizes_portrait_url";
  ALTER TABLE "media" DROP COLUMN "sizes_portrait_width";
  ALTER TABLE "media" DROP COLUMN "sizes_portrait_height";
  ALTER TABLE "media" DROP COLUMN "sizes_portrait_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_portrait_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_portrait_filename";
  ALTER TABLE "search_words" DROP COLUMN "updated_by";
  ALTER TABLE "redirects" DROP COLUMN "updated_by";
  ALTER TABLE "users" DROP COLUMN "updated_by";
  ALTER TABLE "press_duty" DROP COLUMN "updated_by";
  ALTER TABLE "_press_duty_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "header" DROP COLUMN "updated_by";
  ALTER TABLE "_header_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "footer_links" DROP COLUMN "anchor";
  ALTER TABLE "footer_links" DROP COLUMN "file_id";
  ALTER TABLE "footer" DROP COLUMN "updated_by";
  ALTER TABLE "_footer_v_version_links" DROP COLUMN "anchor";
  ALTER TABLE "_footer_v_version_links" DROP COLUMN "file_id";
  ALTER TABLE "_footer_v" DROP COLUMN "version_updated_by";
  ALTER TABLE "labels" DROP COLUMN "updated_by";
  ALTER TABLE "_labels_v" DROP COLUMN "version_updated_by";`)
}
