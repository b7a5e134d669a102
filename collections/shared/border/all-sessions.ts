import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeLoginHook, CollectionBeforeOperationHook } from 'payload'
import type { User } from '../../../src/payload-types.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { Refusal } from './refusal.ts'

/**
 * A login ends no other one of the same account. Payload reads an account's sessions, checks the password, which takes a
 * while, and then writes back what it read and the new one (payload/dist/auth/sessions.js): who logged in meanwhile, through
 * another instance, would be logged out, and who was logged out would be back.
 */
export const allSessions: CollectionBeforeLoginHook = async ({ collection, req, user }) => {
  const { id, sessions: written } = user as User
  const own = written?.at(-1)
  if (!own) return
  // Not in our transaction: it holds the account's row, so what is committed stays as it is until we have written.
  const committed = await req.payload.db.findOne<User>({
    collection: collection.slug,
    where: { id: { equals: id } },
  })
  const isLeft = (session: Session) => new Date(session.expiresAt) > new Date(own.createdAt ?? 0)
  const others = (committed?.sessions ?? []).filter(isLeft)
  await req.payload.db.updateOne({
    collection: collection.slug,
    id,
    // Logging in is no change of the account.
    data: { sessions: [...others, own], updatedAt: null },
    req,
    returning: false,
  })
}

/** A session that has been ended is not made longer; Payload fails on it. */
export const refuseEnded: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if (operation !== 'refresh' || !req.user) return
  // Whoever is ending it comes first.
  await inTransaction(req, sql`SELECT FROM users WHERE id = ${req.user.id} FOR NO KEY UPDATE`)
  const { _sid: session = '' } = req.user as { _sid?: string }
  const rows = await inTransaction(req, sql`SELECT FROM users_sessions WHERE id = ${session}`)
  if (rows.length === 0) throw new Refusal('Log ind for at gøre det.', 403)
}

type Session = NonNullable<User['sessions']>[number]
