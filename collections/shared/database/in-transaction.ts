import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

/** Runs a statement in the transaction of a save; on its own if the request has none. */
export async function inTransaction<Row>(req: PayloadRequest, statement: SQL): Promise<Row[]> {
  const { drizzle, sessions } = req.payload.db as unknown as PostgresAdapter
  const transaction = await req.transactionID
  const session = transaction ? sessions[transaction] : undefined
  const { rows } = await (session?.db ?? drizzle).execute(statement)
  return rows as Row[]
}
