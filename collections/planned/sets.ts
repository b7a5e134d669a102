import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'
import type { Temporal } from 'temporal-polyfill'
import { planTimeText, readPlanTime } from '../../src/domain/time/plan-time.ts'
import { planNote, type PlannedSet } from '../../src/domain/time/planned.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { refuseUnless } from '../shared/rights/refuse.ts'
import { tell } from '../shared/trail/keep-trail.ts'
import { changesOf, clockSchema, refuseSameTime, tryOut } from './plan.ts'

/** What is told of sets that have ended. */
const MOST_ENDED = 30

/**
 * What is planned: what failed and what waits, the first to come first; and, if no document is asked about, what was done or
 * withdrawn lately.
 */
export async function readSets(
  of: { collection: string; document: number } | null,
  req: PayloadRequest,
): Promise<PlannedSet[]> {
  const wanted = of
    ? sql`state IN ('waiting', 'failed') AND id IN (
            SELECT set_id FROM planned.changes WHERE collection = ${of.collection} AND document = ${of.document})`
    : sql`state IN ('waiting', 'failed') OR id IN (
            SELECT id FROM planned.sets WHERE state IN ('done', 'withdrawn') ORDER BY ended_at DESC LIMIT ${MOST_ENDED})`
  const rows = await inTransaction<Omit<PlannedSet, 'at'> & { at: string }>(
    req,
    sql`SELECT id, name, at, state, reason, by_name AS by,
               (SELECT coalesce(jsonb_agg(jsonb_build_object('collection', collection, 'document', document,
                                                             'title', title, 'kind', kind) ORDER BY changes.id), '[]')
                FROM planned.changes WHERE set_id = sets.id) AS changes
        FROM planned.sets WHERE ${wanted}
        ORDER BY array_position(ARRAY['failed', 'waiting', 'done', 'withdrawn'], state),
                 CASE WHEN state IN ('waiting', 'failed') THEN at END, ended_at DESC, id`,
  )
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    changes: row.changes.map((change) => ({
      ...change,
      noun: String(
        req.payload.collections[change.collection as CollectionSlug]?.config.labels.singular ??
          change.collection,
      ),
    })),
  }))
}

/** Takes a set that waits, or has failed, off the plan. */
export const withdrawSet = (id: number, req: PayloadRequest): Promise<string> =>
  changeSet(id, req, async () => {
    await inTransaction(
      req,
      sql`UPDATE planned.sets SET state = 'withdrawn', ended_at = clock_timestamp() WHERE id = ${id}`,
    )
    for (const { collection, document, title } of await changesOf(id, req))
      await tell('plan-withdrawn', { collection, id: document, title }, req)
    return 'Planen er trukket tilbage. Intet er ændret.'
  })

/** Has a set that waits, or has failed, made at another time. @param sent `{ date, time }` */
export const moveSet = (
  id: number,
  sent: unknown,
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<string> =>
  changeSet(id, req, async () => {
    const clock = clockSchema.safeParse(sent)
    const { at, problem } = clock.success
      ? readPlanTime(clock.data, now)
      : { at: null, problem: 'Vælg et tidspunkt.' }
    if (at === null) throw new Refusal(problem ?? '')
    await inTransaction(
      req,
      sql`UPDATE planned.sets SET at = ${at.toString()}, try_at = ${at.toString()}, tries = 0, state = 'waiting',
            reason = NULL, ended_at = NULL WHERE id = ${id}`,
    )
    const changes = await changesOf(id, req)
    for (const { collection, document } of changes)
      await refuseSameTime(collection, document, { id, at: at.toString() }, req)
    await tryOut(id, req)
    for (const { collection, document, title, kind } of changes) {
      const slug = planNote({ kind, at: at.toString() })
      await tell('plan-moved', { collection, id: document, title, slug }, req)
    }
    return `Flyttet til ${planTimeText(at)}.`
  })

async function changeSet(id: number, req: PayloadRequest, change: () => Promise<string>): Promise<string> {
  await initTransaction(req)
  try {
    const [set] = await inTransaction<{ state: string }>(
      req,
      sql`SELECT state FROM planned.sets WHERE id = ${id} FOR UPDATE`,
    )
    if (set?.state !== 'waiting' && set?.state !== 'failed')
      throw new Refusal('Det venter ikke mere. Genindlæs listen, og se, hvad der er sket.', 409)
    for (const { collection, document } of await changesOf(id, req))
      await refuseUnless('publish', collection, document, req)
    const message = await change()
    await commitTransaction(req)
    return message
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
