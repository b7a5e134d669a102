import type { CollectionBeforeLoginHook, CollectionBeforeOperationHook } from 'payload'
import { NOT_LOGGED_IN } from '../../../src/domain/accounts/not-logged-in.ts'
import type { User } from '../../../src/payload-types.ts'
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
  // Read in the transaction of the refresh, which waits for whoever is ending it (../database/locked-accounts.ts).
  const account = await req.payload.db.findOne<User>({
    collection: req.user.collection,
    where: { id: { equals: req.user.id } },
    req,
  })
  const { _sid: session } = req.user as { _sid?: string }
  if (!account?.sessions?.some(({ id }) => id === session)) throw new Refusal(NOT_LOGGED_IN, 403)
}

type Session = NonNullable<User['sessions']>[number]
