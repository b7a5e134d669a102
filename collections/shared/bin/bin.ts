import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction, ValidationError } from 'payload'
import type { Media } from '../../../src/payload-types.ts'
import { DAYS_IN_BIN, type BinEntry, type BinList } from '../../../src/domain/time/bin.ts'
import { forEditors } from '../border/for-editors.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { refuseUnless, refuseUnlessAll } from '../rights/refuse.ts'
import { tell } from '../trail/keep-trail.ts'
import { documentId } from '../uses/shown.ts'
import { hasFiles, putFilesBack } from './files.ts'

/**
 * What the bin answers, for whoever is logged in:
 * - `GET /api/bin?before=<entry>` → BinList, the newest first, from before an entry
 * - `POST /api/bin/<entry>/restore` → `{ message, collection, id }`; 409 and a sentence if it cannot come back now
 * - `DELETE /api/bin/<entry>` → `{ message }`: gone for ever
 */
export const binEndpoints: Endpoint[] = [
  { path: '/bin', method: 'get', handler: forEditors(list) },
  { path: '/bin/:id/restore', method: 'post', handler: forEditors(restore) },
  { path: '/bin/:id', method: 'delete', handler: forEditors(forget) },
]

const AT_ONCE = 50

async function list(req: PayloadRequest): Promise<BinList> {
  const before = documentId.safeParse(req.query.before)
  const rows = await inTransaction<Omit<BinEntry, 'kind'>>(
    req,
    sql`SELECT id, collection, title, was_public AS "wasPublic", deleted_at AS "deletedAt", deleted_by_name AS "deletedBy",
               greatest(0, ceil(extract(epoch FROM deleted_at + make_interval(days => ${DAYS_IN_BIN}) - now()) / 86400))::int
                 AS "daysLeft"
        FROM bin.documents
        WHERE ${before.success ? sql`(deleted_at, id) < (SELECT deleted_at, id FROM bin.documents WHERE id = ${before.data})` : sql`true`}
        ORDER BY bin.documents.deleted_at DESC, id DESC LIMIT ${AT_ONCE + 1}`,
  )
  const [all] = await inTransaction<{ total: number }>(
    req,
    sql`SELECT count(*)::int AS total FROM bin.documents`,
  )
  return {
    total: all?.total ?? 0,
    hasMore: rows.length > AT_ONCE,
    entries: rows.slice(0, AT_ONCE).map((entry) => ({
      ...entry,
      deletedAt: new Date(entry.deletedAt).toISOString(),
      kind: kindOf(entry.collection, req),
    })),
  }
}

const kindOf = (slug: string, req: PayloadRequest): string =>
  String(req.payload.config.collections.find((one) => one.slug === slug)?.labels.singular ?? slug)

type Taken = {
  collection: CollectionSlug
  id: number
  title: string
  wasPublic: boolean
  holder: number | null
  missing: { collection: string; id: number }[]
}

async function restore(req: PayloadRequest): Promise<object> {
  const entry = entryOf(req)
  await initTransaction(req)
  let takeAway: (() => Promise<void>) | undefined
  try {
    const putBack = await putFilesBack(entry, req)
    const taken = await take(entry, req)
    const { collection, id, title } = taken
    // Now that it is there one can tell whose it is.
    await refuseUnless('delete', collection, id, req)
    if (taken.missing.length === 0) await judge(taken, req)
    if (hasFiles(collection)) {
      const doc = await req.payload.db.findOne<Media>({ collection, where: { id: { equals: id } }, req })
      if (doc) takeAway = await putBack(doc)
    }
    await tell('restored', { collection, id, title }, req)
    await commitTransaction(req)
    const less = taken.missing.length > 0 ? ' Noget, den brugte, findes ikke mere. Se den efter.' : ''
    return { message: `${kindOf(collection, req)} »${title}« er gendannet.${less}`, collection, id }
  } catch (error) {
    await takeAway?.()
    await killTransaction(req)
    throw error
  }
}

/** Brings the rows back. Refuses, and names what is in the way, if another has what was its own, or it uses what is in the bin. */
async function take(entry: number, req: PayloadRequest): Promise<Taken> {
  // As each save takes it: no page moves meanwhile.
  await inTransaction(req, sql`SELECT pg_advisory_xact_lock(20261122, 12)`)
  const [taken] = await inTransaction<Taken & { id: number | null }>(
    req,
    sql`SELECT (item).collection, (item).document AS id, (item).title, (item).was_public AS "wasPublic", holder, missing
        FROM bin.take(${entry})`,
  )
  if (!taken?.id) throw new Refusal('Det ligger ikke i papirkurven mere.', 404)
  const name = `${kindOf(taken.collection, req)} »${taken.title}«`
  if (taken.holder !== null)
    throw new Refusal(
      `${name} kan ikke gendannes, for ${await called(taken.collection, taken.holder, req)} har fået dens adresse eller navn. Giv den et andet først.`,
      409,
    )
  for (const { collection, id } of taken.missing) {
    const [other] = await inTransaction<{ title: string }>(
      req,
      sql`SELECT title FROM bin.documents WHERE collection = ${collection} AND document = ${id}`,
    )
    if (other)
      throw new Refusal(
        `${name} bruger ${kindOf(collection, req)} »${other.title}«, som også ligger i papirkurven. Gendan den først.`,
        409,
      )
  }
  return taken
}

async function called(slug: CollectionSlug, id: number, req: PayloadRequest): Promise<string> {
  const title = req.payload.collections[slug].config.admin.useAsTitle ?? 'id'
  const doc = await req.payload.db.findOne<Record<string, unknown> & { id: number }>({
    collection: slug,
    where: { id: { equals: id } },
    req,
  } as never)
  return `${kindOf(slug, req)} »${String(doc?.[title] ?? id)}«`
}

/**
 * What came back as public must be right as any save must: another page may have its address by now, the menu may be full.
 * It is saved as it is, for trying, and that is undone.
 */
async function judge({ collection, id, title }: Taken, req: PayloadRequest): Promise<void> {
  const doc = await req.payload.findByID({ collection, id, depth: 0, draft: false, req })
  const data: Record<string, unknown> = { ...doc }
  for (const own of ['id', 'createdAt', 'updatedAt']) delete data[own]
  if (data._status === 'draft') return
  await inTransaction(req, sql`SAVEPOINT judged`)
  try {
    await req.payload.update({ collection, id, data: data as never, depth: 0, req })
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const [first] = error.data.errors
    throw new Refusal(
      `${kindOf(collection, req)} »${title}« kan ikke gendannes: ${first?.message ?? 'Noget er ikke rigtigt mere.'}`,
      409,
    )
  }
  await inTransaction(req, sql`ROLLBACK TO SAVEPOINT judged`)
}

async function forget(req: PayloadRequest): Promise<object> {
  const entry = entryOf(req)
  await initTransaction(req)
  try {
    const [gone] = await inTransaction<{ collection: string; id: number; title: string }>(
      req,
      sql`DELETE FROM bin.documents WHERE id = ${entry} RETURNING collection, document AS id, title`,
    )
    if (!gone) throw new Refusal('Det ligger ikke i papirkurven mere.', 404)
    refuseUnlessAll('delete', gone.collection, req)
    await tell('erased', gone, req)
    await commitTransaction(req)
    return { message: `»${gone.title}« er slettet for altid.` }
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

function entryOf(req: PayloadRequest): number {
  const id = documentId.safeParse(req.routeParams?.id)
  if (!id.success) throw new Refusal('Det ligger ikke i papirkurven mere.', 404)
  return id.data
}
