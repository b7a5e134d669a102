import zlib from 'node:zlib'
import { Pool } from 'pg'
import pino from 'pino'
import { vi } from 'vitest'
import { isShown } from '../../../src/domain/content-change.ts'
import { type Feed, openFeed } from '../../../src/server/fresh/feed.ts'
import { type Refresher, startRefresher } from '../../../src/server/fresh/refresher.ts'
import { securityHeaders } from '../../../src/server/front/headers.ts'
import type { Nothing, Render, Rendered } from '../../../src/web/handover.ts'
import { answerAt, copyOf, living, type Copy } from './town.ts'
import { BEGINNING, sqlOf, type Edit } from './town-edits.ts'

/** What was true from one change of the content or the clock to the next. */
type State = { at: number; copy: Copy }

type Visit = {
  path: string
  /** The newest state that was heard of when it began. */
  from: number
  /** The newest state when it ended, and whether it had been heard of. */
  to: number
  isHeard: boolean
  text: string | null
  /** A render of the page failed, or took long: then the last good one is sent. */
  isExcused: boolean
}

const log = pino({ level: 'silent' })

/** A site whose pages are rendered from a real database by a stand-in, beside a record of all that was ever true. */
export class TownSite {
  feed!: Feed
  refresher!: Refresher
  readonly states: State[] = []
  visits: Promise<Visit>[] = []
  /** Since all was made last. */
  told: string[] = []
  rendered: string[] = []
  clockSteps = 0
  private firstState = 0
  private heard = 0
  private newest = 0
  private returns = 0
  /** How many visits were checked without an excuse. */
  checked = 0
  private readonly failNext = new Set<string>()
  /** Pages whose last render failed, and how many renders have. */
  private readonly failing = new Set<string>()
  private failures: string[] = []
  private gate = Promise.resolve()
  openGate = (): void => {}
  private readonly pool: Pool

