import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { hashOf, seal, unseal } from './seal.ts'

// What the schema `accounts` holds, read and written in the transaction of the request unless it says otherwise.

/** A key that a browser, a phone or a stick holds for an account. `id` in base64url, instants as ISO 8601 in UTC. */
export type Passkey = {
  id: string
  name: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
  createdAt: string
  usedAt: string | null
}

/** What an account can show besides its password. */
export type Factors = { hasApp: boolean; passkeys: Passkey[]; recoveryCodes: number }

/** What an account is being asked: to sign a login, to make a passkey, or to confirm an app (its sealed secret). */
type Question = 'sign' | 'passkey' | 'app'

/** How long an answer is waited for. */
const MINUTES = 10

export async function factorsOf(user: number, req: PayloadRequest): Promise<Factors> {
  const [counts] = await inTransaction<{ hasApp: boolean; recoveryCodes: number }>(
    req,
    sql`SELECT EXISTS (SELECT FROM accounts.totp WHERE user_id = ${user}) AS "hasApp",
               (SELECT count(*)::int FROM accounts.recovery_codes WHERE user_id = ${user}) AS "recoveryCodes"`,
  )
  const passkeys = await inTransaction<Omit<Passkey, 'publicKey'> & { publicKey: Buffer }>(
    req,
    sql`SELECT id, name, public_key AS "publicKey", counter::float8 AS counter, transports,
               to_json(created_at) #>> '{}' AS "createdAt", to_json(used_at) #>> '{}' AS "usedAt"
        FROM accounts.passkeys WHERE user_id = ${user} ORDER BY created_at, id`,
  )
  return {
    hasApp: counts?.hasApp ?? false,
    recoveryCodes: counts?.recoveryCodes ?? 0,
    passkeys: passkeys.map((key) => ({ ...key, publicKey: Uint8Array.from(key.publicKey) })),
  }
}

/** The database's clock, in milliseconds since 1970: the same for all servers. */
export async function nowOf(req: PayloadRequest): Promise<number> {
  const [row] = await inTransaction<{ now: number }>(
    req,
    sql`SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now`,
  )
  return row?.now ?? Number.NaN
}

/** The secret that an account shares with an app; null if there is none that can be read. */
export async function appSecretOf(user: number, req: PayloadRequest): Promise<string | null> {
  const [row] = await inTransaction<{ secret: Buffer }>(
    req,
    sql`SELECT secret FROM accounts.totp WHERE user_id = ${user}`,
  )
  return row ? unseal(row.secret) : null
}

/** @param step of the code by which it was confirmed */
export async function keepApp(
  user: number,
  secret: string,
  step: number,
  req: PayloadRequest,
): Promise<void> {
  await inTransaction(
    req,
    sql`INSERT INTO accounts.totp (user_id, secret, last_step) VALUES (${user}, ${seal(secret)}, ${step})
        ON CONFLICT (user_id) DO UPDATE
        SET secret = excluded.secret, last_step = excluded.last_step, created_at = now()`,
  )
}

/** Takes a code's step; false if it, or a later one, was taken before. */
export async function takeStep(user: number, step: number, req: PayloadRequest): Promise<boolean> {
  return isAny(
    req,
    sql`UPDATE accounts.totp SET last_step = ${step} WHERE user_id = ${user} AND last_step < ${step} RETURNING 1`,
  )
}

/** Uses a recovery code up; false if the account has no such one. */
export async function takeRecoveryCode(user: number, code: string, req: PayloadRequest): Promise<boolean> {
  return isAny(
    req,
    sql`DELETE FROM accounts.recovery_codes WHERE user_id = ${user} AND hash = ${hashOf(code)} RETURNING 1`,
  )
}

/** The codes that an account has from now on; those from before are void. */
export async function keepRecoveryCodes(user: number, codes: string[], req: PayloadRequest): Promise<void> {
  await inTransaction(req, sql`DELETE FROM accounts.recovery_codes WHERE user_id = ${user}`)
  for (const code of codes)
    await inTransaction(req, sql`INSERT INTO accounts.recovery_codes VALUES (${user}, ${hashOf(code)})`)
}

/** @param key false if another account, or this one, has it already */
export async function keepPasskey(
  user: number,
  key: Pick<Passkey, 'id' | 'name' | 'publicKey' | 'counter' | 'transports'>,
  req: PayloadRequest,
): Promise<boolean> {
  return isAny(
    req,
    sql`INSERT INTO accounts.passkeys (id, user_id, public_key, counter, transports, name)
        VALUES (${key.id}, ${user}, ${Buffer.from(key.publicKey)}, ${key.counter},
                ARRAY(SELECT json_array_elements_text(${JSON.stringify(key.transports)}::json)), ${key.name})
        ON CONFLICT DO NOTHING RETURNING 1`,
  )
}

/** A passkey has signed. */
export async function usedPasskey(id: string, counter: number, req: PayloadRequest): Promise<void> {
  await inTransaction(
    req,
    sql`UPDATE accounts.passkeys SET counter = ${counter}, used_at = now() WHERE id = ${id}`,
  )
}

export const dropPasskey = (user: number, id: string, req: PayloadRequest): Promise<boolean> =>
  isAny(req, sql`DELETE FROM accounts.passkeys WHERE user_id = ${user} AND id = ${id} RETURNING 1`)

export const dropApp = (user: number, req: PayloadRequest): Promise<boolean> =>
  isAny(req, sql`DELETE FROM accounts.totp WHERE user_id = ${user} RETURNING 1`)

export const dropRecoveryCodes = (user: number, req: PayloadRequest): Promise<boolean> =>
  isAny(req, sql`DELETE FROM accounts.recovery_codes WHERE user_id = ${user} RETURNING 1`)

/** Keeps what was asked, outside any transaction: that of a login that needs an answer is undone. */
export async function keepQuestion(
  user: number,
  kind: Question,
  asked: string,
  req: PayloadRequest,
): Promise<void> {
  await inTransaction(
    { payload: req.payload } as PayloadRequest,
    sql`INSERT INTO accounts.questions VALUES (${user}, ${kind}, ${asked}, now() + make_interval(mins => ${MINUTES}))
        ON CONFLICT (user_id, kind) DO UPDATE SET asked = excluded.asked, expires_at = excluded.expires_at`,
  )
}

/** What was asked; null if nothing was, or too long ago. */
export async function questionOf(user: number, kind: Question, req: PayloadRequest): Promise<string | null> {
  const [row] = await inTransaction<{ asked: string }>(
    req,
    sql`SELECT asked FROM accounts.questions
        WHERE user_id = ${user} AND kind = ${kind} AND expires_at > clock_timestamp()`,
  )
  return row?.asked ?? null
}

/** Ends a question, so that its answer is taken once; false if another answer came first. */
export const endQuestion = (user: number, kind: Question, req: PayloadRequest): Promise<boolean> =>
  isAny(req, sql`DELETE FROM accounts.questions WHERE user_id = ${user} AND kind = ${kind} RETURNING 1`)

const isAny = async (req: PayloadRequest, statement: SQL): Promise<boolean> =>
  (await inTransaction(req, statement)).length > 0
