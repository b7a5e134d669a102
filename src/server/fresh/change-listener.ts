import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'
import { EVERYTHING } from './changes.ts'

export type ChangeListener = {
  isConnected(): boolean
  stop(): Promise<void>
}

/**
 * LISTENs on the channel `content_changed` and passes on each change, such as `press-contacts:12`. The log of changes in
 * the database is read from where it was last read, each ten seconds and after a lost connection, so that none is missed;
 * if it does not reach back that far, EVERYTHING may have changed. A lost connection is retried with growing pauses.
 * Throws if the first connection fails. The URL must lead to PostgreSQL itself, not to a transaction pooler.
 */
export async function listenForChanges(options: {
  databaseUrl: string
  onChange: (what: string) => void
  /** After a lost connection, when what was missed has been passed on. */
  onReconnect: () => void
  log: Logger
}): Promise<ChangeListener> {
  const { databaseUrl, onChange, onReconnect, log } = options
  let client: Client | null = null
  const stopping = new AbortController()
  /** Where to read on: all transactions before it have ended. Null: not connected yet. */
  let position: string | null = null
  /** Transactions from the position on whose changes were passed on, by how they came. */
  const heard = new Set<string>()
  const read = new Set<string>()
  let reads = 0

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
      application_name: 'content-listener',
    })
    next.on('error', () => {})
    next.on('notification', ({ payload = '' }) => tell(payload, heard, read))
    try {
      await next.connect()
      await next.query('LISTEN content_changed')
      await readLog(next)
    } catch (error) {
      void next.end().catch(() => {})
      throw error
    }
    if (stopping.signal.aborted) return next.end()
    client = next
    // A connection that was cut silently would otherwise look alive for hours.
    const heartbeat = setInterval(() => readLog(next).catch(() => lose()), 10_000).unref()
    const lose = () => {
      clearInterval(heartbeat)
      if (client !== next) return
      client = null
      void next.end().catch(() => {})
      if (!stopping.signal.aborted) void reconnect()
    }
    next.once('end', lose)
  }

  async function readLog(from: Client): Promise<void> {
    if (reads++ % READS_PER_TRIM === 0) await from.query('SELECT changes.trim($1)', [KEPT])
    const { rows } = await from.query<{ reached: string; is_whole: boolean; told: string[] }>(
      'SELECT reached, is_whole, told FROM changes.since($1)',
      [position],
    )
    const [row] = rows
    if (!row) throw new Error('The log of changes has no horizon')
    if (row.is_whole) for (const told of row.told) tell(told, read, heard)
    else onChange(EVERYTHING)
    // A notification may still be on its way after the log was read: what it tells is forgotten one reading later.
    for (const known of [heard, read])
      for (const xid of known) if (BigInt(xid) < BigInt(position ?? 0)) known.delete(xid)
    position = row.reached
  }

  /** @param told `press-contacts:12 4711`, the number of the transaction last */
  function tell(told: string, these: Set<string>, others: ReadonlySet<string>): void {
    const [what = '', xid] = told.split(' ')
    if (xid !== undefined) {
      if (others.has(xid)) return
      these.add(xid)
    }
    onChange(what)
  }

  async function reconnect(): Promise<void> {
    log.warn('The database is gone; stored pages are served')
    for (let pause = 250; !stopping.signal.aborted; pause = Math.min(pause * 2, 5000)) {
      try {
        await connect()
        log.info('The database is back')
        onReconnect()
        return
      } catch {
        await delay(pause, null, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  await connect()
  return {
    isConnected: () => client !== null,
    async stop() {
      stopping.abort()
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}

/** How long changes are kept in the log, for servers that were away. */
const KEPT = '3 days'

/** About once an hour. */
const READS_PER_TRIM = 360
