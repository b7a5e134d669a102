import { setTimeout as delay } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { type Host, readHosts } from './hosts.ts'

/**
 * Which of several PostgreSQL servers takes writes now. It is asked for when a connection is made, and found out anew
 * when one breaks: who takes over is decided by Patroni or whoever else runs the servers, never here.
 */
class Primary {
  private known: Host | null = null
  private finding: Promise<Host> | null = null
  private isWatching = false
  private readonly clients = new Set<PrimaryClient>()

  constructor(private readonly hosts: readonly Host[]) {}

  /** The server that takes writes. Rejects within two seconds if none does. */
  find(): Promise<Host> {
    if (this.known) return Promise.resolve(this.known)
    return (this.finding ??= this.ask().finally(() => {
      this.finding = null
    }))
  }

  /** A connection to this server could not be made, or broke. */
  doubt(host: Host): void {
    if (this.known === host) this.known = null
  }

  join(client: PrimaryClient): void {
    this.clients.add(client)
    if (!this.isWatching) void this.watch()
  }

  leave(client: PrimaryClient): void {
    this.clients.delete(client)
  }

  private async ask(): Promise<Host> {
    try {
      const found = await Promise.any(this.hosts.map(askForWrites))
      this.known = found
      // Whoever waits for an answer of the former primary would wait until it times out.
      for (const client of this.clients) if (client.at !== found) client.cut()
      return found
    } catch (error) {
      const reasons = (error as AggregateError).errors.map(
        (reason: NodeJS.ErrnoException, index) =>
          `${this.hosts[index]?.host}:${this.hosts[index]?.port} ${reason.message || reason.code}`,
      )
      // "cannot connect now", as PostgreSQL itself says while it starts.
      throw Object.assign(new Error(`No server takes writes: ${reasons.join(', ')}`), { code: '57P03' })
    }
  }

  /** A machine that loses its power or its network closes no connection: one has to ask. */
  private async watch(): Promise<void> {
    this.isWatching = true
    while (this.clients.size > 0) {
      await delay(this.known ? WATCH_PAUSE : SEARCH_PAUSE, null, { ref: false })
      const host = this.known
      if (host) await askForWrites(host).catch(() => this.doubt(host))
      if (!this.known) await this.find().catch(() => {})
    }
    this.isWatching = false
  }
}

/**
 * A connection to the server that takes writes, for an address with several. The name of that server is what its TLS
 * certificate is checked for. If it stops taking writes, the connection is cut, so that nobody goes on with it.
 */
export class PrimaryClient extends Client {
  /** The server it is connected to. */
  at: Host | null = null
  private readonly primary: Primary
  private isEnded = false

  constructor(config: ClientConfig) {
    const address = config.connectionString ?? ''
    super({ ...config, connectionString: readHosts(address)?.[0]?.url })
    this.primary = primaryOf(address)
  }

  override connect(): Promise<Client>
  override connect(callback: ((error: Error) => void) | ((error: null, client: Client) => void)): void
  override connect(callback?: (error: never, client: never) => void): Promise<Client> | void {
    const connecting = this.connectToPrimary()
    if (!callback) return connecting
    const tell = callback as (error: Error | null, client?: Client) => void
    connecting.then(
      () => tell(null, this),
      (error: Error) => tell(error),
    )
  }

  override end(): Promise<void>
  override end(callback: (error: Error) => void): void
  override end(callback?: (error: Error) => void): Promise<void> | void {
    this.isEnded = true
    return callback ? super.end(callback) : super.end()
  }

  /** Breaks the connection off without a word to the server, as a network would. */
  cut(): void {
    this.connection.stream.destroy()
  }

  private async connectToPrimary(): Promise<Client> {
    const host = await this.primary.find()
    if (this.isEnded) throw new Error('Connection terminated')
    Object.assign(this, { host: host.host, port: host.port, at: host })
    onReadOnly(this, () => this.cut())
    this.once('end', () => {
      this.primary.leave(this)
      if (!this.isEnded) this.primary.doubt(host)
    })
    try {
      await super.connect()
    } catch (error) {
      this.primary.doubt(host)
      throw error
    }
    this.primary.join(this)
    return this
  }
}

/** Resolves to the server if it answers soon and takes writes. */
async function askForWrites(host: Host): Promise<Host> {
  const client = new Client({
    connectionString: host.url,
    application_name: 'who-takes-writes',
    connectionTimeoutMillis: LONGEST_ANSWER,
  })
  client.on('error', () => {})
  let isReadOnly = false
  onReadOnly(client, () => {
    isReadOnly = true
  })
  try {
    await client.connect()
  } finally {
    void client.end().catch(() => {})
  }
  if (isReadOnly) throw new Error('takes no writes')
  return host
}

/** PostgreSQL from 14 on says so when a connection begins, and whenever it changes: no question is needed. */
function onReadOnly(client: Client, tell: () => void): void {
  client.connection.on(
    'parameterStatus',
    ({ parameterName, parameterValue }: { parameterName: string; parameterValue: string }) => {
      const isAboutWrites = ['in_hot_standby', 'default_transaction_read_only'].includes(parameterName)
      if (isAboutWrites && parameterValue === 'on') tell()
    },
  )
}

/** One for each address in a process: the server and Next's bundle each have their own copy of this module. */
function primaryOf(address: string): Primary {
  const key = Symbol.for('aalborg-kommune-web.primaries')
  const place = globalThis as { [key]?: Map<string, Primary> }
  const primaries = (place[key] ??= new Map())
  const known = primaries.get(address) ?? new Primary(readHosts(address) ?? [])
  primaries.set(address, known)
  return known
}

/** Milliseconds. The shortest time in which one of our connections gives up is two seconds. */
const LONGEST_ANSWER = 1500
const WATCH_PAUSE = 5000
const SEARCH_PAUSE = 1000
