import { sql } from '@payloadcms/db-postgres'
import type { CollectionConfig, Endpoint, GlobalConfig, PayloadRequest, SanitizedConfig } from 'payload'
import { inTransaction } from './database/in-transaction.ts'
import { tableOf } from './uses/uses.ts'

/** Drafts, and the last 50 versions of each document. */
export const publishable = {
  versions: { drafts: true, maxPerDoc: 50 },
} satisfies Pick<CollectionConfig, 'versions'>

/** A global has no drafts: saved is published. Its last 50 versions are kept. */
export const versioned = { versions: { max: 50 } } satisfies Pick<GlobalConfig, 'versions'>

/**
 * Restoring an earlier version changes what visitors read, never whether they read it: it comes back as a draft unless both the
 * version and the document are public. Payload's own endpoint would take a page down with a version that was a draft.
 */
export function restoreAsDrafts(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections)
    if (collection.versions?.drafts && collection.endpoints)
      collection.endpoints = collection.endpoints.map((endpoint) =>
        endpoint.method === 'post' && endpoint.path === '/versions/:id'
          ? { ...endpoint, handler: withDrafts(collection.slug, endpoint.handler) }
          : endpoint,
      )
  return config
}

const withDrafts =
  (slug: string, restore: Endpoint['handler']): Endpoint['handler'] =>
  async (req) => {
    if (await isPublicAlready(slug, req)) return restore(req)
    req.query.draft = 'true'
    return restore(req)
  }

/** Whether a version was public, and its document is. */
async function isPublicAlready(slug: string, req: PayloadRequest): Promise<boolean> {
  const [found] = await inTransaction<{ isPublic: boolean }>(
    req,
    sql`SELECT version__status = 'published' AND _status = 'published' AS "isPublic"
        FROM ${sql.identifier(`_${tableOf(slug)}_v`)} AS v JOIN ${sql.identifier(tableOf(slug))} AS d ON d.id = v.parent_id
        WHERE v.id = ${Number(req.routeParams?.id) || 0}`,
  )
  // What is not there is refused by Payload.
  return found?.isPublic ?? true
}
