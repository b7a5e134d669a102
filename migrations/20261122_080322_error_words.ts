import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "labels" ADD COLUMN "errors_failed_title" varchar DEFAULT 'Siden kan ikke vises lige nu' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "errors_failed_text" varchar DEFAULT 'Der er sket en fejl hos os. Prøv igen om lidt. De andre sider virker stadig.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_errors_failed_title" varchar DEFAULT 'Siden kan ikke vises lige nu' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_errors_failed_text" varchar DEFAULT 'Der er sket en fejl hos os. Prøv igen om lidt. De andre sider virker stadig.' NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "labels" DROP COLUMN "errors_failed_title";
  ALTER TABLE "labels" DROP COLUMN "errors_failed_text";
  ALTER TABLE "_labels_v" DROP COLUMN "version_errors_failed_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_errors_failed_text";`)
}
