import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "labels" ADD COLUMN "search_result" varchar DEFAULT 'resultat' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_results" varchar DEFAULT 'resultater' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_no_results" varchar DEFAULT 'Ingen resultater' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_for" varchar DEFAULT 'for' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_suggestion" varchar DEFAULT 'Mente du' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_filters" varchar DEFAULT 'Vis kun' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_more" varchar DEFAULT 'Flere resultater' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_previous" varchar DEFAULT 'Forrige' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_next" varchar DEFAULT 'Næste' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_page" varchar DEFAULT 'Side' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_of" varchar DEFAULT 'af' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "search_suggestions" varchar DEFAULT 'Forslag' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_contact" varchar DEFAULT 'Pressekontakt' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_leader" varchar DEFAULT 'Leder' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_department" varchar DEFAULT 'Organisation' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_box" varchar DEFAULT 'Kontakt' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_page" varchar DEFAULT 'Side' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_guidance" varchar DEFAULT 'Aktindsigt' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_principle" varchar DEFAULT 'Pejlemærke' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "kinds_story" varchar DEFAULT 'Grundfortælling' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_result" varchar DEFAULT 'resultat' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_results" varchar DEFAULT 'resultater' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_no_results" varchar DEFAULT 'Ingen resultater' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_for" varchar DEFAULT 'for' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_suggestion" varchar DEFAULT 'Mente du' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_filters" varchar DEFAULT 'Vis kun' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_more" varchar DEFAULT 'Flere resultater' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_previous" varchar DEFAULT 'Forrige' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_next" varchar DEFAULT 'Næste' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_page" varchar DEFAULT 'Side' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_of" varchar DEFAULT 'af' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_search_suggestions" varchar DEFAULT 'Forslag' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_contact" varchar DEFAULT 'Pressekontakt' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_leader" varchar DEFAULT 'Leder' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_department" varchar DEFAULT 'Organisation' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_box" varchar DEFAULT 'Kontakt' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_page" varchar DEFAULT 'Side' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_guidance" varchar DEFAULT 'Aktindsigt' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_principle" varchar DEFAULT 'Pejlemærke' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_kinds_story" varchar DEFAULT 'Grundfortælling' NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "labels" DROP COLUMN "search_result";
  ALTER TABLE "labels" DROP COLUMN "search_results";
  ALTER TABLE "labels" DROP COLUMN "search_no_results";
  ALTER TABLE "labels" DROP COLUMN "search_for";
  ALTER TABLE "labels" DROP COLUMN "search_suggestion";
  ALTER TABLE "labels" DROP COLUMN "search_filters";
  ALTER TABLE "labels" DROP COLUMN "search_more";
  ALTER TABLE "labels" DROP COLUMN "search_previous";
  ALTER TABLE "labels" DROP COLUMN "search_next";
  ALTER TABLE "labels" DROP COLUMN "search_page";
  ALTER TABLE "labels" DROP COLUMN "search_of";
  ALTER TABLE "labels" DROP COLUMN "search_suggestions";
  ALTER TABLE "labels" DROP COLUMN "kinds_contact";
  ALTER TABLE "labels" DROP COLUMN "kinds_leader";
  ALTER TABLE "labels" DROP COLUMN "kinds_department";
  ALTER TABLE "labels" DROP COLUMN "kinds_box";
  ALTER TABLE "labels" DROP COLUMN "kinds_page";
  ALTER TABLE "labels" DROP COLUMN "kinds_guidance";
  ALTER TABLE "labels" DROP COLUMN "kinds_principle";
  ALTER TABLE "labels" DROP COLUMN "kinds_story";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_result";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_results";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_no_results";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_for";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_suggestion";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_filters";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_more";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_previous";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_next";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_page";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_of";
  ALTER TABLE "_labels_v" DROP COLUMN "version_search_suggestions";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_contact";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_leader";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_department";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_box";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_page";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_guidance";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_principle";
  ALTER TABLE "_labels_v" DROP COLUMN "version_kinds_story";`)
}
