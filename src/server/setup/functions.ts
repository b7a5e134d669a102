import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ClientBase } from 'pg'
import { releaseVersion } from '../machine/release.ts'
import { root } from '../root.ts'

const folder = path.join(root, 'src/database')

/**
 * Brings the database's functions up to date with src/database, in one transaction, and runs those that set up triggers
 * and columns for the tables there are. Call it after the migrations, under the lock of the set-up. Where a newer release
 * has set up the database, nothing is done: it serves this one too (docs/decisions/011-sql.md).
 *
 * @throws what PostgreSQL throws; then the functions are unchanged
 */
export async function applyFunctions(client: ClientBase): Promise<void> {
  const state = await stateOfFunctions(client)
  if (state === 'newer') return
  await client.query('BEGIN')
  try {
    if (state === 'other') {
      // Functions call each other, so none can be checked before all are there.
      await client.query('SET LOCAL check_function_bodies = off')
      await client.query(dropFormer)
      for (const file of sqlFiles()) await client.query(readFileSync(path.join(folder, file), 'utf8'))
      await client.query(`COMMENT ON SCHEMA search IS '${hashOfFunctions()} ${releaseVersion()}'`)
    }
    // For tables that a migration has added.
    await client.query(
      `SELECT watch_content(), compare_order_keys_by_byte(), search.read_blocks(), index_links(), desk.write_readers(),
              desk.watch()`,
    )
    // The steps of a search are checked only when they run: what is broken must not get past here.
    await client.query(`SELECT search.find('{kommune}', '{kommune}', NULL, NULL, 0, 1)`)
    await client.query(
      `SELECT desk.find('[[{"folded": "kommune", "plain": "kommune"}]]', 'kommune', '{pages}', '{}', NULL, 0, 1)`,
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/**
 * How the database's functions stand to src/database: the same, others that are to be replaced, or those of a newer
 * release. Newer is whoever has run a migration that we do not know, or has noted a higher version of package.json.
 */
export async function stateOfFunctions(client: ClientBase): Promise<'same' | 'other' | 'newer'> {
  const { rows } = await client.query<{ note: string | null; hasUnknown: boolean }>(
    `SELECT obj_description(to_regnamespace('search'), 'pg_namespace') AS note,
            EXISTS (SELECT FROM payload_migrations WHERE name <> ALL ($1)) AS "hasUnknown"`,
    [namesOfMigrations()],
  )
  const { note, hasUnknown } = rows[0] ?? { note: null, hasUnknown: false }
  if (note?.startsWith(hashOfFunctions())) return 'same'
  const [, noted = '0'] = /^src\/database \w+ ([\d.]+)$/.exec(note ?? '') ?? []
  return hasUnknown || isHigher(noted, releaseVersion()) ? 'newer' : 'other'
}

/** The names of all migrations of this release. */
export function namesOfMigrations(): string[] {
  return readdirSync(path.join(root, 'migrations'))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => path.basename(file, '.ts'))
}

/** Whether one version, as `1.10.0`, comes after another. */
function isHigher(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) > 0
}

function hashOfFunctions(): string {
  const hash = createHash('sha256')
  for (const file of sqlFiles()) hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)))
  return `src/database ${hash.digest('hex')}`
}

/** All files of src/database in the order in which they are applied: types first, as functions use them. */
function sqlFiles(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted()
  const types = files.filter((file) => file.endsWith('/types.sql'))
  return [...types, ...files.filter((file) => !types.includes(file))]
}

/**
 * Functions that columns, indexes and the like depend on, and the functions those call. They belong to migrations,
 * because their results are stored.
 */
export const functionsOfMigrations = `
  WITH RECURSIVE kept AS (
    SELECT refobjid AS oid FROM pg_depend
    WHERE refclassid = 'pg_proc'::regclass AND classid NOT IN ('pg_proc'::regclass, 'pg_trigger'::regclass)
    UNION
    SELECT called.oid FROM kept
    JOIN pg_proc calling ON calling.oid = kept.oid
    JOIN pg_proc called ON called.pronamespace = 'search'::regnamespace
      AND calling.prosrc ~ ('search\\.' || called.proname || '\\(')
  )
  SELECT oid FROM kept`

/**
 * Drops all other functions and types of search, and of the schemas for editors, so that none outlives its file and each may get new
 * parameters. Functions that triggers call stay; they are replaced.
 */
const dropFormer = `
  DO $$
  DECLARE
    functions text;
    types text;
  BEGIN
    SELECT string_agg(oid::regprocedure::text, ', ') INTO functions FROM pg_proc
    WHERE pronamespace = ANY ('{search,desk,outside}'::regnamespace[]) AND oid NOT IN (${functionsOfMigrations})
      AND oid NOT IN (SELECT tgfoid FROM pg_trigger);
    SELECT string_agg(reltype::regtype::text, ', ') INTO types FROM pg_class
    WHERE relnamespace = 'search'::regnamespace AND relkind = 'c';
    IF functions IS NOT NULL THEN EXECUTE 'DROP ROUTINE ' || functions; END IF;
    IF types IS NOT NULL THEN EXECUTE 'DROP TYPE ' || types; END IF;
  END $$`
