import type { ServerResponse } from 'node:http'
import pLimit, { type LimitFunction } from 'p-limit'
import { Refused } from './refused.ts'

/** Gives a share back; a second time does nothing. */
export type Release = () => void

/**
 * Lets each sender have `most` requests under way at once, while others of it wait: whatever an editor's programs or a crowd of
 * strangers ask the app for, they take no more than a part of the server from everybody else.
 * @param waiting how many wait at most; `longest` how many milliseconds a share is held, if the app has not answered by then
 */
export function createShares<Sender>(most: number, { waiting = 100, longest = Infinity } = {}) {
  const limits = new Map<Sender, LimitFunction>()

  /**
   * Resolves when there is room for one more request of a sender. Throws Refused, 429, if too many wait already.
   * @param response whose end gives the share back at last, if nobody else does
   */
  return async function takeShare(
    sender: Sender,
    response: Pick<ServerResponse, 'once' | 'off'>,
  ): Promise<Release> {
    const limit = limits.get(sender) ?? pLimit(most)
    limits.set(sender, limit)
    if (limit.pendingCount >= waiting)
      throw new Refused(429, `Der er for meget i gang. Prøv igen om ${WAIT_SECONDS} sekunder.`, WAIT_SECONDS)
    return new Promise((resolve) => {
      const turn = (end: () => void) => resolve(orAtLast(response, longest, end))
      void limit(() => new Promise<void>(turn))
    })
  }
}

/** Work goes on for a while for somebody who has gone away, and may never tell that it is over; others read slowly. */
function orAtLast(response: Pick<ServerResponse, 'once' | 'off'>, longest: number, end: () => void): Release {
  let timer = longest === Infinity ? undefined : setTimeout(end, longest).unref()
  const wait = () => {
    timer ??= setTimeout(end, LONGEST_MILLISECONDS).unref()
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

const WAIT_SECONDS = 5
