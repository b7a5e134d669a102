import type { PostgresAdapter } from '@payloadcms/db-postgres'
import Link from 'next/link'
import type { BeforeListServerProps, Payload } from 'payload'
import { z } from 'zod'
import { BIN } from '../../../domain/addresses.ts'
import { type Gone, sayGone } from '../../../domain/text/told/gone-words.ts'
import css from './bin.module.css'

/** So Payload sends on from the address of a document that is not there. */
const asked = z.object({
  notFound: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** Above a list: that the document whose address led here is not there any more, who deleted it, and where it is. */
export async function GoneNotice({ collectionConfig, payload, searchParams, user }: BeforeListServerProps) {
  const { slug } = collectionConfig
  const { data } = asked.safeParse(searchParams)
  if (!data) return null
  const id = data.notFound
  const where = { id: { equals: id } }
  const { totalDocs } = await payload.count({ collection: slug, where, user, overrideAccess: false })
  // It has been brought back since.
  if (totalDocs > 0) return null
  const gone = await whoDeleted(slug, id, user?.role === 'administrator', payload)
  return (
    <output className={css.gone}>
      <strong>Det dokument, adressen fører til, er her ikke.</strong> {sayGone(gone)}{' '}
      {gone?.isInBin && <Link href={BIN}>Åbn papirkurven</Link>}
    </output>
  )
}

/** What the bin knows of a document, or the trail if it is not there; null if neither does. */
async function whoDeleted(
  collection: string,
  id: number,
  isAdministrator: boolean,
  payload: Payload,
): Promise<Gone> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<NonNullable<Gone>>(
    `SELECT by, "isInBin" FROM (
       SELECT deleted_by_name AS by, true AS "isInBin", deleted_at AS at FROM bin.documents
       WHERE collection = $1 AND document = $2
       UNION ALL
       SELECT user_name, false, at FROM trail.events
       WHERE collection = $1 AND document_id = $2 AND kind IN ('deleted', 'erased') AND (NOT for_administrators OR $3)
     ) AS known ORDER BY "isInBin" DESC, at DESC LIMIT 1`,
    [collection, id, isAdministrator],
  )
  return rows[0] ?? null
}
