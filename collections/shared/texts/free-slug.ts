import type { PayloadRequest } from 'payload'

/**
 * An address name in a collection that no other document has: `first`, else numbered from 2.
 * @param own the document itself, if it is stored already
 */
export async function freeSlug(
  first: string,
  collection: string,
  req: PayloadRequest,
  own?: number | string,
): Promise<string> {
  const start = first.slice(0, MOST)
  const { docs } = await req.payload.find({
    collection: collection as 'pages',
    where: { and: [{ slug: { like: start } }, ...(own === undefined ? [] : [{ id: { not_equals: own } }])] },
    select: { slug: true },
    depth: 0,
    pagination: false,
    req,
  })
  const taken = new Set(docs.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? first : `${start}-${number}`
    if (!taken.has(slug)) return slug
  }
}

/** Letters of an address, with room for a number below the hundred that a field takes. */
const MOST = 90
