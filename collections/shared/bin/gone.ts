import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { sayGone } from '../../../src/domain/text/told/gone-words.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'

/** Why a document that is being saved is not there: somebody deleted it meanwhile. */
export async function gone(collection: string, id: number, req: PayloadRequest): Promise<Refusal> {
  const [entry] = await inTransaction<{ by: string | null }>(
    req,
    sql`SELECT deleted_by_name AS by FROM bin.documents WHERE collection = ${collection} AND document = ${id}`,
  )
  const words = sayGone(entry ? { by: entry.by, isInBin: true } : null)
  const next = entry
    ? 'Hent det frem der; det, du har skrevet, er i din browser.'
    : 'Det, du har skrevet, er i din browser.'
  return new Refusal(`${words} ${next}`, 404)
}
