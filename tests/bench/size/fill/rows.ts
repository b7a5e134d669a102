import type { ClientBase } from 'pg'

/** Columns by name, as they stand in a table. All rows of a table have the same columns. */
export type Row = Record<string, unknown>

/** Rows by table. */
export class Rows {
  readonly tables = new Map<string, Row[]>()

  add(table: string, row: Row): void {
    const rows = this.tables.get(table)
    if (rows) rows.push(row)
    else this.tables.set(table, [row])
  }
}

/** Inserts all rows; then the tables' sequences go on after the highest id. */
export async function insertRows(client: ClientBase, { tables }: Rows): Promise<void> {
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {})
      .map((column) => `"${column}"`)
      .join(', ')
    for (let at = 0; at < rows.length; at += AT_A_TIME)
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows.slice(at, at + AT_A_TIME))],
      )
    if (typeof rows[0]?.id === 'number')
      await client.query(
        `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`,
      )
  }
}

/** The first id that is free in a table. */
export async function firstFreeId(client: ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`)
  return rows[0]?.id ?? 1
}

/** Payload's key for dragged rows: sorts after those of the first content, by `at`. */
export function orderKey(at: number): string {
  const digits = [at / 62 ** 2, at / 62, at].map((value) => DIGITS[Math.floor(value) % 62])
  return `c${digits.join('')}`
}

/** An id for a row of an array or a block, in the form of Payload's own. */
export const rowId = (at: number): string => at.toString(16).padStart(24, '0')

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const AT_A_TIME = 2000
