import type { DataFromGlobalSlug, GlobalSlug } from 'payload'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/pool.ts'
import type { CalendarDay } from '../../domain/hours/schedule.ts'
import { toCalendarDay } from '../hours/calendar.ts'
import type { PageNode, PageTree } from '../../domain/tree/page-tree.ts'
import { partOf, sideOfItem, type Part } from '../../domain/sides.ts'
import { withUnsaved, type Content, type Doc, type ListSlug, type ReadSlug } from './content.ts'
import { RecentAnswers } from './recent-answers.ts'

/**
 * Reads content for one rendering and notes what it depends on: `tags` names the content that was read, `freshUntil` is
 * when the clock alone changes the result. `pages:12` is a whole page, `page-node:12` only what the tree shows of it (title,
 * address, summary), `page-children:12` the list of pages below it (0: the top level).
 */
export class Reader {
  readonly tags = new Set<string>()
  freshUntil: Temporal.Instant | null = null
  /** How many pages the lists that were read are divided into. */
  sides = 1

  constructor(
    private readonly state: {
      content: Content
      tree: PageTree
      /** The number of the newest change of the content. */
      version: number
      /** For searches, which SQL answers better than the CMS. */
      database: Database
      /** The instant to render for. */
      now: Temporal.Instant
      /** Which page of the lists on a page, from 1. */
      side: number
    },
  ) {}

  get now(): Temporal.Instant {
    return this.state.now
  }

  get database(): Database {
    return this.state.database
  }

  /** The same content at another instant. */
  at(now: Temporal.Instant): Reader {
    return new Reader({ ...this.state, now })
  }

  /** The same content with one document or global replaced by another state of it, such as an unsaved one. */
  withUnsaved(slug: ListSlug | GlobalSlug, doc: { id?: number }): Reader {
    return new Reader({ ...this.state, content: withUnsaved(this.state.content, slug, doc) })
  }

  /** Every published document of a collection that is small by nature, in the editors' order. */
  async all<Slug extends ListSlug>(slug: Slug): Promise<Doc<Slug>[]> {
    this.tags.add(slug)
    return this.docs(slug, await this.state.content.ids(slug))
  }

  /** The first published documents in the editors' order, and how many there are in all. */
  async first<Slug extends ReadSlug>(
    slug: Slug,
    most: number,
  ): Promise<{ total: number; items: Doc<Slug>[] }> {
    this.tags.add(slug)
    const ids = await this.state.content.ids(slug)
    return { total: ids.length, items: await this.docs(slug, ids.slice(0, most)) }
  }

  /** The published documents that stand on the page that is asked for, `most` on each, in the editors' order. */
  async divided<Slug extends ReadSlug>(
    slug: Slug,
    most: number,
  ): Promise<{ total: number; sides: number; items: Doc<Slug>[] }> {
    this.tags.add(slug)
    const ids = await this.state.content.ids(slug)
    const { items, sides } = this.part(ids, most)
    return { total: ids.length, sides, items: await this.docs(slug, items) }
  }

  /** The items that stand on the page that is asked for, `most` on each. A shorter list ends with its last part. */
  part<Item>(items: readonly Item[], most: number): { items: Item[]; sides: number } {
    const { skip, sides } = this.partOf(items.length, most)
    return { items: items.slice(skip, skip + most), sides }
  }

  /** As `part`, for a list of which only the length is known. */
  partOf(total: number, most: number): Part {
    const part = partOf(total, most, this.state.side)
    this.sides = Math.max(this.sides, part.sides)
    return part
  }

  /** Which page of its lists is asked for, from 1. */
  get side(): number {
    return Math.min(this.state.side, this.sides)
  }

  /** By id: on which page of a divided list of a whole collection each published document stands. */
  sidesOf(slug: ReadSlug, most: number): Promise<ReadonlyMap<number, number>> {
    return this.derived(`sides of ${slug}`, async () => {
      const ids = await this.state.content.ids(slug)
      return new Map(ids.map((id, index) => [id, sideOfItem(index, most)]))
    })
  }

  /** The published documents among `ids`, in that order. */
  async some<Slug extends ReadSlug>(slug: Slug, refs: readonly Ref[]): Promise<Doc<Slug>[]> {
    const ids = refs.flatMap((ref) => refId(ref) ?? [])
    for (const id of ids) this.tags.add(`${slug}:${id}`)
    return this.docs(slug, ids)
  }

  /** The published contact box with a slug; the result depends on no other one. */
  async box(boxSlug: string): Promise<Doc<'contact-boxes'> | null> {
    const ids = await this.derived('contact boxes by slug', async () => {
      const boxes = await this.docs('contact-boxes', await this.state.content.ids('contact-boxes'))
      return new Map(boxes.map(({ slug, id }) => [slug, id]))
    })
    return this.one('contact-boxes', ids.get(boxSlug))
  }

