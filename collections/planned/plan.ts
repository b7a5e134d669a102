import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { planTimeText, readPlanTime } from '../../src/domain/time/plan-time.ts'
import { PLANNED_WORDS, planNote, type PlannedKind } from '../../src/domain/time/planned.ts'
import { reasonOf } from '../shared/border/reason.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { inOwnTransaction, requestIn } from '../shared/database/request-in.ts'
import { refuseUnless } from '../shared/rights/refuse.ts'
import { nameOf } from '../shared/trail/sign-changes.ts'
import { ofDocument, tell } from '../shared/trail/keep-trail.ts'
import { tableOf } from '../shared/uses/uses.ts'
import { carryOut, type Change, type Data, documentOf } from './carry-out.ts'
import { noteRefers } from './refers.ts'

export const clockSchema = z.object({
  date: z.string().max(40),
  time: z.string().max(20),
})

/** What the form sends: `seen` is the version that it shows, `set` the one to add the change to, or the name of a new one. */
export const planSchema = clockSchema.extend({
  kind: z.enum(['publish', 'unpublish']),
  seen: z.string().max(40),
  set: z.union([
    z.null(),
    z.int().positive().max(2_147_483_647),
    // Something that can be read.
    z
      .string()
      .trim()
      .max(100)
      .regex(/[\p{L}\p{N}]/u),
  ]),
})

export type Plan = z.output<typeof planSchema>

/** More than that in one instant would keep others waiting. */
const MOST_CHANGES = 30

/**
 * Plans a change of a document, as it stands now. It is made once and taken back first, with all of its set, so that what cannot
 * be made is refused while its editor is there. @param now by the site's clock @returns what was planned, in Danish
 */
