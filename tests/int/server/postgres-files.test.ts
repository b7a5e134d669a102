import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sql } from '../../e2e/tools/sql.ts'
import { startPostgres } from '../../../src/server/postgres/postgres.ts'
import { isRunning, postmasterPid } from '../../tools/processes.ts'
import { logOf, startInChild, temporaryFolder, until } from './postgres-tools.ts'

const start = (dataDir: string) => startPostgres({ dataDir, tell: () => {} })
const programsIn = (dataDir: string) =>
  readdirSync(path.join(dataDir, 'postgres')).filter((name) => name.startsWith('programs-'))

test('PostgreSQL runs from its own copy, which is mended, and replaced by that of another version', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).stop()
  const [copy = '', ...others] = programsIn(dataDir)
  expect([copy, others]).toEqual([expect.stringMatching(/^programs-\d/), []])
  const home = path.join(dataDir, 'postgres')
  mkdirSync(path.join(home, 'programs-18.0.0'))
  mkdirSync(path.join(home, `${copy}.new`))
  rmSync(path.join(home, copy, 'bin/postgres'))
  const postgres = await start(dataDir)
  try {
    expect(programsIn(dataDir)).toEqual([copy])
    const commandLine = readFileSync(`/proc/${postmasterPid(dataDir)}/cmdline`, 'utf8')
    expect(commandLine.startsWith(path.join(home, copy, 'bin/postgres'))).toBe(true)
  } finally {
    await postgres.stop()
  }
})

test('a database of another major version is left alone, and told with what to do', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).stop()
  const home = path.join(dataDir, 'postgres')
  writeFileSync(path.join(home, 'cluster/PG_VERSION'), '17\n')
  mkdirSync(path.join(home, 'programs-17.5.0'))
  await expect(start(dataDir)).rejects.toThrow(/PostgreSQL 17.*18.*npm run backup.*npm run restore/)
  expect(programsIn(dataDir)).toContain('programs-17.5.0')
})

test('only their account reads what is kept for PostgreSQL', async () => {
  const dataDir = temporaryFolder()
  const postgres = await start(dataDir)
  try {
    const home = path.join(dataDir, 'postgres')
    const open = [
      'lock',
      'postgres',
      'postgres/password',
      'postgres/port',
      'postgres/logs',
      'postgres/cluster',
    ].filter((name) => statSync(path.join(dataDir, name)).mode & 0o077)
    expect(open).toEqual([])
    for (const file of readdirSync(path.join(home, 'logs')))
      expect(statSync(path.join(home, 'logs', file)).mode & 0o077).toBe(0)
    expect(await sql(postgres.url, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }])
  } finally {
    await postgres.stop()
  }
})

test("PostgreSQL's log quotes nobody, and stays within 50 MB while it runs", async () => {
  const dataDir = temporaryFolder()
  const postgres = await start(dataDir)
  try {
    await sql(postgres.url, 'CREATE TABLE people (email text PRIMARY KEY, born date)')
    const add = (born: string) =>
      sql(postgres.url, 'INSERT INTO people VALUES ($1, $2)', ['en@example.dk', born])
    await add('1980-01-01')
    await expect(add('1980-01-01')).rejects.toThrow('duplicate key')
    await expect(add('en@example.dk')).rejects.toThrow('invalid input syntax')
    await expect(sql(postgres.url, `SELECT 'en@example.dk'::int`)).rejects.toThrow('invalid input syntax')
    expect(logOf(dataDir)).toContain('ready to accept connections')
    expect(logOf(dataDir)).not.toContain('example.dk')

    await sql(
      postgres.url,
      `DO $$ BEGIN FOR i IN 1..80 LOOP RAISE LOG '%', repeat('x', 1000000); END LOOP; END $$`,
    )
    const logs = path.join(dataDir, 'postgres/logs')
    const megabytes = () =>
      readdirSync(logs).reduce((sum, file) => sum + statSync(path.join(logs, file)).size, 0) / 1e6
    await until(() => megabytes() < 50)
    await sql(postgres.url, `DO $$ BEGIN RAISE LOG 'still heard'; END $$`)
    await until(() => logOf(dataDir).includes('still heard'))
  } finally {
    await postgres.stop()
  }
})

