import { isStarterGone } from './starter.ts'
import type { Log } from '../tell/log.ts'

/** How a process of ours is asked to end. */
export type Stop = {
  /** Aborted when it shall end in good order. */
  signal: AbortSignal
  /** Aborted when whoever asked has no more patience. */
  atOnce: AbortSignal
  /** Asks from within. */
  now: () => void
}

/** Listens for the signals that end a process. Asked again a second later, it shall end at once. */
export function onStop(): Stop {
  const stopping = new AbortController()
  const atOnce = new AbortController()
  let stoppedAt = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm forwards a Ctrl-C that the terminal has already sent us; only a later one means "stop at once".
      if (stopping.signal.aborted && performance.now() - stoppedAt > 1000) atOnce.abort()
      if (!stopping.signal.aborted) stoppedAt = performance.now()
      stopping.abort()
    })
  }
  return { signal: stopping.signal, atOnce: atOnce.signal, now: () => stopping.abort() }
}

/** Stops when npm, or the shell that ran us, has been ended: a shell passes no signal on. */
export function stopWithStarter({ now, signal }: Stop): void {
  const isGone = isStarterGone()
  const watch = setInterval(() => {
    if (!isGone()) return
    clearInterval(watch)
    now()
  }, 500)
  watch.unref()
  signal.addEventListener('abort', () => clearInterval(watch))
}

/**
 * Errors that nobody awaits must not take the process down; a programming error ends it in good order, and with 1. A
 * broken connection (to the database, to a visitor) has a code and leaves nothing half done.
 */
export function keepGoing(log: Log, { signal, now }: Stop): void {
  process.on('unhandledRejection', (error) =>
    log.error({ event: 'unhandled', error: String(error) }, 'A rejection nobody handled'),
  )
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // While stopping, connections that the CMS still holds break.
    if (signal.aborted && error.code) return
    log.error({ event: 'unhandled', error: error.stack }, 'An error nobody caught')
    if (error.code) return
    process.exitCode = 1
    now()
  })
}
