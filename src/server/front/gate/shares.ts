import type { ServerResponse } from 'node:http'
import pLimit, { type LimitFunction } from 'p-limit'
import { Refused } from './refused.ts'

/** Gives a share back; a second time does nothing. */
export type Release = () => void

/**
 * Lets each account have `most` requests under way at once, while a few wait: whatever an editor's programs ask for, they
 * take no more than a part of the server from everybody else.
 */
export function createShares(most: number) {
  const limits = new Map<number, LimitFunction>()

  /**
   * Resolves when there is room for one more request of an account. Throws Refused, 429, if too many wait already.
   * @param account its number
   * @param response whose end gives the share back at last, if nobody else does
   */
  return async function takeShare(
    account: number,
    response: Pick<ServerResponse, 'once' | 'off'>,
  ): Promise<Release> {
    const limit = limits.get(account) ?? pLimit(most)
    limits.set(account, limit)
    if (limit.pendingCount >= MOST_WAITING)
      throw new Refused(429, `Du har for meget i gang. Prøv igen om ${WAIT_SECONDS} sekunder.`, WAIT_SECONDS)
    return new Promise((resolve) => {
      void limit(() => new Promise<void>((end) => resolve(orWhenClosed(response, end))))
    })
  }
}

/** Work goes on for a while for somebody who has gone away, and may never tell that it is over. */
function orWhenClosed(response: Pick<ServerResponse, 'once' | 'off'>, end: () => void): Release {
  let timer: NodeJS.Timeout | undefined
  const wait = () => {
    timer = setTimeout(end, LONGEST_MILLISECONDS).unref()
  }
  response.once('close', wait)
  return () => {
    response.off('close', wait)
    clearTimeout(timer)
    end()
  }
}

/** As long as a question to the database may take. */
const LONGEST_MILLISECONDS = 20_000

const MOST_WAITING = 100
const WAIT_SECONDS = 5
