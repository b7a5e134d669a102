import { randomUUID } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj, PayloadRequest } from 'payload'

type Adapter = Pick<PostgresAdapter, 'drizzle' | 'initializing' | 'sessions' | 'transactionOptions'>
type Begin = NonNullable<PostgresAdapter['beginTransaction']>
type Id = number | string | Promise<number | string>

/**
 * The database adapter with transactions that fail when their commit fails. Payload's own swallow that error
 * (@payloadcms/drizzle/dist/transactions), and a save would be acknowledged that a lost connection has undone.
 */
export function toldCommits(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => Object.assign(adapter.init(args), { beginTransaction, commitTransaction }),
  }
}

/** What waits for the commit of a transaction. */
const waiting = new Map<number | string, (() => void)[]>()

/** Calls `task` once what a request has done is committed, and never if it is not; at once if it has no transaction. */
export async function afterCommit(req: PayloadRequest, task: () => void): Promise<void> {
  const id = await req.transactionID
  if (id == null) task()
  else waiting.set(id, [...(waiting.get(id) ?? []), task])
}

/** Opens a transaction that waits until it is told how to end. Rejects if the database cannot begin one. */
async function beginTransaction(this: Adapter, options?: Parameters<Begin>[0]): Promise<string> {
  await this.initializing
  let end: ((how: 'commit' | 'rollback') => void) | undefined
  const told = new Promise<'commit' | 'rollback'>((resolve) => (end = resolve))
  let done: Promise<unknown> = Promise.resolve()
  const db = await new Promise<Adapter['sessions'][string]['db']>((resolve, reject) => {
    done = this.drizzle.transaction(
      async (transaction) => {
        resolve(transaction)
        if ((await told) === 'rollback') throw new Error('Rolled back')
      },
      (options ?? this.transactionOptions) || undefined,
    )
    done.catch((error: unknown) => reject(new Error('Error: cannot begin transaction', { cause: error })))
  })
  const id = randomUUID()
  this.sessions[id] = {
    db,
    resolve: async () => {
      end?.('commit')
      await done
    },
    reject: async () => {
      waiting.delete(id)
      end?.('rollback')
      await done.catch(() => {})
    },
  }
  return id
}

/** Ends a transaction. Rejects if what was done in it is not kept, or nobody can say whether it is. */
async function commitTransaction(this: Adapter, incoming: Id): Promise<void> {
  const id = await incoming
  const session = this.sessions[id]
  // Others of the same save may have ended it.
  if (!session) return
  delete this.sessions[id]
  const tasks = waiting.get(id) ?? []
  waiting.delete(id)
  await session.resolve()
  for (const task of tasks) task()
}
