import pLimit from 'p-limit'
import { readSideAddress, sideAddress } from '../../domain/sides.ts'
import { EVERYTHING } from '../../domain/content-change.ts'
import type { Render } from '../../web/handover.ts'
import { type Store, type StoredResponse, toStored } from '../front/store.ts'
import type { KnownAddresses } from './addresses.ts'
import type { Changes } from './changes.ts'
import { DueTimes } from './due-times.ts'
import { TagIndex } from './tag-index.ts'
import { inTime } from './in-time.ts'
import type { Log } from '../tell/log.ts'

/** A response that was made, and whether it is still right; null: nothing stands there. */
type Page = {
  path: string
  response: StoredResponse | null
  /** Something that it shows has changed. */
  isOld: boolean
  /** The instant from which the clock makes it wrong, in milliseconds; Infinity: never. */
  freshUntil: number
  forget: () => void
}

type Turn = (work: () => Promise<StoredResponse | null>) => Promise<StoredResponse | null>

/** What was made for a path (null: nothing stands there), and what it depends on. */
type Made = { response: StoredResponse | null; tags: ReadonlySet<string>; freshUntil: number }

/** What follows at the instant `at` (milliseconds), made when the content had that version; null: it could not be made. */
type Prepared = { at: number; version: number; made: Made | null }

/**
 * The stored responses. A change makes what shows it old in the same tick, the clock does so at the instant; whoever asks
 * for an old one gets it made then, one render for all who wait. So nobody is sent what is not right any more, unless
 * the app or the database does not answer: then it is the last good one.
 */
export class StoredPages implements Store {
  private readonly pages = new Map<string, Page>()
  private readonly flights = new Map<string, Promise<StoredResponse | null>>()
  private readonly failed = new Set<string>()
  private readonly prepared = new Map<string, Prepared>()
  private readonly shown = new TagIndex<Page>()
  private readonly due = new DueTimes()
  /** Whoever asks goes one after the other, so that the first is not kept waiting by the last. */
  private readonly asked = pLimit(MOST_ASKED)
  /** How many renders there have been. */
  renders = 0

  constructor(
    private readonly options: {
      render: Render
      addresses: KnownAddresses
      changes: Changes
      /** Milliseconds since 1970 by the site's clock. */
      now: () => number
      /** Sent with every stored response, in node's flat form. */
      headers: readonly string[]
      /** Whether changes of the content are heard of; if not, what is old by them cannot be made. */
      isDatabaseUp: () => boolean
      /** Called with the paths of what became old. */
      onOld: (paths: string[]) => void
      /** Called when a render has failed. */
      onFailed: (path: string) => void
      log: Log
    },
  ) {}

  get size(): number {
    return this.pages.size
  }

  /** The response at a path if it is right. */
  current(path: string): StoredResponse | undefined {
    const page = this.pages.get(path)
    return page && this.isRight(page) ? (page.response ?? undefined) : undefined
  }

  /**
   * The response at a path, made now if it is not there or not right. If that takes longer than a second, or fails: the
   * last good one. Null if nothing stands there; rejects if it cannot be made and never was.
   */
  async get(path: string, side = 1): Promise<StoredResponse | null> {
    const { addresses, isDatabaseUp } = this.options
    if (path.includes('?') && !addresses.has(path)) return null
    if (side > 1) {
      const first = await this.get(path)
      // An old address leads on, whichever page of its lists was asked for.
      if (!first || first.status === 308) return first
      if (first.sides < side) return null
    }
    const key = sideAddress(path, side)
    const right = this.current(key)
    if (right) return right
    await addresses.settledSoon()
    const last = this.pages.get(key)
    if (!last) return addresses.has(path) ? this.makeFor(key) : null
    const cannot = this.failed.has(key) || (last.isOld && !isDatabaseUp())
    if (cannot || this.isRight(last)) return last.response
    return inTime(LONGEST_WAIT, this.makeFor(key)).catch(() => this.pages.get(key)?.response ?? null)
  }

  has(path: string): boolean {
    return this.options.addresses.has(readSideAddress(path).path)
  }

  find: Store['find'] = (path, query) => this.options.addresses.find(path, query)

  /** Whether a path needs no work: it is right, or nothing stands there. */
  isDone = (path: string): boolean => {
    const page = this.pages.get(path)
    return (page && this.isRight(page)) || this.failed.has(path) || !this.has(path)
  }

  /** How many addresses have no response that is right. */
  countOld(): number {
    let right = 0
    for (const page of this.pages.values())
      if (this.isRight(page) && readSideAddress(page.path).side === 1) right += 1
    return this.options.addresses.size - right
  }

  /**
   * Makes the response at a path; one render for all who ask meanwhile. Rejects if it cannot be made.
   * @param inTurn runs it when it is its turn
   * @param ahead the paths that are made next
   */
  make(
    path: string,
    inTurn: Turn = (work) => work(),
    ahead: readonly string[] = [],
  ): Promise<StoredResponse | null> {
    const known = this.flights.get(path)
    if (known) return known
    const flight: Promise<StoredResponse | null> = inTurn(() =>
      this.makeRight(path, ahead, () => this.flights.get(path) === flight),
    )
      .catch((error: unknown) => {
        this.failed.add(path)
        this.options.log.error(failure(path, error), 'A render failed; the old response stays')
        this.options.onFailed(path)
        throw error
      })
      .finally(() => {
        if (this.flights.get(path) === flight) this.flights.delete(path)
      })
    this.flights.set(path, flight)
    return flight
  }

