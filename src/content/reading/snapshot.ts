import config from '@payload-config'
import {
  getPayload,
  type CollectionSlug,
  type DataFromCollectionSlug,
  type DataFromGlobalSlug,
  type GlobalSlug,
} from 'payload'
import { PageTree } from './page-tree.ts'

/** Collections small enough to read as a whole. Pages and media are read one by one. */
export type ListSlug = Exclude<CollectionSlug, 'pages' | 'media' | 'users' | `payload-${string}`>
export type Doc<Slug extends CollectionSlug> = DataFromCollectionSlug<Slug>

/**
 * What visitors may read at one content version: published documents only, at depth 0. Answers are kept for that version,
 * so that many pages cost one query.
 */
export class Snapshot {
  constructor(
    readonly version: string,
    protected readonly answers: Map<string, Promise<unknown>>,
  ) {}

  list<Slug extends ListSlug>(slug: Slug): Promise<Doc<Slug>[]> {
    return this.once(slug, () => find(slug))
  }

  global<Slug extends GlobalSlug>(slug: Slug): Promise<DataFromGlobalSlug<Slug>> {
    return this.once(`global ${slug}`, async () => (await cms()).findGlobal({ slug, depth: 0 }))
  }

  tree(): Promise<PageTree> {
    return this.once('tree', async () => {
      const { docs } = await (
        await cms()
      ).find({
        collection: 'pages',
        depth: 0,
        pagination: false,
        sort: '_order',
        select: {
          title: true,
          slug: true,
          parent: true,
          summary: true,
          inMenu: true,
          updatedAt: true,
          _status: true,
        },
      })
      return new PageTree(docs)
    })
  }

  /** A failed read is not kept: the next caller tries again. */
  once<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(key)
    if (known) return known as Promise<Answer>
    const answer = read()
    this.answers.set(key, answer)
    answer.then(
      () => lastGood.set(key, answer),
      () => this.answers.delete(key),
    )
    return answer
  }
}

/** The database's latest answers, for when it does not answer. */
const lastGood = new Map<string, Promise<unknown>>()

/** Falls back to the latest answers if the database does not answer. */
export class LastingSnapshot extends Snapshot {
  override async once<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
    try {
      return await super.once(key, read)
    } catch (error) {
      const known = lastGood.get(key)
      if (known) return known as Promise<Answer>
      throw error
    }
  }
}

/** Another snapshot with one document or global replaced by its unsaved state. */
export class UnsavedSnapshot extends Snapshot {
  constructor(
    private readonly saved: Snapshot,
    private readonly slug: ListSlug | GlobalSlug,
    private readonly unsaved: { id?: number },
  ) {
    super(saved.version, new Map())
  }

  override async list<Slug extends ListSlug>(slug: Slug): Promise<Doc<Slug>[]> {
    const docs = await this.saved.list(slug)
    if (slug !== this.slug) return docs
    return [...docs.filter(({ id }) => id !== this.unsaved.id), this.unsaved as Doc<Slug>]
  }

  override global<Slug extends GlobalSlug>(slug: Slug): Promise<DataFromGlobalSlug<Slug>> {
    return slug === this.slug
      ? Promise.resolve(this.unsaved as DataFromGlobalSlug<Slug>)
      : this.saved.global(slug)
  }
}

async function find<Slug extends ListSlug>(collection: Slug): Promise<Doc<Slug>[]> {
  const payload = await cms()
  // Asked of the collection's own config: a list kept by hand could miss one and show its drafts.
  const hasDrafts = Boolean(payload.collections[collection]?.config.versions?.drafts)
  const { docs } = await payload.find({
    collection,
    depth: 0,
    pagination: false,
    ...(hasDrafts ? { where: { _status: { equals: 'published' } } } : {}),
  })
  return docs as Doc<Slug>[]
}

export const cms = () => getPayload({ config })
