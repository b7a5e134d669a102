import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { isPortFree } from '../../../src/server/ports.ts'
import { startPostgres } from '../../../src/server/postgres/postgres.ts'
import { sql } from '../../e2e/tools/sql.ts'

const folders: string[] = []
const children: ChildProcess[] = []

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'aalborg-postgres-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

/** A process of its own that starts PostgreSQL, tells its address and waits. */
async function startInChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(new URL('./postgres-child.ts', import.meta.url), [dataDir], {
    execArgv: ['--import', 'tsx'],
  })
  children.push(child)
  const [url] = (await once(child, 'message')) as [string]
  return { child, url }
}

/** Waits for what shall come; the limit is only for when it never does. */
function until<T>(check: () => T | Promise<T>): Promise<NonNullable<T>> {
  return vi.waitUntil(check, { timeout: 30_000, interval: 5 }) as Promise<NonNullable<T>>
}

test('the database speaks Danish, listens on this machine only and wants a password', async () => {
  const dataDir = temporaryFolder()
  const postgres = await startPostgres({ dataDir, tell: () => {} })
  try {
    const words = ['Zoo', 'Ål', 'Aabybro', 'Ærø', 'Øster', 'Amtet']
    const sorted = await sql<{ word: string }>(
      postgres.url,
      `SELECT word FROM unnest(ARRAY[${words.map((word) => `'${word}'`).join()}]) word ORDER BY word`,
    )
    expect(sorted.map(({ word }) => word).join(' ')).toMatch(/^Amtet Zoo Ærø Øster (Aabybro Ål|Ål Aabybro)$/)
    const settings = await sql(
      postgres.url,
      `SELECT current_setting('listen_addresses') AS listen, current_setting('fsync') AS fsync`,
    )
    expect(settings).toEqual([{ listen: '127.0.0.1', fsync: 'on' }])
    const without = new URL(postgres.url)
    without.password = 'forkert'
    await expect(sql(without.href, 'SELECT 1')).rejects.toThrow('password')
    expect(statSync(path.join(dataDir, 'postgres/password')).mode & 0o077).toBe(0)
  } finally {
    await postgres.stop()
  }
})

test('stop ends PostgreSQL, and a new start has the data at the same address', async () => {
  const dataDir = temporaryFolder()
  const first = await startPostgres({ dataDir, tell: () => {} })
  await sql(first.url, 'CREATE TABLE kept AS SELECT 42 AS value')
  await first.stop()
  expect(await isPortFree(Number(new URL(first.url).port), '127.0.0.1')).toBe(true)
  expect(existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
  const second = await startPostgres({ dataDir, tell: () => {} })
  try {
    expect(second.url).toBe(first.url)
    expect(await sql(second.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
  } finally {
    await second.stop()
  }
})

test('a second server on the same data folder is told so', async () => {
  const dataDir = temporaryFolder()
  const { child } = await startInChild(dataDir)
  await expect(startPostgres({ dataDir, tell: () => {} })).rejects.toThrow('En anden server bruger allerede')
  child.send('stop')
  await once(child, 'exit')
})

test('after kill -9 of the server the next start takes over what it left', async () => {
  const dataDir = temporaryFolder()
  const { child, url } = await startInChild(dataDir)
  await sql(url, 'CREATE TABLE kept AS SELECT 42 AS value')
  const orphan = postmasterPid(dataDir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await sql(url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }])
  const postgres = await startPostgres({ dataDir, tell: () => {} })
  try {
    expect(await sql(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
    expect(postmasterPid(dataDir)).not.toBe(orphan)
  } finally {
    await postgres.stop()
  }
})

test('a PostgreSQL that dies is started again, with nothing lost', async () => {
  const dataDir = temporaryFolder()
  const postgres = await startPostgres({ dataDir, tell: () => {} })
  try {
    await sql(postgres.url, 'CREATE TABLE kept AS SELECT 42 AS value')
    process.kill(postmasterPid(dataDir), 'SIGKILL')
    const rows = await until(() => sql(postgres.url, 'SELECT value FROM kept').catch(() => null))
    expect(rows).toEqual([{ value: 42 }])
  } finally {
    await postgres.stop()
  }
})
