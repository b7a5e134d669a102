import { spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePort } from '../../src/server/machine/ports.ts'
import { clusterIn, findPostgresHome } from '../../src/server/postgres/postgres-home.ts'
import { placePrograms } from '../../src/server/postgres/programs.ts'
import { startPostgres } from '../../src/server/postgres/postgres.ts'
import { sql } from '../e2e/tools/sql.ts'
import { familyOf, signalAll } from './processes.ts'

type Server = { cluster: string; port: number }

/**
 * Two PostgreSQL servers in streaming replication in temporary folders, as Patroni would run them, but without anybody who
 * watches over them: a test kills and promotes. A commit waits for the standby. `remove` leaves no trace.
 */
export async function replicatedPostgres() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'primary-'))
  const other = mkdtempSync(path.join(os.tmpdir(), 'standby-'))
  const made = await startPostgres({ dataDir: folder, tell: () => {} })
  await made.stop()
  const home = placePrograms(findPostgresHome(folder, () => {}))
  // A cluster that was stopped in good order can be copied as it is.
  spawnSync('cp', ['-a', clusterIn(home.folder), clusterIn(other)])
  if (home.account) chownSync(other, home.account.uid, home.account.gid)
  const primary: Server = { cluster: clusterIn(home.folder), port: await findFreePort() }
  const standby: Server = { cluster: clusterIn(other), port: await findFreePort() }
  const { username, password, pathname } = new URL(made.url)
  writeFileSync(path.join(standby.cluster, 'standby.signal'), '')
  const reach = `host=127.0.0.1 port=${primary.port} user=${username} password=${password} application_name=standby`
  appendFileSync(path.join(standby.cluster, 'postgresql.auto.conf'), `\nprimary_conninfo = '${reach}'\n`)
  appendFileSync(
    path.join(primary.cluster, 'postgresql.auto.conf'),
    `\nsynchronous_standby_names = standby\n`,
  )
  start(primary)
  start(standby)

  function start({ cluster, port }: Server): void {
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      'timezone=UTC',
      // Otherwise what is killed would leave its shared memory behind.
      'dynamic_shared_memory_type=mmap',
    ]
    const options = settings.map((setting) => `-c ${setting}`).join(' ')
    const { status, stderr } = spawnSync(
      path.join(home.binFolder, 'pg_ctl'),
      ['start', '--wait', `--pgdata=${cluster}`, `--log=${cluster}.log`, `--options=${options}`],
      // Its output would stay open for as long as the server runs.
      { ...home.account, cwd: path.dirname(cluster), stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`${stderr}\n${readFileSync(`${cluster}.log`, 'utf8')}`)
  }

  const urlOf = ({ port }: Server) => `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`
  const pidsOf = ({ cluster }: Server) => {
    const [pid] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return familyOf(Number(pid))
  }
  /** How many standbys a commit waits for. */
  const countStandbys = async () => {
    const rows = await sql(urlOf(primary), `SELECT FROM pg_stat_replication WHERE sync_state = 'sync'`)
    return rows.length
  }
  while ((await countStandbys()) === 0) await delay(100)
  let killed: number[] = []

  return {
    /** Of both servers, as libpq writes it. */
    url: `postgres://${username}:${password}@127.0.0.1:${standby.port},127.0.0.1:${primary.port}${pathname}?target_session_attrs=read-write`,
    primaryUrl: urlOf(primary),
    standbyUrl: urlOf(standby),
    /** The primary's machine is gone. */
    killPrimary(): void {
      killed = pidsOf(primary)
      signalAll(killed, 'SIGKILL')
    },
    /** The primary answers nothing more, and closes no connection. */
    freezePrimary(): void {
      killed = pidsOf(primary)
      signalAll(killed, 'SIGSTOP')
    },
    /** The standby gets nothing from now on, and the primary no longer waits for it: what is saved now may be lost. */
    async breakReplication(): Promise<void> {
      await sql(urlOf(primary), `ALTER SYSTEM SET synchronous_standby_names = ''`)
      await sql(urlOf(primary), 'SELECT pg_reload_conf()')
      await sql(urlOf(standby), `ALTER SYSTEM SET primary_conninfo = ''`)
      await sql(urlOf(standby), 'SELECT pg_reload_conf()')
      while ((await countStandbys()) > 0) await delay(50)
    },
    /** What Patroni does when the primary is gone. Resolves when the standby takes writes. */
    promoteStandby: () => sql(urlOf(standby), 'SELECT pg_promote(true, 60)'),
    remove(): void {
      for (const server of [primary, standby]) {
        const pids = killed.length > 0 && server === primary ? killed : pidsOf(server)
        signalAll(pids, 'SIGKILL')
      }
      for (const one of [folder, other, home.folder]) rmSync(one, { recursive: true, force: true })
    },
  }
}