  /** Marks what shows a change as old. */
  note(change: string): void {
    const touched = change === EVERYTHING ? new Set(this.pages.values()) : this.shown.touched(change)
    for (const page of touched) {
      page.isOld = true
      // It may have been the reason.
      this.failed.delete(page.path)
    }
    if (touched.size > 0) this.options.onOld([...touched].map(({ path }) => path))
  }

  /** Other content stands at these paths than before, or nothing any more. */
  moved(paths: Iterable<string>): void {
    const { onOld } = this.options
    const old: string[] = []
    for (const path of paths) {
      const page = this.pages.get(path)
      // What is being made may be of what stood there before.
      this.flights.delete(path)
      for (let side = page?.response?.sides ?? 1; side > 1; side--) this.drop(sideAddress(path, side))
      if (!this.has(path)) this.drop(path)
      else {
        if (page) page.isOld = true
        old.push(path)
      }
    }
    if (old.length > 0) onOld(old)
  }

  /** What has failed may be tried again from now on. Returns it. */
  retry(paths: readonly string[] = [...this.failed]): string[] {
    return paths.filter((path) => this.failed.delete(path))
  }

  /** Swaps in what was prepared for an instant that has come. The rest of what the clock has made old is returned. */
  swapDue(): string[] {
    const old: string[] = []
    for (const path of this.due.takeUntil(this.options.now())) if (!this.swapPrepared(path)) old.push(path)
    return old
  }

  /** What the clock will make old within some milliseconds. Each path is given once for an instant. */
  soonDue(milliseconds: number): string[] {
    return this.due.takeSoon(this.options.now() + milliseconds)
  }

  /** Whether nothing need be done for the instant at which the clock will make a path old. */
  isPrepared = (path: string): boolean => {
    const page = this.pages.get(path)
    return !page || !this.isRight(page) || this.prepared.get(path)?.at === page.freshUntil
  }

  /** Makes the response that follows by the clock. Tried once: what fails here is made when it is due. */
  async prepare(path: string): Promise<void> {
    const page = this.pages.get(path)
    if (!page || this.isPrepared(path)) return
    const { freshUntil: at } = page
    let version = -Infinity
    try {
      await this.options.addresses.settled()
      version = this.options.changes.version
      this.prepared.set(path, { at, version, made: await this.render(path, at) })
    } catch (error) {
      this.options.log.warn(failure(path, error), 'A render ahead of time failed')
      this.prepared.set(path, { at, version, made: null })
    }
  }

  private isRight({ isOld, freshUntil, response }: Page): boolean {
    if (isOld || freshUntil <= this.options.now()) return false
    // A page may come to stand where none is; nothing there depends on it before the addresses are read.
    const mayGiveWay = response === null || response.status === 308
    return !mayGiveWay || this.options.addresses.isSettled()
  }

  /** For one who asks now: what was already under way may have been read before. */
  private async makeFor(key: string): Promise<StoredResponse | null> {
    const isUnderWay = this.flights.has(key)
    const made = await this.make(key, this.asked)
    const page = this.pages.get(key)
    return isUnderWay && !(page && this.isRight(page)) ? this.make(key, this.asked) : made
  }

  private swapPrepared(path: string): boolean {
    const { at, version, made } = this.prepared.get(path) ?? {}
    const page = this.pages.get(path)
    this.prepared.delete(path)
    if (!made?.response || version === undefined || page?.isOld || page?.freshUntil !== at) return false
    if (this.options.changes.haveTouched(version, made.tags)) return false
    this.put(path, made, false)
    return true
  }

  /** Renders until nothing has changed meanwhile. @param isWanted whether the result may still be stored */
  private async makeRight(
    path: string,
    ahead: readonly string[],
    isWanted: () => boolean,
  ): Promise<StoredResponse | null> {
    const { addresses, changes, now } = this.options
    for (let round = 1; ; round++) {
      await addresses.settled()
      if (!this.has(path)) return null
      const page = this.pages.get(path)
      if (page && (this.isRight(page) || (page.freshUntil <= now() && this.swapPrepared(path))))
        return this.pages.get(path)?.response ?? null
      const { version } = changes
      const made = await this.render(path, now(), ahead)
      const isOld = changes.haveTouched(version, made.tags)
      if (isWanted()) this.put(path, made, isOld)
      if ((!isOld && made.freshUntil > now()) || round === MOST_ROUNDS) return made.response
    }
  }

  private async render(key: string, at: number, ahead: readonly string[] = []): Promise<Made> {
    this.renders += 1
    const { path, side } = readSideAddress(key)
    const ids = ahead.flatMap((next) => this.options.addresses.tree.at(next) ?? [])
    const rendered = await this.options.render({ path, side, at, ahead: ids })
    const response = rendered.status === null ? null : await toStored(rendered, this.options.headers)
    return { response, tags: rendered.tags, freshUntil: rendered.freshUntil ?? Infinity }
  }

  private put(path: string, { response, tags, freshUntil }: Made, isOld: boolean): void {
    this.drop(path)
    this.failed.delete(path)
    const page: Page = { path, response, isOld, freshUntil, forget: () => {} }
    page.forget = this.shown.add(page, tags)
    this.due.add(path, freshUntil)
    this.pages.set(path, page)
  }

  private drop(path: string): void {
    const page = this.pages.get(path)
    if (!page) return
    page.forget()
    this.prepared.delete(path)
    this.due.delete(path, page.freshUntil)
    this.pages.delete(path)
  }
}

/** How long a visitor waits for a page that could also be sent as it was. Milliseconds. */
const LONGEST_WAIT = 1000

const MOST_ASKED = 6

/** Somebody saves again and again: what was made last is sent, and made again for the next. */
const MOST_ROUNDS = 5

const failure = (path: string, error: unknown) => ({ event: 'render-failed', path, error: String(error) })
