import { type CollectionSlug, executeAccess, type PayloadRequest } from 'payload'
import { tableOf } from '../shared/uses/uses.ts'

/** What whoever asks may read: the tables of collections and globals, and of some of them only these documents. */
export type Readable = { kinds: string[]; only: Record<string, number[]> }

/** Asks each collection's and global's own access, so that one whose rules change is searched by the new ones. */
export async function readableBy(req: PayloadRequest): Promise<Readable> {
  const { collections, globals } = req.payload.config
  const readable: Readable = { kinds: [], only: {} }
  const add = async (slug: string, access: Parameters<typeof executeAccess>[1], isGlobal: boolean) => {
    const result = await executeAccess({ req, disableErrors: true }, access)
    if (result === false || (isGlobal && result !== true)) return
    readable.kinds.push(tableOf(slug))
    if (result !== true) readable.only[tableOf(slug)] = await idsOf(slug as CollectionSlug, req)
  }
  for (const { slug, access } of collections)
    if (!slug.startsWith('payload-')) await add(slug, access.read, false)
  for (const { slug, access } of globals) await add(slug, access.read, true)
  return readable
}

/** The documents of a collection that whoever asks may read. */
async function idsOf(collection: CollectionSlug, req: PayloadRequest): Promise<number[]> {
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    pagination: false,
    select: {},
    overrideAccess: false,
    req,
  })
  return docs.map(({ id }) => Number(id))
}
