import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { Visibility } from '../../src/domain/text/list-files.ts'
import type { Doc, Listed } from './columns.ts'

/** Asks for all documents of a collection at once, as far as the user may read them, without what they refer to. */
export const allOf = (slug: string, req: PayloadRequest) => ({
  collection: slug as CollectionSlug,
  depth: 0,
  limit: 0,
  pagination: false,
  overrideAccess: false,
  user: req.user,
  req,
})

/** The newest versions of documents by their numbers, as far as the user may read them. */
export async function listed(
  collection: SanitizedCollectionConfig,
  ids: readonly number[],
  req: PayloadRequest,
): Promise<Map<number, Listed>> {
  const found = new Map<number, Listed>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { docs } = await req.payload.find({
      ...allOf(collection.slug, req),
      where: { id: { in: ids.slice(from, from + AT_ONCE) } },
      draft: Boolean(collection.versions?.drafts),
    })
    for (const one of await withVisibility(collection, docs as unknown as Doc[], req))
      found.set(one.doc.id, one)
  }
  return found
}

/** Documents in their newest version, each with how it stands for visitors. */
export async function withVisibility(
  collection: SanitizedCollectionConfig,
  docs: readonly Doc[],
  req: PayloadRequest,
): Promise<Listed[]> {
  if (!collection.versions?.drafts) return docs.map((doc) => ({ doc, visibility: null }))
  const drafts = docs.filter(({ _status }) => _status !== 'published').map(({ id }) => id)
  const { docs: shown } =
    drafts.length === 0
      ? { docs: [] }
      : await req.payload.find({
          ...allOf(collection.slug, req),
          where: { and: [{ id: { in: drafts } }, { _status: { equals: 'published' } }] },
          select: { _status: true } as never,
        })
  const isShown = new Set((shown as { id: number }[]).map(({ id }) => id))
  return docs.map((doc) => {
    const visibility: Visibility =
      doc._status === 'published' ? 'published' : isShown.has(doc.id) ? 'beside' : 'draft'
    return { doc, visibility }
  })
}

/** Few enough that no document is read long before it is needed. */
const AT_ONCE = 500
