import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { jwtVerify } from 'jose'
import { z } from 'zod'
import type { Database } from '../../../database/pool.ts'
import { cookieOf, SESSION } from './cookies.ts'

/** Who is logged in to the CMS. */
export type Sessions = {
  /**
   * Whose session a request carries, if it holds: signed by us, not run out, and not ended since. The number of the account;
   * null without such a session. Rejects if the database does not answer.
   */
  verify(request: IncomingMessage): Promise<number | null>
}

/**
 * @param secret PAYLOAD_SECRET, with which the CMS signs
 * @param now milliseconds since 1970
 */
export function createSessions(options: { secret: string; database: Database; now: () => number }): Sessions {
  const { database, now } = options
  // As Payload makes its key of the secret (payload/dist/index.js).
  const key = Buffer.from(createHash('sha256').update(options.secret).digest('hex').slice(0, 32))
  /** Until when sessions that were looked up are taken to hold. */
  const recent = new Map<string, number>()

  async function isInDatabase({ id, sid }: z.output<typeof claims>): Promise<boolean> {
    const known = `${id} ${sid}`
    if ((recent.get(known) ?? 0) > now()) return true
    const { rows } = await database.query<{ holds: boolean }>(
      'SELECT EXISTS (SELECT FROM users_sessions WHERE _parent_id = $1 AND id = $2 AND expires_at > now()) AS holds',
      [id, sid],
    )
    if (!rows[0]?.holds) return false
    if (recent.size >= MOST_RECENT) recent.clear()
    recent.set(known, now() + RECENT_MILLISECONDS)
    return true
  }

  return {
    async verify(request) {
      const token = tokenOf(request)
      if (token === undefined) return null
      const read = await jwtVerify(token, key, { algorithms: ['HS256'], requiredClaims: ['exp'] }).then(
        ({ payload }) => claims.safeParse(payload),
        () => null,
      )
      return read?.success && (await isInDatabase(read.data)) ? read.data.id : null
    },
  }
}

const claims = z.object({
  id: z.number().int().positive().max(2_147_483_647),
  collection: z.literal('users'),
  sid: z.string().regex(/^[\w-]{1,100}$/),
})

/** An editor's page asks a dozen addresses at once. A session that is ended is let through for no longer than this. */
const RECENT_MILLISECONDS = 3000
const MOST_RECENT = 1000

/** What the CMS takes for a login: its cookie, or the token in a header. */
function tokenOf(request: IncomingMessage): string | undefined {
  const [, inHeader] = /^(?:JWT|Bearer) (\S+)$/.exec(request.headers.authorization ?? '') ?? []
  return inHeader ?? cookieOf(request, SESSION)
}
