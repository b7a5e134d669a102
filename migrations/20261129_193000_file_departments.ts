import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Files are of a department, so that its local editors may change them. A new exception is for nobody until that is chosen, and a new
 * page does not stand in the main menu until somebody wants it to.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // Unused since release 1.0.0: the CMS writes these values itself; what the database would put was never relied on.
  await db.execute(sql`
   ALTER TABLE "hours_exceptions" ALTER COLUMN "applies_to" DROP DEFAULT;
  ALTER TABLE "_hours_exceptions_v" ALTER COLUMN "version_applies_to" DROP DEFAULT;
  ALTER TABLE "pages" ALTER COLUMN "in_menu" SET DEFAULT false;
  ALTER TABLE "_pages_v" ALTER COLUMN "version_in_menu" SET DEFAULT false;
  ALTER TABLE "media" ADD COLUMN "department_id" integer;
  ALTER TABLE "media" ADD CONSTRAINT "media_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "media_department_idx" ON "media" USING btree ("department_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "media" DROP CONSTRAINT "media_department_id_departments_id_fk";
  
  DROP INDEX "media_department_idx";
  ALTER TABLE "hours_exceptions" ALTER COLUMN "applies_to" SET DEFAULT 'calendar';
  ALTER TABLE "_hours_exceptions_v" ALTER COLUMN "version_applies_to" SET DEFAULT 'calendar';
  ALTER TABLE "pages" ALTER COLUMN "in_menu" SET DEFAULT true;
  ALTER TABLE "_pages_v" ALTER COLUMN "version_in_menu" SET DEFAULT true;
  ALTER TABLE "media" DROP COLUMN "department_id";`)
}
