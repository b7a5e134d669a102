import { setTimeout as delay } from 'node:timers/promises'
import { ADDRESSES } from '../../domain/addresses.ts'
import type { Headers } from '../front/headers.ts'
import { sharedHeadersOf } from '../front/store.ts'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'
import { Background } from './background.ts'
import { courtesyTo, type Traffic } from './courtesy.ts'
import type { Feed } from './feed.ts'
import { StoredPages } from './pages.ts'
import type { Render } from '../../web/handover.ts'
import type { Log } from '../tell/log.ts'

export type Refresher = {
  pages: StoredPages
  /** How many answers wait to be made in the background. */
  queued(): number
  stop(): Promise<void>
}

/**
 * Keeps the stored responses: makes the error pages, then in the background everything published, and again what a change
 * or the clock has made old, what is visited most first. What the clock will make old is made some seconds ahead and
 * swapped in at the instant. Throws a StartError if the first pages cannot be made.
 */
export async function startRefresher(options: {
  feed: Feed
  render: Render
  /** Sent with every stored response. */
  securityHeaders: Headers
  /** Milliseconds since 1970 by the site's clock. */
  now: () => number
  traffic: Traffic
  /** How often a path was opened. */
  visits: (path: string) => number
  /** Called with the paths of what a change has made old. */
  onOld?: (paths: readonly string[]) => void
  log: Log
}): Promise<Refresher> {
  const { feed, render, securityHeaders, now, traffic, visits, log } = options
  const { addresses, changes } = feed
  /** How often in a row the response at a path could not be made, and when it is tried again. */
  const failures = new Map<string, { times: number; timer: NodeJS.Timeout }>()

  const pages = new StoredPages({
    render,
    addresses,
    changes,
    now,
    headers: sharedHeadersOf(securityHeaders),
    isDatabaseUp: feed.isDatabaseUp,
    onOld(paths) {
      options.onOld?.(paths)
      makeLater(paths)
    },
    onFailed: retryLater,
    log,
  })
  const background = new Background(courtesyTo(traffic))

  function makeLater(paths: readonly string[]): void {
    background.add(byVisits(paths), pages.isDone, (path, ahead) =>
      pages.make(path, undefined, ahead).then(
        () => void forget(path),
        () => {},
      ),
    )
  }

  /** What fails for good is tried with growing pauses, whatever else succeeds. */
  function retryLater(path: string): void {
    const times = (forget(path)?.times ?? 0) + 1
    const pause = Math.min(250 * 2 ** (times - 1), LONGEST_PAUSE)
    const timer = setTimeout(() => makeLater(pages.retry([path])), pause).unref()
    failures.set(path, { times, timer })
  }

  function forget(path: string) {
    const known = failures.get(path)
    clearTimeout(known?.timer)
    failures.delete(path)
    return known
  }

  function retryAll(): void {
    for (const path of failures.keys()) forget(path)
    makeLater(pages.retry())
  }

  function followClock(): void {
    makeLater(pages.swapDue())
    const soon = pages.soonDue(SECONDS_AHEAD * 1000)
    background.add(byVisits(soon), pages.isPrepared, (path) => pages.prepare(path))
  }

  const byVisits = (paths: readonly string[]): string[] => {
    const times = new Map(paths.map((path) => [path, visits(path)]))
    return paths.toSorted((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
  }

  feed.follow({
    note: (change) => pages.note(change),
    moved: (paths) => pages.moved(paths),
    reconnected: retryAll,
  })
  await makeFirst(pages)
  makeLater(addresses.all())
  const ticker = setInterval(followClock, 250).unref()

  return {
    pages,
    queued: () => background.size,
    async stop() {
      clearInterval(ticker)
      for (const path of failures.keys()) forget(path)
      await background.stop()
    },
  }
}

/** Milliseconds between two tries of what fails again and again, at most. */
const LONGEST_PAUSE = 60_000

/** The pages that are sent when nothing else can be. */
async function makeFirst(pages: StoredPages): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await Promise.all([ADDRESSES.notFound.path, ADDRESSES.failed.path].map((path) => pages.make(path)))
      return
    } catch {
      if (tries === FIRST_TRIES)
        throw new StartError(
          say({
            da: 'Siderne kunne ikke dannes: se fejlen ovenfor, og se efter, om databasen stadig kører.',
            en: 'The pages could not be made: see the error above, and whether the database still runs.',
          }),
        )
      // On a busy machine, such as one that is just booting, the database may be slow to answer.
      await delay(500 * 2 ** tries)
    }
  }
}

/** How long before a response becomes old its successor is made. */
const SECONDS_AHEAD = 10

const FIRST_TRIES = 3
