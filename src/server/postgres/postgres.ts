import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { say, type Words } from '../tell/language.ts'
import { purposeOf, tryLock } from '../machine/lock.ts'
import { findFreePort, isPortFree } from '../machine/ports.ts'
import { StartError } from '../tell/start-error.ts'
import { clusterIn, findPostgresHome, type PostgresHome } from './postgres-home.ts'
import { lastLine, startPostmaster, stopPostmaster, trimLogs } from './postmaster.ts'
import { placePrograms, type Programs, run } from './programs.ts'
import { type Watcher, watchOver } from './watcher.ts'

export type Postgres = {
  /** Address of the database `site`, with its password. It stays the same after a restart, unless the port is taken. */
  url: string
  /** Stops PostgreSQL and releases the data folder. */
  stop(): Promise<void>
}

/** For what a data folder's PostgreSQL runs: one site, several (`npm run database`), or while a backup is made or restored. */
type User = 'site' | 'database' | 'backup'

/**
 * Starts the embedded PostgreSQL on 127.0.0.1. Its files are under `dataDir`; the first start makes them. If it dies
 * while we run, it is started again; if we die, it is ended (see watcher.ts).
 * Where `npm run database` runs it already, that one is used and left running.
 * `tell` gets lines for people. Throws a StartError if it cannot run or another server uses the folder.
 */
export async function startPostgres(options: {
  dataDir: string
  tell: (line: string) => void
  user?: User
}): Promise<Postgres> {
  const { tell, user = 'site' } = options
  const dataDir = path.resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const release = await tryLock(lockOf(dataDir), `${user} ${process.pid}`)
  if (!release) {
    if (user === 'database' || !(await isServed(dataDir)))
      throw new StartError(say(inUse(dataDir, user, await holderOf(dataDir))))
    return { url: await addressWhenReady(dataDir), stop: async () => {} }
  }
  try {
    const home = placePrograms(findPostgresHome(dataDir, tell))
    await makeCluster(home)
    await endOrphan(home)
    const port = await choosePort(home)
    const watcher = watchOver(home)
    const end = async () => {
      await stopPostmaster(home)
      watcher.end()
    }
    try {
      watcher.guard(await startPostmaster(home, port))
      await makeDatabase(home, port)
      const supervisor = await supervise({ home, port, watcher, tell })
      return {
        url: urlAt(home, port),
        async stop() {
          await supervisor.end()
          await end()
          await release()
        },
      }
    } catch (error) {
      await end()
      throw error
    }
  } catch (error) {
    await release()
    throw error
  }
}

const lockOf = (dataDir: string) => path.join(dataDir, 'lock')

/** Who holds the data folder; nobody if that was just released. */
async function holderOf(dataDir: string): Promise<{ user: string; pid: string }> {
  const [user = '', pid = '?'] = (await purposeOf(lockOf(dataDir))).split(' ')
  return { user, pid }
}

/** Whether `npm run database` holds the data folder. */
const isServed = async (dataDir: string) => (await holderOf(dataDir)).user === 'database'

/** Who has the folder, and what to do about it. */
function inUse(dataDir: string, user: User, holder: { user: string; pid: string }): Words {
  if (holder.user === 'backup')
    return {
      da: `En sikkerhedskopi er ved at blive lavet eller indlæst i ${dataDir} (proces ${holder.pid}): vent, til den er færdig.`,
      en: `A backup is being made or restored in ${dataDir} (process ${holder.pid}): wait until it is done.`,
    }
  if (holder.user === 'database')
    return {
      da: `"npm run database" kører allerede databasen i ${dataDir} (proces ${holder.pid}).`,
      en: `"npm run database" already runs the database in ${dataDir} (process ${holder.pid}).`,
    }
  if (user === 'database')
    return {
      da: `En hjemmeside kører selv databasen i ${dataDir} (proces ${holder.pid}): stop det, start "npm run database", og start det så igen.`,
      en: `A site runs the database in ${dataDir} itself (process ${holder.pid}): stop it, start "npm run database", then start it again.`,
    }
  return {
    da: `En anden server bruger allerede ${dataDir} (proces ${holder.pid}): stop den, eller sæt DATA_DIR til en anden mappe. Flere servere kan dele en mappe, når "npm run database" kører databasen.`,
    en: `Another server uses ${dataDir} already (process ${holder.pid}): stop it, or set DATA_DIR to another folder. Several servers can share a folder when "npm run database" runs the database.`,
  }
}

