import { Client } from 'pg'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { type ChangeListener, listenForChanges } from '../../../src/server/fresh/change-listener.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { giveBack, takeAway } from './away.ts'
import { migratedAlone } from '../fresh-database.ts'

const log = pino({ level: 'silent' })

export let database: Awaited<ReturnType<typeof migratedAlone>>
/** What the listener has passed on. */
export let told: string[]
let returns: number
let listener: ChangeListener
let clients: Client[]

beforeAll(async () => {
  database = await migratedAlone()
})

afterAll(() => database.drop())

beforeEach(async () => {
  // Only the listener's heartbeat is an interval.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  told = []
  returns = 0
  clients = []
  listener = await listenForChanges({
    databaseUrl: database.url,
    onChange: (what) => void told.push(what),
    onReconnect: () => {
      returns += 1
    },
    log,
  })
})

afterEach(async () => {
  await listener.stop()
  for (const client of clients) await client.end()
  vi.useRealTimers()
})

/** A connection of its own, in a transaction that has written nothing yet. */
export async function begin(): Promise<Client> {
  const client = new Client({ connectionString: database.url })
  client.on('error', () => {})
  clients.push(client)
  await client.connect()
  await client.query('BEGIN')
  return client
}

/** Tells a change as the triggers do. */
export const tell = (client: Client, ...what: string[]) => client.query('SELECT tell_changes($1)', [what])

/** Tells a change in a transaction of its own. */
export async function change(...what: string[]): Promise<void> {
  await sql(database.url, 'SELECT tell_changes($1)', [what])
}

/** Does something while the listener cannot connect, and waits until it is back. */
export async function away(work: () => Promise<unknown>): Promise<void> {
  const before = returns
  await takeAway(database.url, 'content-listener')
  await until(() => !listener.isConnected())
  await work()
  await giveBack(database.url)
  await until(() => returns > before)
}

/** The listener looks whether the connection lives, and reads the log. */
export async function beat(): Promise<void> {
  const seen = `beat:${Math.random()}`
  vi.advanceTimersByTime(10_000)
  // What is notified after the reading was asked for is told after it.
  await sql(database.url, `SELECT pg_notify('content_changed', $1)`, [seen])
  await until(() => told.includes(seen))
  told = told.filter((what) => what !== seen)
}

export function until(check: () => boolean): Promise<true> {
  return vi.waitUntil(check, { timeout: 20_000, interval: 2 })
}
