import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A phone number in any form people write, as E.164 (`+4525201620`). Without a country code it is Danish.
 * Null if the text is not a phone number, or contains anything besides one.
 */
export function parsePhone(text: string): string | null {
  if (text.length > MAX_LENGTH) return null
  const number = parsePhoneNumberFromString(text.trim().replace(/^\((\+\d+)\)/, '$1'), {
    defaultCountry: 'DK',
    extract: false,
  })
  return number?.isValid() && !number.ext ? number.number : null
}

/** E.164 as people read it: Danish numbers in pairs (`25 20 16 20`), others in international format. */
export function formatPhone(e164: string): string {
  const pairs = inPairs(e164)
  return pairs === e164 ? (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164) : pairs
}

/** A Danish number in pairs; any other unchanged. The browser script uses it, so it must not need the library. */
export const inPairs = (e164: string): string => e164.replace(/^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4')

const MAX_LENGTH = 40
