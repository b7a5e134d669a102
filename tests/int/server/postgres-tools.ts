import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, vi } from 'vitest'

const folders: string[] = []
const children: ChildProcess[] = []

/** Removed after the test, as are the processes of `startInChild`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'aalborg-postgres-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})

/** A process of its own that starts PostgreSQL, tells its address and waits. */
export async function startInChild(
  dataDir: string,
  ...options: 'shared'[]
): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(new URL('./postgres-child.ts', import.meta.url), [dataDir, ...options], {
    execArgv: ['--import', 'tsx'],
  })
  children.push(child)
  const [url] = (await once(child, 'message')) as [string]
  return { child, url }
}

/** All that PostgreSQL's own log says. */
export function logOf(dataDir: string): string {
  const folder = path.join(dataDir, 'postgres/logs')
  return readdirSync(folder)
    .toSorted()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('')
}

/** Waits for what shall come; the limit is only for when it never does. */
export function until<T>(check: () => T | Promise<T>): Promise<NonNullable<T>> {
  return vi.waitUntil(check, { timeout: 30_000, interval: 5 }) as Promise<NonNullable<T>>
}
