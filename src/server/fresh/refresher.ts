import { setTimeout as delay } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { Logger } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { listenForChanges } from './change-listener.ts'
import type { Headers } from '../front/headers.ts'
import type { Renderer } from './renderer.ts'
import { StartError } from '../start-error.ts'
import { type Store, type StoredResponse, toStored } from '../front/store.ts'
import { isNothing, isShown, isTouched, merge, nothing, type Work } from './work.ts'

export type Refresher = {
  isDatabaseUp(): boolean
  /** How many renders there have been since the start. */
  renders(): number
  stop(): Promise<void>
}

/**
 * Fills the store with everything published, then keeps it fresh. A change of the content, the clock or a lost connection
 * makes responses outdated; all of them are rendered first and then swapped in one step. What the clock will outdate is
 * rendered a few seconds ahead, for that instant, and swapped in on it. If a render fails the old response stays and the
 * render is tried again. Throws a StartError if the first fill fails three times.
 */
export async function startRefresher(options: {
  databaseUrl: string
  renderer: Renderer
  store: Store
  /** Sent with every stored response. */
  securityHeaders: Headers
  now: () => Temporal.Instant
  /** Called at once for each change, before it is rendered. */
  onChange: () => void
  onFirstRenders: (done: number, total: number) => void
  log: Logger
}): Promise<Refresher> {
  const { renderer, store, securityHeaders, now, onChange, log } = options
  let renders = 0
  /** What the list of paths was made of: a change to it may add or remove a path. Null: not listed yet. */
  let listTags: ReadonlySet<string> | null = null
  let pending = nothing()
  let current = nothing()
  let retries = nothing()
  let failures = 0
  let working: Promise<void> | null = null
  let retryTimer: NodeJS.Timeout | undefined
  let prepared = new Map<string, Prepared>()
  let preparing = false
  /** Shared by all renders: enough to keep the processor busy while one waits for the database. */
  const limit = pLimit(MOST_RENDERS)
  const stopping = new AbortController()

  function refresh(work: Partial<Work>): void {
    pending = merge(pending, { ...nothing(), ...work })
    if (!working) void begin(workOff)
  }

  /** One piece of work at a time; what arrives meanwhile comes next. */
  async function begin(work: () => Promise<void>): Promise<void> {
    working = work()
    try {
      await working
    } finally {
      working = null
      if (!isNothing(pending) && !stopping.signal.aborted) void begin(workOff)
    }
  }

  async function workOff(): Promise<void> {
    // The changes of one commit arrive within moments of each other and are to be swapped together.
    await delay(5)
    while (!stopping.signal.aborted && !isNothing(pending)) {
      current = pending
      pending = nothing()
      const failed = await runRound(current)
      current = nothing()
      if (isNothing(failed)) failures = isNothing(retries) ? 0 : failures
      else retryLater(failed)
    }
  }

  function retryLater(failed: Work): void {
    retries = merge(retries, failed)
    clearTimeout(retryTimer)
    retryTimer = setTimeout(
      () => {
        const work = retries
        retries = nothing()
        refresh(work)
      },
      Math.min(250 * 2 ** failures++, 5000),
    ).unref()
  }

  /** Renders and swaps what the work touches; returns the part of it that failed. */
  async function runRound(work: Work, onRendered?: (done: number, total: number) => void): Promise<Work> {
    let listed: Set<string> | null = null
    try {
      if (work.list) {
        const { paths, tags } = await renderer.listPaths()
        listed = new Set(paths)
        listTags = tags
      }
    } catch (error) {
      log.error({ error: messageOf(error) }, 'The paths could not be listed')
      return work
    }
    const known = listed ?? new Set(store.keys())
    const old = [...known].filter((path) => isTouched(path, store.get(path), work))
    const fresh = new Map<string, StoredResponse | null>()
    const failed = new Set<string>()
    const renew = async (path: string) => {
      try {
        fresh.set(path, await render(path, now()))
      } catch (error) {
        failed.add(path)
        log.error({ path, error: messageOf(error) }, 'A render failed; the old response stays')
      }
      onRendered?.(fresh.size + failed.size, old.length)
    }
    await Promise.all(old.map((path) => limit(renew, path)))
    swap(fresh)
    for (const path of store.keys()) if (!known.has(path)) store.delete(path)
    return { ...nothing(), list: [...failed].some((path) => !store.has(path)), paths: failed }
  }

  /** @param at the instant to render for */
  async function render(path: string, at: Temporal.Instant): Promise<StoredResponse | null> {
    renders++
    const rendered = await renderer.render(path, at)
    return rendered && (await toStored(rendered, securityHeaders))
  }

  function swap(fresh: Iterable<readonly [string, StoredResponse | null]>): void {
    for (const [path, stored] of fresh) {
      if (stored) store.set(path, stored)
      else store.delete(path)
    }
  }

  function followClock(): void {
    const soon = now().add({ seconds: SECONDS_AHEAD })
    const ready: [string, StoredResponse | null][] = []
    const late = new Set<string>()
    const ahead: [string, Temporal.Instant][] = []
    for (const [path, { freshUntil }] of store) {
      const isWaiting = [pending, current, retries].some((work) => work.everything || work.paths.has(path))
      if (!freshUntil || isWaiting || Temporal.Instant.compare(freshUntil, soon) > 0) continue
      const known = prepared.get(path)
      const next = known?.at.equals(freshUntil) ? known.response : undefined
      if (Temporal.Instant.compare(freshUntil, now()) > 0) {
        if (next === undefined) ahead.push([path, freshUntil])
      } else if (next === undefined || next === 'failed') late.add(path)
      else if (next !== 'rendering') ready.push([path, next])
    }
    swap(ready)
    for (const [path] of ready) prepared.delete(path)
    if (late.size > 0) refresh({ paths: late })
    if (!working && !preparing) void prepareAll(ahead)
  }

  /** The most urgent first. A change of the content interrupts: the rest is prepared after it. */
  async function prepareAll(ahead: [path: string, at: Temporal.Instant][]): Promise<void> {
    preparing = true
    const own = prepared
    const queue = ahead.toSorted(([, a], [, b]) => Temporal.Instant.compare(a, b))
    await Promise.all(
      queue.map(([path, at]) =>
        limit(async () => {
          if (own === prepared && !working) await prepare(path, at, own)
        }),
      ),
    )
    preparing = false
  }

  /** Tried once: what fails here is rendered, and retried, when it is due. */
  async function prepare(path: string, at: Temporal.Instant, own: typeof prepared): Promise<void> {
    own.set(path, { at, response: 'rendering' })
    try {
      own.set(path, { at, response: await render(path, at) })
    } catch (error) {
      own.set(path, { at, response: 'failed' })
      log.warn({ path, error: messageOf(error) }, 'A render ahead of time failed')
    }
  }

  const listener = await listenForChanges({
    databaseUrl: options.databaseUrl,
    log,
    onChange(what) {
      onChange()
      prepared = new Map()
      refresh({ changes: new Set([what]), list: !listTags || isShown(what, listTags) })
    },
    onReconnect() {
      onChange()
      prepared = new Map()
      refresh({ everything: true, list: true })
    },
  })
  await begin(async () => {
    const all = { ...nothing(), everything: true, list: true }
    let failed = await runRound(all, options.onFirstRenders)
    for (let tries = 1; store.size === 0 && tries < FIRST_TRIES; tries++) {
      // On a busy machine, such as one that is just booting, the database may be slow to answer.
      await delay(500 * 2 ** tries)
      failed = await runRound(all, options.onFirstRenders)
    }
    if (!isNothing(failed)) retryLater(failed)
  })
  if (store.size === 0) {
    stopping.abort()
    clearTimeout(retryTimer)
    await listener.stop()
    throw new StartError(
      'Siderne kunne ikke dannes: se fejlen ovenfor, og se efter, om databasen stadig kører.',
    )
  }
  const ticker = setInterval(followClock, 250).unref()

  return {
    isDatabaseUp: () => listener.isConnected(),
    renders: () => renders,
    async stop() {
      stopping.abort()
      clearInterval(ticker)
      clearTimeout(retryTimer)
      await listener.stop()
      await working
    },
  }
}

/** How long before a response becomes outdated its successor is rendered. */
const SECONDS_AHEAD = 5

const FIRST_TRIES = 3

const MOST_RENDERS = 3

/** The response from the instant `at` on. */
type Prepared = { at: Temporal.Instant; response: StoredResponse | null | 'rendering' | 'failed' }

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
