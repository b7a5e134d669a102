import { resetAddress } from '../../../src/domain/addresses.ts'
import type { CollectionAfterOperationHook, CollectionBeforeChangeHook } from 'payload'
import { changedAddress, changedPassword, forgottenPassword, type Letter } from '../../../src/mail/letters.ts'
import type { User } from '../../../src/payload-types.ts'
import { afterCommit } from '../database/told-commits.ts'
import { environment } from '../environment.ts'
import { postOf } from './post.ts'

/** Who has an account is told by mail that its address or password has changed, once that is kept. */
export const tellChanges: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const before = originalDoc.email
  // What is no address is refused after this.
  const after = typeof data.email === 'string' ? data.email.trim().toLowerCase() : before
  const letters = [
    ...(after === before ? [] : changedAddress(before, after, environment)),
    ...(data.password === undefined ? [] : changedPassword([before, after], environment)),
  ]
  await afterCommit(req, () => letters.forEach(postOf(req.payload).post))
  return data
}

/** The same after a link by mail, which passes the hook above. */
export const tellReset: CollectionAfterOperationHook<'users'> = async ({ operation, result, req }) => {
  if (operation !== 'resetPassword') return result
  const { user } = result as unknown as { user?: User }
  const letters = user ? changedPassword([user.email], environment) : []
  await afterCommit(req, () => letters.forEach(postOf(req.payload).post))
  return result
}

/** For how long the link to a new password holds, and how soon the next one is sent to the same account, in minutes. */
const HOLDS = 60
const APART = 5

/** A forgotten password, as Payload asks for it. */
export const forgotPassword = {
  expiration: HOLDS * 60_000,
  // Nobody fills another's letter box.
  minRequestInterval: APART * 60_000,
  generateEmailSubject: (asked?: Asked) => letterOf(asked).subject,
  // Sent as plain text: ./post.ts.
  generateEmailHTML: (asked?: Asked) => letterOf(asked).text,
}

type Asked = { token?: string; user?: { email: string } }

const letterOf = ({ token, user }: Asked = {}): Letter =>
  forgottenPassword(
    user?.email ?? '',
    `${environment.siteUrl}${resetAddress(token ?? '')}`,
    HOLDS,
    environment,
  )
