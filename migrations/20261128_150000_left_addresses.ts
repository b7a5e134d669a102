import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Where pages that are withdrawn now were seen last. src/database/page-tree.sql writes it, and leaves a redirect there when
 * such a page is shown again elsewhere.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw('CREATE TABLE changes.left_addresses (page integer PRIMARY KEY, address text NOT NULL)'),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
DROP TRIGGER IF EXISTS page_is_withdrawn ON pages;
DROP TRIGGER IF EXISTS page_is_made_public ON pages;
DROP TRIGGER IF EXISTS page_is_shown ON pages;
DROP TABLE changes.left_addresses;
`),
  )
}
