import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'

/** Runs node with these words and variables until it ends; its output is all that it printed. */
export async function runNode(
  args: string[],
  environment: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[code], out, error] = await Promise.all([
    once(child, 'exit') as Promise<[number]>,
    text(child.stdout),
    text(child.stderr),
  ])
  return { code, output: out + error }
}

/** Whether a process runs; one that has ended and only waits to be counted off does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** The process of the embedded PostgreSQL of a data folder. */
export const postmasterPid = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

/** A process and all that it started, as Linux tells in /proc. */
export function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const id of processes()) {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const family = [pid]
  for (const member of family) family.push(...(children.get(member) ?? []))
  return family
}

/** Which of these processes listens on a TCP port; undefined if none does. */
export function listenerOn(port: number, among: readonly number[]): number | undefined {
  const local = new RegExp(`^\\s*\\d+: [0-9A-F]+:${port.toString(16).toUpperCase().padStart(4, '0')} `)
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => read(file).split('\n'))
    .filter((line) => local.test(line) && line.trim().split(/\s+/)[3] === '0A')
    .map((line) => `socket:[${line.trim().split(/\s+/)[9]}]`)
  return among.find((pid) => openBy(pid).some((link) => sockets.includes(link)))
}

/** Kilobytes of memory that these processes hold. */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce(
    (sum, pid) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0),
    0,
  )
}

/** Sends a signal to each of these processes that is still there. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended.
    }
  }
}

const processes = () => readdirSync('/proc').map(Number).filter(Number.isInteger)

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function openBy(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${name}`)]
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

/** Why a program ended, as the lines of its log say it. */
export const failureOf = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => line.includes('"event":"failed"'))
    .flatMap((line) => (JSON.parse(line) as { msg: string }).msg.split('\n'))
