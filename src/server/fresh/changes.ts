import { EVERYTHING, isShown } from '../../domain/content-change.ts'

/**
 * The changes of the content since the start, by number, so that whoever keeps something can find out whether it is still
 * right. A change is `press-contacts:12`, or `press-contacts` for any of them, or EVERYTHING.
 */
export class Changes {
  /** The number of the newest change. */
  version = 1
  private readonly recent: string[] = []

  note(what: string): void {
    this.version += 1
    this.recent.push(what)
    if (this.recent.length > MOST_KEPT * 2) this.recent.splice(0, MOST_KEPT)
  }

  /** What has changed after `version`. */
  since(version: number): readonly string[] {
    const missed = this.version - version
    if (missed > this.recent.length) return [EVERYTHING]
    return missed <= 0 ? [] : this.recent.slice(-missed)
  }

  /** Whether what has changed after `version` is shown by content with these tags. */
  haveTouched(version: number, tags: ReadonlySet<string>): boolean {
    return this.since(version).some((change) => isShown(change, tags))
  }
}

const MOST_KEPT = 5000
