import { existsSync, readdirSync } from 'node:fs'
import type { Client } from 'pg'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'

/**
 * Stands in a database from before the first table of a restore until the transaction that fills them, so that whoever
 * finds it knows that what else is there is worth nothing. Its comment lists the schemas that were there before.
 */
const MARK = 'restore_unfinished'

/** Whether a restore into the database has begun and not come to its end. */
export async function isHalfRestored(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [MARK])
  return rowCount === 1
}

/** Throws a StartError if the database holds anything. What a broken-off restore has left is removed first. */
export async function requireEmptyDatabase(client: Client): Promise<void> {
  if (await isHalfRestored(client)) await emptyAgain(client)
  const { rows } = await client.query<{ name: string }>(`${objects} LIMIT 1`)
  if (!rows[0]) return
  throw new StartError(
    say({
      da: `Databasen er ikke tom (der er ${rows[0].name}). Genindlæs i en tom database, eller sæt DATA_DIR til en ny mappe.`,
      en: `The database is not empty (it has ${rows[0].name}). Restore into an empty one, or set DATA_DIR to a new folder.`,
    }),
  )
}

/** Throws a StartError if the folder holds files other than those of a broken-off restore. */
export function requireEmptyMedia(folder: string, left: Set<string>): void {
  if (!existsSync(folder)) return
  const file = readdirSync(folder).find((name) => name !== '.backup' && !left.has(name))
  if (!file) return
  throw new StartError(
    say({
      da: `${folder} er ikke tom (der er ${file}). Flyt filerne, eller sæt DATA_DIR til en ny mappe.`,
      en: `${folder} is not empty (it has ${file}). Move the files, or set DATA_DIR to a new folder.`,
    }),
  )
}

export async function mark(client: Client): Promise<void> {
  await client.query(`
    DO $$ BEGIN
      CREATE SCHEMA ${MARK};
      EXECUTE format('COMMENT ON SCHEMA ${MARK} IS %L', ARRAY(SELECT nspname::text FROM pg_namespace));
    END $$`)
}

/** Within the transaction that fills the tables. */
export async function unmark(client: Client): Promise<void> {
  await client.query(`DROP SCHEMA ${MARK}`)
}

/** Removes all that a restore has made, the mark last. Extensions stay. */
export async function emptyAgain(client: Client): Promise<void> {
  await client.query(`
    DO $$
    DECLARE
      known constant text[] := obj_description('${MARK}'::regnamespace, 'pg_namespace')::text[];
      made record;
    BEGIN
      FOR made IN SELECT nspname FROM pg_namespace WHERE nspname <> ALL (known) AND nspname !~ '^pg_' LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', made.nspname);
      END LOOP;
      LOOP
        -- One at a time, as each may take others with it.
        SELECT * INTO made FROM (${objects}) AS objects LIMIT 1;
        EXIT WHEN NOT FOUND;
        EXECUTE format('DROP %s %s CASCADE', made.kind, made.name);
      END LOOP;
      DROP SCHEMA IF EXISTS ${MARK};
    END $$`)
}

/** Everything in a database that is neither PostgreSQL's own nor of an extension. */
const objects = `
  SELECT kind, name FROM (
    SELECT 'pg_class'::regclass AS catalog, oid, relnamespace AS schema, oid::regclass::text AS name,
           CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                        WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END AS kind
    FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, pronamespace, oid::regprocedure::text, 'ROUTINE' FROM pg_proc
    UNION ALL
    SELECT 'pg_type'::regclass, oid, typnamespace, oid::regtype::text, 'TYPE' FROM pg_type WHERE typtype IN ('d', 'e')
  ) AS found
  WHERE schema::regnamespace::text !~ '^pg_' AND schema <> 'information_schema'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = catalog AND d.objid = found.oid AND d.deptype = 'e')`
