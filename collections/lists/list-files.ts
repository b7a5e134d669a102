import type { CollectionConfig, CollectionSlug, Endpoint, PayloadRequest, Plugin, Where } from 'payload'
import { addDataAndFileToRequest } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { editorOf } from '../shared/border/for-editors.ts'
import {
  type ImportAnswer,
  type ImportProgress,
  listFileName,
  SEPARATORS,
} from '../../src/domain/text/list-files.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { exportList } from './export-list.ts'
import { importList, IMPORTABLE, readList } from './import-list.ts'

/**
 * Every list can be fetched as a CSV file, and some are changed by one. A plugin, so that no new collection can forget; docs/decisions/029-lists.md.
 * @param now milliseconds since 1970 by the site's clock
 */
export const listFiles =
  (now: () => number): Plugin =>
  (config) => ({
    ...config,
    collections: config.collections?.map((collection) => withFiles(collection, now)),
  })

function withFiles(collection: CollectionConfig, now: () => number): CollectionConfig {
  const { admin, endpoints, slug } = collection
  const isImportable = slug in IMPORTABLE
  const { components } = admin ?? {}
  return {
    ...collection,
    endpoints: [
      { path: '/export', method: 'get', handler: exported(slug, now) },
      ...(isImportable
        ? [{ path: '/import', method: 'post', handler: imported(slug) } satisfies Endpoint]
        : []),
      ...(endpoints || []),
    ],
    admin: {
      ...admin,
      components: {
        ...components,
        beforeListTable: [
          { path: '/src/admin/lists/list-files.tsx#ListFiles', clientProps: { isImportable } },
          ...(components?.beforeListTable ?? []),
        ],
      },
    },
  }
}

const query = z.object({
  search: z.string().max(500).optional(),
  sort: z.string().max(200).optional(),
  separator: z.enum(['semikolon', 'komma']).default('semikolon'),
})

/** `GET /api/<collection>/export?separator=semikolon` with a list's own `where`, `search` and `sort` → the file. */
const exported =
  (slug: string, now: () => number): Endpoint['handler'] =>
  async (req) => {
    const collection = collectionFor(slug, req)
    const asked = query.safeParse(req.query)
    if (!asked.success) throw new Refusal('Listen kan ikke hentes sådan. Genindlæs siden, og prøv igen.')
    const { search, sort, separator } = asked.data
    const where = req.query.where as Where | undefined
    const body = await exportList(collection, req, {
      separator: SEPARATORS[separator],
      ...(where && { where }),
      ...(search && { search }),
      ...(sort && { sort }),
    })
    const name = listFileName(String(collection.labels.plural), Temporal.Instant.fromEpochMilliseconds(now()))
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    })
  }

const sent = z.object({ seen: z.string().max(100).nullable() })

/**
 * `POST /api/<collection>/import`, a form with `file` and `_payload` `{ seen }`: what becomes of each row. A line of JSON for
 * each ImportProgress, and at last an ImportAnswer, or `{ problem }`. With the `plan` of an answer as `seen` it is done.
 */
const imported =
  (slug: string): Endpoint['handler'] =>
  async (req) => {
    const collection = collectionFor(slug, req)
    await addDataAndFileToRequest(req)
    const asked = sent.safeParse(req.data)
    if (!req.file || !asked.success) throw new Refusal('Vælg en fil.')
    const read = await readList(req.file.data, collection, req)
    const encoder = new TextEncoder()
    let isWanted = true
    const body = new ReadableStream<Uint8Array>({
      async start(out) {
        const say = (line: ImportProgress | ImportAnswer | { problem: string }) =>
          isWanted && out.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        try {
          const { seen } = asked.data
          say(await importList(read, collection, req, { seen, onProgress: say, isWanted: () => isWanted }))
        } catch (error) {
          if (isWanted) req.payload.logger.error(error)
          say({ problem: 'Det lykkedes ikke, og intet er gemt. Prøv igen om lidt.' })
        }
        if (isWanted) out.close()
      },
      cancel: () => void (isWanted = false),
    })
    return new Response(body, {
      headers: {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Cache-Control': 'no-store',
        // nginx would keep the progress back.
        'X-Accel-Buffering': 'no',
      },
    })
  }

function collectionFor(slug: string, req: PayloadRequest) {
  editorOf(req)
  return req.payload.collections[slug as CollectionSlug].config
}
