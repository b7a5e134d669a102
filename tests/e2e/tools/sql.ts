import { Client, type QueryResultRow } from 'pg'

/** Runs one statement on a connection of its own. */
export async function sql<Row extends QueryResultRow>(
  databaseUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** One hash per table of everything in it: two are equal when nothing was written in between. */
export async function fingerprint(databaseUrl: string): Promise<Record<string, string>> {
  const tables = await sql<{ name: string; used: boolean }>(
    databaseUrl,
    `SELECT relname AS name, pg_relation_size(oid) > 0 AS used FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY name`,
  )
  // Most have never had a row: reading them all takes half a second.
  const hashes = tables
    .filter(({ used }) => used)
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, md5(string_agg(row::text, ' ' ORDER BY row::text)) AS hash FROM ${name} AS row`,
    )
  const rows = await sql<{ name: string; hash: string | null }>(databaseUrl, hashes.join(' UNION ALL '))
  const found = new Map(rows.map(({ name, hash }) => [name, hash]))
  return Object.fromEntries(tables.map(({ name }) => [name, found.get(name) ?? 'empty']))
}
