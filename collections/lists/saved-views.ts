import { sql } from '@payloadcms/db-postgres'
import type { CollectionConfig, PayloadRequest, Plugin } from 'payload'
import { z } from 'zod'
import { addDataAndFileToRequest } from 'payload'
import { isAdministrator } from '../../src/domain/accounts/rights.ts'
import { newView, type SavedView } from '../../src/domain/accounts/saved-views.ts'
import { editorOf, forEditors } from '../shared/border/for-editors.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { accountOf } from '../shared/rights/access.ts'

/**
 * Whoever is logged in may keep views of a list, for themselves or for everybody: a name and the query of the list's address. What it
 * shows is asked for by whoever opens it, with their own rights. A plugin, so that no new list can forget;
 * docs/decisions/041-media.md.
 */
export const savedViews: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    collection.auth ? collection : withViews(collection),
  ),
})

function withViews(collection: CollectionConfig): CollectionConfig {
  const { admin, endpoints, slug } = collection
  return {
    ...collection,
    endpoints: [
      // `GET /api/<collection>/views` → `{ views: SavedView[] }`: one's own, and those of others that are for everybody.
      {
        path: '/views',
        method: 'get',
        handler: forEditors(async (req) => ({ views: await viewsOf(slug, req) })),
      },
      // `POST` `{ name, query, isShared }`: one's own of that name is replaced.
      { path: '/views', method: 'post', handler: forEditors((req) => save(slug, req)) },
      { path: '/views/:id', method: 'delete', handler: forEditors((req) => remove(slug, req)) },
      ...(endpoints || []),
    ],
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        beforeListTable: [
          ...(admin?.components?.beforeListTable ?? []),
          '/src/admin/lists/saved-views.tsx#SavedViews',
        ],
      },
    },
  }
}

const viewsOf = (slug: string, req: PayloadRequest): Promise<SavedView[]> =>
  inTransaction<SavedView>(
    req,
    sql`SELECT views.id, views.name, query, owner = ${editorOf(req).id} AS "isMine", is_shared AS "isShared", users.name AS by
        FROM lists.views JOIN users ON users.id = owner
        WHERE collection = ${slug} AND (owner = ${editorOf(req).id} OR is_shared)
        ORDER BY views.name, views.id LIMIT ${MOST_SHOWN}`,
  )

async function save(slug: string, req: PayloadRequest): Promise<{ views: SavedView[] }> {
  await addDataAndFileToRequest(req)
  const asked = newView.safeParse(req.data)
  if (!asked.success) throw new Refusal(asked.error.issues[0]?.message ?? UNREADABLE)
  const { name, query, isShared } = asked.data
  const { id } = editorOf(req)
  const rows = await inTransaction(
    req,
    sql`INSERT INTO lists.views (collection, name, query, owner, is_shared)
        SELECT ${slug}, ${name}, ${query}, ${id}, ${isShared}
        WHERE (SELECT count(*) FROM lists.views WHERE collection = ${slug} AND owner = ${id} AND name <> ${name}) < ${MOST_OF_ONE}
        ON CONFLICT (collection, owner, name) DO UPDATE SET query = excluded.query, is_shared = excluded.is_shared
        RETURNING id`,
  )
  if (rows.length === 0)
    throw new Refusal(`Du har allerede ${MOST_OF_ONE} visninger af listen. Fjern en af dem først.`)
  return { views: await viewsOf(slug, req) }
}

const MOST_OF_ONE = 30
const MOST_SHOWN = 200

async function remove(slug: string, req: PayloadRequest): Promise<{ views: SavedView[] }> {
  const id = viewId.safeParse(req.routeParams?.id).data ?? null
  // What is for everybody can be tidied by somebody when its owner has left.
  const mayAny = isAdministrator(accountOf(req)?.role)
  const rows = await inTransaction(
    req,
    sql`DELETE FROM lists.views WHERE id = ${id} AND collection = ${slug}
        AND (owner = ${editorOf(req).id} OR (is_shared AND ${mayAny})) RETURNING id`,
  )
  if (rows.length === 0) throw new Refusal('Visningen findes ikke, eller den er en andens.', 404)
  return { views: await viewsOf(slug, req) }
}

const viewId = z.coerce.number().int().positive().max(2_147_483_647)

const UNREADABLE = 'Visningen kan ikke læses.'
