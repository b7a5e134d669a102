import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isPortFree } from '../../../src/server/machine/ports.ts'
import { startPostgres } from '../../../src/server/postgres/postgres.ts'
import { sql } from '../../e2e/tools/sql.ts'
import { isRunning, postmasterPid } from '../../tools/processes.ts'
import { logOf, startInChild, temporaryFolder, until } from './postgres-tools.ts'

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
  await expect(startPostgres({ dataDir, tell: () => {} })).rejects.toThrow(
    new RegExp(`(En anden server bruger allerede|Another server uses) .*(proces|process) ${child.pid}`),
  )
  child.send('stop')
  await once(child, 'exit')
})

test('after kill -9 of the server its PostgreSQL ends by itself, in good order', async () => {
  const dataDir = temporaryFolder()
  const { child, url } = await startInChild(dataDir)
  await sql(url, 'CREATE TABLE kept AS SELECT 42 AS value')
  child.kill('SIGKILL')
  await until(() => !existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid')))
  // Written by a process of its own, which ends last.
  await until(() => logOf(dataDir).includes('database system is shut down'))
  const postgres = await startPostgres({ dataDir, tell: () => {} })
  try {
    expect(await sql(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
    expect(logOf(dataDir)).not.toContain('not properly shut down')
  } finally {
    await postgres.stop()
  }
})

test('also one that was started again meanwhile', async () => {
  const dataDir = temporaryFolder()
  const { child } = await startInChild(dataDir)
  process.kill(postmasterPid(dataDir), 'SIGKILL')
  const [line] = (await once(child, 'message')) as [string]
  expect(line).toMatch(/PostgreSQL (had stopped|var stoppet)/)
  const again = postmasterPid(dataDir)
  child.kill('SIGKILL')
  await until(() => !isRunning(again))
  // Written by a process of its own, which ends last.
  await until(() => logOf(dataDir).includes('database system is shut down'))
})

test('a start right after kill -9 has a PostgreSQL that goes on', async () => {
  const dataDir = temporaryFolder()
  const { child, url } = await startInChild(dataDir)
  await sql(url, 'CREATE TABLE kept AS SELECT 42 AS value')
  const left = postmasterPid(dataDir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const postgres = await startPostgres({ dataDir, tell: () => {} })
  try {
    expect(await sql(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
    expect(postmasterPid(dataDir)).not.toBe(left)
    await until(() => !isRunning(left))
    expect(await sql(postgres.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
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
