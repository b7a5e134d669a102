import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { appAddress, newSecret, stepOf } from '../../../../src/domain/accounts/totp.ts'
import { readRecoveryCode } from '../../../../src/domain/accounts/recovery-codes.ts'
import { secondFactor } from '../../../../src/domain/accounts/second-factor.ts'
import type { User } from '../../../../src/payload-types.ts'
import { environment } from '../../environment.ts'
import { renewRecoveryCodes } from './new-codes.ts'
import { askToSign, whoSigned } from './passkeys.ts'
import { seal, unseal } from './seal.ts'
import {
  appSecretOf,
  endQuestion,
  factorsOf,
  type Factors,
  keepApp,
  keepQuestion,
  nowOf,
  questionOf,
  takeRecoveryCode,
  takeStep,
  usedPasskey,
} from './store.ts'

/**
 * Whoever has a second factor shows it with the password, and where `REQUIRE_2FA` asks everybody for one, whoever has none
 * sets up an app before the first session begins: no session is ever half a one. The last hook before a login. A link for a
 * new password ends without a session (docs/decisions/027-second-factor.md).
 */
export const askSecondFactor: CollectionBeforeLoginHook = async ({ context, req, user }) => {
  const account = user as User
  const factors = await factorsOf(account.id, req)
  const hasFactor = factors.hasApp || factors.passkeys.length > 0
  if (!hasFactor && !environment.requiresSecondFactor) return
  if (context[BY_LINK]) return endSessions(account, req)
  const { code, passkey } = secondFactor.parse(req.data ?? {})
  if (!hasFactor) return setUpApp(account, code, req)
  if (passkey ? await isSigned(account.id, passkey, factors, req) : await isCode(account.id, code ?? '', req))
    return
  const question = await ask(account.id, factors, req)
  if (passkey) throw new SecondFactorNeeded('Adgangsnøglen passer ikke. Prøv igen.', question)
  if (code)
    throw new SecondFactorNeeded(
      'Koden er forkert, eller den er brugt. Skriv den næste, som appen viser.',
      question,
    )
  throw new SecondFactorNeeded('Bekræft, at det er dig.', question)
}

/** What a login needs besides the password; told to whoever has shown that they know it. */
type Needed =
  | { hasApp: boolean; hasRecoveryCodes: boolean; passkey: object | null }
  /** For an app to be set up: the secret by itself, and as an address. */
  | { setUp: { secret: string; address: string } }

/** Answered with 401 and what is `secondFactor`. */
class SecondFactorNeeded extends APIError {
  readonly isInDanish = true

  constructor(message: string, needed: Needed) {
    super(message, 401, { secondFactor: needed }, true)
  }
}

/** Asks for a signature of a passkey; the other ways need no question. */
async function ask(
  user: number,
  { hasApp, passkeys, recoveryCodes }: Factors,
  req: PayloadRequest,
): Promise<Needed> {
  const options = passkeys.length > 0 ? await askToSign(passkeys) : null
  if (options) await keepQuestion(user, 'sign', options.challenge, req)
  return { hasApp, hasRecoveryCodes: recoveryCodes > 0, passkey: options }
}

async function isSigned(
  user: number,
  passkey: NonNullable<ReturnType<typeof secondFactor.parse>['passkey']>,
  { passkeys }: Factors,
  req: PayloadRequest,
): Promise<boolean> {
  const challenge = await questionOf(user, 'sign', req)
  const signed = challenge === null ? null : await whoSigned(passkey, challenge, passkeys)
  if (!signed || !(await endQuestion(user, 'sign', req))) return false
  await usedPasskey(signed.id, signed.counter, req)
  return true
}

async function isCode(user: number, typed: string, req: PayloadRequest): Promise<boolean> {
  const recovery = readRecoveryCode(typed)
  if (recovery !== null) return takeRecoveryCode(user, recovery, req)
  const secret = await appSecretOf(user, req)
  const step = secret === null ? null : stepOf(typed, secret, await nowOf(req))
  return step !== null && (await takeStep(user, step, req))
}

/** Shows the secret of an app, and takes its first code. */
async function setUpApp(account: User, code: string | undefined, req: PayloadRequest): Promise<void> {
  const kept = await questionOf(account.id, 'app', req)
  const secret = (kept && unseal(Buffer.from(kept, 'base64'))) || newSecret()
  const step = kept && code ? stepOf(code, secret, await nowOf(req)) : null
  if (step === null) {
    if (!kept) await keepQuestion(account.id, 'app', seal(secret).toString('base64'), req)
    const address = appAddress(secret, { issuer: 'Aalborg Kommune', account: account.email })
    throw new SecondFactorNeeded(
      code
        ? 'Koden er forkert. Skriv den, som appen viser nu.'
        : 'Sæt en app til at lave koder op, før du logger ind.',
      { setUp: { secret, address } },
    )
  }
  await endQuestion(account.id, 'app', req)
  await keepApp(account.id, secret, step, req)
  req.context[NEW_CODES] = await renewRecoveryCodes(account.id, req)
}

async function endSessions(account: User, req: PayloadRequest): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'users',
    id: account.id,
    data: { sessions: [] },
    req,
    returning: false,
  })
}

const BY_LINK = 'isLoginByLink'
const NEW_CODES = 'newRecoveryCodes'

/** Marks a login that comes of a link for a new password. */
export const markLink: CollectionBeforeOperationHook = ({ context, operation }) => {
  if (operation === 'resetPassword') context[BY_LINK] = true
}

/** The recovery codes of an app that was set up while logging in, shown this once. */
export const tellNewCodes: CollectionAfterOperationHook = ({ operation, req, result }) =>
  operation === 'login' && req.context[NEW_CODES]
    ? { ...result, recoveryCodes: req.context[NEW_CODES] }
    : result
