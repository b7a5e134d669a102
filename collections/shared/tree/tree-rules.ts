import { sql } from '@payloadcms/db-postgres'
import type { RelationshipFieldSingleValidation } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'

/** A `parent` field may not point to the document itself or to anything below it. */
export const refuseCycle =
  (collection: 'pages' | 'departments', message: string): RelationshipFieldSingleValidation =>
  async (value, { id, req }) => {
    if (!value || !id) return true
    const [answer] = await inTransaction<{ is_circle: boolean }>(
      req,
      sql`SELECT stands_above(${collection}, ${Number(id)}, ${Number(value)}) AS is_circle`,
    )
    return answer?.is_circle ? message : true
  }

/** The id of a relationship, populated or not. */
export const idOf = (value: number | { id: number } | null | undefined): number | null =>
  typeof value === 'object' ? (value?.id ?? null) : (value ?? null)

export const BELOW_ITSELF = 'Siden kan ikke ligge under sig selv eller en af sine egne undersider.'
