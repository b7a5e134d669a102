import { sql } from '@payloadcms/db-postgres'
import type { CollectionConfig, CollectionSlug, Endpoint, GlobalSlug, PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction, ValidationError } from 'payload'
import { z } from 'zod'
import { editorOf } from '../border/for-editors.ts'
import { changePlanned } from '../../planned/refers.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { refuseUnless } from '../rights/refuse.ts'
import { type Exchange, replaced } from './replaced.ts'
import { documentId } from './shown.ts'
import { tableOf, type Use, usesOf } from './uses.ts'

/**
 * `POST /api/<collection>/<id>/replace` with `{ "with": <id> }`: puts another document of the collection in the place of one
 * everywhere that it is used, public and in drafts, or nowhere. Each place is saved as its editor would: with the rules, a version,
 * and the pages that show it made anew. → `{ message, places }`
 */
export function withReplace(collection: CollectionConfig): CollectionConfig {
  const replaceEverywhere: Omit<Endpoint, 'root'> = {
    path: '/:id/replace',
    method: 'post',
    async handler(req) {
      editorOf(req)
      const asked = await askedOf(collection.slug, req)
      await initTransaction(req)
      try {
        const places = await replaceAll(asked, req)
        await commitTransaction(req)
        const message = places === 1 ? 'Erstattet ét sted.' : `Erstattet ${places} steder.`
        return Response.json({ message, places })
      } catch (error) {
        await killTransaction(req)
        throw error
      }
    },
  }
  return { ...collection, endpoints: [...(collection.endpoints || []), replaceEverywhere] }
}

async function askedOf(slug: string, req: PayloadRequest): Promise<Exchange> {
  const body: unknown = await req.json?.().catch(() => null)
  const from = documentId.safeParse(req.routeParams?.id)
  const to = z.object({ with: z.int().positive().max(2_147_483_647) }).safeParse(body)
  if (!from.success || !to.success) throw new Refusal('Vælg, hvad der skal stå i stedet.')
  if (from.data === to.data.with) throw new Refusal('Vælg noget andet end det, der skal erstattes.')
  return { slug, from: from.data, to: to.data.with }
}

/** Each takes some 100 ms. */
const MOST_PLACES = 100

async function replaceAll(exchange: Exchange, req: PayloadRequest): Promise<number> {
  const { slug, from, to } = exchange
  // Whoever refers to them at this moment waits, or has done so.
  const found = await inTransaction<Record<string, unknown>>(
    req,
    sql`SELECT * FROM ${sql.identifier(tableOf(slug))} WHERE id IN (${from}, ${to}) ORDER BY id FOR UPDATE`,
  )
  const next = found.find(({ id }) => id === to)
  if (found.length < 2 || !next) throw new Refusal('Det findes ikke.', 404)
  const uses = await usesOf(slug, from, req)
  if (uses.length > MOST_PLACES)
    throw new Refusal(
      `Det bruges ${uses.length} steder. Her kan højst ${MOST_PLACES} erstattes på én gang. Intet er ændret.`,
      409,
    )
  if (next._status === 'draft' && uses.some(({ isPublic }) => isPublic))
    throw new Refusal('Det, der skal stå i stedet, er ikke offentliggjort. Offentliggør det først.', 409)
  for (const use of uses) await replaceAt(use, exchange, req)
  return uses.length
}

async function replaceAt(use: Use, exchange: Exchange, req: PayloadRequest): Promise<void> {
  try {
    if (use.id === null) await inGlobal(use.slug as GlobalSlug, exchange, req)
    else await inDocument(use.slug as CollectionSlug, use.id, exchange, req)
  } catch (error) {
    if (error instanceof ValidationError)
      throw new Refusal(`${use.name}: ${error.data.errors[0]?.message ?? ''} Intet er ændret.`, 409)
    if (error instanceof Error && error.name === 'Locked')
      throw new Refusal(
        `${use.name} er ved at blive rettet af en anden. Prøv igen om lidt. Intet er ændret.`,
        423,
      )
    if (error instanceof Refusal && error.status === 403)
      throw new Refusal(`${use.name}: ${error.message} Intet er ændret.`, 403)
    throw error
  }
}

type Data = Record<string, unknown>

async function inGlobal(slug: GlobalSlug, exchange: Exchange, req: PayloadRequest): Promise<void> {
  const global = req.payload.config.globals.find((one) => one.slug === slug)
  const asked = { slug, depth: 0, overrideAccess: false, user: req.user, req }
  const data = replaced(global?.flattenedFields ?? [], await req.payload.findGlobal(asked), exchange)
  await req.payload.updateGlobal({ ...asked, data: data as never, overrideLock: false })
}

async function inDocument(
  collection: CollectionSlug,
  id: number,
  exchange: Exchange,
  req: PayloadRequest,
): Promise<void> {
  const { flattenedFields } = req.payload.collections[collection].config
  const change = (data: Data) => replaced(flattenedFields, data, exchange)
  // Also where only what is planned is changed.
  await refuseUnless('publish', collection, id, req)
  await changeBoth(collection, id, change, req)
  await changePlanned(collection, id, change, req)
}

/**
 * Changes a document where visitors see it and in the draft that waits, each by a save of its own; what is the same after
 * the change is not saved. For whoever may edit it and while nobody else has it open.
 */
export async function changeBoth(
  collection: CollectionSlug,
  id: number,
  change: (data: Data) => Data,
  req: PayloadRequest,
): Promise<void> {
  const { versions } = req.payload.collections[collection].config
  // Nobody else saves it in between.
  await inTransaction(
    req,
    sql`SELECT FROM ${sql.identifier(tableOf(collection))} WHERE id = ${id} FOR UPDATE`,
  )
  const asked = { collection, id, depth: 0, overrideAccess: false, user: req.user, req }
  const read = async (draft: boolean) => (await req.payload.findByID({ ...asked, draft })) as unknown as Data
  const save = async (data: Data, draft: boolean) => {
    const next = change(data)
    for (const own of ['id', 'createdAt', 'updatedAt']) delete next[own]
    await req.payload.update({ ...asked, data: next as never, draft, overrideLock: false })
  }
  const shown = await read(false)
  if (!versions?.drafts) return save(shown, false)
  const newest = await read(true)
  const differs = JSON.stringify(change(shown)) !== JSON.stringify(shown)
  if (shown._status === 'published' && differs) await save(shown, false)
  // A draft that waits is the newest again.
  if (newest._status !== 'published') await save(newest, true)
}
