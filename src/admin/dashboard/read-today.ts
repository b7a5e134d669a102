import type { Temporal } from 'temporal-polyfill'
import type { PlannedSet } from '../../domain/time/planned.ts'
import { nameOfSet, whenOf } from '../documents/planned/say-set.ts'
import { type Asker, type Place, named, poolOf, tableOf, type Waiting } from './documents.ts'

export type Editing = Waiting & { who: string; at: Date }

/** What has been typed in within these seconds is being edited: as long as Payload holds a lock by default. */
const LOCK_SECONDS = 300

/** What is open in somebody's form and being edited, the latest first. @param now by the site's clock */
export async function readEditing(now: Temporal.Instant, asker: Asker): Promise<Editing[]> {
  const { payload } = asker
  const { docs } = await payload.find({
    collection: 'payload-locked-documents',
    where: { updatedAt: { greater_than: now.subtract({ seconds: LOCK_SECONDS }).toString() } },
    sort: '-updatedAt',
    depth: 0,
    pagination: false,
  })
  const { docs: users } = await payload.find({
    collection: 'users',
    where: { id: { in: docs.map(({ user }) => user.value as number) } },
    select: { name: true },
    depth: 0,
    pagination: false,
  })
  const names = new Map(users.map(({ id, name }) => [id, name]))
  const rows = docs.flatMap((lock): (Place & { who: string; at: Date })[] => {
    const { document, globalSlug, user, updatedAt } = lock
    const who = names.get(user.value as number) ?? 'En anden'
    const at = new Date(updatedAt)
    if (globalSlug) return [{ collection: tableOf(globalSlug), id: null, who, at }]
    return document
      ? [{ collection: tableOf(document.relationTo), id: document.value as number, who, at }]
      : []
  })
  return named(rows, asker)
}

/** What is planned and waits, the first to come first. */
export async function readPlanned(asker: Asker): Promise<{ id: number; name: string; when: string }[]> {
  type Row = Omit<PlannedSet, 'at'> & { at: Date }
  const { rows } = await poolOf(asker).query<Row>(
    `SELECT id, name, at, state, reason, by_name AS by,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('collection', collection, 'document', document,
                                                          'title', title, 'kind', kind) ORDER BY changes.id), '[]')
             FROM planned.changes WHERE set_id = sets.id) AS changes
     FROM planned.sets WHERE state = 'waiting' ORDER BY at, id LIMIT 20`,
  )
  const nounOf = (collection: string) =>
    String(asker.payload.config.collections.find(({ slug }) => slug === collection)?.labels.singular ?? '')
  return rows.map((row) => {
    const set = {
      ...row,
      at: row.at.toISOString(),
      changes: row.changes.map((change) => ({ ...change, noun: nounOf(change.collection) })),
    }
    return { id: set.id, name: nameOfSet(set), when: whenOf(set) }
  })
}
