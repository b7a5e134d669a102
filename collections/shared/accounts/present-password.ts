import { type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload'
import type { User } from '../../../src/payload-types.ts'
import { noteRefusedPassword } from '../trail/failed-logins.ts'
import { isPasswordOf } from './hashes.ts'

/**
 * Whoever changes a password or an address shows with `currentPassword` that it is not just somebody at their screen: their
 * own, also for another's account. Programs of ours, which nobody is logged in to, are not asked, nor is a link sent by mail.
 * The gate counts what is refused (src/server/front/gate).
 */
export const askPresentPassword: CollectionBeforeValidateHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return
  const { currentPassword: given, ...changed } = data as Partial<User> & { currentPassword?: unknown }
  if (operation !== 'update' || !originalDoc || !req.user || !isSensitive(changed, originalDoc))
    return changed
  await confirmPresent(
    given,
    req,
    'Skriv din nuværende adgangskode for at skifte adgangskode eller e-mailadresse.',
  )
  return changed
}

/**
 * Refuses whoever is logged in unless `given` is their password.
 * @param request what is said when there is none: what it is for
 */
export async function confirmPresent(given: unknown, req: PayloadRequest, request: string): Promise<void> {
  const refuse = (message: string, status: number) => {
    const errors = [{ path: 'currentPassword', label: 'Din nuværende adgangskode', message }]
    return Object.assign(new ValidationError({ collection: 'users', errors, req }, req.t), { status })
  }
  if (typeof given !== 'string' || given === '') throw refuse(request, 400)
  // Not in our transaction: it would lock a second account, and two administrators each other.
  const own = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { id: { equals: req.user?.id } },
  })
  if (!own || !(await isPasswordOf(own, given))) {
    if (own) noteRefusedPassword(own, req.payload)
    throw refuse('Det er ikke din nuværende adgangskode. Skriv den, du loggede ind med.', 403)
  }
}

const isSensitive = ({ password, email }: Partial<User>, before: User): boolean =>
  password !== undefined || (email !== undefined && String(email).toLowerCase() !== before.email)
