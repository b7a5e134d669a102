import { setTimeout as delay } from 'node:timers/promises'
import { safeWords, sayError } from '../../database/errors/say-error.ts'
import type { CompleteNext } from '../../web/handover.ts'
import type { Log } from '../tell/log.ts'

/**
 * Makes what saves leave out, such as a picture's AVIF, one file after the other beside what visitors and editors ask for; until
 * `signal` is aborted. Servers may do so at the same time.
 */
export async function completeFiles(options: {
  /** What makes it; undefined while the CMS is not loaded. */
  completeNext: () => CompleteNext | undefined
  /** Resolves when work in the background keeps nobody waiting. */
  turn: () => Promise<void>
  signal: AbortSignal
  log: Log
}): Promise<void> {
  const { completeNext, turn, signal, log } = options
  const left = new Set<number>()
  const again = setInterval(() => left.clear(), AGAIN).unref()

  /** @returns milliseconds to the next one */
  async function round(): Promise<number> {
    try {
      await turn()
      const done = await completeNext()?.([...left])
      if (!done) return PAUSE
      if (done.state === 'left') {
        left.add(done.id)
        log.warn(
          { event: 'file-left', file: done.file, reason: safeWords(done.reason ?? 'It is not there') },
          'A file could not be completed',
        )
      }
      return 0
    } catch (error) {
      log.warn({ event: 'files', ...sayError(error) }, 'Files could not be completed')
      return AFTER_FAILURE
    }
  }

  while (!signal.aborted) await delay(await round(), undefined, { signal, ref: false }).catch(() => {})
  clearInterval(again)
}

/** Milliseconds between two questions whether there are any. */
const PAUSE = 2000

/** The same while the database or the storage does not answer. */
const AFTER_FAILURE = 15_000

/** Milliseconds after which what could not be completed is tried again. */
const AGAIN = 86_400_000
