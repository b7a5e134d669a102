import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { now } from '../clock.ts'
import { say } from '../tell/language.ts'
import { isForPeople, tidy, type Log } from '../tell/log.ts'
import { root } from '../root.ts'
import { StartError } from '../tell/start-error.ts'
import type { Stop } from './stop.ts'

/** What the server tells the process that keeps it running. */
export type ServerMessage = { event: 'listening' } | { event: 'failed'; reason: string }

/**
 * Runs the server as a process of its own, until `stop`. When it dies it is started again, with growing pauses while it
 * keeps dying. Throws a StartError if its first start fails, and in development if it dies.
 */
export async function keepServerRunning(options: {
  isDevelopment: boolean
  log: Log
  stop: Stop
}): Promise<void> {
  const { isDevelopment, log, stop } = options
  let server = startServer(isDevelopment, log)
  const failure = await Promise.race([server.listening, aborted(stop.signal)])
  if (failure && !stop.signal.aborted) throw new StartError(failure)
  for (let deaths = 0; !stop.signal.aborted;) {
    const startedAt = performance.now()
    const ending = await Promise.race([server.ended, aborted(stop.signal)])
    if (stop.signal.aborted) break
    if (performance.now() - startedAt > RAN_WELL) deaths = 0
    if (isDevelopment) throw new StartError(`${say(DIED)} (${ending}).`)
    const pause = pauseAfter(deaths++)
    log.error(
      { event: 'child-died', ending, reason: server.reason(), pause_seconds: pause / 1000 },
      'The server died; it is started again',
    )
    await delay(pause, null, { signal: stop.signal }).catch(() => {})
    if (!stop.signal.aborted) server = startServer(isDevelopment, log)
  }
  await server.end(stop.atOnce)
}

/** Milliseconds after which a server that runs is thought well. */
const RAN_WELL = 60_000

/** How many milliseconds to wait before the server is started again: none at first, then 1, 2, 4 … seconds, at most 60. */
export const pauseAfter = (deaths: number): number => (deaths === 0 ? 0 : Math.min(500 * 2 ** deaths, 60_000))

/** Milliseconds that the server gets to end in good order: requests under way have twenty seconds. */
const PATIENCE = 24_000

const DIED = { da: 'Serveren holdt op', en: 'The server ended' }

function startServer(isDevelopment: boolean, log: Log) {
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      path.join(root, 'src/server/run.mjs'),
      'serve/serve',
      ...(isDevelopment ? ['--dev'] : []),
    ],
    {
      cwd: root,
      // The site's clock runs on where it is, also for a server that is started again.
      env: process.env.SITE_CLOCK ? { ...process.env, SITE_CLOCK: now().toString() } : process.env,
      // What node itself prints when it dies is not for the log's readers as it is.
      stdio: ['ignore', 'inherit', isForPeople() ? 'inherit' : 'pipe', 'ipc'],
    },
  )
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.trim()) log.error({ event: 'output', from: 'server' }, tidy(line))
    })
  const ended = endOf(child)
  let reason: string | undefined
  return {
    /** How it ended: `exit 1`, `SIGKILL`. */
    ended,
    /** Why it could not start, if it has said so. */
    reason: () => reason,
    /** Null once it listens; if it ends before, what to say about that. */
    listening: new Promise<string | null>((resolve) => {
      child.on('message', (message: ServerMessage) => {
        if (message.event === 'listening') resolve(null)
        else reason = message.reason
      })
      void ended.then((ending) => resolve(reason ?? `${say(DIED)} (${ending}).`))
    }),
    /** Asks it to end by hanging up, as if we had died; ends it if it takes too long. */
    async end(atOnce: AbortSignal): Promise<void> {
      if (child.connected) child.disconnect()
      const impatient = AbortSignal.any([atOnce, AbortSignal.timeout(PATIENCE)])
      await Promise.race([ended, aborted(impatient)])
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function endOf(child: ChildProcess): Promise<string> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return signal ?? `exit ${code}`
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