  /** The published document with a name, which the database finds by an index. */
  async named<Slug extends keyof typeof NAMES>(slug: Slug, name: string): Promise<Doc<Slug> | null> {
    const { rows } = await this.state.database.query<{ id: number }>(
      `SELECT id FROM ${slug.replaceAll('-', '_')} WHERE "${NAMES[slug]}" = $1 ORDER BY id LIMIT 1`,
      [name],
    )
    return this.one(slug, rows[0]?.id)
  }

  async one<Slug extends ReadSlug>(slug: Slug, ref: Ref): Promise<Doc<Slug> | null> {
    return (await this.some(slug, [ref]))[0] ?? null
  }

  async global<Slug extends GlobalSlug>(slug: Slug): Promise<DataFromGlobalSlug<Slug>> {
    this.tags.add(slug)
    return this.state.content.global(slug)
  }

  async calendar(): Promise<CalendarDay[]> {
    return (await this.all('calendar-days')).map(toCalendarDay)
  }

  /** Begins to read pages that will be asked for next, all at once. What fails here is read again when it is needed. */
  readAhead(pages: readonly number[]): void {
    for (const id of pages) this.state.content.one('pages', id).catch(() => {})
  }

  /** A value computed from content alone; kept while the content is the same. */
  derived<Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> {
    return this.state.content.derived(name, make)
  }

  /**
   * The answer to a visitor's question, for pages that are not stored; it notes no tags. Only a bounded number of answers
   * is kept.
   */
  answered<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    return recentAnswers.get(question, this.state.version, ask)
  }

  /** How many published pages there are. */
  countPages(): number {
    this.tags.add('pages')
    return this.state.tree.size
  }

  /** Published pages in the order in which they were made, as in the tree. */
  pagesByAge({ skip, most }: { skip: number; most: number }): PageNode[] {
    this.tags.add('pages')
    return this.state.tree.byAge(skip, most)
  }

  /** The published pages that changed last, the newest change first. */
  pagesByChange(most: number): PageNode[] {
    this.tags.add('pages')
    return this.state.tree.byChange(most)
  }

  /** The id of the published page at `path`. */
  pageAt(path: string): number | null {
    return this.state.tree.at(path)
  }

  /** A published page, as in the tree, with its address. */
  node(ref: Ref): PageNode | null {
    const id = refId(ref)
    if (id === null) return null
    // It may be there later.
    this.tags.add(`page-node:${id}`)
    for (const link of this.state.tree.lineage(id)) this.tags.add(`page-node:${link.id}`)
    return this.state.tree.node(id)
  }

  /** The published ancestors from the top, without the page itself. */
  ancestors(id: number): PageNode[] {
    for (const link of this.state.tree.lineage(id)) this.tags.add(`page-node:${link.id}`)
    return this.state.tree.ancestors(id)
  }

  /** The published pages directly below `id` (null is the top level), in the editors' order. */
  children(id: number | null): PageNode[] {
    const children = this.childrenOf(id)
    for (const child of children) this.tags.add(`page-node:${child.id}`)
    return children
  }

  /** Those of them that stand on the page that is asked for, `most` on each. */
  childrenPart(id: number, most: number): { items: PageNode[]; sides: number } {
    const part = this.part(this.childrenOf(id), most)
    for (const child of part.items) this.tags.add(`page-node:${child.id}`)
    return part
  }

  /** Notes an instant at which the text will change. */
  changesAt(instant: Temporal.Instant | null): void {
    if (!instant) return
    if (!this.freshUntil || instant.epochNanoseconds < this.freshUntil.epochNanoseconds)
      this.freshUntil = instant
  }

  private childrenOf(id: number | null): PageNode[] {
    this.tags.add(`page-children:${id ?? 0}`)
    return this.state.tree.children(id)
  }

  private async docs<Slug extends ReadSlug>(slug: Slug, ids: readonly number[]): Promise<Doc<Slug>[]> {
    const docs = await Promise.all(ids.map((id) => this.state.content.one(slug, id)))
    return docs.filter((doc) => doc !== null)
  }
}

/** The fields by which documents are found in large collections. */
const NAMES = { redirects: 'from', 'press-contacts': 'slug' } as const

/** A relationship as Payload stores it. */
export type Ref = number | { id: number } | null | undefined

export const refId = (ref: Ref): number | null =>
  typeof ref === 'object' ? (ref?.id ?? null) : (ref ?? null)

const recentAnswers = new RecentAnswers(500)
