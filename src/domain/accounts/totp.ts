import { Secret, TOTP } from 'otpauth'

// RFC 6238, as the apps that people have read it: SHA-1, six digits, half a minute.
const PERIOD = 30
const DIGITS = 6

/** A new secret to share with an app, in Base32: 160 bits (RFC 4226, section 4, R6). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an app reads from a square code. */
export function appAddress(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  return new TOTP({ issuer, label: account, secret, digits: DIGITS, period: PERIOD }).toString()
}

/**
 * Which step of the clock (half minutes since 1970) a typed code belongs to; null: to none that is near. A step to either
 * side is taken for clocks that are wrong (RFC 6238, section 5.2). Whoever asks keeps the step: a code is taken once.
 * @param typed spaces do not matter; @param at milliseconds since 1970
 */
export function stepOf(typed: string, secret: string, at: number): number | null {
  const token = typed.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const totp = new TOTP({ secret, digits: DIGITS, period: PERIOD })
  const away = totp.validate({ token, timestamp: at, window: 1 })
  return away === null ? null : Math.floor(at / 1000 / PERIOD) + away
}
