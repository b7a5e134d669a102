import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * Any form in which people write a phone number, Danish where no country is given, to E.164 (`+4525201620`);
 * null where it is no phone number, or more than one thing.
 */
export function parsePhone(text: string): string | null {
  if (text.length > MAX_LENGTH) return null
  const number = parsePhoneNumberFromString(text.trim().replace(/^\((\+\d+)\)/, '$1'), {
    defaultCountry: 'DK',
    extract: false,
  })
  return number?.isValid() && !number.ext ? number.number : null
}

/** E.164 as people read it: Danish numbers in pairs (`25 20 16 20`), others in the international form. */
export function formatPhone(e164: string): string {
  const danish = /^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(e164)
  return danish
    ? danish.slice(1).join(' ')
    : (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164)
}

const MAX_LENGTH = 40
