import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "search_words" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "search_words_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "search_words_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"pages_id" integer,
  	"departments_id" integer,
  	"press_contacts_id" integer,
  	"contact_boxes_id" integer,
  	"aktindsigt_guidance_id" integer
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "search_words_id" integer;
  ALTER TABLE "search_words_texts" ADD CONSTRAINT "search_words_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."search_words"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "search_words_rels" ADD CONSTRAINT "search_words_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."search_words"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "search_words_rels" ADD CONSTRAINT "search_words_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "search_words_rels" ADD CONSTRAINT "search_words_rels_departments_fk" FOREIGN KEY ("departments_id") REFERENCES "public"."departments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "search_words_rels" ADD CONSTRAINT "search_words_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "search_words_rels" ADD CONSTRAINT "search_words_rels_contact_boxes_fk" FOREIGN KEY ("contact_boxes_id") REFERENCES "public"."contact_boxes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "search_words_rels" ADD CONSTRAINT "search_words_rels_aktindsigt_guidance_fk" FOREIGN KEY ("aktindsigt_guidance_id") REFERENCES "public"."aktindsigt_guidance"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "search_words_updated_at_idx" ON "search_words" USING btree ("updated_at");
  CREATE INDEX "search_words_created_at_idx" ON "search_words" USING btree ("created_at");
  CREATE INDEX "search_words_texts_order_parent" ON "search_words_texts" USING btree ("order","parent_id");
  CREATE INDEX "search_words_rels_order_idx" ON "search_words_rels" USING btree ("order");
  CREATE INDEX "search_words_rels_parent_idx" ON "search_words_rels" USING btree ("parent_id");
  CREATE INDEX "search_words_rels_path_idx" ON "search_words_rels" USING btree ("path");
  CREATE INDEX "search_words_rels_pages_id_idx" ON "search_words_rels" USING btree ("pages_id");
  CREATE INDEX "search_words_rels_departments_id_idx" ON "search_words_rels" USING btree ("departments_id");
  CREATE INDEX "search_words_rels_press_contacts_id_idx" ON "search_words_rels" USING btree ("press_contacts_id");
  CREATE INDEX "search_words_rels_contact_boxes_id_idx" ON "search_words_rels" USING btree ("contact_boxes_id");
  CREATE INDEX "search_words_rels_aktindsigt_guidance_id_idx" ON "search_words_rels" USING btree ("aktindsigt_guidance_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_search_words_fk" FOREIGN KEY ("search_words_id") REFERENCES "public"."search_words"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_search_words_id_idx" ON "payload_locked_documents_rels" USING btree ("search_words_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "search_words_id";
  DROP TABLE "search_words_texts";
  DROP TABLE "search_words_rels";
  DROP TABLE "search_words";`)
}
