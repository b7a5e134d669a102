/**
 * A search that found nothing, as it is counted for editors: lower case, single spaces. Null if it might identify a person:
 * an e-mail address, four digits in a row or grouped (a CPR or phone number), a number after a word (a street and a house),
 * or a text long enough to be a message.
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
/** Four digits with only spaces and punctuation between them. */
const DIGITS = /\p{N}([^\p{L}\p{N}]*\p{N}){3}/u
