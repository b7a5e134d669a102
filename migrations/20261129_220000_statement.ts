import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The accessibility statement in parts, its address at the authority, and whom to tell of a weakness. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_pages_blocks_statement_status_level" AS ENUM('full', 'partial', 'none');
  CREATE TYPE "public"."enum_pages_blocks_statement_assessment_method" AS ENUM('own', 'external', 'otherWay');
  CREATE TYPE "public"."enum__pages_v_blocks_statement_status_level" AS ENUM('full', 'partial', 'none');
  CREATE TYPE "public"."enum__pages_v_blocks_statement_assessment_method" AS ENUM('own', 'external', 'otherWay');
  CREATE TABLE "pages_blocks_statement" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"scope_body" jsonb,
  	"scope_to_confirm" varchar,
  	"status_level" "enum_pages_blocks_statement_status_level",
  	"status_body" jsonb,
  	"status_to_confirm" varchar,
  	"content_failing" jsonb,
  	"content_burden" jsonb,
  	"content_outside" jsonb,
  	"content_to_confirm" varchar,
  	"assessment_method" "enum_pages_blocks_statement_assessment_method",
  	"assessment_body" jsonb,
  	"assessment_prepared_on" timestamp(3) with time zone,
  	"assessment_reviewed_on" timestamp(3) with time zone,
  	"assessment_to_confirm" varchar,
  	"contact_body" jsonb,
  	"contact_phone" varchar,
  	"contact_email" varchar,
  	"contact_post" varchar,
  	"contact_to_confirm" varchar,
  	"enforcement_body" jsonb,
  	"enforcement_to_confirm" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_statement" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"scope_body" jsonb,
  	"scope_to_confirm" varchar,
  	"status_level" "enum__pages_v_blocks_statement_status_level",
  	"status_body" jsonb,
  	"status_to_confirm" varchar,
  	"content_failing" jsonb,
  	"content_burden" jsonb,
  	"content_outside" jsonb,
  	"content_to_confirm" varchar,
  	"assessment_method" "enum__pages_v_blocks_statement_assessment_method",
  	"assessment_body" jsonb,
  	"assessment_prepared_on" timestamp(3) with time zone,
  	"assessment_reviewed_on" timestamp(3) with time zone,
  	"assessment_to_confirm" varchar,
  	"contact_body" jsonb,
  	"contact_phone" varchar,
  	"contact_email" varchar,
  	"contact_post" varchar,
  	"contact_to_confirm" varchar,
  	"enforcement_body" jsonb,
  	"enforcement_to_confirm" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  ALTER TABLE "footer" ADD COLUMN "statement_url" varchar;
  ALTER TABLE "footer" ADD COLUMN "security_contact" varchar;
  ALTER TABLE "footer" ADD COLUMN "security_expires" timestamp(3) with time zone;
  ALTER TABLE "footer" ADD COLUMN "to_confirm" varchar;
  ALTER TABLE "_footer_v" ADD COLUMN "version_statement_url" varchar;
  ALTER TABLE "_footer_v" ADD COLUMN "version_security_contact" varchar;
  ALTER TABLE "_footer_v" ADD COLUMN "version_security_expires" timestamp(3) with time zone;
  ALTER TABLE "_footer_v" ADD COLUMN "version_to_confirm" varchar;
  ALTER TABLE "pages_blocks_statement" ADD CONSTRAINT "pages_blocks_statement_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_statement" ADD CONSTRAINT "_pages_v_blocks_statement_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "pages_blocks_statement_order_idx" ON "pages_blocks_statement" USING btree ("_order");
  CREATE INDEX "pages_blocks_statement_parent_id_idx" ON "pages_blocks_statement" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_statement_path_idx" ON "pages_blocks_statement" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_statement_order_idx" ON "_pages_v_blocks_statement" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_statement_parent_id_idx" ON "_pages_v_blocks_statement" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_statement_path_idx" ON "_pages_v_blocks_statement" USING btree ("_path");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "pages_blocks_statement" CASCADE;
  DROP TABLE "_pages_v_blocks_statement" CASCADE;
  ALTER TABLE "footer" DROP COLUMN "statement_url";
  ALTER TABLE "footer" DROP COLUMN "security_contact";
  ALTER TABLE "footer" DROP COLUMN "security_expires";
  ALTER TABLE "footer" DROP COLUMN "to_confirm";
  ALTER TABLE "_footer_v" DROP COLUMN "version_statement_url";
  ALTER TABLE "_footer_v" DROP COLUMN "version_security_contact";
  ALTER TABLE "_footer_v" DROP COLUMN "version_security_expires";
  ALTER TABLE "_footer_v" DROP COLUMN "version_to_confirm";
  DROP TYPE "public"."enum_pages_blocks_statement_status_level";
  DROP TYPE "public"."enum_pages_blocks_statement_assessment_method";
  DROP TYPE "public"."enum__pages_v_blocks_statement_status_level";
  DROP TYPE "public"."enum__pages_v_blocks_statement_assessment_method";`)
}
