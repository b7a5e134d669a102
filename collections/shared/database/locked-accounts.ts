import { type PostgresAdapter, sql } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj, Where } from 'payload'

/**
 * The database adapter where an account that is read in a transaction stays as it was read until that has ended. Payload reads
 * an account with its sessions, and writes all of it back (payload/dist/auth/operations/logout.js, refresh.js): of two who do
 * so at once, the second would bring back the session that the first has ended.
 */
export function lockedAccounts(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const { findOne } = database
      const { sessions } = database as unknown as Pick<PostgresAdapter, 'sessions'>
      return Object.assign(database, {
        async findOne(this: typeof database, asked: Parameters<typeof findOne>[0]) {
          const id = asked.collection === 'users' ? idIn(asked.where) : undefined
          const transaction = await asked.req?.transactionID
          if (id !== undefined && transaction)
            await sessions[transaction]?.db.execute(sql`SELECT FROM users WHERE id = ${id} FOR NO KEY UPDATE`)
          return findOne.call(this, asked)
        },
      })
    },
  }
}

/** The id that a condition asks for, alone or with others; undefined if it asks for no one account. */
function idIn(where: Where | undefined): number | undefined {
  const { equals } = (where?.id ?? {}) as { equals?: unknown }
  const id = Number(equals ?? NaN)
  if (Number.isSafeInteger(id)) return id
  return where?.and?.map(idIn).find((found) => found !== undefined)
}
