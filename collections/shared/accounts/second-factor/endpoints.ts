import {
  commitTransaction,
  type Endpoint,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { NOT_LOGGED_IN } from '../../../../src/domain/accounts/not-logged-in.ts'
import {
  type SecondFactorRequest,
  secondFactorRequest,
} from '../../../../src/domain/accounts/second-factor.ts'
import { appAddress, newSecret, stepOf } from '../../../../src/domain/accounts/totp.ts'
import { changedSecondFactor, type SecondFactorChange } from '../../../../src/mail/letters.ts'
import type { User } from '../../../../src/payload-types.ts'
import { Refusal } from '../../border/refusal.ts'
import { afterCommit } from '../../database/told-commits.ts'
import { environment } from '../../environment.ts'
import { tell } from '../../trail/keep-trail.ts'
import { postOf } from '../post.ts'
import { confirmPresent } from '../present-password.ts'
import { renewRecoveryCodes } from './new-codes.ts'
import { askForNewPasskey, readNewPasskey } from './passkeys.ts'
import { seal, unseal } from './seal.ts'
import {
  dropApp,
  dropPasskey,
  dropRecoveryCodes,
  endQuestion,
  factorsOf,
  keepApp,
  keepPasskey,
  keepQuestion,
  nowOf,
  questionOf,
} from './store.ts'

const PATH = '/second-factor'

/**
 * What an account shows besides its password: GET tells, PATCH changes it (`secondFactorRequest`), as the gate counts refused
 * changes of accounts (src/server/front/gate). Both answer with the state as it is then.
 */
export const secondFactorEndpoints: Endpoint[] = [
  { path: PATH, method: 'get', handler: async (req) => Response.json(await stateOf(accountOf(req), req)) },
  { path: PATH, method: 'patch', handler: change },
]

/** What an account's form shows. Instants in ISO 8601, UTC. */
type SecondFactorState = {
  isRequired: boolean
  hasApp: boolean
  recoveryCodes: number
  passkeys: { id: string; name: string; createdAt: string; usedAt: string | null }[]
}

/** What a change may answer besides the state: an app's secret, what a passkey needs, or codes that are shown this once. */
type SecondFactorAnswer = SecondFactorState & {
  app?: { secret: string; address: string }
  passkey?: object
  newCodes?: string[]
}

async function change(req: PayloadRequest): Promise<Response> {
  const account = accountOf(req)
  const asked = secondFactorRequest.safeParse(await bodyOf(req))
  if (!asked.success) throw new Refusal('Forespørgslen kan ikke læses.')
  if ('currentPassword' in asked.data)
    await confirmPresent(asked.data.currentPassword, req, 'Skriv din nuværende adgangskode.')
  const begun = await initTransaction(req)
  try {
    const shown = await answer(asked.data, account, req)
    if (asked.data.action !== 'begin-app' && asked.data.action !== 'begin-passkey')
      await tellOwner(asked.data.action, await changedAccount(asked.data, account, req), req)
    const state = await stateOf(account, req)
    if (begun) await commitTransaction(req)
    return Response.json({ ...state, ...shown } satisfies SecondFactorAnswer)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function answer(
  asked: SecondFactorRequest,
  account: User,
  req: PayloadRequest,
): Promise<Partial<SecondFactorAnswer>> {
  const { id, email, name } = account
  switch (asked.action) {
    case 'begin-app': {
      const secret = newSecret()
      await keepQuestion(id, 'app', seal(secret).toString('base64'), req)
      return { app: { secret, address: appAddress(secret, { issuer: ISSUER, account: email }) } }
    }
    case 'confirm-app': {
      const kept = await questionOf(id, 'app', req)
      const secret = kept && unseal(Buffer.from(kept, 'base64'))
      if (!secret) throw new Refusal(TOO_LATE)
      const step = stepOf(asked.code, secret, await nowOf(req))
      if (step === null) throw new Refusal('Koden er forkert. Skriv den, som appen viser nu.')
      await endQuestion(id, 'app', req)
      await keepApp(id, secret, step, req)
      return begin(account, req)
    }
    case 'begin-passkey': {
      const options = await askForNewPasskey({ id, email, name }, (await factorsOf(id, req)).passkeys)
      await keepQuestion(id, 'passkey', options.challenge, req)
      return { passkey: options }
    }
    case 'confirm-passkey': {
      const challenge = await questionOf(id, 'passkey', req)
      if (!challenge || !(await endQuestion(id, 'passkey', req))) throw new Refusal(TOO_LATE)
      const made = await readNewPasskey(asked.passkey, challenge)
      if (!made || !(await keepPasskey(id, { ...made, name: asked.name }, req)))
        throw new Refusal('Adgangsnøglen kan ikke bruges. Prøv igen, eller vælg en anden.')
      return begin(account, req)
    }
    case 'drop-app':
      await dropApp(id, req)
      return end(account, req)
    case 'drop-passkey':
      await dropPasskey(id, asked.id, req)
      return end(account, req)
    case 'new-codes': {
      const { hasApp, passkeys } = await factorsOf(id, req)
      if (!hasApp && passkeys.length === 0) throw new Refusal('Sæt først en app eller en adgangsnøgle op.')
      return { newCodes: await renewRecoveryCodes(id, req) }
    }
    case 'reset':
      return reset(asked.user, account, req)
  }
}

/** Whose factors were changed. */
const changedAccount = (asked: SecondFactorRequest, account: User, req: PayloadRequest) =>
  asked.action === 'reset' ? req.payload.findByID({ collection: 'users', id: asked.user, req }) : account

/** Tells of a change in the trail, and by mail once it is kept. */
async function tellOwner(
  change: SecondFactorChange,
  { id, name, email }: Pick<User, 'id' | 'name' | 'email'>,
  req: PayloadRequest,
): Promise<void> {
  await tell('changed', { collection: 'users', id, title: name }, req)
  await afterCommit(req, () => postOf(req.payload).post(changedSecondFactor(email, change, environment)))
}

/** A factor was added: whoever has the account's other sessions has not shown it. The first one comes with codes. */
async function begin(account: User, req: PayloadRequest): Promise<Partial<SecondFactorAnswer>> {
  await endOtherSessions(account, req)
  const { recoveryCodes } = await factorsOf(account.id, req)
  return recoveryCodes > 0 ? {} : { newCodes: await renewRecoveryCodes(account.id, req) }
}

/** A factor was removed. */
async function end({ id }: User, req: PayloadRequest): Promise<Partial<SecondFactorAnswer>> {
  const { hasApp, passkeys } = await factorsOf(id, req)
  if (hasApp || passkeys.length > 0) return {}
  if (environment.requiresSecondFactor)
    throw new Refusal('Der skal være mindst én app eller adgangsnøgle. Sæt en anden op først.')
  await dropRecoveryCodes(id, req)
  return {}
}

/** All of a colleague's factors are removed, and their sessions ended: what was lost may have been found. */
async function reset(
  user: number,
  { role }: User,
  req: PayloadRequest,
): Promise<Partial<SecondFactorAnswer>> {
  if (role !== 'administrator') throw new Refusal('Det kan kun en administrator gøre.', 403)
  const { passkeys } = await factorsOf(user, req)
  for (const { id } of passkeys) await dropPasskey(user, id, req)
  await dropApp(user, req)
  await dropRecoveryCodes(user, req)
  await keepSessions(user, () => false, req)
  return {}
}

async function endOtherSessions({ id }: User, req: PayloadRequest): Promise<void> {
  const { _sid: own } = req.user as { _sid?: string }
  await keepSessions(id, (session) => session === own, req)
}

async function keepSessions(user: number, isKept: (session: string) => boolean, req: PayloadRequest) {
  const account = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { id: { equals: user } },
    req,
  })
  if (!account) throw new Refusal('Kontoen findes ikke.', 404)
  await req.payload.db.updateOne({
    collection: 'users',
    id: user,
    data: { sessions: (account.sessions ?? []).filter(({ id }) => isKept(id)), updatedAt: null },
    req,
    returning: false,
  })
}

async function stateOf({ id }: User, req: PayloadRequest): Promise<SecondFactorState> {
  const { hasApp, passkeys, recoveryCodes } = await factorsOf(id, req)
  return {
    isRequired: environment.requiresSecondFactor,
    hasApp,
    recoveryCodes,
    passkeys: passkeys.map((key) => ({
      id: key.id,
      name: key.name,
      createdAt: key.createdAt,
      usedAt: key.usedAt,
    })),
  }
}

function accountOf({ user }: PayloadRequest): User {
  if (!user) throw new Refusal(NOT_LOGGED_IN, 403)
  return user as User
}

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.()
  } catch {
    return null
  }
}

const ISSUER = 'Aalborg Kommune'
const TOO_LATE = 'Det tog for lang tid. Begynd forfra.'