test('a database of its own serves all servers of a folder and outlives them', async () => {
  const dataDir = temporaryFolder()
  const { child, url } = await startInChild(dataDir, 'shared')
  const [one, other] = await Promise.all([start(dataDir), start(dataDir)])
  expect([one.url, other.url]).toEqual([url, url])
  await sql(one.url, 'CREATE TABLE kept AS SELECT 42 AS value')
  await one.stop()
  expect(await sql(other.url, 'SELECT value FROM kept')).toEqual([{ value: 42 }])
  const another = startPostgres({ dataDir, tell: () => {}, user: 'database' })
  await expect(another).rejects.toThrow(new RegExp(`"npm run database" .*(proces|process) ${child.pid}`))
  const postmaster = postmasterPid(dataDir)
  child.send('stop')
  await once(child, 'exit')
  expect(isRunning(postmaster)).toBe(false)
  expect(existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
})

test('a server waits for the database that is starting beside it', async () => {
  const dataDir = temporaryFolder()
  const database = startPostgres({ dataDir, tell: () => {}, user: 'database' })
  await until(() => existsSync(path.join(dataDir, 'lock')))
  const joined = await start(dataDir)
  expect(joined.url).toBe((await database).url)
  await joined.stop()
  await (await database).stop()
})

test('beside a server that runs its own, no database of its own starts', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  const database = startPostgres({ dataDir, tell: () => {}, user: 'database' })
  const holder = new RegExp(`(En hjemmeside|A site) .*(proces|process) ${process.pid}.*npm run database`)
  await expect(database).rejects.toThrow(holder)
  await server.stop()
})

test.skipIf(process.getuid?.() !== 0)(
  'a folder that the account of PostgreSQL cannot reach gets no database that would not last',
  async () => {
    // Another user's folder, which we may not open for anybody.
    const closed = temporaryFolder()
    chownSync(closed, 12_345, 12_345)
    chmodSync(closed, 0o700)
    const dataDir = path.join(closed, 'data')
    mkdirSync(dataDir)
    const before = readdirSync(os.tmpdir())
    const told: string[] = []
    const start = () => startPostgres({ dataDir, tell: (line) => told.push(line) })
    await expect(start()).rejects.toThrow(/(kan ikke nå|cannot reach) .*DATA_DIR/)
    const left = readdirSync(os.tmpdir()).filter((name) => !before.includes(name))
    expect(left.filter((name) => /^aalborg-kommune-web-\w+$/.test(name))).toEqual([])
    expect(told).toEqual([])
    expect(readdirSync(dataDir)).toEqual([])

    // One that was reached yesterday is not taken for empty today.
    chmodSync(closed, 0o755)
    await (await start()).stop()
    chmodSync(closed, 0o700)
    await expect(start()).rejects.toThrow(/(kan ikke nå|cannot reach) .*DATA_DIR/)
    chmodSync(closed, 0o755)
    await (await start()).stop()
  },
)

test.skipIf(process.getuid?.() !== 0)(
  'a database outside of its data folder is told of, and found again by a folder that was moved',
  async () => {
    // Not among temporary files.
    mkdirSync('.test', { recursive: true })
    const closed = mkdtempSync('.test/closed-')
    chownSync(closed, 12_345, 12_345)
    chmodSync(closed, 0o700)
    const dataDir = path.resolve(closed, 'data')
    const moved = path.resolve(closed, 'moved')
    let place = ''
    try {
      const told: string[] = []
      const postgres = await startPostgres({ dataDir, tell: (line) => told.push(line) })
      await sql(postgres.url, 'CREATE TABLE kept ()')
      await postgres.stop()
      place = readFileSync(path.join(dataDir, 'postgres-is-elsewhere'), 'utf8').trim()
      expect(place).toMatch(/^\/var\/lib\/aalborg-kommune-web\/\w+$/)
      expect(told).toEqual([expect.stringContaining(place)])

      renameSync(dataDir, moved)
      // Also when the folder could be reached now.
      chmodSync(closed, 0o755)
      const again = await startPostgres({ dataDir: moved, tell: () => {} })
      await sql(again.url, 'SELECT FROM kept')
      await again.stop()
      rmSync(place, { recursive: true })
      const start = startPostgres({ dataDir: moved, tell: () => {} })
      await expect(start).rejects.toThrow(/som ikke findes her|which is not here/)
    } finally {
      if (place) rmSync(place, { recursive: true, force: true })
      // Others may have theirs there.
      const others = path.dirname(place)
      if (place && readdirSync(others).length === 0) rmdirSync(others)
      rmSync(closed, { recursive: true, force: true })
    }
  },
)
