import { Histogram, type Registry } from 'prom-client'
import { sideAddress } from '../../domain/sides.ts'
import type { Render } from '../../web/handover.ts'

/**
 * Measures how long pages take to be made, and how long after a change of the content they are.
 * @param now milliseconds by the site's clock
 */
export class RenderTimes {
  private readonly oldSince = new Map<string, number>()
  private readonly renders: Histogram<'result'>
  private readonly changes: Histogram

  constructor(
    registry: Registry,
    private readonly now: () => number,
  ) {
    const registers = [registry]
    const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]
    this.renders = new Histogram({
      name: 'site_render_duration_seconds',
      help: 'Time to make a stored answer, by whether it was made or failed.',
      labelNames: ['result'],
      buckets,
      registers,
    })
    for (const result of ['made', 'failed']) this.renders.zero({ result })
    this.changes = new Histogram({
      name: 'site_change_to_page_seconds',
      help: 'Time from hearing of a change of the content until an answer that shows it was made.',
      buckets,
      registers,
    })
  }

  /** A change has made the answers at these paths old. */
  noteOld = (paths: readonly string[]): void => {
    for (const path of paths) this.oldSince.set(path, performance.now())
  }

  /** The render, measured. */
  watched(render: Render): Render {
    return async (asked) => {
      const startedAt = performance.now()
      try {
        const rendered = await render(asked)
        this.renders.observe({ result: 'made' }, secondsSince(startedAt))
        // What is made ahead of time shows no change yet.
        if (asked.at <= this.now()) this.noteMade(sideAddress(asked.path, asked.side), startedAt)
        return rendered
      } catch (error) {
        this.renders.observe({ result: 'failed' }, secondsSince(startedAt))
        throw error
      }
    }
  }

  private noteMade(path: string, startedAt: number): void {
    const since = this.oldSince.get(path)
    // What changed during the render is shown by the next.
    if (since === undefined || since > startedAt) return
    this.oldSince.delete(path)
    this.changes.observe(secondsSince(since))
  }
}

const secondsSince = (startedAt: number): number => (performance.now() - startedAt) / 1000
