import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest, TypedUser } from 'payload'
import { merge } from '../../src/domain/merge/merge.ts'
import { same } from '../../src/domain/merge/same.ts'
import { UNKNOWN } from '../../src/domain/merge/shape.ts'
import type { PlannedKind } from '../../src/domain/time/planned.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { requestIn } from '../shared/database/request-in.ts'
import { shapesOf } from '../shared/merge/shapes.ts'
import { labelAt } from '../shared/merge/words.ts'
import { asSavedBy } from '../shared/trail/sign-changes.ts'
import { tableOf } from '../shared/uses/uses.ts'

export type Data = Record<string, unknown>

/** A change as it was planned. */
export type Change = {
  id: number
  collection: string
  document: number
  title: string
  kind: PlannedKind
  /** Of the document as it was planned; null if it is taken down. */
  content: Data | null
  /** What visitors saw when it was planned; null: nothing. */
  base: Data | null
  /** Who planned it. */
  by: Planner
}

/** `id` null: the account is gone. */
type Planner = { id: number | null; name: string | null }

/**
 * Makes the changes of a set in the transaction of a request, each as whoever planned it would: with the rules, their rights, a
 * version, and the trail. Throws what can be told (`reasonOf`) if one cannot be made; then none may be kept.
 */
export async function carryOut(changes: readonly Change[], req: PayloadRequest): Promise<void> {
  const transaction = (await req.transactionID) ?? ''
  for (const change of changes) {
    try {
      await make(
        change,
        await requestIn(transaction, { ...req, payload: req.payload, user: await doer(change.by, req) }),
      )
    } catch (error) {
      // Which of them it was.
      if (error instanceof Error) Object.assign(error, { plannedChange: change })
      throw error
    }
  }
}

/** Whoever planned it does it, also where the account is gone: the rules for editors hold. */
async function doer({ id, name }: Planner, { payload, user }: PayloadRequest): Promise<TypedUser> {
  if (id !== null && id === user?.id) return user
  const found =
    id === null ? null : await payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true })
  const one = found ?? { id: null, name: name ?? 'Planlagt', role: 'editor' }
  return { ...one, collection: 'users' } as unknown as TypedUser
}

async function make(change: Change, req: PayloadRequest): Promise<void> {
  const { collection, document: id, kind } = change
  const slug = collection as CollectionSlug
  // Nobody else saves it in between.
  const [row] = await inTransaction<{ status: string }>(
    req,
    sql`SELECT _status AS status FROM ${sql.identifier(tableOf(collection))} WHERE id = ${id} FOR NO KEY UPDATE`,
  )
  if (!row) throw new Refusal('Den er slettet.', 409)
  const isPublic = row.status === 'published'
  const read = (draft: boolean) => documentOf(slug, id, draft, req)
  const save = (data: Data, draft: boolean) =>
    req.payload.update({
      collection: slug,
      id,
      data: data as never,
      draft,
      depth: 0,
      overrideLock: true,
      req,
    })
  if (kind === 'unpublish') {
    if (isPublic) await save({ _status: 'draft' }, false)
    return
  }

  await refuseHidden(change, isPublic, req)
  const shapes = shapesOf(req.payload.collections[slug].config.flattenedFields)
  // Where it stands among others is no part of what was written.
  const { _order: _, ...fields } = shapes
  const content = change.content ?? {}
  const newest = await read(true)
  // What was made public by hand meanwhile, where nothing was when this was planned, may be anything.
  const base = (await builtOn(change, req)) ?? change.base ?? UNKNOWN
  const next = isPublic ? merged({ base, theirs: await read(false), mine: content }) : content
  await save({ ...publishable(next), _status: 'published' }, false)
  // A draft that somebody has gone on with is the newest again, on top of what is public now, and as theirs.
  if (newest._status === 'published' || same({ kind: 'group', fields }, newest, content)) return
  const draft = merge(fields, { base: content, theirs: next, mine: newest }).merged
  await asSavedBy(newest.updatedBy, req, () => save({ ...publishable(draft), _status: 'draft' }, true))

  function merged(three: { base: unknown; theirs: Data; mine: Data }): Data {
    const found = merge(fields, three)
    if (found.collisions.length === 0) return found.merged
    const { flattenedFields } = req.payload.collections[slug].config
    const labels = found.collisions.map(({ path }) => labelAt(flattenedFields, path, three))
    const who = typeof three.theirs.updatedBy === 'string' ? three.theirs.updatedBy : 'En anden'
    throw new Refusal(
      `${who} har offentliggjort noget andet i ${[...new Set(labels)].map((label) => `»${label}«`).join(', ')}, efter at ændringen blev planlagt.`,
      409,
    )
  }

  /** What of a document is saved; a field that is not there is emptied. */
  function publishable(data: Data): Data {
    return Object.fromEntries(Object.keys(fields).map((name) => [name, data[name] ?? null]))
  }
}

/** A document with all that is stored of it. */
export const documentOf = async (
  collection: CollectionSlug,
  id: number,
  draft: boolean,
  req: PayloadRequest,
): Promise<Data> =>
  (await req.payload.findByID({
    collection,
    id,
    draft,
    depth: 0,
    showHiddenFields: true,
    req,
  })) as unknown as Data

/** The text of the planned change that this one was built on: of those planned before it, the last that was made after. */
async function builtOn({ id, collection, document }: Change, req: PayloadRequest): Promise<Data | null> {
  const [made] = await inTransaction<Pick<Change, 'content'>>(
    req,
    sql`SELECT before.content FROM planned.changes AS own
        JOIN planned.changes AS before USING (collection, document)
        JOIN planned.sets ON sets.id = before.set_id AND sets.state = 'done'
        WHERE own.id = ${id} AND collection = ${collection} AND document = ${document} AND before.kind = 'publish'
          AND before.planned_at < own.planned_at AND sets.ended_at > own.planned_at
        ORDER BY sets.ended_at DESC LIMIT 1`,
  )
  return made?.content ?? null
}

/** Whoever took a document down by hand after something was planned for it does not find it public again. */
async function refuseHidden(
  { id, collection, document, base }: Change,
  isPublic: boolean,
  req: PayloadRequest,
): Promise<void> {
  if (isPublic) return
  const [since] = await inTransaction<{ planned: boolean; byHand: boolean }>(
    req,
    sql`SELECT last_down.at IS NOT NULL AS planned,
               EXISTS (SELECT FROM trail.events
                       WHERE collection = ${collection} AND document_id = ${document} AND kind = 'unpublished'
                         AND at > greatest(own.planned_at, last_down.at)) AS "byHand"
        FROM planned.changes AS own, LATERAL (
          SELECT max(ended_at) AS at FROM planned.changes JOIN planned.sets ON sets.id = set_id
          WHERE collection = ${collection} AND document = ${document} AND kind = 'unpublish' AND state = 'done'
            AND ended_at > own.planned_at) AS last_down
        WHERE own.id = ${id}`,
  )
  if (since?.byHand || (base && !since?.planned))
    throw new Refusal('Den er taget af siden, efter at ændringen blev planlagt.', 409)
}
