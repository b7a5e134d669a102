import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'
import { clusterIn } from './postgres-home.ts'
import { type Programs, run } from './programs.ts'

/** PostgreSQL's own log: it begins a new file after so much, and `trimLogs` keeps so much of all. */
const FILE_MEGABYTES = 10
const LOG_MEGABYTES = 40
const logName = /^postgres-[\d-]+\.log$/

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  // As seen from the cluster, so that no path needs to be quoted for a shell.
  log_directory: '../logs',
  log_filename: 'postgres-%Y%m%d-%H%M%S.log',
  log_file_mode: '0600',
  log_rotation_size: `${FILE_MEGABYTES}MB`,
  log_rotation_age: '7d',
  // What people typed stays out of the log: statements and their values, and the keys that a DETAIL quotes.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
}

/**
 * Starts PostgreSQL on the port and waits until it takes connections. Answers the process id of the postmaster. Throws
 * a StartError if it cannot start.
 */
export async function startPostmaster(home: Programs, port: number): Promise<number> {
  // What is said before the log is open.
  const firstWords = path.join(home.folder, 'start.log')
  const start = () => {
    rmSync(firstWords, { force: true })
    return run(home, 'pg_ctl', [
      'start',
      '--wait',
      '--timeout=120',
      `--pgdata=${clusterIn(home.folder)}`,
      `--log=${firstWords}`,
      `--options=${Object.entries({ port, ...settings })
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' ')}`,
    ])
  }
  let started = await start()
  // Right after a crash, the old processes may take a moment to end.
  for (let attempt = 0; started.code !== 0 && attempt < 20; attempt++) {
    await delay(250)
    started = await start()
  }
  const pid = runningPostmaster(home)
  if (started.code === 0 && pid) return pid
  const log = newestLog(home) ?? firstWords
  const reason = existsSync(log) ? lastLine(readFileSync(log, 'utf8')) : lastLine(started.output)
  throw new StartError(
    say({
      da: `PostgreSQL kunne ikke starte: ${reason} (se ${log})`,
      en: `PostgreSQL could not start: ${reason} (see ${log})`,
    }),
  )
}

/** Stops PostgreSQL; at once, leaving its connections no time, if it takes longer than 20 s. */
export async function stopPostmaster(home: Programs): Promise<void> {
  const stop = (mode: string) =>
    run(home, 'pg_ctl', [
      'stop',
      '--wait',
      '--timeout=20',
      `--mode=${mode}`,
      `--pgdata=${clusterIn(home.folder)}`,
    ])
  if ((await stop('fast')).code !== 0 && runningPostmaster(home)) await stop('immediate')
}

/** The process id in the cluster's pid file; null if there is none. */
function runningPostmaster(home: Programs): number | null {
  const file = path.join(clusterIn(home.folder), 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n', 1)[0]) : null
}

/** Removes the oldest files of PostgreSQL's log: it begins a new one by itself, but removes none. */
export function trimLogs(home: Programs): void {
  const [newest, ...older] = logs(home).toReversed()
  if (!newest) return
  let bytes = statSync(newest).size
  // A flood within one second lands in one file. PostgreSQL appends to it wherever it then ends.
  if (bytes > LOG_MEGABYTES * 1e6) truncateSync(newest)
  for (const file of older) {
    bytes += statSync(file).size
    if (bytes > LOG_MEGABYTES * 1e6) rmSync(file, { force: true })
  }
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

function newestLog(home: Programs): string | undefined {
  return logs(home).at(-1)
}

/** Their names hold the time, so they sort by age. */
function logs(home: Programs): string[] {
  const folder = path.join(home.folder, 'logs')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => logName.test(name))
  return names.toSorted().map((name) => path.join(folder, name))
}