  constructor(private readonly databaseUrl: string) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 4 })
    this.pool.on('error', () => {})
  }

  private get state(): State {
    return this.states.at(-1) as State
  }

  async start(): Promise<void> {
    await this.pool.query(BEGINNING)
    this.states.push({ at: Date.UTC(2026, 10, 23, 7), copy: await copyOf(this.pool) })
    this.feed = await openFeed({ databaseUrl: this.databaseUrl, log })
    this.feed.follow({
      note: (change) => {
        this.told.push(change)
        if (change.startsWith('law:')) this.heard = Math.max(this.heard, Number(change.slice(4)))
      },
      moved: () => {},
      reconnected: () => {
        this.returns += 1
      },
    })
    const source = living(
      this.pool,
      () => this.feed.addresses.tree,
      () => this.gate,
    )
    const render: Render = async ({ path, at }) => {
      this.rendered.push(path)
      const answer = await answerAt(path, at, source)
      if (!this.failNext.delete(path)) {
        this.failing.delete(path)
        return answer
      }
      this.failing.add(path)
      this.failures.push(path)
      throw new Error('It shall fail')
    }
    this.refresher = await startRefresher({
      feed: this.feed,
      render,
      securityHeaders: securityHeaders('http://localhost').page,
      now: () => this.state.at,
      traffic: { requests: 0, waiting: 0 },
      visits: (path) => path.length,
      log,
    })
  }

  async stop(): Promise<void> {
    this.openGate()
    await Promise.all(this.visits)
    await this.refresher.stop()
    await this.feed.close()
    await this.pool.end()
  }

  /** Changes the content in one transaction. @param isKept false: it is rolled back */
  async edit(edits: readonly Edit[], isKept: boolean): Promise<void> {
    const number = this.states.length
    this.newest = number
    const statements = edits.map((edit) => sqlOf(edit, this.state.copy))
    const end = isKept ? `NOTIFY content_changed, 'law:${number}'` : 'SELECT 1 / 0'
    // Several statements at once are one transaction. Two pages at one address are refused.
    const isDone = await this.pool.query([...statements, end].join(';')).then(
      () => true,
      () => false,
    )
    if (isDone) this.states.push({ at: this.state.at, copy: await copyOf(this.pool) })
    else this.newest = number - 1
  }

  /** Waits until the server has heard of all that has changed. */
  async hear(): Promise<void> {
    await until(() => this.heard === this.newest)
  }

  async setClock(at: number): Promise<void> {
    await this.hear()
    this.clockSteps += 1
    this.states.push({ at, copy: this.state.copy })
    this.heard = this.newest = this.states.length - 1
  }

  /** Cuts the server's connection, and changes something before it is back. */
  async cut(edits: readonly Edit[]): Promise<void> {
    await this.hear()
    const { returns } = this
    await this.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'content-listener' AND datname = current_database()`)
    await this.edit(edits, true)
    await until(() => this.returns > returns)
    // It may have been back before the change was: what is told now is told after it.
    await this.pool.query(`NOTIFY content_changed, 'law:${this.newest}'`)
    await this.hear()
  }

  fail(path: string): void {
    this.failNext.add(path)
  }

  /** Renders wait from now on before each query. */
  closeGate(): void {
    this.openGate()
    this.gate = new Promise((resolve) => {
      this.openGate = resolve
    })
  }

  visit(path: string): void {
    const from = this.heard
    const failures = this.failures.length
    const wasFailing = this.failing.has(path)
    const isUp = this.feed.isDatabaseUp()
    const begun = performance.now()
    const ended = (text: string | null): Visit => ({
      path,
      from,
      to: this.newest,
      isHeard: this.heard === this.newest,
      text,
      isExcused:
        wasFailing ||
        !isUp ||
        !this.feed.isDatabaseUp() ||
        this.failures.slice(failures).includes(path) ||
        performance.now() - begun > 900,
    })
    this.visits.push(
      this.refresher.pages.get(path).then(
        (stored) => ended(stored && zlib.brotliDecompressSync(stored.br).toString()),
        () => ended('failed'),
      ),
    )
  }

  /** What would be made anew in a state; null: nothing stands there. */
  async textIn(number: number, path: string): Promise<string | null> {
    return bodyOf(await this.answerIn(number, path))
  }

  /** The visits that ended with what was never true while they lasted. */
  async wrongVisits(): Promise<object[]> {
    const visits = await Promise.all(this.visits)
    this.visits = []
    const wrong = await Promise.all(
      visits.map(async (visit) => {
        this.checked += Number(visit.isHeard && !visit.isExcused)
        // What is committed and not yet heard of may show in part.
        if (!visit.isHeard || (visit.isExcused && visit.text === 'failed')) return []
        const allowed = await this.textsIn(visit.isExcused ? 0 : visit.from, visit.to, visit.path)
        return allowed.includes(visit.text) ? [] : [{ ...visit, allowed }]
      }),
    )
    return wrong.flat()
  }

  /** Waits until all is made that can be. Returns what was rendered needlessly since the last time. */
  async allMade(): Promise<object[]> {
    const { pages } = this.refresher
    const paths = this.feed.addresses.all()
    const answers = await Promise.all(paths.map((path) => this.answerIn(this.states.length - 1, path)))
    await until(() => pages.countOld() === 0)
    // What is due within ten seconds is made ahead.
    const soon = paths.filter(
      (_, index) => (answers[index]?.freshUntil ?? Infinity) <= this.state.at + 10_000,
    )
    await until(() => soon.every(pages.isPrepared))
    const needless = this.states.length === 1 ? [] : await this.needless()
    this.told = []
    this.rendered = []
    this.failures = []
    this.clockSteps = 0
    this.firstState = this.states.length - 1
    return needless
  }

  /** The addresses that were rendered more often since all was made last than changes, the clock and failures account for. */
  private async needless(): Promise<object[]> {
    const last = this.states.length - 1
    const needless = await Promise.all(
      [...new Set(this.rendered)].map(async (path) => {
        const answers = await Promise.all(
          this.range(this.firstState, last).map((number) => this.answerIn(number, path)),
        )
        const tags = new Set(answers.flatMap((answer) => [...answer.tags]))
        const touches = this.told.filter((change) => isShown(change, tags)).length
        // Also what comes or goes where another page stands.
        const standing = answers.map((answer, index) => {
          const { copy } = this.states[this.firstState + index] as State
          const pages = copy
            .tree()
            .byAge(0, Infinity)
            .filter(({ href }) => href === path)
          const redirects = copy.redirects.filter(({ from }) => from === path)
          return [bodyOf(answer), ...[...pages, ...redirects].map(({ id }) => id)].join(' ')
        })
        const moves = standing.filter((one, index) => index > 0 && one !== standing[index - 1]).length
        const isTimed = answers.some(({ freshUntil }) => freshUntil !== null)
        const failures = this.failures.filter((failed) => failed === path).length
        const most = touches + moves + failures + (isTimed ? touches + 2 * this.clockSteps : 0)
        const renders = this.rendered.filter((other) => other === path).length
        return renders > most ? [{ path, renders, most, told: this.told }] : []
      }),
    )
    return needless.flat()
  }

  private async textsIn(from: number, to: number, path: string): Promise<(string | null)[]> {
    return Promise.all(this.range(from, to).map((number) => this.textIn(number, path)))
  }

  private range(from: number, to: number): number[] {
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  }

  private async answerIn(number: number, path: string) {
    const { at, copy } = this.states[number] as State
    return answerAt(path, at, copy)
  }
}

const bodyOf = (answer: Rendered | Nothing) => (answer.status === null ? null : answer.body)

/** Waits for what shall come; the limit is only for when it never does. */
function until(check: () => boolean): Promise<true> {
  return vi.waitUntil(check, { timeout: 20_000, interval: 2 })
}
