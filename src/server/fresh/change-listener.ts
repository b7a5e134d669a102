import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'

export type ChangeListener = {
  isConnected(): boolean
  stop(): Promise<void>
}

/**
 * LISTENs on the channel `content_changed` and passes each notification to `onChange`, e.g. `press-contacts:12`.
 * If the connection is lost, it tries again with growing pauses, then calls `onReconnect`: changes may have been
 * missed. Throws if the first connection fails. The URL must point to PostgreSQL itself, not to a transaction pooler.
 */
export async function listenForChanges(options: {
  databaseUrl: string
  onChange: (what: string) => void
  onReconnect: () => void
  log: Logger
}): Promise<ChangeListener> {
  const { databaseUrl, onChange, onReconnect, log } = options
  let client: Client | null = null
  const stopping = new AbortController()

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
      application_name: 'content-listener',
    })
    next.on('error', () => {})
    next.on('notification', ({ payload }) => onChange(payload ?? ''))
    try {
      await next.connect()
      await next.query('LISTEN content_changed')
    } catch (error) {
      void next.end().catch(() => {})
      throw error
    }
    if (stopping.signal.aborted) return next.end()
    client = next
    // Without this, a connection that was cut silently would look alive for hours.
    const heartbeat = setInterval(() => next.query('SELECT 1').catch(() => lose()), 10_000).unref()
    const lose = () => {
      clearInterval(heartbeat)
      if (client !== next) return
      client = null
      void next.end().catch(() => {})
      if (!stopping.signal.aborted) void reconnect()
    }
    next.once('end', lose)
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
