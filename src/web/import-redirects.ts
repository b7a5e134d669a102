import { CsvError, parse } from 'csv-parse/sync'
import type { Pool, PoolClient } from 'pg'
import { readPageRows } from '../database/addresses.ts'
import { Tree } from '../domain/tree/tree.ts'
import {
  IMPORT_COLUMNS,
  type ImportRow,
  type PlannedRow,
  planImport,
  type SiteState,
} from '../domain/tree/redirect-import.ts'
import type { Target } from '../domain/tree/redirect-rules.ts'

/** Why a file cannot be read as a whole, in Danish. */
export class UnreadableFile extends Error {}

/**
 * Tries a file of redirects out, or writes what it holds: all of it, or nothing if a row is wrong. What is judged cannot
 * change before it is written.
 * @param text semicolons or commas, with the columns »Gammel adresse« and »Fører til«
 * @param isReal false: nothing is written; `user`: who imports it
 * @throws UnreadableFile, and what PostgreSQL throws
 */
export async function importRedirects(
  text: string,
  {
    isReal,
    siteUrl,
    pool,
    user,
  }: { isReal: boolean; siteUrl: string; pool: Pool; user: { id: number; name: string } },
): Promise<{ rows: PlannedRow[]; written: number }> {
  const given = readRows(text)
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    if (isReal) {
      // As each save of a page takes it: no page moves meanwhile. Then no other redirect is written.
      await client.query('SELECT pg_advisory_xact_lock_shared(20261122, 12)')
      await client.query('LOCK TABLE redirects IN SHARE ROW EXCLUSIVE MODE')
    }
    const { rows, writes } = await planImport(given, await readState(client, siteUrl))
    const isRight = rows.every(({ state }) => state !== 'wrong')
    if (isReal && isRight && writes.length > 0)
      await client.query(
        // The trail is told as a save of each would tell it (collections/shared/trail).
        `WITH written AS (
           INSERT INTO redirects ("from", page_id, url, updated_by)
           SELECT "from", page_id, url, $5::text FROM unnest($1::text[], $2::int[], $3::text[]) AS given ("from", page_id, url)
           ON CONFLICT ("from") DO UPDATE
             SET page_id = excluded.page_id, url = excluded.url, updated_by = excluded.updated_by, updated_at = now()
           RETURNING id, "from", xmax = 0 AS is_new)
         INSERT INTO trail.events (kind, user_id, user_name, collection, document_id, title)
         SELECT CASE WHEN is_new THEN 'created' ELSE 'changed' END, $4::int, $5::text, 'redirects', id, left("from", 300)
         FROM written ORDER BY id`,
        [
          writes.map(({ from }) => from),
          writes.map(({ page }) => page),
          writes.map(({ url }) => url),
          user.id,
          user.name,
        ],
      )
    await client.query('COMMIT')
    return { rows, written: isReal && isRight ? writes.length : 0 }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function readState(client: PoolClient, siteUrl: string): Promise<SiteState> {
  const pages = await readPageRows(null, client)
  const tree = new Tree(pages)
  const { rows } = await client.query<Target & { from: string }>(
    'SELECT "from", page_id AS page, url FROM redirects',
  )
  const placed = pages.map((page) => ({ ...page, path: tree.path(page.id) }))
  const shown = placed.filter(({ isPublished }) => isPublished)
  return {
    siteUrl,
    redirects: new Map(rows.map(({ from, page, url }) => [from, { page, url }])),
    pages: new Map(placed.map(({ id, path, isPublished }) => [id, { path, isPublished }])),
    shown: new Map(shown.map(({ id, title, path }) => [path, { id, title }])),
  }
}

function readRows(text: string): ImportRow[] {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)
  // Excel may begin a file with how its cells are divided.
  const named = /^sep=(.)$/.exec(first)?.[1]
  const records = parsed(
    text,
    named ?? (first.includes(';') ? ';' : first.includes('\t') ? '\t' : ','),
    named ? 2 : 1,
  )
  const [head, ...rest] = records
  const columns = (head?.record ?? []).map((name) => name.trim())
  const [from, to] = IMPORT_COLUMNS.map((wanted) =>
    columns.findIndex((name) => name.localeCompare(wanted, 'da', { sensitivity: 'accent' }) === 0),
  )
  if (from === undefined || to === undefined || from < 0 || to < 0 || columns.length !== 2)
    throw new UnreadableFile(
      `Første linje skal være kolonnernes navne: ${IMPORT_COLUMNS.join(';')}. Der står: ${columns.join(';').slice(0, 200) || 'ingenting'}. Intet er ændret.`,
    )
  if (rest.length === 0) throw new UnreadableFile('Der er ingen rækker under kolonnernes navne.')
  if (rest.length > MOST_ROWS)
    throw new UnreadableFile(
      `Der er ${rest.length} rækker. Del dem i filer med højst ${MOST_ROWS}. Intet er ændret.`,
    )
  return rest.map(({ record, info: { lines: line } }) => ({
    line,
    from: (record[from] ?? '').trim(),
    to: (record[to] ?? '').trim(),
    ...(record.length !== 2 && { problem: `Rækken har ${record.length} felter, og den skal have 2.` }),
  }))
}

type Read = { record: string[]; info: { lines: number } }

function parsed(text: string, delimiter: string, from_line: number): Read[] {
  const options = { bom: true, delimiter, from_line, info: true, relax_column_count: true } as const
  try {
    return parse(text, {
      ...options,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as Read[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines)
    const where = Number.isFinite(line) ? `Linje ${line}` : 'Filen'
    throw new UnreadableFile(
      `${where} kan ikke læses: Et felt med anførselstegn (") er ikke skrevet rigtigt. Intet er ændret.`,
    )
  }
}

const MOST_ROWS = 10_000
