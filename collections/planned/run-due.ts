import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { isBusy, reasonOf } from '../shared/border/reason.ts'
import { inTransaction } from '../shared/database/in-transaction.ts'
import { inOwnTransaction, requestIn } from '../shared/database/request-in.ts'
import { carryOut, type Change } from './carry-out.ts'
import { changesOf, whichOf } from './plan.ts'

/** A set that was dealt with. `isLater`: it could not be made now, and is tried again. */
export type RunSet = { id: number; state: 'done' | 'failed' | 'later'; reason: string | null }

type Claimed = { id: number; tries: number }

/**
 * Carries out every set that is due at an instant (milliseconds since 1970, by the site's clock), each in a transaction of its
 * own that holds its row: whatever other servers do, and wherever this one ends, each is made once or not at all.
 */
export async function runDue(payload: Payload, at: number): Promise<RunSet[]> {
  const ran: RunSet[] = []
  for (;;) {
    const one = await runNext(payload, at)
    if (!one) return ran
    ran.push(one)
  }
}

async function runNext(payload: Payload, at: number): Promise<RunSet | null> {
  const held: { set: Claimed | null; changes: Change[] } = { set: null, changes: [] }
  try {
    return await inOwnTransaction(payload, async (transaction) => {
      const req = await requestIn(transaction, { payload })
      const set = (held.set = await claim(at, req))
      if (!set) return { result: null, isKept: false }
      held.changes = await changesOf(set.id, req)
      await carryOut(held.changes, req)
      await inTransaction(
        req,
        sql`UPDATE planned.sets SET state = 'done', reason = NULL, ended_at = clock_timestamp() WHERE id = ${set.id}`,
      )
      return { result: { id: set.id, state: 'done', reason: null }, isKept: true }
    })
  } catch (error) {
    if (!held.set) throw error
    return giveUp(held.set, held.changes, error, payload, at)
  }
}

/** The first set that is due and that nobody holds. What is planned for one document is made in its order, each after the other. */
async function claim(at: number, req: PayloadRequest): Promise<Claimed | null> {
  const [set] = await inTransaction<Claimed>(
    req,
    sql`SELECT id, tries FROM planned.sets AS due
        WHERE state = 'waiting' AND try_at <= to_timestamp(${at}::double precision / 1000)
          AND NOT EXISTS (
            SELECT FROM planned.changes AS own
            JOIN planned.changes AS other USING (collection, document)
            JOIN planned.sets AS before ON before.id = other.set_id
            WHERE own.set_id = due.id AND before.state = 'waiting' AND (before.at, before.id) < (due.at, due.id))
        ORDER BY due.at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
  )
  return set ?? null
}

/** What is wrong with a document stays wrong; what only was in the way is tried again, some minutes long. */
async function giveUp(
  { id, tries }: Claimed,
  changes: readonly Change[],
  error: unknown,
  payload: Payload,
  at: number,
): Promise<RunSet> {
  const known = reasonOf(error)
  const isLater = (known === null || isBusy(error)) && tries < MOST_TRIES
  const reason = known === null ? TECHNICAL : `${whichOf(error, changes)}${known}`
  if (known === null) payload.logger.error({ err: error, msg: 'A planned change could not be made' })
  const req = { payload, transactionID: undefined } as unknown as PayloadRequest
  await inTransaction(
    req,
    isLater
      ? sql`UPDATE planned.sets SET tries = tries + 1, reason = ${reason},
              try_at = to_timestamp(${at + PAUSE * 2 ** tries}::double precision / 1000)
            WHERE id = ${id} AND state = 'waiting'`
      : sql`UPDATE planned.sets SET state = 'failed', reason = ${reason}, ended_at = clock_timestamp()
            WHERE id = ${id} AND state = 'waiting'`,
  )
  return { id, state: isLater ? 'later' : 'failed', reason }
}

const TECHNICAL = 'Der er sket en teknisk fejl. Prøv igen, eller sig det til driften.'

/** Milliseconds to the second try, and how many tries more there are: some four minutes. */
const PAUSE = 1000
const MOST_TRIES = 8
