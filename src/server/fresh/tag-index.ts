import { readChange } from '../../domain/content-change.ts'

/** Which responses show what: found by what changed, without looking at the others. */
export class TagIndex<Item> {
  private readonly collections = new Map<string, Map<string, Set<Item>>>()

  /** @param tags `press-contacts:12`, or `press-contacts` for all of them. Returns what takes the item out again. */
  add(item: Item, tags: Iterable<string>): () => void {
    const sets: Set<Item>[] = []
    for (const tag of tags) {
      const { collection, id } = readChange(tag)
      const byId = entry(this.collections, collection, () => new Map<string, Set<Item>>())
      sets.push(entry(byId, id ?? ALL, () => new Set<Item>()).add(item))
    }
    return () => {
      for (const set of sets) set.delete(item)
    }
  }

  /** The items that show what has changed: one document, or any of a collection if the change names none. */
  touched(change: string): Set<Item> {
    const { collection, id } = readChange(change)
    const byId = this.collections.get(collection)
    if (!byId) return new Set()
    return union(id === null ? [...byId.values()] : [byId.get(id) ?? [], byId.get(ALL) ?? []])
  }
}

/** Stands in the place of an id where all of a collection is shown. */
const ALL = ''

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function union<Item>(sets: Iterable<Iterable<Item>>): Set<Item> {
  const all = new Set<Item>()
  for (const set of sets) for (const item of set) all.add(item)
  return all
}
