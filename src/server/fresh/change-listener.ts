import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { openClient } from '../../database/pool.ts'
import { EVERYTHING } from '../../domain/content-change.ts'
import type { Log } from '../tell/log.ts'

export type ChangeListener = {
  isConnected(): boolean
  /** Since the log was last read. */
  secondsSinceRead(): number
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
  log: Log
}): Promise<ChangeListener> {
  const { databaseUrl, onChange, onReconnect, log } = options
  let client: Client | null = null
  const stopping = new AbortController()
  /** Where to read on: all transactions before it have ended. Null: not connected yet. */
  let position: string | null = null
  /** Which database the position is of. */
  let place: string | null = null
  /** What was passed on of transactions from the position on. */
  const passedOn = new Set<string>()
  let reads = 0
  let readAt = performance.now()

  async function connect(): Promise<void> {
    const next = openClient(databaseUrl, {
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
      application_name: 'content-listener',
    })
    next.on('error', () => {})
    next.on('notification', ({ payload = '' }) => tell(payload))
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
    const { rows } = await from.query<{ reached: string; is_whole: boolean; told: string[]; place: string }>(
      `SELECT reached, is_whole, told, ${PLACE} AS place FROM changes.since($1)`,
      [position],
    )
    const [row] = rows
    if (!row) throw new Error('The log of changes has no horizon')
    readAt = performance.now()
    const isSame = row.place === (place ?? row.place)
    if (!isSame) passedOn.clear()
    if (row.is_whole && isSame) for (const told of row.told) tell(told)
    else onChange(EVERYTHING)
    // A notification may still be on its way after the log was read: what it tells is forgotten one reading later.
    for (const told of passedOn)
      if (BigInt(told.split(' ')[1] ?? 0) < BigInt(position ?? 0)) passedOn.delete(told)
    position = row.reached
    place = row.place
  }

  /** @param told `press-contacts:12 4711`, the number of the transaction last */
  function tell(told: string): void {
    const [what = '', xid] = told.split(' ')
    if (xid !== undefined) {
      if (passedOn.has(told)) return
      passedOn.add(told)
    }
    onChange(what)
  }

  async function reconnect(): Promise<void> {
    log.warn({ event: 'database-gone' }, 'The database is gone; stored pages are served')
    for (let pause = 250; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        await connect()
        log.info({ event: 'database-back' }, 'The database is back')
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
    secondsSinceRead: () => (performance.now() - readAt) / 1000,
    async stop() {
      stopping.abort()
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}

/**
 * Which database it is: one that was put in its place has a log of its own, whose numbers mean something else. So has a
 * standby that took over (a new timeline, which begins the name of its current WAL file): it may have lost the last
 * transactions of the former primary and given their numbers to others.
 */
const PLACE = `(SELECT concat_ws('/', system_identifier, oid, left(pg_walfile_name(pg_current_wal_lsn()), 8))
  FROM pg_control_system(), pg_database WHERE datname = current_database())`

/** Milliseconds between two tries to connect: after a failover, what is saved is to show within a second. */
const LONGEST_PAUSE = 1000

/** How long changes are kept in the log, for servers that were away. */
const KEPT = '3 days'

/** About once an hour. */
const READS_PER_TRIM = 360
