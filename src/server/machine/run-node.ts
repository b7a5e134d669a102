import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fchmodSync, openSync, writeSync } from 'node:fs'
import { root } from '../root.ts'

/**
 * Runs node in the repository's root, with its output in `logFile`, which only its owner may read. Resolves to whether it succeeded.
 * `signal` ends it early. `onMessage` gets what it sends over its IPC channel; without it there is no channel.
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
  const output = openSync(options.logFile, 'w', 0o600)
  // The mode above is only for a file that is new.
  fchmodSync(output, 0o600)
  try {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', output, output, ...(options.onMessage ? (['ipc'] as const) : [])],
      signal: options.signal,
    })
    if (options.onMessage) child.on('message', options.onMessage)
    const [code, endedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    if (endedBy) writeSync(output, `\nEnded by ${endedBy}\n`)
    return code === 0
  } finally {
    closeSync(output)
  }
}
