import type { Database } from '../../database/pool.ts'
import { readNames, readPageRows } from '../../database/addresses.ts'
import {
  addressKind,
  lastingAddresses,
  sitemapPart,
  sitemapPartAddress,
  vcardAddress,
} from '../../domain/addresses.ts'
import { countSitemapParts, MOST_IN_SITEMAP } from '../../domain/sides.ts'
import { EVERYTHING, readChange } from '../../domain/content-change.ts'
import { inTime } from './in-time.ts'
import { foldPath, redirectKey, redirectKeys, splitOldAddress } from '../../domain/tree/old-address.ts'
import { PageTree } from '../../domain/tree/page-tree.ts'

/**
 * Every address that is answered from the store: pages, redirects, vCards, the sitemap and the like. Kept in memory and
 * brought up to date with each change, so that an unknown address costs no query.
 */
export class KnownAddresses {
  /** The published pages. */
  tree = new PageTree([])
  private redirects = new Names(redirectKey)
  private contacts = new Names(vcardAddress)
  private readonly lasting = new Set(lastingAddresses())
  private readonly pending = new Set([EVERYTHING])
  private reading: Promise<void> | null = null
  private listed: readonly string[] | null = null

  /**
   * @param onMoved gets the addresses at which something else stands than before, or nothing any more
   * @param mostInSitemap how many pages a part of the sitemap lists
   */
  constructor(
    private readonly database: Database,
    private readonly onMoved: (paths: ReadonlySet<string>) => void,
    private readonly mostInSitemap = MOST_IN_SITEMAP,
  ) {}

  /** Whether anything stands at an address. */
  has(path: string): boolean {
    const isThere =
      this.tree.at(path) !== null ||
      this.redirects.has(path) ||
      this.contacts.has(path) ||
      this.lasting.has(path) ||
      (sitemapPart(path) ?? Infinity) <= this.parts
    // An editor's page or redirect must not take an address of the system.
    return isThere && addressKind(splitOldAddress(path).path).answer === 'stored'
  }

  /**
   * Under what is stored what somebody asks for: a page exactly there, a redirect whatever the case, or what stands there in
   * small letters and without a slash at the end, which is then elsewhere.
   * @param path decoded; @param query with `?`, or empty
   */
  async find(path: string, query: string): Promise<{ key: string; isElsewhere: boolean } | null> {
    if (path.includes('?')) return null
    await this.settledSoon()
    const isHere = this.has(path)
    const [exact, plain] = redirectKeys(path, query)
    // A redirect with a query of its own goes before a page, but not before the further pages of its lists.
    const isSide = isHere && /^\?side=\d+$/.test(query)
    if (exact && plain !== undefined && !isSide && this.has(exact)) return { key: exact, isElsewhere: false }
    if (isHere) return { key: path, isElsewhere: false }
    const folded = foldPath(path)
    if (!this.has(folded)) return null
    return { key: folded, isElsewhere: this.tree.at(folded) !== null || !this.redirects.has(folded) }
  }

  /** How many there are. */
  get size(): number {
    return this.all().length
  }

  all(): readonly string[] {
    const paths = () => [
      ...this.tree.paths(),
      ...this.redirects.paths(),
      ...this.contacts.paths(),
      ...this.lasting,
      ...sitemapParts(0, this.parts),
    ]
    return (this.listed ??= [...new Set(paths())].filter((path) => this.has(path)))
  }

  /** A change of the content; if it may move an address, that is read at once. */
  note(change: string): void {
    if (!/^(\*$|pages|page-node|redirects|press-contacts)/.test(change)) return
    this.pending.add(change)
    // Whoever waits for it is told of a failure, and tries again.
    this.settled().catch(() => {})
  }

  /** Whether nothing is left to read. */
  isSettled(): boolean {
    return this.pending.size === 0 && this.reading === null
  }

  /** Resolves when all that was noted so far has been read; rejects if the database does not answer. */
  async settled(): Promise<void> {
    while (!this.isSettled()) {
      this.reading ??= this.read().finally(() => {
        this.reading = null
      })
      await this.reading
    }
  }

