/** Paths to work on, the most urgent last, and what is done for each. */
type Batch = {
  paths: string[]
  isDone: (path: string) => boolean
  /** `ahead`: the paths that follow, now and then, so that what they need can be read at once. It does not fail. */
  work: (path: string, ahead: readonly string[]) => Promise<void>
}

/**
 * Makes what nobody has asked for yet, a few at a time: the smallest batch first, so that a change that few pages show
 * never waits for one that all show.
 */
export class Background {
  private batches: Batch[] = []
  private workers = 0
  private isStopped = false
  private readonly idle: (() => void)[] = []

  /** @param turn waits until the visitors leave time */
  constructor(private readonly turn: () => Promise<void>) {}

  /** @param paths the most urgent first @param isDone says what needs no work any more */
  add(paths: readonly string[], isDone: Batch['isDone'], work: Batch['work']): void {
    if (paths.length === 0 || this.isStopped) return
    const batch = { paths: paths.toReversed(), isDone, work }
    this.batches = [...this.batches, batch].toSorted((a, b) => a.paths.length - b.paths.length)
    for (let free = MOST_AT_ONCE - this.workers; free > 0; free--) void this.run()
  }

  /** How many paths wait. */
  get size(): number {
    return this.batches.reduce((sum, { paths }) => sum + paths.length, 0)
  }

  /** Resolves when what is under way is done; nothing new is begun. */
  async stop(): Promise<void> {
    this.isStopped = true
    this.batches = []
    if (this.workers > 0) await new Promise<void>((resolve) => this.idle.push(resolve))
  }

  private async run(): Promise<void> {
    this.workers += 1
    for (let next = this.next(); next; next = this.next()) {
      const { batch, path } = next
      const ahead = batch.paths.length % AHEAD === 0 ? batch.paths.slice(-AHEAD) : []
      await this.turn()
      if (!this.isStopped && !batch.isDone(path)) await batch.work(path, ahead)
    }
    this.workers -= 1
    if (this.workers === 0) for (const resolve of this.idle.splice(0)) resolve()
  }

  private next(): { batch: Batch; path: string } | null {
    for (let [batch] = this.batches; batch; [batch] = this.batches) {
      for (let path = batch.paths.pop(); path !== undefined; path = batch.paths.pop())
        if (!batch.isDone(path)) return { batch, path }
      this.batches = this.batches.filter((other) => other !== batch)
    }
    return null
  }
}

const MOST_AT_ONCE = 3

const AHEAD = 25
