import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The admin's lists and pickers read the newest version of each document, in order. By Payload's own indexes that costs
 * as much as there are versions; by these, as there are documents. For the collections that grow with the municipality.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE INDEX pages_latest_by_order ON _pages_v (version__order, created_at DESC) WHERE latest;
    CREATE INDEX pages_latest_by_parent ON _pages_v (parent_id, created_at DESC) WHERE latest;
    CREATE INDEX press_contacts_latest_by_order ON _press_contacts_v (version__order, created_at DESC) WHERE latest;
    CREATE INDEX press_contacts_latest_by_parent ON _press_contacts_v (parent_id, created_at DESC) WHERE latest;
    CREATE INDEX people_latest_by_creation ON _people_v (version_created_at DESC, created_at DESC) WHERE latest;
    CREATE INDEX people_latest_by_parent ON _people_v (parent_id, created_at DESC) WHERE latest;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX pages_latest_by_order, pages_latest_by_parent, press_contacts_latest_by_order,
      press_contacts_latest_by_parent, people_latest_by_creation, people_latest_by_parent;
  `)
}
