/** A word of a query: folded (kjaer), and with æ ø å as the plain letters (kjar). */
export type Term = { folded: string; plain: string }

const MAX_QUERY = 200
const MAX_WORDS = 10

/**
 * The words of a query: at most ten, from its first 200 characters. The digits of a phone number are one word, however
 * they are grouped. The domain of an e-mail address is left out: everyone has the same one.
 */
export function queryTerms(query: string): Term[] {
  const terms: Term[] = []
  for (const { folded, plain } of typedTerms(query)) {
    const last = terms.at(-1)
    if (last && isNumber(last.folded) && isNumber(folded)) last.folded = last.plain += folded
    else terms.push({ folded, plain })
  }
  return terms.slice(0, MAX_WORDS).map((term) => (isNumber(term.folded) ? withoutPrefix(term) : term))
}

/** The same words as they were typed, each number of its own: »Boulevarden 13, 9000 Aalborg« is no phone number. */
export const wordTerms = (query: string): Term[] => typedTerms(query).slice(0, MAX_WORDS)

function typedTerms(query: string): Term[] {
  const text = query.slice(0, MAX_QUERY).replace(/@\S*/g, ' ')
  const plain = wordsOf(spell(text, 'a', 'o', 'a'))
  return wordsOf(fold(text)).map((folded, index) => ({ folded, plain: plain[index] ?? folded }))
}

/** Text for comparing: lower-case words and digits, single spaces, no accents, æ ø å as ae oe aa. */
export const fold = (text: string): string => spell(text, 'ae', 'oe', 'aa')

/** A folded word with æ ø å as the plain letters that people type in a hurry: kjaer → kjar. */
export const plainOf = (folded: string): string => folded.replace(/a[ae]|oe/g, (pair) => pair.charAt(0))

/** Whether a folded word is a number. */
export const isNumber = (folded: string): boolean => /^\d+$/.test(folded)

/** 0045 is +45. */
function withoutPrefix({ folded }: Term): Term {
  const digits = folded.replace(/^00(?=\d{8})/, '')
  return { folded: digits, plain: digits }
}

const wordsOf = (folded: string): string[] => folded.split(' ').filter(Boolean)

/** Å is replaced before accents are removed, or its ring would go with them; æ and ø after (ǽ has an accent too). */
const spell = (text: string, æ: string, ø: string, å: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/å/g, å)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/æ/g, æ)
    .replace(/ø/g, ø)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
