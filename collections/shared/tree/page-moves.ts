import { sql } from '@payloadcms/db-postgres'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { reservedFirstParts } from '../../../src/domain/addresses.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { idOf } from './tree-rules.ts'

type Place = { path: string; is_published: boolean }

/** Notes, before a page is saved with another slug or parent, where it stands. */
export const rememberPath: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update') return
  const { id, slug, parent } = { ...originalDoc, ...data, id: originalDoc.id }
  const [place] = await inTransaction<Place>(
    req,
    sql`SELECT path, is_published FROM before_move(${id}, ${slug ?? null}, ${idOf(parent)})`,
  )
  req.context[placeOf(id)] = place
}

/**
 * A page that moved, and every published page below it, leaves a permanent redirect at its old address, in the same
 * transaction. The redirect names the page, not the new address, so a second move needs nothing more.
 */
export const leaveRedirects: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'update') return
  const before = req.context[placeOf(doc.id)] as Place | undefined
  if (!before) return
  const reserved = `{${reservedFirstParts().join(',')}}`
  await inTransaction(
    req,
    sql`SELECT leave_redirects(${doc.id}, ${before.path}, ${before.is_published}, ${reserved})`,
  )
}

/** One request may change several pages. */
const placeOf = (page: number) => `place of page ${page}`
