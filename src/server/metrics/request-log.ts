import type { AddressKind } from '../../domain/addresses.ts'
import type { Log } from '../tell/log.ts'

/** A request that was answered, and how. It names no address: it may hold what somebody searched for. */
export type AnsweredRequest = {
  /** X-Request-Id. */
  id: string
  kind: AddressKind
  method: string
  /** Null: the caller went away before. */
  status: number | null
  seconds: number
}

/**
 * Writes a line for each request that failed, was slow or was refused, and none for the others. However many strangers
 * cause, it is at most sixty lines a minute, and one that says how many more there were.
 * @param now milliseconds
 */
export function createRequestLog(log: Log, now = () => performance.now()) {
  let lines = 0
  let untold = 0
  let minute = now()

  return ({ id, kind, method, status, seconds }: AnsweredRequest): void => {
    const word = wordFor(status, seconds)
    if (!word) return
    if (now() - minute >= 60_000) {
      if (untold > 0)
        log.warn(
          { event: 'requests-untold', untold },
          'More requests failed, were slow or were refused than are told',
        )
      minute = now()
      lines = untold = 0
    }
    // Failures of the site are told before what strangers may cause by the thousand.
    if (lines >= (word === 'failed' ? MOST_LINES : MOST_LINES / 2)) untold += 1
    else {
      lines += 1
      // By which an alert finds it (docs/operating/log.md): the status of whatever could not be saved for want of room.
      const event = status === 507 ? 'disk-full' : 'request'
      const fields = { event, requestId: id, kind: kind.name, method: knownMethod(method), status }
      log[LEVELS[word]]({ ...fields, milliseconds: Math.round(seconds * 1000) }, `A request ${word}`)
    }
  }
}

const LEVELS = { failed: 'error', 'was slow': 'warn', 'was refused': 'info' } as const

/** Lines a minute. */
const MOST_LINES = 60

/** Seconds. */
const SLOW = 2

function wordFor(status: number | null, seconds: number): keyof typeof LEVELS | null {
  if (status !== null && status >= 500) return 'failed'
  if (seconds > SLOW) return 'was slow'
  // That nothing stands at an address is an answer, and so are an odd query and a form that was not filled in.
  return status !== null && REFUSALS.has(status) ? 'was refused' : null
}

const REFUSALS = new Set([401, 403, 405, 408, 411, 413, 414, 415, 421, 429, 431])

const knownMethod = (method: string): string =>
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)$/.test(method) ? method : 'other'
