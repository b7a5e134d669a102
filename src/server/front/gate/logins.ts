import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { secondFactor } from '../../../domain/accounts/second-factor.ts'
import { withBody } from './bodies.ts'
import { addCookie, cookieOf, nameInBrowser } from './cookies.ts'
import type { Attempt } from './rate-limits.ts'
import { Refused } from './refused.ts'

/** What somebody without a session asks: to log in, or for a new password. */
type Asked = z.output<typeof asked>

/**
 * Reads such a request: JSON, or the form that the admin sends. The CMS gets what is read here and nothing else, so that
 * no attempt is counted for another account than it is for.
 * Throws Refused: 415 for anything else, 400 if it cannot be read.
 */
export async function readAsked({ headers }: IncomingMessage, body: Buffer): Promise<Asked> {
  const type = headers['content-type'] ?? ''
  const isForm = /^multipart\/form-data;/i.test(type)
  if (!isForm && !/^application\/json(;|$)/i.test(type))
    throw new Refused(415, 'Send det som JSON eller fra administrationens egen formular.')
  try {
    const form = isForm
      ? await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
      : null
    return asked.parse(JSON.parse(form ? String(form.get('_payload')) : body.toString()))
  } catch {
    throw new Refused(400, 'Indholdet kan ikke læses.')
  }
}

/** The same request with just what was read. */
export function withAsked(request: IncomingMessage, asked: Asked): IncomingMessage {
  return withBody(request, Buffer.from(JSON.stringify(asked)), { 'content-type': 'application/json' })
}

const asked = z
  .object({
    // As Payload reads an address: payload/dist/auth/operations/login.js.
    email: z
      .string()
      .max(320)
      .transform((email) => email.trim().toLowerCase()),
    password: z.string(),
    token: z.string(),
  })
  .partial()
  .extend(secondFactor.shape)

/**
 * Browsers in which somebody has logged in before, known by a cookie that we signed (OWASP: device cookies). A stranger
 * who guesses at an account does not hold up those.
 */
export function createKnownDevices(options: { secret: string; isSecure: boolean }) {
  const { isSecure } = options
  const key = createHash('sha256').update(`known devices ${options.secret}`).digest()
  const unreadable = (account: string) => createHmac('sha256', key).update(account).digest('base64url')

  /** The accounts that have logged in with a browser, made unreadable; newest first. */
  async function accountsOf(request: IncomingMessage): Promise<string[]> {
    const token = cookieOf(request, nameInBrowser(DEVICE, isSecure))
    if (token === undefined) return []
    const read = await jwtVerify(token, key, { algorithms: ['HS256'], audience: DEVICE }).catch(() => null)
    return claims.safeParse(read?.payload).data?.accounts ?? []
  }

  return {
    async isKnown(request: IncomingMessage, account: string): Promise<boolean> {
      return (await accountsOf(request)).includes(unreadable(account))
    },

    /** The function that lets the browser know an account, once it has logged in. */
    async remember(
      request: IncomingMessage,
      { account }: Attempt,
    ): Promise<(response: ServerResponse) => void> {
      if (account === null) return () => undefined
      const own = unreadable(account)
      const others = (await accountsOf(request)).filter((other) => other !== own)
      const value = await new SignJWT({ accounts: [own, ...others].slice(0, MOST_ACCOUNTS) })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(DEVICE)
        .setExpirationTime(`${DAYS}d`)
        .sign(key)
      return (response) =>
        addCookie(response, { name: DEVICE, value, seconds: DAYS * 24 * 60 * 60, isSecure })
    },
  }
}

const claims = z.object({ accounts: z.array(z.string()).max(20) })

const DEVICE = 'device'
const DAYS = 365
const MOST_ACCOUNTS = 5
