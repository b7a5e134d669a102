import type { StoredResponse } from '../front/store.ts'

/** What must be rendered again. */
export type Work = {
  everything: boolean
  /** Whether the list of paths may have changed. */
  list: boolean
  /** Payloads that were notified: `press-contacts:12`, or `pages` for any of them. */
  changes: ReadonlySet<string>
  paths: ReadonlySet<string>
}

/** No work. */
export function nothing(): Work {
  return { everything: false, list: false, changes: new Set(), paths: new Set() }
}

export function isNothing(work: Work): boolean {
  return !work.everything && !work.list && work.changes.size === 0 && work.paths.size === 0
}

/** The work of both. */
export function merge(left: Work, right: Work): Work {
  return {
    everything: left.everything || right.everything,
    list: left.list || right.list,
    changes: new Set([...left.changes, ...right.changes]),
    paths: new Set([...left.paths, ...right.paths]),
  }
}

/** Whether a path must be rendered: it is not stored yet, it is named, or it shows something that changed. */
export function isTouched(path: string, stored: StoredResponse | undefined, work: Work): boolean {
  if (!stored || work.everything || work.paths.has(path)) return true
  return [...work.changes].some((change) => isShown(change, stored.tags))
}

/** Whether content with these tags shows what has changed. */
export function isShown(change: string, tags: ReadonlySet<string>): boolean {
  const [collection = '', id] = change.split(':')
  if (tags.has(collection) || tags.has(change)) return true
  return id === undefined && [...tags].some((tag) => tag.startsWith(`${collection}:`))
}
