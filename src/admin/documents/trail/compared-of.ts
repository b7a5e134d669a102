import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

/** A version and the one before it. */
export type Compared = { version: number; before: number }

type Event = {
  id: string
  at: Date
  kind: string
  userName: string | null
  collection: string | null
  documentId: number | null
}

/**
 * What each of these events changed: the version that its save made, by who and when, and the one before. An event has the time
 * its transaction began, and the version that of the server's clock a moment later.
 */
export async function comparedOf(events: Event[], payload: Payload): Promise<Map<string, Compared>> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { collections, globals } = payload.config
  const saves = events.filter(({ kind }) => SAVES.has(kind))
  const found = new Map<string, Compared>()
  for (const { slug, versions, isGlobal } of [
    ...collections.map(({ slug, versions }) => ({ slug, versions, isGlobal: false })),
    ...globals.map(({ slug, versions }) => ({ slug, versions, isGlobal: true })),
  ]) {
    const own = saves.filter(({ collection }) => collection === slug)
    if (!versions || own.length === 0) continue
    const ofDocument = (version: string) => (isGlobal ? 'true' : `${version}.parent_id = asked.document`)
    const table = `"_${slug.replaceAll('-', '_')}_v"`
    const { rows } = await pool.query<Compared & { event: string }>(
      `SELECT asked.event, made.id AS version, former.id AS before
       FROM unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::text[]) AS asked (event, document, at, name)
       CROSS JOIN LATERAL (
         SELECT id, updated_at FROM ${table} AS v
         WHERE ${ofDocument('v')} AND version_updated_by IS NOT DISTINCT FROM asked.name
           AND updated_at BETWEEN asked.at - interval '5 seconds' AND asked.at + interval '20 seconds'
         ORDER BY abs(extract(epoch FROM updated_at - asked.at)) LIMIT 1) AS made
       CROSS JOIN LATERAL (
         SELECT id FROM ${table} AS v
         WHERE ${ofDocument('v')} AND updated_at < made.updated_at ORDER BY updated_at DESC LIMIT 1) AS former`,
      [
        own.map(({ id }) => id),
        own.map(({ documentId }) => documentId),
        own.map(({ at }) => at),
        own.map(({ userName }) => userName),
      ],
    )
    for (const { event, ...compared } of rows) found.set(event, compared)
  }
  return found
}

/** The kinds that make a version. Withdrawing what is public writes into the newest one. */
const SAVES = new Set(['changed', 'published', 'restored', 'moved'])
