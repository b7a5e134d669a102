import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import config from '@payload-config'
import DataLoader from 'dataloader'
import {
  getPayload,
  type CollectionSlug,
  type DataFromCollectionSlug,
  type DataFromGlobalSlug,
  type GlobalSlug,
  type SanitizedCollectionConfig,
} from 'payload'
import type { Database } from '../../database/pool.ts'
import { isShown, readChange } from '../../domain/content-change.ts'
import { Kept } from './kept.ts'

export type Doc<Slug extends CollectionSlug> = DataFromCollectionSlug<Slug>

/** What visitors can read. */
export type ReadSlug = Exclude<CollectionSlug, 'users' | `payload-${string}`>
/** Collections that are small by nature, so that all of one may be read. */
export type ListSlug = Exclude<ReadSlug, 'pages' | 'media' | 'people' | 'press-contacts' | 'redirects'>

/** Published documents and globals, at depth 0. Reads fail if the database does not answer and nothing is known. */
export type Content = {
  /** The ids of all documents, in the editors' order. */
  ids(slug: ReadSlug): Promise<number[]>
  /** The document with an id; null if it is not published. */
  one<Slug extends ReadSlug>(slug: Slug, id: number): Promise<Doc<Slug> | null>
  global<Slug extends GlobalSlug>(slug: Slug): Promise<DataFromGlobalSlug<Slug>>
  /** A value computed from content alone; kept while all content is the same. */
  derived<Answer>(name: string, make: () => Promise<Answer>): Promise<Answer>
}

/** What the server has heard of changes: the number of the newest, and those after a number (EVERYTHING: any may have). */
export type HeardChanges = { readonly version: number; since(version: number): readonly string[] }

/**
 * What is published, read once and kept in memory until it changes: a document by itself, many at once. All pages are
 * kept too, packed, so that what the clock changes can be made while the database is gone.
 */
export class PublishedContent {
  private readonly kept = new Kept()
  private readonly derivations = new Kept()
  private readonly loaders = new Map<ReadSlug, DataLoader<number, unknown>>()
  private seen = 0

  constructor(
    private readonly database: Database,
    private readonly changes: HeardChanges,
  ) {}

  /**
   * The content as it is now.
   * @param orFormer whether what was read last will do when the database does not answer
   */
  now(orFormer: boolean): Content {
    this.catchUp()
    return {
      ids: (slug) => this.kept.get(slug, () => this.readIds(slug), orFormer),
      one: (slug, id) =>
        slug === 'pages'
          ? this.kept.get(`pages:${id}`, () => this.readPacked(id), orFormer).then(unpacked<Doc<typeof slug>>)
          : this.kept.get(`${slug}:${id}`, () => this.read(slug, id), orFormer),
      global: (slug) =>
        this.kept.get(slug, async () => (await cms()).findGlobal({ slug, depth: 0 }), orFormer),
      derived: (name, make) => this.derivations.get(name, make, orFormer),
    }
  }

  private catchUp(): void {
    const { version } = this.changes
    const missed = this.changes.since(this.seen)
    this.seen = version
    for (const change of new Set(missed)) {
      const { collection, id } = readChange(change)
      // What is kept is named as the tags are. One document is found without looking at the others.
      if (id === null) this.kept.letGo((name) => isShown(change, new Set([name])))
      else for (const name of [change, collection]) this.kept.letOneGo(name)
    }
    if (missed.length > 0) this.derivations.letGo(() => true)
  }

  private async readIds(slug: ReadSlug): Promise<number[]> {
    const { config } = (await cms()).collections[slug]
    const published = hasDrafts(config) ? `WHERE _status = 'published'` : ''
    const { rows } = await this.database.query<{ id: number }>(
      `SELECT id FROM ${slug.replaceAll('-', '_')} ${published}
       ORDER BY ${config.orderable ? '_order, id' : 'created_at DESC, id DESC'}`,
    )
    return rows.map(({ id }) => id)
  }

  private async readPacked(id: number): Promise<Buffer | null> {
    const page = await this.read('pages', id)
    // A copy, as zlib gives the beginning of a block of 16 KB.
    return page && Buffer.from(await deflate(JSON.stringify(page)))
  }

  private read<Slug extends ReadSlug>(slug: Slug, id: number): Promise<Doc<Slug> | null> {
    let loader = this.loaders.get(slug)
    if (!loader) {
      loader = new DataLoader((ids: readonly number[]) => find(slug, ids), {
        cache: false,
        maxBatchSize: 100,
      })
      this.loaders.set(slug, loader)
    }
    return loader.load(id) as Promise<Doc<Slug> | null>
  }
}

/** Content with one document or global replaced by its unsaved state. */
export const withUnsaved = (
  saved: Content,
  slug: ListSlug | GlobalSlug,
  unsaved: { id?: number },
): Content => ({
  ids: async (other) => {
    const ids = await saved.ids(other)
    return other === slug && unsaved.id !== undefined
      ? [...ids.filter((id) => id !== unsaved.id), unsaved.id]
      : ids
  },
  one: async <Slug extends ReadSlug>(other: Slug, id: number) =>
    other === slug && id === unsaved.id ? (unsaved as Doc<Slug>) : saved.one(other, id),
  global: async <Slug extends GlobalSlug>(other: Slug) =>
    other === slug ? (unsaved as DataFromGlobalSlug<Slug>) : saved.global(other),
  derived: (_, make) => make(),
})

const deflate = promisify(deflateRaw) as (text: string) => Promise<Buffer>

const unpacked = <Value>(packed: Buffer | null): Value | null =>
  packed && (JSON.parse(inflateRawSync(packed).toString()) as Value)

/** The published documents with these ids, in that order; null for any other. */
async function find<Slug extends ReadSlug>(
  collection: Slug,
  ids: readonly number[],
): Promise<(Doc<Slug> | null)[]> {
  const payload = await cms()
  const isPublished = hasDrafts(payload.collections[collection].config) && {
    _status: { equals: 'published' },
  }
  const { docs } = await payload.find({
    collection,
    depth: 0,
    pagination: false,
    where: { id: { in: [...ids] }, ...isPublished },
  })
  const byId = new Map(docs.map((doc) => [doc.id, doc as Doc<Slug>]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** Asked of the collection's own config: a list kept by hand could miss one and show its drafts. */
const hasDrafts = ({ versions }: SanitizedCollectionConfig): boolean => Boolean(versions?.drafts)

const cms = () => getPayload({ config })
