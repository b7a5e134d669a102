import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { listenForChanges } from './change-listener.ts'
import type { Headers } from './headers.ts'
import type { Renderer } from './renderer.ts'
import { StartError } from './start-error.ts'
import { type Store, type StoredResponse, toStored } from './store.ts'

export type Refresher = {
  isDatabaseUp(): boolean
  /** How many renders there have been since the start. */
  renders(): number
  stop(): Promise<void>
}

/**
 * Fills the store with everything published, then keeps it fresh: a change of the content, the clock or a lost
 * connection makes the responses it touches old; they are all rendered first and then swapped in one step.
 * A render that fails leaves the old response and is tried again. Throws a StartError when the first fill fails.
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
  let pending = nothing()
  let current = nothing()
  let retries = nothing()
  let failures = 0
  let working: Promise<void> | null = null
  let retryTimer: NodeJS.Timeout | undefined
  const stopping = new AbortController()

  function refresh(work: Partial<Work>): void {
    pending = merge(pending, { ...nothing(), ...work })
    if (!working) void begin(workOff)
  }

  /** One piece of work at a time; what came meanwhile follows. */
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
    // What one commit changed arrives within moments, and shall be swapped together.
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

  /** Renders and swaps what the work touches; answers the part of it that failed. */
  async function runRound(work: Work, onRendered?: (done: number, total: number) => void): Promise<Work> {
    let listed: Set<string> | null = null
    try {
      if (work.list) listed = new Set(await renderer.listPaths())
    } catch (error) {
      log.error({ error: messageOf(error) }, 'The paths could not be listed')
      return work
    }
    const known = listed ?? new Set(store.keys())
    const old = [...known].filter((path) => isTouched(path, store.get(path), work))
    const fresh = new Map<string, StoredResponse | null>()
    const failed = new Set<string>()
    await eachOf(old, async (path) => {
      try {
        renders++
        const rendered = await renderer.render(path)
        fresh.set(path, rendered && (await toStored(rendered, securityHeaders)))
      } catch (error) {
        failed.add(path)
        log.error({ path, error: messageOf(error) }, 'A render failed; the old response stays')
      }
      onRendered?.(fresh.size + failed.size, old.length)
    })
    for (const [path, stored] of fresh) {
      if (stored) store.set(path, stored)
      else store.delete(path)
    }
    for (const path of store.keys()) if (!known.has(path)) store.delete(path)
    return { ...nothing(), list: [...failed].some((path) => !store.has(path)), paths: failed }
  }

  function refreshDue(): void {
    const instant = now()
    const due = [...store].filter(
      ([path, { freshUntil }]) =>
        freshUntil &&
        Temporal.Instant.compare(freshUntil, instant) <= 0 &&
        ![pending, current, retries].some((work) => work.everything || work.paths.has(path)),
    )
    if (due.length > 0) refresh({ paths: new Set(due.map(([path]) => path)) })
  }

  const listener = await listenForChanges({
    databaseUrl: options.databaseUrl,
    log,
    onChange(what) {
      onChange()
      const [collection = ''] = what.split(':')
      refresh({ changes: new Set([what]), list: collectionsWithPaths.has(collection) })
    },
    onReconnect() {
      onChange()
      refresh({ everything: true, list: true })
    },
  })
  await begin(async () => {
    const failed = await runRound({ ...nothing(), everything: true, list: true }, options.onFirstRenders)
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
  const ticker = setInterval(refreshDue, 250).unref()

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

/** What is to be rendered anew. */
type Work = {
  everything: boolean
  /** Whether the list of paths may have changed. */
  list: boolean
  /** What was notified: `press-contacts:12`, or `pages` for any of them. */
  changes: ReadonlySet<string>
  paths: ReadonlySet<string>
}

/** A change of these can add or remove an address. */
const collectionsWithPaths = new Set(['pages', 'redirects', 'press-contacts'])

function nothing(): Work {
  return { everything: false, list: false, changes: new Set(), paths: new Set() }
}

function isNothing(work: Work): boolean {
  return !work.everything && !work.list && work.changes.size === 0 && work.paths.size === 0
}

function merge(left: Work, right: Work): Work {
  return {
    everything: left.everything || right.everything,
    list: left.list || right.list,
    changes: new Set([...left.changes, ...right.changes]),
    paths: new Set([...left.paths, ...right.paths]),
  }
}

/** Whether the work asks for a path: one not stored yet, one named, or one that shows what has changed. */
function isTouched(path: string, stored: StoredResponse | undefined, work: Work): boolean {
  if (!stored || work.everything || work.paths.has(path)) return true
  return [...work.changes].some((change) => {
    const [collection = '', id] = change.split(':')
    if (stored.tags.has(collection) || stored.tags.has(change)) return true
    return id === undefined && [...stored.tags].some((tag) => tag.startsWith(`${collection}:`))
  })
}

/** Three at a time: enough to keep the processor busy while one waits for the database. */
async function eachOf(paths: string[], work: (path: string) => Promise<void>): Promise<void> {
  const queue = [...paths]
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) await work(path)
  }
  await Promise.all([worker(), worker(), worker()])
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
