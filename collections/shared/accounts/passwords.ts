import {
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { type Owner, passwordFault, passwordWords } from '../../../src/domain/accounts/password.ts'
import type { User } from '../../../src/payload-types.ts'
import { environment } from '../environment.ts'

/** A new or changed account has a password that is hard to guess, whoever sets it and by whichever way. */
export const refuseWeak: CollectionBeforeValidateHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  // By undefined the admin's form says that it is not changed.
  if (operation === 'update' && data?.password === undefined) return
  await check(data?.password, { ...originalDoc, ...data }, req)
}

/** The same for a password that is made anew by a link; who has no such link learns nothing from this. */
export const refuseWeakReset: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return
  const { token, password } = (args as { data: { token?: unknown; password?: unknown } }).data
  if (typeof token !== 'string' || token === '') return
  const account = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { resetPasswordToken: { equals: token } },
    req,
  })
  if (account) await check(password, account, req)
}

async function check(password: unknown, { name, email }: Owner, req: PayloadRequest): Promise<void> {
  const fault = await passwordFault(password, { name, email, siteUrl: environment.siteUrl })
  if (fault === null) return
  const errors = [{ path: 'password', label: 'Adgangskode', message: passwordWords(fault) }]
  throw new ValidationError({ collection: 'users', errors, req }, req.t)
}
