import { randomInt } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import {
  newRecoveryCode,
  readRecoveryCode,
  RECOVERY_CODES,
} from '../../../../src/domain/accounts/recovery-codes.ts'
import { keepRecoveryCodes } from './store.ts'

/** New recovery codes in place of those that an account has, as they are to be written down. */
export async function renewRecoveryCodes(user: number, req: PayloadRequest): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(randomInt))
  await keepRecoveryCodes(
    user,
    codes.flatMap((code) => readRecoveryCode(code) ?? []),
    req,
  )
  return codes
}
