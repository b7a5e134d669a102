import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Endpoint,
  PayloadRequest,
  Plugin,
  UIField,
} from 'payload'
import { asFirst } from '../border/first-refusal.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { byWhatStays } from './going-away.ts'
import { withoutLeftOvers } from './left-over-rows.ts'
import { withReplace } from './replace.ts'
import { documentId, pagesShowing, withShown } from './shown.ts'
import { tableOf, type Use, usesOf } from './uses.ts'

/**
 * Nothing in use disappears: what a document or a global refers to can neither be deleted nor, if it is public there,
 * unpublished, and each form shows where the document is used. A plugin, so that no new collection can forget. Code knows
 * what it does; an editor is told what to change first.
 */
export const keepUsed: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    [withShown, withUses, withReplacing, withoutLeftOvers].reduce((more, add) => add(more), collection),
  ),
})

/** Nothing refers to them, and no page shows them. */
const NOT_USED = ['users', 'redirects', 'search-words']

function withUses(collection: CollectionConfig): CollectionConfig {
  if (NOT_USED.includes(collection.slug)) return collection
  const { hooks, endpoints, fields } = collection
  return {
    ...collection,
    fields: [...fields, usesField],
    endpoints: [...(endpoints || []), usesEndpoint(collection.slug)],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks?.beforeOperation ?? []), noteDraft],
      beforeChange: [...(hooks?.beforeChange ?? []), refuseHiding],
      beforeDelete: [...(hooks?.beforeDelete ?? []), refuseDeleting],
    },
  }
}

const withReplacing = (collection: CollectionConfig): CollectionConfig =>
  NOT_USED.includes(collection.slug) ? collection : withReplace(collection)

const usesField: UIField = {
  name: 'uses',
  type: 'ui',
  label: 'Bruges på',
  admin: { components: { Field: '/src/admin/documents/uses/uses-field.tsx#UsesField' } },
}

/** Notes whether a draft is to be saved beside what is public, by a save or by restoring a version. */
const noteDraft: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'update' || operation === 'restoreVersion')
    req.context[IS_DRAFT] = Boolean((args as { draft?: boolean }).draft)
}

/** Whether the save under way leaves what is public as it is. */
export const isBesidePublic = (req: PayloadRequest, status: unknown): boolean =>
  // A draft that says it is published is, unless it is an earlier version that was.
  Boolean(req.context[IS_DRAFT]) && (status !== 'published' || Boolean(req.context.isRestoringVersion))

const IS_DRAFT = 'saves a draft beside what is public'

const refuseHiding: CollectionBeforeChangeHook = async ({
  collection: { slug, admin, versions },
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !req.user || !versions?.drafts) return
  const { _status } = { ...originalDoc, ...data } as { _status?: unknown }
  if (_status === 'published' || isBesidePublic(req, _status)) return
  const { id } = originalDoc as { id: number }
  const rows = await inTransaction<{ status: string }>(
    req,
    sql`SELECT _status AS status FROM ${sql.identifier(tableOf(slug))} WHERE id = ${id} FOR UPDATE`,
  )
  if (rows[0]?.status !== 'published') return
  const uses = (await usesOf(slug, id, req)).filter(
    (use) => use.isPublic && use.slug !== 'redirects' && byWhatStays(req)(use),
  )
  refuseIfUsed(uses, 'afpubliceres', (originalDoc as Titled)[admin.useAsTitle ?? 'id'], req)
}

const refuseDeleting: CollectionBeforeDeleteHook = async ({ collection: { slug, admin }, id, req }) => {
  if (!req.user) return
  // Whoever refers to it at this moment waits, or has done so.
  const [document] = await inTransaction<Record<string, unknown>>(
    req,
    sql`SELECT * FROM ${sql.identifier(tableOf(slug))} WHERE id = ${id} FOR UPDATE`,
  )
  if (!document) return
  const uses = (await usesOf(slug, Number(id), req, { withAccounts: true })).filter(
    (use) => use.slug !== 'redirects' && byWhatStays(req)(use),
  )
  refuseIfUsed(uses, 'slettes', document[admin.useAsTitle ?? 'id'], req)
}

type Titled = Record<string, unknown>

function refuseIfUsed(
  uses: Use[],
  what: 'slettes' | 'afpubliceres',
  title: unknown,
  req: PayloadRequest,
): void {
  if (uses.length === 0) return
  const names = uses
    .slice(0, MOST_NAMED)
    .map(({ name, isPublic, isPlanned }) =>
      isPublic ? name : `${name} (${isPlanned ? 'planlagt' : 'kladde'})`,
    )
  const more = uses.length - names.length
  const others = more > 0 ? ` og ${more} ${more === 1 ? 'anden' : 'andre'}` : ''
  const first = uses.some(({ isBelow }) => isBelow)
    ? 'Vælg først, hvad der skal ske med det, der ligger under, og vælg noget andet de øvrige steder.'
    : 'Vælg noget andet der først.'
  const words = `»${String(title)}« kan ikke ${what}, så længe ${names.join(', ')}${others} bruger det. ${first}`
  throw asFirst(new Refusal(words, 409), req)
}

const MOST_NAMED = 5

/**
 * `GET /api/<collection>/<id>/uses` → `{ total, uses: Use[], shown: Showing | null }`, with the first of them, for whoever is
 * logged in.
 */
const usesEndpoint = (slug: string): Omit<Endpoint, 'root'> => ({
  path: '/:id/uses',
  method: 'get',
  async handler(req) {
    const id = documentId.safeParse(req.routeParams?.id)
    if (!req.user || !id.success)
      return Response.json({ errors: [{ message: 'Det findes ikke.' }] }, { status: 404 })
    const uses = await usesOf(slug, id.data, req)
    const shown = await pagesShowing(slug, id.data, req)
    return Response.json({ total: uses.length, uses: uses.slice(0, MOST_LISTED), shown })
  },
})

const MOST_LISTED = 200
