/**
 * A search that found nothing, in the form we count for editors: lower case, one space between words. Null if it might
 * identify a person: an e-mail address, four digits in a row or in groups (a CPR or phone number), a number after a
 * word (a street address), or text long enough to be a message.
 */
export function missedQuery(typed: string): string | null {
  const text = typed.normalize('NFKC')
  if (text.includes('@') || DIGITS.test(text)) return null
  const words = text.toLowerCase().match(WORD) ?? []
  const query = words.join(' ')
  const isShort = words.length <= MOST_WORDS && query.length <= LONGEST
  return query !== '' && isShort && !words.slice(1).some((word) => NUMBER.test(word)) ? query : null
}

const MOST_WORDS = 5
const LONGEST = 60

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const NUMBER = /^\p{N}/u
/** Four digits with no letters between them. */
const DIGITS = /\p{N}([^\p{L}\p{N}]*\p{N}){3}/u
