import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { merge } from '../../src/domain/merge/merge.ts'
import type { PlannedKind } from '../../src/domain/time/planned.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { shapesOf } from '../shared/merge/shapes.ts'
import { labelAt } from '../shared/merge/words.ts'
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
}

/**
 * Makes the changes of a set in the transaction of a request, as its user would: with the rules, a version, and the trail. Throws
 * what can be told (`reasonOf`) if one cannot be made; then none may be kept.
 */
export async function carryOut(changes: readonly Change[], req: PayloadRequest): Promise<void> {
  for (const change of changes) {
    try {
      await make(change, req)
    } catch (error) {
      // Which of them it was.
      if (error instanceof Error) Object.assign(error, { plannedChange: change })
      throw error
    }
  }
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

  const fields = shapesOf(req.payload.collections[slug].config.flattenedFields)
  const content = change.content ?? {}
  const former = await lastMade(change, req)
  if (!isPublic && change.base && former?.kind !== 'unpublish')
    throw new Refusal('Den er taget af siden, efter at ændringen blev planlagt.', 409)
  // Another planned change may have come between, which this one was built on.
  const base = former?.kind === 'publish' ? former.content : (change.base ?? content)
  const newest = await read(true)
  const next = isPublic ? merged({ base, theirs: await read(false), mine: content }) : content
  await save({ ...publishable(next), _status: 'published' }, false)
  // A draft that somebody has gone on with is the newest again, on top of what is public now.
  if (newest._status === 'published' || isSame(newest, content)) return
  const draft = merge(fields, { base: content, theirs: next, mine: newest }).merged
  await save({ ...publishable(draft), _status: 'draft' }, true)

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
    const names = Object.keys(fields).filter((name) => name !== '_order')
    return Object.fromEntries(names.map((name) => [name, data[name] ?? null]))
  }

  function isSame(one: Data, other: Data): boolean {
    return JSON.stringify(publishable(one)) === JSON.stringify(publishable(other))
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

/** The last planned change of the document that was made after this one was planned. */
async function lastMade(
  { id, collection, document }: Change,
  req: PayloadRequest,
): Promise<Pick<Change, 'kind' | 'content'> | undefined> {
  const [made] = await inTransaction<Pick<Change, 'kind' | 'content'>>(
    req,
    sql`SELECT kind, content FROM planned.changes JOIN planned.sets ON sets.id = set_id
        WHERE collection = ${collection} AND document = ${document} AND state = 'done' AND changes.id <> ${id}
          AND ended_at > (SELECT planned_at FROM planned.changes WHERE id = ${id})
        ORDER BY ended_at DESC LIMIT 1`,
  )
  return made
}
