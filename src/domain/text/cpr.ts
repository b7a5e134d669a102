/** What looks like a CPR number. `masked` is all of it that may be shown: »010203-••••«. */
export type Cpr = { digits: string; masked: string }

const HYPHEN = '[-‐‑–−]'

/**
 * Six digits and four, with or without a hyphen or a space between them; before a hyphen also a date such as `01.02.03`. Not a
 * part of a longer number, nor of a foreign phone number; without a sign between the digits, not of a word (`a0102031234`).
 */
const WRITTEN = new RegExp(
  [
    String.raw`(?<!\d|\d${HYPHEN}|\+\d{1,3}[ -]?)`,
    '(?:',
    [
      String.raw`(\d{6})(?:\s?${HYPHEN}\s?|[ \u00a0\u2009\u202f])(\d{4})`,
      String.raw`(\d{2}[./ -]\d{2}[./ -]\d{2})\s?${HYPHEN}\s?(\d{4})`,
      String.raw`(?<!\p{L}(?<!cpr|nr))(\d{6})(\d{4})(?!\p{L})`,
    ].join('|'),
    String.raw`)(?!\d|${HYPHEN}\d)`,
  ].join(''),
  'giu',
)

/**
 * All that looks like CPR numbers in a text. The check digit (modulus 11) decides nothing: numbers without it are valid and given
 * out since 2007 (cpr.dk, »Personnumre uden kontrolciffer«). What decides is the date.
 */
export const findCpr = (text: string): Cpr[] =>
  [...text.matchAll(WRITTEN)].flatMap((match) => {
    const digits = digitsOf(match[0])
    return isDated(digits) ? [{ digits, masked: mask(digits) }] : []
  })

/** The text with all of them masked. */
export const maskCpr = (text: string): string =>
  text.replace(WRITTEN, (written) => {
    const digits = digitsOf(written)
    return isDated(digits) ? mask(digits) : written
  })

const digitsOf = (written: string): string => written.replace(/\D/g, '')

const mask = (digits: string): string => `${digits.slice(0, 6)}-••••`

function isDated(digits: string): boolean {
  const [day = 0, month = 0, year = 0, seventh = 0] = [
    ...[0, 2, 4].map((at) => Number(digits.slice(at, at + 2))),
    Number(digits[6]),
  ]
  if (month < 1 || month > 12 || day < 1) return false
  // The day before the next month's first.
  return day <= new Date(Date.UTC(centuryOf(year, seventh) + year, month, 0)).getUTCDate()
}

/** The century of a year of two digits, by the seventh digit (cpr.dk, »Personnummeret i CPR«). */
function centuryOf(year: number, seventh: number): number {
  if (seventh <= 3) return 1900
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900
  return year <= 57 ? 2000 : 1800
}
