import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** An exception may be for chosen contact boxes and departments, and not for the hours that they share with others. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const type of TYPES) await db.execute(sql.raw(`ALTER TYPE "public"."${type}" ADD VALUE 'boxes'`))
  for (const table of TABLES)
    for (const chosen of CHOSEN)
      await db.execute(
        sql.raw(`
ALTER TABLE "${table}" ADD COLUMN "${chosen}_id" integer;
ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${chosen}_fk"
  FOREIGN KEY ("${chosen}_id") REFERENCES "public"."${chosen}"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "${table}_${chosen}_id_idx" ON "${table}" USING btree ("${chosen}_id");
`),
      )
}

/** What was for boxes is then for chosen hours, of which none are: it holds for nobody. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of TABLES)
    await db.execute(
      sql.raw(`
DELETE FROM "${table}" WHERE ${CHOSEN.map((chosen) => `"${chosen}_id" IS NOT NULL`).join(' OR ')};
ALTER TABLE "${table}" ${CHOSEN.map((chosen) => `DROP COLUMN "${chosen}_id"`).join(', ')};
`),
    )
  for (const [index, [table, column]] of COLUMNS.entries())
    await db.execute(
      sql.raw(`
ALTER TABLE "${table}" ALTER COLUMN "${column}" DROP DEFAULT, ALTER COLUMN "${column}" SET DATA TYPE text;
UPDATE "${table}" SET "${column}" = 'chosen' WHERE "${column}" = 'boxes';
DROP TYPE "public"."${TYPES[index]}";
CREATE TYPE "public"."${TYPES[index]}" AS ENUM('calendar', 'chosen');
ALTER TABLE "${table}"
  ALTER COLUMN "${column}" SET DATA TYPE "public"."${TYPES[index]}" USING "${column}"::"public"."${TYPES[index]}",
  ALTER COLUMN "${column}" SET DEFAULT 'calendar';
`),
    )
}

const TABLES = ['hours_exceptions_rels', '_hours_exceptions_v_rels']
const CHOSEN = ['contact_boxes', 'departments']
const COLUMNS = [
  ['hours_exceptions', 'applies_to'],
  ['_hours_exceptions_v', 'version_applies_to'],
]
const TYPES = ['enum_hours_exceptions_applies_to', 'enum__hours_exceptions_v_version_applies_to']
