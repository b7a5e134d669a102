/** How many codes an account gets at a time. */
export const RECOVERY_CODES = 10

// Without signs that look like others.
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 12

/**
 * A code to write on paper, `abcd-efgh-jkmn`: 59 bits.
 * @param random whole numbers from 0 to below its argument
 */
export function newRecoveryCode(random: (below: number) => number): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[random(SIGNS.length)])
  return (signs.join('').match(/.{4}/g) ?? []).join('-')
}

/** A typed code as it was made, without its dashes; null if it can be none. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.toLowerCase().replaceAll(/[\s–-]/g, '')
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null
}
