import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const hash = promisify(pbkdf2)

// As Payload makes hashes, now and in its older releases: payload/dist/auth/strategies/local/generatePasswordSaltHash.js.
const PREFIX = 'pbkdf2-sha256-v1:'
const NOW = { iterations: 600_000, length: 32 }
const FORMERLY = { iterations: 25_000, length: 512 }

/** Takes the work of comparing a password with one that there is. */
export async function takeAsLongAs(password: string): Promise<void> {
  await hash(password, 'nobody', NOW.iterations, NOW.length, 'sha256')
}

/** Whether a password is that of an account, as the database has it. */
export async function isPasswordOf(
  account: { hash?: string | null; salt?: string | null },
  password: string,
): Promise<boolean> {
  const { hash: kept, salt } = account
  if (!kept || !salt) return false
  const { iterations, length } = kept.startsWith(PREFIX) ? NOW : FORMERLY
  const expected = Buffer.from(kept.startsWith(PREFIX) ? kept.slice(PREFIX.length) : kept, 'hex')
  const found = await hash(password, salt, iterations, length, 'sha256')
  return expected.length === found.length && timingSafeEqual(expected, found)
}
