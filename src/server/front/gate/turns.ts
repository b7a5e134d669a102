import pLimit from 'p-limit'
import { setTimeout as delay } from 'node:timers/promises'
import { Refused } from './refused.ts'

/** One's turn. `over` ends it, once it has lasted as long as each does; it resolves when the next has its own. */
export type Turn = { over(): Promise<void> }

/**
 * Lets one in at a time, and a few wait: comparing a password takes a processor for a fifth of a second and a thread
 * that reading files needs too. Every turn lasts at least `milliseconds`, so that neither one's own time nor that of those who wait
 * tells what was found.
 */
export function createTurns(milliseconds: number) {
  const limit = pLimit(1)

  /** Resolves when it is one's turn. Throws Refused, 429, if too many wait already. */
  return async function takeTurn(): Promise<Turn> {
    if (limit.pendingCount >= MOST_WAITING)
      throw new Refused(429, `Mange logger ind lige nu. Prøv igen om ${WAIT_SECONDS} sekunder.`, WAIT_SECONDS)
    return new Promise((resolve) => {
      const turn = async () => {
        const lasts = delay(milliseconds, undefined, { ref: false })
        await new Promise<void>((end) =>
          resolve({
            over: () => {
              end()
              return lasts
            },
          }),
        )
        await lasts
      }
      void limit(turn)
    })
  }
}

const MOST_WAITING = 10
const WAIT_SECONDS = 5
