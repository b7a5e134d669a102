import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { csvLine, harmless } from '../../src/domain/text/cells.ts'
import { MOST_EXPORTED } from '../../src/domain/text/list-files.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { type Column, columnsOf, type Doc } from './columns.ts'
import { withVisibility } from './listed.ts'

type Asked = { where?: Where; search?: string; sort?: string; separator: string }

/**
 * A list as a CSV file, part by part: what its conditions, its search and the user's rights leave, in its order, each document
 * in its newest version. Throws a Refusal if there are too many.
 */
export async function exportList(
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
  { where, search, sort, separator }: Asked,
): Promise<ReadableStream<Uint8Array>> {
  const columns = await columnsOf(collection, req)
  const { slug, defaultSort, orderable } = collection
  const own = defaultSort ?? (orderable ? '_order' : '-createdAt')
  const order = sort ? sort.split(',') : [own].flat()
  const part = (page: number) =>
    req.payload.find({
      collection: slug as CollectionSlug,
      where: mergeListSearchAndWhere({
        collectionConfig: collection,
        search: search ?? '',
        ...(where && { where: structuredClone(where) }),
      }),
      // Parts of a list need one order.
      sort: [...order, 'id'],
      draft: Boolean(collection.versions?.drafts),
      depth: 0,
      limit: AT_ONCE,
      page,
      overrideAccess: false,
      user: req.user,
      req,
    })
  const first = await part(1)
  if (first.totalDocs > MOST_EXPORTED)
    throw new Refusal(
      `Listen har ${first.totalDocs.toLocaleString('da-DK')} rækker. Hent højst ${MOST_EXPORTED.toLocaleString('da-DK')} ad gangen: sæt et filter først.`,
    )
  const encoder = new TextEncoder()
  let page = 0
  return new ReadableStream({
    // A spreadsheet takes it for UTF-8 by the mark.
    start: (out) =>
      out.enqueue(
        encoder.encode(
          `\uFEFF${csvLine(
            columns.map(({ heading }) => heading),
            separator,
          )}`,
        ),
      ),
    async pull(out) {
      page += 1
      const { docs, hasNextPage } = page === 1 ? first : await part(page)
      const lines = await linesOf(docs as unknown as Doc[], columns, collection, req)
      out.enqueue(encoder.encode(lines.map((cells) => csvLine(cells, separator)).join('')))
      if (!hasNextPage) out.close()
    },
  })
}

async function linesOf(
  docs: readonly Doc[],
  columns: readonly Column[],
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<string[][]> {
  const lines: string[][] = []
  for (const one of await withVisibility(collection, docs, req)) {
    const cells: string[] = []
    for (const column of columns) cells.push(harmless(await column.tell(one)))
    lines.push(cells)
  }
  return lines
}

/** Documents that are read at once: a page may be long. */
const AT_ONCE = 200