export async function plan(
  collection: CollectionSlug,
  id: number,
  { kind, seen, set, ...clock }: Plan,
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<string> {
  return inOwnTransaction(req.payload, async (transaction) => {
    const own = await requestIn(transaction, req)
    const chosen = await setFor(set, clock, now, own)
    return { result: await addChange(collection, id, { kind, seen }, chosen, own), isKept: true }
  })
}

type SetRow = { id: number; at: string; state: string }

async function setFor(
  set: Plan['set'],
  clock: { date: string; time: string },
  now: Temporal.Instant,
  req: PayloadRequest,
): Promise<SetRow> {
  if (typeof set === 'number') {
    const [found] = await inTransaction<SetRow>(
      req,
      sql`SELECT id, at, state FROM planned.sets WHERE id = ${set} FOR UPDATE`,
    )
    if (found?.state !== 'waiting') throw new Refusal('Det sæt venter ikke mere. Vælg et andet.', 409)
    return found
  }
  const { at, problem } = readPlanTime(clock, now)
  if (problem !== null) throw new Refusal(problem)
  const [made] = await inTransaction<SetRow>(
    req,
    sql`INSERT INTO planned.sets (name, at, try_at, by_user, by_name)
        VALUES (${set}, ${at.toString()}, ${at.toString()}, ${req.user?.id ?? null}, ${nameOf(req)}) RETURNING id, at, state`,
  )
  if (!made) throw new Error('The set was not made')
  return made
}

async function addChange(
  collection: CollectionSlug,
  id: number,
  { kind, seen }: { kind: PlannedKind; seen: string },
  set: SetRow,
  req: PayloadRequest,
): Promise<string> {
  const { config } = req.payload.collections[collection]
  await refuseUnless('publish', collection, id, req)
  const [row] = await inTransaction<{ status: string }>(
    req,
    sql`SELECT _status AS status FROM ${sql.identifier(tableOf(collection))} WHERE id = ${id} FOR NO KEY UPDATE`,
  )
  if (!row) throw new Refusal('Det findes ikke.', 404)
  const isPublic = row.status === 'published'
  const newest = await documentOf(collection, id, true, req)
  if (new Date(String(newest.updatedAt)).getTime() !== new Date(seen).getTime())
    throw new Refusal(
      'Der er gemt en nyere udgave, siden du åbnede siden. Genindlæs, og se den, før du planlægger.',
      409,
    )
  await refuseSameTime(collection, id, set, req)
  const isPlannedPublic = await willBePublic(collection, id, set.at, req)
  if (kind === 'unpublish' && !isPublic && !isPlannedPublic)
    throw new Refusal('Den er ikke offentlig, så den kan ikke afpubliceres.', 409)
  if (kind === 'publish' && newest._status === 'published')
    throw new Refusal('Der er ingen kladde at offentliggøre: det, der er gemt, er offentligt.', 409)
  const content = kind === 'publish' ? newest : null
  const base = isPublic ? await documentOf(collection, id, false, req) : null
  const about = ofDocument(config, newest as Data & { id: number })
  const [change] = await inTransaction<{ id: number; wasThere: boolean }>(
    req,
    sql`INSERT INTO planned.changes (set_id, collection, document, title, kind, content, base, by_user, by_name)
        VALUES (${set.id}, ${collection}, ${id}, ${about.title}, ${kind}, ${json(content)}, ${json(base)},
                ${req.user?.id ?? null}, ${nameOf(req)})
        ON CONFLICT (set_id, collection, document)
        DO UPDATE SET title = excluded.title, kind = excluded.kind, content = excluded.content, base = excluded.base,
                      by_user = excluded.by_user, by_name = excluded.by_name, planned_at = clock_timestamp()
        RETURNING id, xmax <> 0 AS "wasThere"`,
  )
  if (!change) throw new Error('The change was not made')
  await noteRefers({ id: change.id, collection, content }, req)
  await tell('planned', { ...about, slug: planNote({ kind, at: instantOf(set).toString() }) }, req)
  // What is to come before it is not made yet: then it cannot be tried.
  if (kind === 'publish' || isPublic) await tryOut(set.id, req)
  const instead = change.wasThere ? ' Det afløser det, der var planlagt for den i sættet.' : ''
  const when = planTimeText(instantOf(set))
  return `»${about.title}« ${PLANNED_WORDS[kind].did} ${when}.${instead}`
}

const instantOf = ({ at }: SetRow): Temporal.Instant => Temporal.Instant.from(new Date(at).toISOString())

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/** Of two changes of one document at one instant nobody could say which is the last. */
export async function refuseSameTime(
  collection: string,
  id: number,
  set: { id: number; at: string },
  req: PayloadRequest,
): Promise<void> {
  const [other] = await inTransaction<{ title: string }>(
    req,
    sql`SELECT title FROM planned.changes JOIN planned.sets ON sets.id = set_id
        WHERE collection = ${collection} AND document = ${id} AND state = 'waiting' AND set_id <> ${set.id}
          AND at = ${new Date(set.at).toISOString()} LIMIT 1`,
  )
  if (other)
    throw new Refusal(
      `Der er allerede planlagt noget for »${other.title}« på det tidspunkt. Vælg et andet, eller træk det tilbage først.`,
      409,
    )
}

/** Whether a change that waits will have made the document public by an instant. */
async function willBePublic(
  collection: string,
  id: number,
  at: string,
  req: PayloadRequest,
): Promise<boolean> {
  const [last] = await inTransaction<{ kind: PlannedKind }>(
    req,
    sql`SELECT kind FROM planned.changes JOIN planned.sets ON sets.id = set_id
        WHERE collection = ${collection} AND document = ${id} AND state = 'waiting' AND at < ${new Date(at).toISOString()}
        ORDER BY at DESC, changes.id DESC LIMIT 1`,
  )
  return last?.kind === 'publish'
}

/** Makes the changes of a set and takes them back; throws a Refusal with the reason if one cannot be made. */
export async function tryOut(set: number, req: PayloadRequest): Promise<void> {
  const changes = await changesOf(set, req)
  if (changes.length > MOST_CHANGES)
    throw new Refusal(`Et sæt kan højst have ${MOST_CHANGES} ændringer. Vælg et andet.`, 409)
  await inTransaction(req, sql`SAVEPOINT tried`)
  try {
    await carryOut(changes, req)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    throw new Refusal(`${whichOf(error, changes)}${reason} Intet er planlagt.`, 409)
  }
  await inTransaction(req, sql`ROLLBACK TO SAVEPOINT tried`)
}

/** Of several changes, which could not be made: `»Forside«: `. */
export function whichOf(error: unknown, changes: readonly Change[]): string {
  const { plannedChange } = error as { plannedChange?: Change }
  return plannedChange && changes.length > 1 ? `»${plannedChange.title}«: ` : ''
}

/** The changes of a set, in the order they were planned. */
export const changesOf = (set: number, req: PayloadRequest): Promise<Change[]> =>
  inTransaction<Change>(
    req,
    sql`SELECT changes.id, collection, document, title, kind, content, base,
               -- Of what was planned by the release before, only the set tells who.
               CASE WHEN changes.by_name IS NULL THEN jsonb_build_object('id', sets.by_user, 'name', sets.by_name)
                    ELSE jsonb_build_object('id', changes.by_user, 'name', changes.by_name) END AS by
        FROM planned.changes JOIN planned.sets ON sets.id = set_id WHERE set_id = ${set} ORDER BY changes.id`,
  )
