/** Of a password, in characters. NIST SP 800-63B asks for 8 and room for 64; we for a sentence. */
export const LEAST_CHARACTERS = 12
export const MOST_CHARACTERS = 200

/** Why a password cannot be used; English, for logs and terminals. */
export type PasswordFault = keyof typeof WORDS

const WORDS = {
  none: 'Skriv en adgangskode.',
  short: `Brug mindst ${LEAST_CHARACTERS} tegn, for eksempel fire tilfældige ord.`,
  long: `Brug højst ${MOST_CHARACTERS} tegn.`,
  own: 'Den er for let at gætte, fordi den mest består af dit eget eller kommunens navn. Brug for eksempel fire tilfældige ord.',
  common: 'Den er for let at gætte. Brug for eksempel fire tilfældige ord, der ikke hører sammen.',
} as const

/** What is wrong with a password and what to do, in Danish. */
export const passwordWords = (fault: PasswordFault): string => WORDS[fault]

/** Whose password it is: what everybody who knows the account tries first. */
export type Owner = { name?: string | null; email?: string | null; siteUrl?: string }

/**
 * Why `password` cannot be the one of `owner`; null if it can. Guessing is estimated by zxcvbn, with English and Danish
 * words: it must take 10^10 guesses, also without the words that belong to the owner or the municipality. The dictionaries
 * (3 MB) are loaded on the first call.
 */
export async function passwordFault(password: unknown, owner: Owner): Promise<PasswordFault | null> {
  if (typeof password !== 'string' || password === '') return 'none'
  const characters = [...password]
  if (characters.length < LEAST_CHARACTERS) return 'short'
  if (characters.length > MOST_CHARACTERS) return 'long'
  const { isGuessable } = await import('./guessable.ts')
  const own = wordsOf(owner)
  // What is hard to guess is not made easier by more; the estimate of very long ones takes long.
  const begin = characters.slice(0, MOST_ESTIMATED).join('')
  if (isGuessable(begin, [])) return 'common'
  return isGuessable(without(begin, own), own) ? 'own' : null
}

/** The words of a name, an address and the site, in small letters; two letters are no word. */
function wordsOf({ name, email, siteUrl }: Owner): string[] {
  const words = [name, email, siteUrl?.replace(/^https?:\/\//, '')].flatMap((text) =>
    (text ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u),
  )
  const unique = new Set([...MUNICIPALITY, ...words].filter((word) => word.length > 2))
  // The longest first, so that no rest of them stays.
  return [...unique].toSorted((a, b) => b.length - a.length)
}

const MUNICIPALITY = ['aalborg', 'ålborg', 'kommune', 'kommunen', 'kommunes']

const without = (password: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.split(word).join(''), password.toLowerCase())

const MOST_ESTIMATED = 48
