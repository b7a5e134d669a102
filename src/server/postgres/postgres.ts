import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { say } from '../language.ts'
import { tryLock } from '../lock.ts'
import { findFreePort, isPortFree } from '../ports.ts'
import { clusterIn, findPostgresHome, type PostgresHome } from './postgres-home.ts'
import { StartError } from '../start-error.ts'

export type Postgres = {
  /** Address of the database `site`, with its password. It stays the same after a restart, unless the port is taken. */
  url: string
  /** Stops PostgreSQL and releases the data folder. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on 127.0.0.1. Its files are under `dataDir`; the first start makes them.
 * If a killed server left one running, it is stopped first; if it dies while we run, it is started again.
 * `tell` gets lines for people. Throws a StartError if it cannot run or another server uses the folder.
 */
export async function startPostgres(options: {
  dataDir: string
  tell: (line: string) => void
}): Promise<Postgres> {
  const dataDir = path.resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const release = await tryLock(path.join(dataDir, 'lock'))
  if (!release) {
    throw new StartError(
      say({
        da: `En anden server bruger allerede ${dataDir}: stop den, eller sæt DATA_DIR til en anden mappe.`,
        en: `Another server already uses ${dataDir}: stop it, or set DATA_DIR to another folder.`,
      }),
    )
  }
  try {
    const home = findPostgresHome(dataDir, options.tell)
    await makeCluster(home)
    await endOrphan(home)
    const port = await choosePort(home)
    await startPostmaster(home, port)
    await makeDatabase(home, port)
    const supervisor = await supervise(home, port, options.tell)
    return {
      url: urlAt(home, port),
      async stop() {
        await supervisor.end()
        await stopPostmaster(home)
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** Address of the embedded PostgreSQL of a data folder; null if none was ever started there. */
export function addressOfPostgres(dataDir: string): string | null {
  const home = findPostgresHome(path.resolve(dataDir), () => {})
  const port = path.join(home.folder, 'port')
  return existsSync(port) ? urlAt(home, Number(readFileSync(port, 'utf8'))) : null
}

/** The name of the database, and of the database user that owns it. */
const site = 'site'

async function makeCluster(home: PostgresHome): Promise<void> {
  const cluster = clusterIn(home.folder)
  if (existsSync(cluster)) return
  const unfinished = `${cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile(home), randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (home.account) chownSync(passwordFile(home), home.account.uid, home.account.gid)
  const made = await run(home, 'initdb', [
    `--pgdata=${unfinished}`,
    `--username=${site}`,
    `--pwfile=${passwordFile(home)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=da-DK',
    `--locale=${await utf8Locale(home)}`,
  ])
  if (made.code !== 0) {
    const reason = lastLine(made.output)
    throw new StartError(
      say({
        da: `Databasen kunne ikke oprettes: ${reason}`,
        en: `The database could not be made: ${reason}`,
      }),
    )
  }
  // Renamed last, so that later starts only ever find a finished cluster.
  renameSync(unfinished, cluster)
}

/** A locale that knows all letters, for pg_trgm; C only knows a to z. */
async function utf8Locale(home: PostgresHome): Promise<string> {
  const known = await run(home, 'locale', ['-a']).catch(() => ({ output: '' }))
  return known.output.split('\n').find((name) => /^(C|en_US)\.utf-?8$/i.test(name)) ?? 'C'
}

/** Stops a PostgreSQL that still runs on the cluster although no server holds the lock. */
async function endOrphan(home: PostgresHome): Promise<void> {
  const pidFile = path.join(clusterIn(home.folder), 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
  const commandLine = `/proc/${pid}/cmdline`
  // After a reboot the process id may belong to another program, which PostgreSQL would take for itself.
  if (existsSync(commandLine) && !readFileSync(commandLine, 'utf8').includes(clusterIn(home.folder))) {
    return rmSync(pidFile, { force: true })
  }
  if (port && (await answers(urlAt(home, Number(port))))) await stopPostmaster(home)
}

/** The previous port if it is free, so that the address stays the same; otherwise any free port. */
async function choosePort(home: PostgresHome): Promise<number> {
  const file = path.join(home.folder, 'port')
  const previous = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (previous && (await isPortFree(previous, '127.0.0.1'))) return previous
  const port = await findFreePort()
  writeFileSync(file, String(port))
  return port
}

async function startPostmaster(home: PostgresHome, port: number): Promise<void> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  const log = path.join(home.folder, 'log')
  const start = () =>
    run(home, 'pg_ctl', [
      'start',
      '--wait',
      '--timeout=120',
      `--pgdata=${clusterIn(home.folder)}`,
      `--log=${log}`,
      `--options=${Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' ')}`,
    ])
  if (existsSync(log)) renameSync(log, `${log}.previous`)
  let started = await start()
  // Right after a crash, the old processes may take a moment to end.
  for (let attempt = 0; started.code !== 0 && attempt < 20; attempt++) {
    await delay(250)
    started = await start()
  }
  if (started.code !== 0) {
    const reason = existsSync(log) ? lastLine(readFileSync(log, 'utf8')) : lastLine(started.output)
    throw new StartError(
      say({
        da: `PostgreSQL kunne ikke starte: ${reason} (se ${log})`,
        en: `PostgreSQL could not start: ${reason} (see ${log})`,
      }),
    )
  }
}

async function makeDatabase(home: PostgresHome, port: number): Promise<void> {
  const client = new Client({
    connectionString: urlAt(home, port, 'postgres'),
    connectionTimeoutMillis: 5000,
  })
  await client.connect()
  try {
    const existing = await client.query('SELECT FROM pg_database WHERE datname = $1', [site])
    if (existing.rowCount === 0) await client.query(`CREATE DATABASE ${site}`)
  } finally {
    await client.end()
  }
}

async function stopPostmaster(home: PostgresHome): Promise<void> {
  const stop = (mode: string) =>
    run(home, 'pg_ctl', [
      'stop',
      '--wait',
      '--timeout=20',
      `--mode=${mode}`,
      `--pgdata=${clusterIn(home.folder)}`,
    ])
  const isRunning = () => existsSync(path.join(clusterIn(home.folder), 'postmaster.pid'))
  if ((await stop('fast')).code !== 0 && isRunning()) await stop('immediate')
}

/** Keeps a connection open. If it breaks and PostgreSQL is gone, PostgreSQL is started again. */
async function supervise(home: PostgresHome, port: number, tell: (line: string) => void) {
  const ending = new AbortController()
  let repairing: Promise<void> = Promise.resolve()

  async function watch(): Promise<Client> {
    const client = new Client({ connectionString: urlAt(home, port), connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    await client.connect()
    client.once('end', () => {
      if (!ending.signal.aborted) repairing = repair()
    })
    return client
  }

  async function repair(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        if (await isPortFree(port, '127.0.0.1')) {
          await startPostmaster(home, port)
          tell(
            say({
              da: 'PostgreSQL var stoppet og er startet igen.',
              en: 'PostgreSQL had stopped and has been started again.',
            }),
          )
        }
        connection = await watch()
        return
      } catch {
        await delay(250)
      }
    }
  }

  let connection = await watch()
  return {
    async end() {
      ending.abort()
      await repairing
      await connection.end().catch(() => {})
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    // It is ours but not ready: it is starting up or shutting down.
    return error instanceof DatabaseError && error.code === '57P03'
  }
}

function urlAt(home: PostgresHome, port: number, database = site): string {
  const password = readFileSync(passwordFile(home), 'utf8')
  return `postgres://${site}:${password}@127.0.0.1:${port}/${database}`
}

function passwordFile(home: PostgresHome): string {
  return path.join(home.folder, 'password')
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

/** Runs one of PostgreSQL's programs, or a system program, as the home's account. */
async function run(
  home: PostgresHome,
  program: string,
  args: string[],
): Promise<{ code: number; output: string }> {
  const own = path.join(home.binFolder, process.platform === 'win32' ? `${program}.exe` : program)
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' }
  for (const name of Object.keys(env).filter((name) => name.startsWith('PG'))) delete env[name]
  const child = spawn(existsSync(own) ? own : program, args, {
    ...home.account,
    cwd: home.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? 1, output }
}
