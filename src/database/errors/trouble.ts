/**
 * Why the database refused or could not answer:
 * - `gone`: it is not there. `busy`: it is, but somebody holds what is needed, or it took too long. `full`: no room.
 * - `value`: a value that does not fit its type. `reference`: a row that is named is not there, or still named elsewhere.
 * - `storage`: the files' storage does not answer. `last`: nobody would be left to manage the others.
 * - `missing`: a column must have a value. `taken`: it must be unique.
 * - `undone`: something before it in the same transaction was refused.
 */
export type Trouble = {
  kind: 'gone' | 'busy' | 'full' | 'storage' | 'value' | 'reference' | 'missing' | 'taken' | 'last' | 'undone'
  /** The table whose row was refused; with `missing` after a deletion: whose row still names what was deleted. */
  table?: string
  /** PostgreSQL's own detail. It has values: never to be printed. */
  detail?: string
}

/** What an error tells about the database, wherever in its causes that stands; null if it is about something else. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null
  const { code, table, detail } = error as { code?: unknown; table?: string; detail?: string }
  // Errors of the AWS SDK carry network codes too.
  const kind = '$metadata' in error ? 'storage' : kindOf(String(code), error.message)
  if (kind) return { kind, ...(table !== undefined && { table }), ...(detail !== undefined && { detail }) }
  return troubleOf(error.cause)
}

/** PostgreSQL's classes of errors (its manual, appendix A), node's codes for the network, and the pool's messages without a code. */
function kindOf(code: string, message: string): Trouble['kind'] | null {
  if (/^(53100|ENOSPC|EDQUOT)$/.test(code)) return 'full'
  if (/^(40001|40P01|55P03|57014)$/.test(code) || /Query read timeout/.test(message)) return 'busy'
  // 25006: a standby that was the primary until now. AK001: src/database/keep/last-administrator.sql.
  if (code === 'AK001') return 'last'
  if (code === '25P02') return 'undone'
  if (/^(08\w{3}|25006|53\w{3}|57P0\d)$/.test(code) || NETWORK.has(code) || WITHOUT_CODE.test(message))
    return 'gone'
  if (/^22\w{3}$/.test(code) || OF_A_QUESTION.has(code)) return 'value'
  if (code === '23503') return 'reference'
  if (code === '23502') return 'missing'
  return /^23\w{3}$/.test(code) ? 'taken' : null
}

// prettier-ignore
const NETWORK = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH',
  'ENOTFOUND', 'EAI_AGAIN', 'ENETDOWN', 'EADDRNOTAVAIL',
])

const WITHOUT_CODE =
  /cannot begin transaction|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/

/** An operator that the type of a column does not have. */
const OF_A_QUESTION = new Set(['42883', '42804', '42846', '42P18'])
