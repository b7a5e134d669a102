import { setImmediate, setTimeout as delay } from 'node:timers/promises'
import pLimit from 'p-limit'

/** What visitors and editors ask of the server. */
export type Traffic = {
  /** How many requests there have been. */
  requests: number
  /** How many wait for something that is made for them. */
  waiting: number
}

/**
 * Returns what waits until work in the background would keep nobody waiting, or until it has waited long enough to get on.
 * One turn at a time: while visitors ask for stored pages as fast as they can, the background gets about a fifth of the
 * processor; while nobody asks, all of it.
 */
export function courtesyTo(traffic: Traffic): () => Promise<void> {
  const oneByOne = pLimit(1)
  let seen = traffic.requests

  async function turn(): Promise<void> {
    // So that what has arrived meanwhile is answered first.
    await setImmediate()
    for (let waited = 0; traffic.waiting > 0 && waited < LONGEST_WAIT; waited += STEP) await delay(STEP)
    const arrived = traffic.requests - seen
    seen = traffic.requests
    if (arrived > FEW) await delay(Math.min(arrived / PER_MILLISECOND, LONGEST_PAUSE))
  }

  return () => oneByOne(turn)
}

/** Milliseconds that somebody's own request may hold up the background. */
const LONGEST_WAIT = 200
const STEP = 2

/** Requests between two turns that need no pause, and how many more make it a millisecond longer. */
const FEW = 5
const PER_MILLISECOND = 10
const LONGEST_PAUSE = 25
