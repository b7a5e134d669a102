import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** A photo and subjects for press contacts; a small size of pictures; a description of a file may be missing (PDF). */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
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
ALTER TABLE "_press_contacts_v" ADD COLUMN "version_photo_id" integer;
ALTER TABLE "media" ADD COLUMN "sizes_portrait_url" varchar;
ALTER TABLE "media" ADD COLUMN "sizes_portrait_width" numeric;
ALTER TABLE "media" ADD COLUMN "sizes_portrait_height" numeric;
ALTER TABLE "media" ADD COLUMN "sizes_portrait_mime_type" varchar;
ALTER TABLE "media" ADD COLUMN "sizes_portrait_filesize" numeric;
ALTER TABLE "media" ADD COLUMN "sizes_portrait_filename" varchar;
ALTER TABLE "press_contacts_texts" ADD CONSTRAINT "press_contacts_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "_press_contacts_v_texts" ADD CONSTRAINT "_press_contacts_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_press_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "press_contacts_texts_order_parent" ON "press_contacts_texts" USING btree ("order","parent_id");
CREATE INDEX "_press_contacts_v_texts_order_parent" ON "_press_contacts_v_texts" USING btree ("order","parent_id");
ALTER TABLE "press_contacts" ADD CONSTRAINT "press_contacts_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "_press_contacts_v" ADD CONSTRAINT "_press_contacts_v_version_photo_id_media_id_fk" FOREIGN KEY ("version_photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "press_contacts_photo_idx" ON "press_contacts" USING btree ("photo_id");
CREATE INDEX "_press_contacts_v_version_version_photo_idx" ON "_press_contacts_v" USING btree ("version_photo_id");
CREATE INDEX "media_sizes_portrait_sizes_portrait_filename_idx" ON "media" USING btree ("sizes_portrait_filename");
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
DROP TABLE "press_contacts_texts";
DROP TABLE "_press_contacts_v_texts";
ALTER TABLE "press_contacts" DROP COLUMN "photo_id";
ALTER TABLE "_press_contacts_v" DROP COLUMN "version_photo_id";
UPDATE "media" SET "alt" = '' WHERE "alt" IS NULL;
ALTER TABLE "media" ALTER COLUMN "alt" SET NOT NULL;
ALTER TABLE "media" DROP COLUMN "sizes_portrait_url";
ALTER TABLE "media" DROP COLUMN "sizes_portrait_width";
ALTER TABLE "media" DROP COLUMN "sizes_portrait_height";
ALTER TABLE "media" DROP COLUMN "sizes_portrait_mime_type";
ALTER TABLE "media" DROP COLUMN "sizes_portrait_filesize";
ALTER TABLE "media" DROP COLUMN "sizes_portrait_filename";
`),
  )
}
