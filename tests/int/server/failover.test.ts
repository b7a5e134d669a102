import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openClient, openPool } from '../../../src/database/pool.ts'
import { EVERYTHING } from '../../../src/domain/content-change.ts'
import { listenForChanges } from '../../../src/server/fresh/change-listener.ts'
import { checkDatabase } from '../../../src/server/postgres/database.ts'
import { runSetup } from '../../../src/server/setup/run-setup.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { replicatedPostgres } from '../../tools/replicated-postgres.ts'

let servers: Awaited<ReturnType<typeof replicatedPostgres>>
beforeEach(async () => {
  servers = await replicatedPostgres()
})
afterEach(() => servers.remove())

/** Tries until it succeeds, as an editor does. */
const inTheEnd = (work: () => Promise<unknown>) =>
  vi.waitUntil(
    () =>
      work().then(
        () => true,
        () => false,
      ),
    { timeout: 20_000, interval: 50 },
  )

test('connections go to the server that takes writes, also after another has taken over', async () => {
  const pool = openPool(servers.url, 'test', 3)
  await checkDatabase(servers.url)
  await pool.query('CREATE TABLE saved (number int)')
  await Promise.all([1, 2, 3, 4, 5].map((number) => pool.query('INSERT INTO saved VALUES ($1)', [number])))
  servers.killPrimary()
  await inTheEnd(() =>
    pool.query('SELECT').then(
      () => Promise.reject(new Error()),
      () => {},
    ),
  )
  await expect(checkDatabase(servers.url)).rejects.toThrow(
    /127\.0\.0\.1:\d+, 127\.0\.0\.1:\d+ (svarer ikke|does not answer)/,
  )
  await expect(checkDatabase(servers.url)).rejects.not.toThrow(new URL(servers.primaryUrl).password)
  await servers.promoteStandby()
  await inTheEnd(() => pool.query('INSERT INTO saved VALUES (6)'))
  const { rows } = await pool.query<{ number: number }>('SELECT number FROM saved ORDER BY number')
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  await pool.end()
})

test('whoever waits for a primary that is silent is released when another takes over', async () => {
  const client = openClient(servers.url)
  client.on('error', () => {})
  await client.connect()
  await client.query('CREATE TABLE saved (number int)')
  servers.freezePrimary()
  const waiting = client.query('INSERT INTO saved VALUES (1)').catch((error: Error) => error.message)
  await servers.promoteStandby()
  expect(await waiting).toMatch(/Connection terminated/)
})

test('after a failover anything may have changed: what the former primary told may be lost', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'setup-'))
  const told: string[] = []
  Object.assign(process.env, {
    DATABASE_URL: servers.url,
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: 'only for this test',
  })
  try {
    const { signal } = new AbortController()
    await runSetup({ databaseUrl: servers.url, dataDir, progress: () => {}, signal })
    const listener = await listenForChanges({
      databaseUrl: servers.url,
      onChange: (what) => void told.push(what),
      onReconnect: () => {},
      log: pino({ level: 'silent' }),
    })
    await servers.breakReplication()
    await sql(servers.primaryUrl, `SELECT tell_changes('{lost:1}')`)
    await vi.waitUntil(() => told.includes('lost:1'), { timeout: 10_000 })
    servers.killPrimary()
    await servers.promoteStandby()
    // The new primary gives the same numbers to other transactions: by them alone the loss would not be seen.
    for (let count = 0; count < 5; count++)
      await sql(servers.standbyUrl, `SELECT tell_changes('{other:${count}}')`)
    await vi.waitUntil(() => told.includes(EVERYTHING), { timeout: 10_000 })
    await sql(servers.standbyUrl, `SELECT tell_changes('{next:1}')`)
    await vi.waitUntil(() => told.includes('next:1'), { timeout: 10_000 })
    expect(told.filter((what) => what === EVERYTHING)).toHaveLength(1)
    await listener.stop()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 120_000)
