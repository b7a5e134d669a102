import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { root } from '../root.ts'

/**
 * Runs node in the repository's root and writes its output to `logFile`. True if it exits with code 0.
 * `signal` ends it early. With `onMessage` it gets an IPC channel, and `onMessage` gets what it sends.
 */
export async function runNode(
  args: string[],
  options: {
    env: Record<string, string>
    logFile: string
    signal: AbortSignal
    onMessage?: (message: unknown) => void
  },
): Promise<boolean> {
  const output = openSync(options.logFile, 'w')
  try {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', output, output, ...(options.onMessage ? (['ipc'] as const) : [])],
      signal: options.signal,
    })
    if (options.onMessage) child.on('message', options.onMessage)
    const [code] = (await once(child, 'exit')) as [number | null]
    return code === 0
  } finally {
    closeSync(output)
  }
}
