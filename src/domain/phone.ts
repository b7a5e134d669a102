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

/**
 * A Danish short number as it is dialled, without spaces (`112`, `1813`, `116111`): emergency and public services, which
 * have no country code. Null if it is none. Source: the Danish numbering plan, 11X, 18XX and the European 116XXX.
 */
export function parseShortPhone(text: string): string | null {
  const digits = text.length > MAX_LENGTH ? '' : text.replace(/[\s-]/g, '')
  return /^(?:11[0-57-9]|18\d\d|116\d{3})$/.test(digits) ? digits : null
}

/** E.164 for people to read: Danish numbers in pairs (`25 20 16 20`), others in international form. */
export function formatPhone(e164: string): string {
  const pairs = inPairs(e164)
  return pairs === e164 ? (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164) : pairs
}

/** A Danish number in pairs, a European service number in threes; any other unchanged. Used by the browser script, so it must not need the library. */
export const inPairs = (e164: string): string =>
  e164.replace(/^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4').replace(/^116(\d{3})$/, '116 $1')

const MAX_LENGTH = 40
