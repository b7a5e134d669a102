// Bundled for browsers too: no imports, small.

/** Something that can be found: its folded words, and its phone numbers as digits with country code. */
export type SearchEntry = { words: readonly string[]; numbers: readonly string[] }

/**
 * Prepares a thing for `searchEntries`, once for many searches.
 * @param text what a person may search for (name, title, e-mail …). The domain of an e-mail address is not searched:
 * everyone has the same.
 * @param phones in any form
 */
export const searchEntry = (text: string, phones: readonly string[] = []): SearchEntry => ({
  words: [...new Set(wordsOf(fold(withoutDomains(text))))],
  numbers: phones.map((phone) => phone.replace(/\D/g, '').replace(/^(?=\d{8}$)/, '45')),
})

/** Text as it is compared: words of small letters and digits, one space between, no accents; æ ø å as ae oe aa. */
export const fold = (text: string): string => spell(text, 'ae', 'oe', 'aa')

/** For sorting by Danish rules: å last, aa as å. */
export const compareNames = (a: string, b: string): number => a.localeCompare(b, 'da')

/**
 * The indexes of the entries that match every word of the query, the best first: the word itself, a word that begins
 * with it, that with æ ø å as plain letters, a longer word that it is a part of. Where that finds few, one typing error
 * is allowed in a word of five letters or more, ranked last. A phone number is found by its beginning, or by four
 * digits, in any grouping, with or without +45. An empty query gives all, in the given order.
 */
export function searchEntries(query: string, entries: readonly SearchEntry[]): number[] {
  const terms = queryTerms(query)
  const found = entries
    .map((entry, index) => ({ index, cost: costOf(terms, entry) }))
    .filter(({ cost }) => cost < NO_MATCH)
    .toSorted((a, b) => a.cost - b.cost)
  const exact = found.filter(({ cost }) => cost < TYPING_ERROR)
  return (exact.length > FEW ? exact : found).map(({ index }) => index)
}

/** A word of the query: folded (kjaer), and with æ ø å as the plain letters (kjar). */
export type Term = { folded: string; plain: string }

const MAX_QUERY = 200
const MAX_WORDS = 10

// The same order as search.find in the database; more words add up.
const BEGINNING = 1
const PLAIN_LETTERS = 2
const PART = 5
const WRITTEN_TOGETHER = 20
const TYPING_ERROR = 99
const NO_MATCH = 10_000
/** What begins as the query does comes before its equals. */
const FIRST_WORD = 0.5
/** Typing errors are allowed when no more than this was found without. */
const FEW = 4

/**
 * The words of a query, at most ten of its first 200 characters. The digits of a phone number are one word however
 * they are grouped.
 */
export function queryTerms(query: string): Term[] {
  const text = withoutDomains(query.slice(0, MAX_QUERY))
  const plain = wordsOf(spell(text, 'a', 'o', 'a'))
  const terms: Term[] = []
  for (const [index, folded] of wordsOf(fold(text)).entries()) {
    const last = terms.at(-1)
    if (last && isNumber(last.folded) && isNumber(folded)) last.folded = last.plain += folded
    else terms.push({ folded, plain: plain[index] ?? folded })
  }
  return terms.slice(0, MAX_WORDS).map((term) => (isNumber(term.folded) ? withoutPrefix(term) : term))
}

/** 0045 is +45. */
function withoutPrefix({ folded }: Term): Term {
  const digits = folded.replace(/^00(?=\d{8})/, '')
  return { folded: digits, plain: digits }
}

function costOf(terms: readonly Term[], { words, numbers }: SearchEntry): number {
  const cost = terms.reduce(
    (sum, term) =>
      sum +
      words.reduce(
        (least, word) => (least === 0 ? 0 : Math.min(least, wordCost(term, word))),
        phoneCost(term, numbers),
      ),
    0,
  )
  if (cost >= NO_MATCH) return hasTogether(terms, words) ? WRITTEN_TOGETHER : NO_MATCH
  return words[0]?.startsWith(terms[0]?.folded ?? ' ') ? cost - FIRST_WORD : cost
}

/** Spaces do not matter: "presse vagt" finds pressevagt, "andersaaen" finds Anders Aaen. */
function hasTogether(terms: readonly Term[], words: readonly string[]): boolean {
  const together = {
    folded: terms.map(({ folded }) => folded).join(''),
    plain: terms.map(({ plain }) => plain).join(''),
  }
  return words.some(
    (word, at) =>
      word[0] === together.folded[0] && begins(together, words.slice(at, at + MAX_WORDS).join('')),
  )
}

/** Whether a folded word would be meant but for one typing error. */
export const isMisspelled = (term: Term, word: string): boolean => wordCost(term, word) === TYPING_ERROR

/** Whether a folded word is found as it was typed. */
export const isFound = (term: Term, word: string): boolean => wordCost(term, word) < TYPING_ERROR

function wordCost(term: Term, word: string): number {
  if (word === term.folded) return 0
  if (word.startsWith(term.folded)) return BEGINNING
  if (begins(term, word)) return PLAIN_LETTERS
  // The plain form has as many letters as were typed.
  const { length } = term.plain
  const plainWord = word.replace(/a[ae]|oe/g, (pair) => pair.charAt(0))
  if (isNumber(term.folded)) return NO_MATCH
  if (length >= 4 && (word.includes(term.folded) || plainWord.includes(term.folded))) return PART
  return length >= 5 && (beginsNear(term.folded, word) || beginsNear(term.plain, plainWord))
    ? TYPING_ERROR
    : NO_MATCH
}

const begins = (term: Term, word: string): boolean =>
  beginsPlain(term.folded, word) || beginsPlain(term.plain, word)

/** Whether a word begins as typed, where the second letter of its aa, ae and oe may be left out. */
function beginsPlain(typed: string, word: string): boolean {
  let at = 0
  for (const letter of typed) {
    if (word[at] !== letter && /a[ae]|oe/.test(word.slice(at - 1, at + 1))) at++
    if (word[at++] !== letter) return false
  }
  return true
}

/** Whether a word begins as typed but for one letter missing, too many, wrong, or swapped with the next. */
function beginsNear(typed: string, word: string): boolean {
  let same = 0
  while (same < typed.length && typed[same] === word[same]) same++
  const rest = typed.slice(same + 1)
  const swapped = typed[same] === word[same + 1] && typed[same + 1] === word[same]
  return (
    word.startsWith(typed.slice(same), same + 1) ||
    word.startsWith(rest, same) ||
    word.startsWith(rest, same + 1) ||
    (swapped && word.startsWith(typed.slice(same + 2), same + 2))
  )
}

function phoneCost({ folded }: Term, numbers: readonly string[]): number {
  if (!isNumber(folded)) return NO_MATCH
  if (numbers.some((number) => number.startsWith(folded) || number.startsWith(folded, 2))) return BEGINNING
  return folded.length >= 4 && numbers.some((number) => number.includes(folded)) ? PART : NO_MATCH
}

const isNumber = (word: string): boolean => /^\d+$/.test(word)

const wordsOf = (folded: string): string[] => folded.split(' ').filter(Boolean)

const withoutDomains = (text: string): string => text.replace(/@\S*/g, ' ')

/** Å goes before the accents are taken off, or its ring would be one of them; æ and ø after (ǽ has one too). */
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
