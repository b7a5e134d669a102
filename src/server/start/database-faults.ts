import { openClient } from '../../database/pool.ts'
import { say } from '../tell/language.ts'

/** What search uses (migrations/20261122_100000_search.ts). */
const EXTENSIONS = ['pg_trgm', 'fuzzystrmatch']

/** What the set-up makes besides the schema `public`, which is there. */
const SCHEMAS = ['search', 'changes']

/**
 * What the database lacks for the site, each a line with the SQL that mends it; none if all is well. The set-up would fail
 * on the same, but with a page of SQL around it.
 *
 * @throws what pg throws if it does not answer
 */
export async function databaseFaults(url: string): Promise<string[]> {
  const client = openClient(url, { connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<State>(state, [EXTENSIONS, SCHEMAS])
    return rows.flatMap(faultsOf)
  } finally {
    await client.end().catch(() => {})
  }
}

type State = {
  role: string
  database: string
  encoding: string
  isReadOnly: boolean
  isSuperuser: boolean
  /** May make schemas, and extensions that are trusted. */
  mayMakeSchemas: boolean
  mayMakeTables: boolean
  lacksSchemas: boolean
  lacksTables: boolean
  /** Missing extensions; of those, which the server does not have, and which only a superuser may create. */
  missing: string[]
  unknown: string[]
  untrusted: string[]
  /** Another role that owns our tables, and whether it is the one that the cluster was made with. */
  owner: string | null
  isOwnerSystem: boolean
}

const state = `
  SELECT current_user AS role, current_database() AS database,
    current_setting('server_encoding') AS encoding,
    current_setting('transaction_read_only') = 'on' AS "isReadOnly",
    (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
    has_database_privilege(current_database(), 'CREATE') AS "mayMakeSchemas",
    coalesce(has_schema_privilege(to_regnamespace('public'), 'CREATE'), false) AS "mayMakeTables",
    EXISTS (SELECT FROM unnest($2::text[]) AS wanted(name)
            WHERE to_regnamespace(wanted.name) IS NULL) AS "lacksSchemas",
    to_regclass('public.payload_migrations') IS NULL AS "lacksTables",
    ARRAY(SELECT wanted.name FROM unnest($1::text[]) AS wanted(name)
          WHERE wanted.name NOT IN (SELECT extname FROM pg_extension)) AS missing,
    ARRAY(SELECT wanted.name FROM unnest($1::text[]) AS wanted(name)
          WHERE wanted.name NOT IN (SELECT name FROM pg_available_extensions)) AS unknown,
    ARRAY(SELECT wanted.name FROM unnest($1::text[]) AS wanted(name)
          WHERE wanted.name NOT IN (SELECT name FROM pg_available_extension_versions WHERE trusted)) AS untrusted,
    owner.name AS owner, coalesce(owner.oid = 10, false) AS "isOwnerSystem"
  FROM (SELECT 1) AS one LEFT JOIN (
    SELECT relowner AS oid, pg_get_userbyid(relowner)::text AS name FROM pg_class
    WHERE oid = to_regclass('public.payload_migrations') AND NOT pg_has_role(relowner, 'USAGE')
  ) AS owner ON true`

function faultsOf(at: State): string[] {
  const role = quoted(at.role)
  const database = quoted(at.database)
  const inDatabase = (sql: string) =>
    say({
      da: `Kør som superbruger i databasen ${database}: ${sql}`,
      en: `Run as a superuser in the database ${database}: ${sql}`,
    })
  const faults: string[] = []
  const add = (da: string, en: string, mending: string) =>
    faults.push(`DATABASE_URL: ${say({ da, en })} ${mending}`)

  if (at.encoding !== 'UTF8')
    add(
      `databasen ${database} er i tegnsættet ${at.encoding}, men der skal bruges UTF8.`,
      `the database ${database} is in the encoding ${at.encoding}, but UTF8 is needed.`,
      say({
        da: `Lav en ny: CREATE DATABASE navn OWNER ${role} ENCODING 'UTF8' TEMPLATE template0;`,
        en: `Make another: CREATE DATABASE name OWNER ${role} ENCODING 'UTF8' TEMPLATE template0;`,
      }),
    )
  if (at.isReadOnly)
    return [
      ...faults,
      `DATABASE_URL: ${say({
        da: `databasen ${database} kan kun læses. Brug adressen på den primære server, eller kør: ALTER DATABASE ${database} RESET default_transaction_read_only; ALTER ROLE ${role} RESET default_transaction_read_only;`,
        en: `the database ${database} is read only. Use the address of the primary server, or run: ALTER DATABASE ${database} RESET default_transaction_read_only; ALTER ROLE ${role} RESET default_transaction_read_only;`,
      })}`,
    ]
  if (at.owner)
    add(
      `tabellerne ejes af ${quoted(at.owner)}, ikke af ${role}.`,
      `the tables belong to ${quoted(at.owner)}, not to ${role}.`,
      // What the system's own role owns cannot be reassigned.
      at.isOwnerSystem
        ? say({
            da: `Gendan databasen igen med: pg_restore --no-owner --role=${role}`,
            en: `Restore the database again with: pg_restore --no-owner --role=${role}`,
          })
        : inDatabase(`REASSIGN OWNED BY ${quoted(at.owner)} TO ${role};`),
    )
  if (at.lacksSchemas && !at.mayMakeSchemas)
    add(
      `${role} må ikke oprette skemaer.`,
      `${role} may not create schemas.`,
      inDatabase(`GRANT CREATE ON DATABASE ${database} TO ${role};`),
    )
  if (at.lacksTables && !at.mayMakeTables)
    add(
      `${role} må ikke oprette tabeller.`,
      `${role} may not create tables.`,
      inDatabase(`GRANT USAGE, CREATE ON SCHEMA public TO ${role};`),
    )
  const unknown = at.missing.filter((name) => at.unknown.includes(name))
  if (unknown.length > 0)
    add(
      `PostgreSQL har ikke udvidelsen ${unknown.join(', ')}.`,
      `PostgreSQL lacks the extension ${unknown.join(', ')}.`,
      say({
        da: 'Installér pakken postgresql-contrib på dens maskine.',
        en: 'Install the package postgresql-contrib on its machine.',
      }),
    )
  const forbidden = at.missing.filter(
    (name) =>
      !unknown.includes(name) && !at.isSuperuser && (!at.mayMakeSchemas || at.untrusted.includes(name)),
  )
  if (forbidden.length > 0)
    add(
      `${role} må ikke oprette udvidelsen ${forbidden.join(', ')}.`,
      `${role} may not create the extension ${forbidden.join(', ')}.`,
      inDatabase(forbidden.map((name) => `CREATE EXTENSION ${name};`).join(' ')),
    )
  return faults
}

/** A name as SQL writes it. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
