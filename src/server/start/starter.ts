import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * Tells, each time it is asked, whether whoever runs us and waits for us has ended: npm, and shells that were given a
 * command (`sh -c`), all the way up. A shell at a terminal or with a script does not count, as it may leave us running.
 */
export function isStarterGone(): () => boolean {
  // From the nearest: each is known by its parent, which changes when that one ends.
  const waiting: { pid: number; parent: number }[] = []
  for (let pid = process.pid, parent = process.ppid; parent > 1;) {
    if (!waits(parent, waiting.length === 0)) break
    waiting.push({ pid, parent })
    pid = parent
    parent = parentOf(pid)
  }
  return () => waiting.some(({ pid, parent }) => parentOf(pid) !== parent)
}

/** Whether the process is npm or a shell with a command. `isNearest`: npm says in the environment that it is ours. */
function waits(pid: number, isNearest: boolean): boolean {
  if (isNearest && process.env.npm_lifecycle_event) return true
  const words = commandOf(pid)
  const isShell = /(^|\/)-?(ba|da|z|k|a)?sh$/.test(words[0] ?? '')
  return (isShell && words.includes('-c')) || /\bnpm(-cli\.js)?\b/.test(words.slice(0, 2).join(' '))
}

function parentOf(pid: number): number {
  if (pid === process.pid) return process.ppid
  if (!existsSync('/proc/self/stat')) return Number(ps(pid, 'ppid='))
  try {
    // The name, in brackets, may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return 0
  }
}

function commandOf(pid: number): string[] {
  if (!existsSync('/proc/self/stat')) return ps(pid, 'args=').split(' ')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/)
  } catch {
    return []
  }
}

/** Where there is no /proc, as on macOS. */
function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
