import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * Turns a phone number, however people write it, into E.164 (`+4525201620`); Danish if there is no country code.
 * Null if it is not a phone number, or more than one thing.
 */
export function parsePhone(text: string): string | null {
  if (text.length > MAX_LENGTH) return null
  const number = parsePhoneNumberFromString(text.trim().replace(/^\((\+\d+)\)/, '$1'), {
    defaultCountry: 'DK',
    extract: false,
  })
  return number?.isValid() && !number.ext ? number.number : null
}

/** E.164 for people to read: Danish numbers in pairs (`25 20 16 20`), others in international form. */
export function formatPhone(e164: string): string {
  const pairs = inPairs(e164)
  return pairs === e164 ? (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164) : pairs
}

/** A Danish number in pairs; any other unchanged. Used by the browser script, so it must not need the library. */
export const inPairs = (e164: string): string => e164.replace(/^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4')

const MAX_LENGTH = 40