/** Waits while the program that runs PostgreSQL starts it. Throws a StartError if it ends instead. */
async function addressWhenReady(dataDir: string): Promise<string> {
  for (;;) {
    const url = addressOfPostgres(dataDir)
    if (url && (await isReady(url))) return url
    if (!(await isServed(dataDir))) {
      throw new StartError(
        say({
          da: 'Databasen, som "npm run database" var ved at starte, er stoppet: start den igen først.',
          en: 'The database that "npm run database" was starting has stopped: start it again first.',
        }),
      )
    }
    await delay(100)
  }
}

/** Address of the embedded PostgreSQL of a data folder; null if none was ever started there. */
export function addressOfPostgres(dataDir: string): string | null {
  const home = findPostgresHome(path.resolve(dataDir), () => {})
  const port = path.join(home.folder, 'port')
  if (!existsSync(port) || !existsSync(passwordFile(home))) return null
  return urlAt(home, Number(readFileSync(port, 'utf8')))
}

/** The name of the database, and of the database user that owns it. */
const site = 'site'

async function makeCluster(home: Programs): Promise<void> {
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
async function utf8Locale(home: Programs): Promise<string> {
  const known = await run(home, 'locale', ['-a']).catch(() => ({ output: '' }))
  return known.output.split('\n').find((name) => /^(C|en_US)\.utf-?8$/i.test(name)) ?? 'C'
}

/** Stops a PostgreSQL that still runs on the cluster although no server holds the lock. */
async function endOrphan(home: Programs): Promise<void> {
  const pidFile = path.join(clusterIn(home.folder), 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
  const commandLine = `/proc/${pid}/cmdline`
  // After a reboot the process id may belong to another program, which PostgreSQL would take for itself.
  if (existsSync(commandLine) && !readFileSync(commandLine, 'utf8').includes(clusterIn(home.folder))) {
    return rmSync(pidFile, { force: true })
  }
  if (port && (await isThere(urlAt(home, Number(port))))) await stopPostmaster(home)
}

/** The previous port if it is free, so that the address stays the same; otherwise any free port. */
async function choosePort(home: PostgresHome): Promise<number> {
  const file = path.join(home.folder, 'port')
  const previous = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (previous && (await isPortFree(previous, '127.0.0.1'))) return previous
  const port = await findFreePort()
  writeFileSync(file, String(port), { mode: 0o600 })
  return port
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
    // Errors of statements are told to whoever sent them, and may quote what was typed. Those of PostgreSQL's own
    // processes are in its log.
    await client.query(`ALTER ROLE ${site} SET log_min_messages = log`)
  } finally {
    await client.end()
  }
}

type Supervised = { home: Programs; port: number; watcher: Watcher; tell: (line: string) => void }

/**
 * Keeps a connection open. If it breaks and PostgreSQL is gone, PostgreSQL is started again. Keeps the log bounded
 * besides.
 */
async function supervise({ home, port, watcher, tell }: Supervised) {
  const ending = new AbortController()
  let repairing: Promise<void> = Promise.resolve()
  trimLogs(home)
  const trimming = setInterval(() => trimLogs(home), 10_000).unref()

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
          watcher.guard(await startPostmaster(home, port))
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
      clearInterval(trimming)
      await repairing
      await connection.end().catch(() => {})
    },
  }
}

/** Whether the database takes connections. */
async function isReady(url: string): Promise<boolean> {
  return (await connectionError(url)) === null
}

/** Whether a PostgreSQL of ours is there, also one that is starting up or shutting down. */
async function isThere(url: string): Promise<boolean> {
  const error = await connectionError(url)
  return error === null || (error instanceof DatabaseError && error.code === '57P03')
}

async function connectionError(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return null
  } catch (error) {
    return error
  }
}

function urlAt(home: PostgresHome, port: number, database = site): string {
  const password = readFileSync(passwordFile(home), 'utf8')
  return `postgres://${site}:${password}@127.0.0.1:${port}/${database}`
}

function passwordFile(home: PostgresHome): string {
  return path.join(home.folder, 'password')
}
