import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The unique index on (parent, slug) lets two pages at the top share a slug, as NULL equals nothing. This one does not. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`CREATE UNIQUE INDEX pages_top_slug ON pages (slug) WHERE parent_id IS NULL`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP INDEX pages_top_slug`)
}
