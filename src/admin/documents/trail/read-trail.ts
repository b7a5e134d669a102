import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { OF_LOGINS, trailKind, type TrailKind } from '../../../domain/text/trail-kinds.ts'
import { type PlanNote, readPlanNote } from '../../../domain/time/planned.ts'
import { type Asked, boundsOf, type Place } from './asked.ts'
import { type Compared, comparedOf } from './compared-of.ts'

/** One line of the trail. */
export type TrailEvent = {
  id: string
  microseconds: string
  at: Date
  kind: TrailKind
  /** As they were called then; null: the site itself, or nobody knows. */
  userName: string | null
  collection: string | null
  documentId: number | null
  title: string | null
  slug: string | null
  /** What was planned or moved to another time; null: nothing, or a release before this one planned it. */
  plan: PlanNote | null
  /** Whether the document can still be opened. */
  isThere: boolean
  /** The version that it made, and the one before, while both are kept. */
  compared: Compared | null
}

type Stored = Omit<TrailEvent, 'isThere' | 'compared' | 'kind' | 'plan'> & { kind: string }

const EVENTS_ON_A_PAGE = 50

type Wanted = Pick<Asked, 'person' | 'kind' | 'from' | 'to' | 'after'>

/**
 * What happened, the newest first, at most 50, and where the next ones begin (null: that was all). Only an administrator
 * reads of accounts and logins. Rejects if the database does not answer.
 */
export async function readTrail(
  { person, kind, from, to, after }: Wanted,
  isAdministrator: boolean,
  payload: Payload,
): Promise<{ events: TrailEvent[]; next: Place | null }> {
  // Nothing to find, however many there are.
  if (!isAdministrator && kind !== null && OF_LOGINS.includes(kind)) return { events: [], next: null }
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const conditions = [
    ...(isAdministrator ? [] : ['NOT for_administrators']),
    ...(person === null ? [] : [`user_id = ${value(person)}`]),
    ...(kind === null ? [] : [`kind = ${value(kind)}`]),
    ...(from === null ? [] : [`at >= ${value(boundsOf(from).from)}::timestamptz`]),
    ...(to === null ? [] : [`at < ${value(boundsOf(to).to)}::timestamptz`]),
    ...(after === null
      ? []
      : [
          `(at, id) < ('epoch'::timestamptz + ${value(after.microseconds)}::bigint * interval '1 microsecond', ${value(after.id)}::bigint)`,
        ]),
  ]
  const { rows } = await poolOf(payload).query<Stored>(
    `SELECT id, (extract(epoch FROM at) * 1000000)::bigint AS microseconds, at, kind, user_name AS "userName",
            collection, document_id AS "documentId", title, slug
     FROM trail.events ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY at DESC, id DESC LIMIT ${EVENTS_ON_A_PAGE + 1}`,
    values,
  )
  const shown = rows.slice(0, EVENTS_ON_A_PAGE)
  const last = shown.at(-1)
  const [there, compared] = await Promise.all([thereOf(shown, payload), comparedOf(shown, payload)])
  return {
    events: shown.map((row) => {
      const plan = OF_PLANS.has(row.kind) ? readPlanNote(row.slug) : null
      return {
        ...row,
        slug: plan ? null : row.slug,
        plan,
        // A newer release may know more kinds than this one.
        kind: trailKind.catch('changed').parse(row.kind),
        isThere: there.has(`${row.collection} ${row.documentId}`),
        compared: compared.get(row.id) ?? null,
      }
    }),
    next:
      rows.length > shown.length && last
        ? { microseconds: String(last.microseconds), id: String(last.id) }
        : null,
  }
}

/** In whose lines a plan stands where others have a slug. */
const OF_PLANS = new Set(['planned', 'plan-moved'])

/** Everybody whom the trail names, by what they were called last. */
export async function peopleOfTrail(payload: Payload): Promise<{ id: number; name: string }[]> {
  const { rows } = await poolOf(payload).query<{ id: number; name: string }>(
    // One step in the index for each, however long the trail is.
    `WITH RECURSIVE people AS (
       SELECT min(user_id) AS id FROM trail.events
       UNION ALL
       SELECT (SELECT min(user_id) FROM trail.events WHERE user_id > people.id) FROM people WHERE people.id IS NOT NULL)
     SELECT id, name FROM (
       SELECT id, coalesce((SELECT user_name FROM trail.events WHERE user_id = people.id ORDER BY at DESC LIMIT 1), '') AS name
       FROM people WHERE id IS NOT NULL) AS named
     ORDER BY name COLLATE "da-x-icu", id`,
  )
  return rows
}

/** The documents and globals among these that can be opened now, as `pages 12` or `footer null`. */
async function thereOf(
  events: { collection: string | null; documentId: number | null }[],
  payload: Payload,
): Promise<Set<string>> {
  const found = new Set(payload.config.globals.map(({ slug }) => `${slug} null`))
  for (const { slug } of payload.config.collections) {
    const ids = events.filter(({ collection }) => collection === slug).map(({ documentId }) => documentId)
    if (ids.length === 0) continue
    const { rows } = await poolOf(payload).query<{ id: number }>(
      `SELECT id FROM "${slug.replaceAll('-', '_')}" WHERE id = ANY ($1)`,
      [ids],
    )
    for (const { id } of rows) found.add(`${slug} ${id}`)
  }
  return found
}

const poolOf = (payload: Payload) => (payload.db as unknown as PostgresAdapter).pool
