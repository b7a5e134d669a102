import type { DataFromGlobalSlug, GlobalSlug } from 'payload'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/pool.ts'
import type { CalendarDay } from '../../domain/hours/schedule.ts'
import { toCalendarDay } from '../hours/calendar.ts'
import type { PageTree } from './page-tree.ts'
import { RecentAnswers } from './recent-answers.ts'
import { cms, LastingSnapshot, Snapshot, UnsavedSnapshot, type Doc, type ListSlug } from './snapshot.ts'

/**
 * Reads for one rendering, and what it depended on: `tags` says which content was shown, `freshUntil` when the
 * clock alone changes it. `pages:12` is the whole page, `page-node:12` only what the tree shows of it (title,
 * address, summary), `page-children:12` the list of pages below it (0: the top level).
 */
export class Reader {
  readonly tags = new Set<string>()
  freshUntil: Temporal.Instant | null = null

  constructor(
    private readonly snapshot: Snapshot,
    private readonly tree: PageTree,
    /** For what SQL answers better than the CMS: searching. */
    readonly database: Database,
    readonly now: Temporal.Instant,
  ) {}

  /** The same content, read for another instant. */
  at(instant: Temporal.Instant): Reader {
    return new Reader(this.snapshot, this.tree, this.database, instant)
  }

  /** The same content with one document or global, saved or not, in the place of its published self. */
  withUnsaved(slug: ListSlug | GlobalSlug, doc: { id?: number }): Reader {
    return new Reader(new UnsavedSnapshot(this.snapshot, slug, doc), this.tree, this.database, this.now)
  }

  /** Every published document, in the editors' order. */
  async all<Slug extends ListSlug>(slug: Slug): Promise<Doc<Slug>[]> {
    this.tags.add(slug)
    return this.snapshot.list(slug)
  }

  /** The published ones among `ids`, in that order. */
  async some<Slug extends ListSlug>(slug: Slug, ids: readonly Ref[]): Promise<Doc<Slug>[]> {
    const docs = await this.snapshot.list(slug)
    return ids.flatMap((ref) => {
      const id = refId(ref)
      if (id === null) return []
      this.tags.add(`${slug}:${id}`)
      return docs.find((doc) => doc.id === id) ?? []
    })
  }

  /** The one published document for which `isIt`; the answer depends on no other. */
  async find<Slug extends ListSlug>(
    slug: Slug,
    isIt: (doc: Doc<Slug>) => boolean,
  ): Promise<Doc<Slug> | null> {
    const doc = (await this.snapshot.list(slug)).find(isIt)
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

  /** The published page with its blocks; null when there is none. */
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

  /** Something made of the content alone, kept as long as the content is the same. */
  derived<Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> {
    return this.snapshot.once(`derived ${name}`, make)
  }

  /**
   * The answer to what a visitor asked, for pages that are not stored: no tags. Of many different questions only the
   * newest are kept.
   */
  answered<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    return recentAnswers.get(question, this.snapshot.version, ask)
  }

  /** Every published page as the tree knows it. */
  everyPage() {
    this.tags.add('pages')
    return this.tree.all()
  }

  /** The id of the published page at `path`. */
  pageAt(path: string): number | null {
    const id = this.tree.at(path)
    // Where no page stands one may come.
    if (id === null) this.tags.add('page-children')
    return id
  }

  /** A published page as the tree knows it, with its address. */
  node(ref: Ref) {
    const id = refId(ref)
    if (id === null) return null
    for (const link of this.tree.lineage(id)) this.tags.add(`page-node:${link.id}`)
    return this.tree.node(id)
  }

  /** Published ancestors from the top, without the page itself. */
  ancestors(id: number) {
    for (const link of this.tree.lineage(id)) this.tags.add(`page-node:${link.id}`)
    return this.tree.ancestors(id)
  }

  /** Published pages right below `id` (null: the top level), in the editors' order. */
  children(id: number | null) {
    this.tags.add(`page-children:${id ?? 0}`)
    const children = this.tree.children(id)
    for (const child of children) this.tags.add(`page-node:${child.id}`)
    return children
  }

  /** Notes an instant at which the text will be another. */
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
 * @param version the server's count of content changes; as long as it is the same, so is the content
 * @param now the instant to render for
 * @param isStored whether the answer is kept: then a read fails with the database. Other answers (a search) are
 * made of what was known last.
 * @throws when the database does not answer and the answer is to be stored, or nothing is known from before
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
