import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  CollectionSlug,
  FlattenedField,
  GlobalBeforeOperationHook,
  GlobalBeforeValidateHook,
  GlobalConfig,
  GlobalSlug,
  PayloadRequest,
  Plugin,
} from 'payload'
import { z } from 'zod'
import { formPart } from '../fields/form-part.ts'
import { type Choices, merge, type Merged } from '../../../src/domain/merge/merge.ts'
import { isRecord } from '../../../src/domain/merge/same.ts'
import { UNKNOWN } from '../../../src/domain/merge/shape.ts'
import { gone } from '../bin/gone.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { withOwnLinks } from '../uses/own-links.ts'
import { tableOf } from '../uses/uses.ts'
import { Collide, type Shown } from './collide.ts'
import { shapesOf } from './shapes.ts'
import { labelAt, showCollision } from './words.ts'

/**
 * Nobody's save undoes another's: whoever sends back the `updatedAt` that a document was read with, as every form of the admin
 * does, builds on that version. If another came between, what both changed is merged, and what collides is refused with what
 * either says (409) until it is chosen. A plugin, so that no new collection can forget; docs/decisions/023-merge.md.
 */
export const buildOn: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => (collection.auth ? collection : merged(collection))),
  globals: config.globals?.map(mergedGlobal),
})

const merged = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, dialogField],
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), oneAtATime],
    beforeValidate: [...(collection.hooks?.beforeValidate ?? []), mergeDocument],
  },
})

const mergedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  fields: [...global.fields, dialogField],
  hooks: {
    ...global.hooks,
    beforeOperation: [...(global.hooks?.beforeOperation ?? []), oneAtATimeGlobal],
    beforeValidate: [...(global.hooks?.beforeValidate ?? []), mergeGlobal],
  },
})

const dialogField = formPart('collisions', '/src/admin/documents/merge/merge-dialog.tsx#MergeDialog')

/** Saves of one document wait for each other, before either reads what it builds on; a save of many waits for all, and they for it. */
const oneAtATime: CollectionBeforeOperationHook = async ({ args, operation, collection, req }) => {
  if (operation !== 'update' && operation !== 'restoreVersion') return
  const table = sql.identifier(tableOf(collection.slug))
  const { id: asked } = args as { id?: number | string }
  if (operation === 'restoreVersion') {
    const versions = sql.identifier(`_${tableOf(collection.slug)}_v`)
    const rows = await inTransaction<{ id: number }>(
      req,
      sql`SELECT id FROM ${table} WHERE id = (SELECT parent_id FROM ${versions} WHERE id = ${Number(asked) || 0})
          FOR NO KEY UPDATE`,
    )
    if (rows[0]) await refuseBlindRestore(collection.slug as CollectionSlug, rows[0].id, req)
  } else if (asked !== undefined) {
    const id = Number(asked) || 0
    const rows = await inTransaction(req, sql`SELECT id FROM ${table} WHERE id = ${id} FOR NO KEY UPDATE`)
    if (rows.length === 0 && req.user) throw await gone(collection.slug, id, req)
  } else if (req.user) await inTransaction(req, sql`LOCK TABLE ${table} IN EXCLUSIVE MODE`)
}

const oneAtATimeGlobal: GlobalBeforeOperationHook = async ({ operation, global, req }) => {
  if (operation !== 'update' && operation !== 'restoreVersion') return
  await inTransaction(req, sql`SELECT FROM ${sql.identifier(tableOf(global.slug))} FOR NO KEY UPDATE`)
  if (operation !== 'restoreVersion') return
  const newest = await req.payload.findGlobal({ slug: global.slug as GlobalSlug, depth: 0, req })
  refuseBlind(newest, req)
}

/** An old version takes the place of the newest: that one must have been seen by whoever says which it was. */
async function refuseBlindRestore(
  collection: CollectionSlug,
  id: number,
  req: PayloadRequest,
): Promise<void> {
  if (!isRecord(req.data) || req.data.updatedAt === undefined) return
  refuseBlind(await req.payload.findByID({ collection, id, draft: true, depth: 0, req }), req)
}

function refuseBlind(newest: object, req: PayloadRequest): void {
  const seen = isRecord(req.data) ? req.data.updatedAt : undefined
  const { updatedAt, updatedBy } = newest as Saved
  if (seen === undefined || isSameTime(seen, updatedAt)) return
  throw new Refusal(
    `${capital(whoOf(updatedBy, req).saved)} en nyere udgave, siden du åbnede siden her. Se den, før du henter en ældre frem.`,
    409,
  )
}

type Saved = { updatedAt?: string | null; updatedBy?: unknown; _status?: unknown } & Record<string, unknown>

const mergeDocument: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || req.context.isRestoringVersion || !data || !originalDoc) return data
  const { id } = originalDoc as { id: number }
  const { slug } = collection
  const find = async (updatedAt: string): Promise<unknown> => {
    if (!collection.versions) return undefined
    const { docs } = await req.payload.findVersions({
      collection: slug as CollectionSlug,
      where: { and: [{ parent: { equals: id } }, { 'version.updatedAt': { equals: updatedAt } }] },
      depth: 0,
      limit: 1,
      pagination: false,
      showHiddenFields: true,
      req,
    })
    return docs[0]?.version
  }
  const isHidden = async (): Promise<boolean> => {
    const rows = await inTransaction<{ status: string }>(
      req,
      sql`SELECT _status AS status FROM ${sql.identifier(tableOf(slug))} WHERE id = ${id}`,
    )
    return rows[0]?.status === 'draft'
  }
  const { drafts } = collection.versions || {}
  // What Payload knows of a file belongs to the file, which it keeps or replaces itself.
  const fields = collection.flattenedFields.filter((field) => !collection.upload || !field.admin?.hidden)
  return mergeInto(data, originalDoc as Saved, {
    fields,
    find,
    req,
    ...(drafts && { isHidden }),
  })
}

