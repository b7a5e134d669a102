/** What is told when anything may have changed. */
export const EVERYTHING = '*'

/**
 * A change of the content, or a tag of something made of content, as the database tells it: `press-contacts:12`, or
 * `press-contacts` for any or all of them.
 */
export function readChange(text: string): { collection: string; id: string | null } {
  const [collection = '', id = null] = text.split(':')
  return { collection, id }
}

/** Whether content with these tags shows what has changed. */
export function isShown(change: string, tags: ReadonlySet<string>): boolean {
  if (change === EVERYTHING) return true
  const { collection, id } = readChange(change)
  if (tags.has(collection) || tags.has(change)) return true
  return id === null && [...tags].some((tag) => tag.startsWith(`${collection}:`))
}
