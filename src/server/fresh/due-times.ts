/** Paths by the instant at which the clock makes them old, in milliseconds. Such instants are few, such as midnight. */
export class DueTimes {
  private readonly paths = new Map<number, Set<string>>()
  /** Those that were given as soon old. */
  private readonly given = new Set<string>()

  /** Infinity: never. */
  add(path: string, at: number): void {
    if (at === Infinity) return
    const known = this.paths.get(at)
    if (known) known.add(path)
    else this.paths.set(at, new Set([path]))
  }

  delete(path: string, at: number): void {
    this.given.delete(path)
    const known = this.paths.get(at)
    if (known?.delete(path) && known.size === 0) this.paths.delete(at)
  }

  /** What is old at an instant, the oldest first; it is given once. */
  takeUntil(instant: number): string[] {
    const due = this.instants((at) => at <= instant)
    const paths = due.flatMap((at) => [...(this.paths.get(at) ?? [])])
    for (const at of due) this.paths.delete(at)
    for (const path of paths) this.given.delete(path)
    return paths
  }

  /** What gets old until an instant, the first to get old first; each path is given once. */
  takeSoon(until: number): string[] {
    const paths = this.instants((at) => at <= until).flatMap((at) => [...(this.paths.get(at) ?? [])])
    const soon = paths.filter((path) => !this.given.has(path))
    for (const path of soon) this.given.add(path)
    return soon
  }

  private instants(isAsked: (at: number) => boolean): number[] {
    return [...this.paths.keys()].filter(isAsked).toSorted((a, b) => a - b)
  }
}