const mergeGlobal: GlobalBeforeValidateHook = ({ global, data, originalDoc, req }) => {
  if (!data || !originalDoc) return data
  const find = async (updatedAt: string): Promise<unknown> => {
    const { docs } = await req.payload.findGlobalVersions({
      slug: global.slug as GlobalSlug,
      where: { 'version.updatedAt': { equals: updatedAt } },
      depth: 0,
      limit: 1,
      pagination: false,
      showHiddenFields: true,
      req,
    })
    return docs[0]?.version
  }
  return mergeInto(data, originalDoc as Saved, { fields: global.flattenedFields, find, req })
}

type Place = {
  fields: FlattenedField[]
  /** The version that a document was at a time; undefined if there is none any more. */
  find: (updatedAt: string) => Promise<unknown>
  /** Whether visitors do not see the document; of what has drafts. */
  isHidden?: () => Promise<boolean>
  req: PayloadRequest
}

async function mergeInto(
  data: object,
  stored: Saved,
  { fields, find, isHidden, req }: Place,
): Promise<unknown> {
  const { choices: sent, ...mine } = data as Saved
  if (!mine.updatedAt || !stored.updatedAt || isSameTime(mine.updatedAt, stored.updatedAt)) return mine
  const known = await find(new Date(mine.updatedAt).toISOString())
  // What the server makes of typed addresses is nobody's change; in mine it has been made.
  const theirs = await withOwnLinks(fields, stored, req)
  const base = isRecord(known) ? await withOwnLinks(fields, known, req) : UNKNOWN
  const on = new Date(stored.updatedAt).toISOString()
  const chosen = choicesSchema.safeParse(sent)
  const choices: Choices = chosen.success && chosen.data.on === on ? chosen.data.fields : {}
  // What was saved as a draft meanwhile is not made public by somebody who has not seen it.
  const isAsked = mine._status === 'published' && theirs._status === 'draft'
  const found = merge(shapesOf(fields), { base, theirs, mine }, { choices, isAsked })
  const wasPublic = isRecord(base) && base._status === 'published'
  if (isAsked && wasPublic && (await isHidden?.())) keepHidden(found, choices)
  const documents = { theirs, mine }
  const { by, saved } = whoOf(theirs.updatedBy, req)
  if (found.collisions.length > 0) {
    const shown: Shown[] = []
    for (const one of found.collisions.slice(0, MOST_SHOWN))
      shown.push(await showCollision(one, fields, documents, req))
    const labels = [...new Set(shown.map(({ label }) => label))]
    throw new Collide(`${capital(saved)} imens. Vælg, hvad der skal stå i ${listed(labels)}.`, {
      on,
      by,
      collisions: shown,
    })
  }
  const taken = [...new Set(found.taken.map((path) => labelAt(fields, path, documents)))]
  if (taken.length > 0) {
    req.responseHeaders ??= new Headers()
    const words = `Flettet sammen med det, ${saved} imens: ${listed(taken)}.`
    req.responseHeaders.set('X-Merged', encodeURIComponent(words))
  }
  return { ...mine, ...found.merged }
}

/** That a document was taken off the site meanwhile is chosen as well. */
function keepHidden({ merged: kept, collisions }: Merged, choices: Choices): void {
  if (!choices._status)
    collisions.push({
      path: ['_status'],
      kind: 'field',
      base: 'published',
      theirs: 'draft',
      mine: 'published',
    })
  if (choices._status === 'theirs') kept._status = 'draft'
}

const choicesSchema = z.object({
  on: z.string().max(40),
  fields: z.record(z.string().max(500), z.enum(['theirs', 'mine'])),
})

/** Collisions that are told at once; the rest once these are chosen. */
const MOST_SHOWN = 50

/** Who saved a version: `by` after »af«, `saved` as a clause. */
function whoOf(name: unknown, req: PayloadRequest): { by: string; saved: string } {
  if (typeof name !== 'string' || !name) return { by: 'en anden', saved: 'en anden har gemt' }
  const { name: own } = (req.user ?? {}) as { name?: unknown }
  return name === own
    ? { by: 'dig selv', saved: 'du selv har gemt' }
    : { by: name, saved: `${name} har gemt` }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A few labels as a list: »Titel«, »Telefon« og 2 andre steder. */
function listed(labels: string[]): string {
  const named = labels.slice(0, MOST_NAMED).map((label) => `»${label}«`)
  const rest = labels.length - named.length
  const all = rest > 0 ? [...named, rest === 1 ? 'ét andet sted' : `${rest} andre steder`] : named
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} og ${all.at(-1)}` : (all[0] ?? '')
}

const MOST_NAMED = 4

const isSameTime = (one: unknown, other: unknown): boolean =>
  new Date(String(one)).getTime() === new Date(String(other)).getTime()