  /** The same, but waits no longer than a second, and does not reject. */
  async settledSoon(): Promise<void> {
    if (!this.isSettled()) await inTime(LONGEST_WAIT, this.settled()).catch(() => {})
  }

  private async read(): Promise<void> {
    const changes = [...this.pending]
    this.pending.clear()
    try {
      const before = this.parts
      // Each is told by itself: what has moved is only found out once, even if the next reading fails.
      this.tell(await this.readPages(changes))
      this.tell(sitemapParts(Math.min(before, this.parts), Math.max(before, this.parts)))
      this.tell(await this.readNames('redirects', this.redirects, changes))
      this.tell(await this.readNames('press-contacts', this.contacts, changes))
    } catch (error) {
      for (const change of changes) this.pending.add(change)
      throw error
    }
  }

  private tell(moved: Iterable<string>): void {
    const paths = new Set(moved)
    if (paths.size === 0) return
    this.listed = null
    this.onMoved(paths)
  }

  private get parts(): number {
    return countSitemapParts(this.tree.size, this.mostInSitemap)
  }

  private async readPages(changes: readonly string[]): Promise<Iterable<string>> {
    const ids = idsIn(['pages', 'page-node'], changes)
    if (ids?.length === 0) return []
    const rows = await readPageRows(ids, this.database)
    if (ids) return this.tree.change(ids, rows)
    const [before, after] = [this.tree, new PageTree(rows)]
    this.tree = after
    return [...new Set([...before.paths(), ...after.paths()])].filter(
      (path) => before.at(path) !== after.at(path),
    )
  }

  private async readNames(
    collection: Parameters<typeof readNames>[0],
    names: Names,
    changes: readonly string[],
  ): Promise<Iterable<string>> {
    const ids = idsIn([collection], changes)
    if (ids?.length === 0) return []
    return names.change(ids, await readNames(collection, ids, this.database))
  }
}

/** The addresses of the parts after number `from`, up to number `to`. */
const sitemapParts = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => sitemapPartAddress(from + index + 1))

/** The documents of these collections that changed; null: any of them may have. */
function idsIn(collections: readonly string[], changes: readonly string[]): number[] | null {
  const ids = new Set<number>()
  for (const change of changes) {
    const { collection, id } = readChange(change)
    if (change === EVERYTHING || (id === null && collections.includes(collection))) return null
    if (collections.includes(collection)) ids.add(Number(id))
  }
  return ids.size > MOST_SINGLE ? null : [...ids]
}

/** Milliseconds. */
const LONGEST_WAIT = 1000

/** From here on a collection is read as a whole. */
const MOST_SINGLE = 1000

/** Documents by the address that their name makes. */
class Names {
  private readonly byId = new Map<number, string>()
  /** How many documents make an address. Several only where two spellings are the same letters. */
  private readonly counts = new Map<string, number>()

  constructor(private readonly pathOf: (name: string) => string) {}

  has(path: string): boolean {
    return this.counts.has(path)
  }

  paths(): Iterable<string> {
    return this.counts.keys()
  }

  /** Each of `ids` (null: all) is now as in `rows`, or gone. Returns the addresses that came or went. */
  change(ids: readonly number[] | null, rows: readonly { id: number; name: string }[]): Set<string> {
    const changed = new Map(rows.map(({ id, name }) => [id, this.pathOf(name).normalize('NFC')]))
    const touched = new Set<string>()
    for (const id of ids ?? new Set([...this.byId.keys(), ...changed.keys()])) {
      const [before, after] = [this.byId.get(id), changed.get(id)]
      if (before === after) continue
      if (before !== undefined) this.count(before, -1)
      if (after !== undefined) this.count(after, 1)
      if (after === undefined) this.byId.delete(id)
      else this.byId.set(id, after)
      for (const path of [before, after]) if (path !== undefined) touched.add(path)
    }
    return touched
  }

  private count(path: string, more: number): void {
    const count = (this.counts.get(path) ?? 0) + more
    if (count === 0) this.counts.delete(path)
    else this.counts.set(path, count)
  }
}
