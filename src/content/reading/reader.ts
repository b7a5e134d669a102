import type { DataFromGlobalSlug, GlobalSlug } from 'payload'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/pool.ts'
import type { CalendarDay } from '../../domain/hours/schedule.ts'
import { toCalendarDay } from '../hours/calendar.ts'
import type { PageTree } from './page-tree.ts'
import { RecentAnswers } from './recent-answers.ts'
import { cms, LastingSnapshot, Snapshot, UnsavedSnapshot, type Doc, type ListSlug } from './snapshot.ts'

/**
 * Reads content for one rendering and notes what it depends on: `tags` names the content that was read, `freshUntil` is
 * when the clock alone changes the result. `pages:12` is a whole page, `page-node:12` only what the tree shows of it (title,
 * address, summary), `page-children:12` the list of pages below it (0: the top level).
 */
export class Reader {
  readonly tags = new Set<string>()
  freshUntil: Temporal.Instant | null = null

  constructor(
    private readonly snapshot: Snapshot,
    private readonly tree: PageTree,
    /** For searches, which SQL answers better than the CMS. */
    readonly database: Database,
    readonly now: Temporal.Instant,
  ) {}

  /** The same content at another instant. */
  at(instant: Temporal.Instant): Reader {
    return new Reader(this.snapshot, this.tree, this.database, instant)
  }

  /** The same content with one document or global replaced by another state of it, such as an unsaved one. */
  withUnsaved(slug: ListSlug | GlobalSlug, doc: { id?: number }): Reader {
    return new Reader(new UnsavedSnapshot(this.snapshot, slug, doc), this.tree, this.database, this.now)
  }

  /** Every published document, in the editors' order. */
  async all<Slug extends ListSlug>(slug: Slug): Promise<Doc<Slug>[]> {
    this.tags.add(slug)
    return this.snapshot.list(slug)
  }

  /** The published documents among `ids`, in that order. */
  async some<Slug extends ListSlug>(slug: Slug, ids: readonly Ref[]): Promise<Doc<Slug>[]> {
    const docs = await this.snapshot.list(slug)
    return ids.flatMap((ref) => {
      const id = refId(ref)
      if (id === null) return []
      this.tags.add(`${slug}:${id}`)
      return docs.find((doc) => doc.id === id) ?? []
    })
  }

  /** The published document for which `matches` is true; the result depends on no other document. */
  async find<Slug extends ListSlug>(
    slug: Slug,
    matches: (doc: Doc<Slug>) => boolean,
  ): Promise<Doc<Slug> | null> {
    const doc = (await this.snapshot.list(slug)).find(matches)
    if (doc) this.tags.add(`${slug}:${doc.id}`)
    return doc ?? null
  }

  async one<Slug extends ListSlug>(slug: Slug, ref: Ref): Promise<Doc<Slug> | null> {
    return (await this.some(slug, [ref]))[0] ?? null
  }

  async global<Slug extends GlobalSlug>(slug: Slug): Promise<DataFromGlobalSlug<Slug>> {
    this.tags.add(slug)
    return this.snapshot.global(slug)
  }

  async calendar(): Promise<CalendarDay[]> {
    return (await this.all('calendar-days')).map(toCalendarDay)
  }

  /** The published page with its blocks; null if there is none. */
  async page(id: number): Promise<Doc<'pages'> | null> {
    this.tags.add(`pages:${id}`)
    const { docs } = await (
      await cms()
    ).find({
      collection: 'pages',
      depth: 0,
      limit: 1,
      where: { id: { equals: id }, _status: { equals: 'published' } },
    })
    return docs[0] ?? null
  }

  async media(ref: Ref): Promise<Doc<'media'> | null> {
    const id = refId(ref)
    if (id === null) return null
    this.tags.add(`media:${id}`)
    const { docs } = await (
      await cms()
    ).find({ collection: 'media', depth: 0, limit: 1, where: { id: { equals: id } } })
    return docs[0] ?? null
  }

  /** A value computed from content alone; kept while the content is the same. */
  derived<Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> {
    return this.snapshot.once(`derived ${name}`, make)
  }

  /**
   * The answer to a visitor's question, for pages that are not stored; it notes no tags. Only a bounded number of answers
   * is kept.
   */
  answered<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    return recentAnswers.get(question, this.snapshot.version, ask)
  }

  /** Every published page, as in the tree. */
  everyPage() {
    this.tags.add('pages')
    return this.tree.all()
  }

  /** The id of the published page at `path`. */
  pageAt(path: string): number | null {
    const id = this.tree.at(path)
    // A page may be created there later.
    if (id === null) this.tags.add('page-children')
    return id
  }

  /** A published page, as in the tree, with its address. */
  node(ref: Ref) {
    const id = refId(ref)
    if (id === null) return null
    for (const link of this.tree.lineage(id)) this.tags.add(`page-node:${link.id}`)
    return this.tree.node(id)
  }

  /** The published ancestors from the top, without the page itself. */
  ancestors(id: number) {
    for (const link of this.tree.lineage(id)) this.tags.add(`page-node:${link.id}`)
    return this.tree.ancestors(id)
  }

  /** The published pages directly below `id` (null is the top level), in the editors' order. */
  children(id: number | null) {
    this.tags.add(`page-children:${id ?? 0}`)
    const children = this.tree.children(id)
    for (const child of children) this.tags.add(`page-node:${child.id}`)
    return children
  }

  /** Notes an instant at which the text will change. */
  changesAt(instant: Temporal.Instant | null): void {
    if (!instant) return
    if (!this.freshUntil || instant.epochNanoseconds < this.freshUntil.epochNanoseconds)
      this.freshUntil = instant
  }
}

/** A relationship as Payload stores it. */
export type Ref = number | { id: number } | null | undefined

export const refId = (ref: Ref): number | null =>
  typeof ref === 'object' ? (ref?.id ?? null) : (ref ?? null)

const recentAnswers = new RecentAnswers(500)

let latest: { version: string; exact: Snapshot; lasting: Snapshot } | undefined

/**
 * @param version the server's count of content changes; while it is the same, so is the content
 * @param now the instant to render for
 * @param isStored whether the answer will be stored: then reads fail if the database does. Other answers (a search) fall
 * back to what was read last.
 * @throws if the database does not answer and the answer is to be stored, or nothing was read before
 */
export async function openReader({
  version,
  now,
  isStored,
  database,
}: {
  version: string
  now: Temporal.Instant
  isStored: boolean
  database: Database
}): Promise<Reader> {
  if (latest?.version !== version) {
    const answers = new Map<string, Promise<unknown>>()
    latest = {
      version,
      exact: new Snapshot(version, answers),
      lasting: new LastingSnapshot(version, answers),
    }
  }
  const snapshot = isStored ? latest.exact : latest.lasting
  return new Reader(snapshot, await snapshot.tree(), database, now)
}
