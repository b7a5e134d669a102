import { promisify } from 'node:util'
import { createGunzip, gzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Client, escapeIdentifier } from 'pg'
import { from, to } from 'pg-copy-streams'
import { type Archive, type Manifest, partName } from './file/archive.ts'

type Table = Manifest['tables'][number]
type Sequence = Manifest['sequences'][number]

/**
 * What a backup leaves out: what a restored site makes anew, and the log of changes, whose numbers mean something in its
 * own cluster only. Unlogged tables are left out as well: they hold what may be lost.
 */
const leftOut = [
  'changes.horizon',
  'changes.log',
  'desk.entries',
  'desk.vocabulary',
  'search.entries',
  'search.vocabulary',
]

/** Rows are compressed and written so many bytes at a time, which is all that is ever in memory. */
const PART_BYTES = 8 * 2 ** 20

/** All tables of content, with the columns that are stored rather than generated. */
export async function listTables(client: Client): Promise<Omit<Table, 'rows' | 'parts'>[]> {
  const { rows } = await client.query<Omit<Table, 'rows' | 'parts'>>(
    `SELECT n.nspname AS schema, t.relname AS name,
            array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
     FROM pg_class t
     JOIN pg_namespace n ON n.oid = t.relnamespace
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname !~ '^pg_|^information_schema$' AND t.relkind IN ('r', 'p') AND NOT t.relispartition
       AND t.relpersistence = 'p' AND format('%s.%s', n.nspname, t.relname) <> ALL ($1)
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = t.oid AND d.deptype = 'e')
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [leftOut],
  )
  return rows
}

/** The sequences with the last number each has given: outside of any snapshot, so never less than what the rows hold. */
export async function readSequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname !~ '^pg_|^information_schema$' ORDER BY 1, 2`,
  )
  return rows
}

/** A table's rows as `COPY` writes them, in compressed parts. What it returns is how many rows there were. */
export async function* partsOf(
  client: Client,
  { schema, name, columns }: Omit<Table, 'rows' | 'parts'>,
): AsyncGenerator<Buffer, number> {
  // A query, as the tables of Postgres that are in partitions cannot be copied by name.
  const rows = client.query(to(`COPY (SELECT ${listed(columns)} FROM ${quoted({ schema, name })}) TO STDOUT`))
  let chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes < PART_BYTES) continue
    yield await compressed(Buffer.concat(chunks))
    chunks = []
    bytes = 0
  }
  if (bytes > 0) yield await compressed(Buffer.concat(chunks))
  return rows.rowCount
}

const compressed = promisify(gzip)

/**
 * Replaces all rows of the tables of a backup by what it holds, and sets the sequences, within the transaction that is
 * open. Triggers stay quiet and foreign keys are checked at the end, all at once: tables may point to each other.
 */
export async function loadTables(
  client: Client,
  archive: Archive,
  options: { progress: (rows: number) => void; signal: AbortSignal },
): Promise<void> {
  const { tables, sequences } = archive.manifest
  const { rows: keys } = await client.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "drop",
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "add"
     FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace::regnamespace::text !~ '^pg_'`,
  )
  const all = async (statements: string[]) => {
    for (const statement of statements) await client.query(statement)
  }
  await all(keys.map((key) => key.drop))
  await all(tables.map((table) => `ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`))
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(quoted).join(', ')}`)
  let total = 0
  for (const table of tables) {
    const rows = client.query(from(`COPY ${quoted(table)} (${listed(table.columns)}) FROM STDIN`))
    await pipeline(Readable.from(textOf(archive, table)), rows, { signal: options.signal })
    if (rows.rowCount !== table.rows)
      throw new Error(`${table.name} got ${rows.rowCount} rows instead of ${table.rows}`)
    total += table.rows
    options.progress(total)
  }
  await all(tables.map((table) => `ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`))
  await all(keys.map((key) => key.add))
  for (const { schema, name, last } of sequences) {
    await client.query(
      `SELECT setval(sequence, coalesce($3, start_value), $3 IS NOT NULL)
       FROM (SELECT format('%I.%I', schemaname, sequencename)::regclass AS sequence, start_value FROM pg_sequences
             WHERE schemaname = $1 AND sequencename = $2) AS found`,
      [schema, name, last],
    )
  }
}

async function* textOf(archive: Archive, table: Table): AsyncGenerator<Buffer> {
  for (let part = 1; part <= table.parts; part++) {
    yield* archive.read(partName(table, part)).pipe(createGunzip()) as AsyncIterable<Buffer>
  }
}

function quoted({ schema, name }: { schema: string; name: string }): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
}

const listed = (columns: string[]): string => columns.map(escapeIdentifier).join(', ')
