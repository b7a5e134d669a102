import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Accounts may be given a part of the site only; people and hours tell whose they are; drafts wait for somebody who may publish
 * them; and each planned change tells who planned it. Nobody's rights change by it; docs/decisions/037-who-may-what.md.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const role of ['local-editor', 'writer'])
    await db.execute(sql.raw(`ALTER TYPE "public"."enum_users_role" ADD VALUE '${role}'`))
  await db.execute(
    sql.raw(`
CREATE TABLE "users_rels" (
  "id" serial PRIMARY KEY NOT NULL,
  "order" integer,
  "parent_id" integer NOT NULL,
  "path" varchar NOT NULL,
  "departments_id" integer,
  "pages_id" integer
);
ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_departments_fk" FOREIGN KEY ("departments_id") REFERENCES "public"."departments"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "users_rels_order_idx" ON "users_rels" USING btree ("order");
CREATE INDEX "users_rels_parent_idx" ON "users_rels" USING btree ("parent_id");
CREATE INDEX "users_rels_path_idx" ON "users_rels" USING btree ("path");
CREATE INDEX "users_rels_departments_id_idx" ON "users_rels" USING btree ("departments_id");
CREATE INDEX "users_rels_pages_id_idx" ON "users_rels" USING btree ("pages_id");
`),
  )
  for (const { table, column, index } of OF_DEPARTMENT)
    await db.execute(
      sql.raw(`
ALTER TABLE "${table}" ADD COLUMN "${column}" integer;
ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${column}_departments_id_fk" FOREIGN KEY ("${column}") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "${index}" ON "${table}" USING btree ("${column}");
`),
    )
  await db.execute(
    sql.raw(`
ALTER TABLE planned.changes ADD COLUMN by_user integer REFERENCES users (id) ON DELETE SET NULL, ADD COLUMN by_name text;
CREATE INDEX ON planned.changes (by_user);
CREATE SCHEMA approval;
CREATE TABLE approval.requests (
  collection text,
  document integer,
  title text NOT NULL,
  version timestamptz(3) NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'returned', 'approved')),
  asked_by integer REFERENCES users (id) ON DELETE SET NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  note text,
  answered_by_name text,
  answered_at timestamptz(3),
  answer text,
  PRIMARY KEY (collection, document)
);
CREATE INDEX ON approval.requests (state, asked_at);
CREATE INDEX ON approval.requests (asked_by);
`),
  )
}

/** Whoever could edit a part of the site may edit all of it then, as the release before knows nothing less. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const { table, column } of OF_DEPARTMENT)
    await db.execute(sql.raw(`ALTER TABLE "${table}" DROP COLUMN "${column}"`))
  await db.execute(
    sql.raw(`
DROP SCHEMA approval CASCADE;
ALTER TABLE planned.changes DROP COLUMN by_user, DROP COLUMN by_name;
DROP TABLE "users_rels" CASCADE;
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT, ALTER COLUMN "role" SET DATA TYPE text;
UPDATE "users" SET "role" = 'editor' WHERE "role" IN ('local-editor', 'writer');
DROP TYPE "public"."enum_users_role";
CREATE TYPE "public"."enum_users_role" AS ENUM('editor', 'administrator');
ALTER TABLE "users"
  ALTER COLUMN "role" SET DATA TYPE "public"."enum_users_role" USING "role"::"public"."enum_users_role",
  ALTER COLUMN "role" SET DEFAULT 'editor';
`),
  )
}

const OF_DEPARTMENT = [
  { table: 'people', column: 'department_id', index: 'people_department_idx' },
  {
    table: '_people_v',
    column: 'version_department_id',
    index: '_people_v_version_version_department_idx',
  },
  { table: 'opening_hours', column: 'department_id', index: 'opening_hours_department_idx' },
  {
    table: '_opening_hours_v',
    column: 'version_department_id',
    index: '_opening_hours_v_version_version_department_idx',
  },
]
