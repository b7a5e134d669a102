import { spawn } from 'node:child_process'
import path from 'node:path'
import { clusterIn, type PostgresHome } from './postgres-home.ts'

/** Ends PostgreSQL when the process that started it has died without doing so, as after `kill -9`. */
export type Watcher = {
  /** Names the postmaster to watch over; a later one replaces it. */
  guard(postmasterPid: number): void
  /** Call it when PostgreSQL has ended. */
  end(): void
}

/**
 * A shell that reads a pipe until its other end is gone, which no way of dying prevents. It has a process group of its
 * own, so that neither a terminal's Ctrl-C nor a signal to all ends it first. SIGINT is PostgreSQL's fast shutdown. The
 * next start may have ended the postmaster and begun another: only the one that was named is ended.
 */
const script = `
trap '' HUP INT TERM
guarded=
while read -r pid; do guarded=$pid; done
[ -n "$guarded" ] && read -r running < "$1" && [ "$running" = "$guarded" ] && kill -INT "$guarded"`

/** Starts watching. On Windows, which has no shell, nobody watches, and the next start takes over what was left. */
export function watchOver(home: PostgresHome): Watcher {
  if (process.platform === 'win32') return { guard() {}, end() {} }
  const pidFile = path.join(clusterIn(home.folder), 'postmaster.pid')
  const shell = spawn('/bin/sh', ['-c', script, 'postgres-watcher', pidFile], {
    ...home.account,
    cwd: '/',
    env: {} as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  shell.on('error', () => {})
  // Somebody may have ended it.
  shell.stdin.on('error', () => {})
  return {
    guard: (pid) => void shell.stdin.write(`${pid}\n`),
    end: () => void shell.stdin.end('\n'),
  }
}
