/** One sentence for whoever starts or watches the server, in both languages that they may read. */
export type Words = { da: string; en: string }

/**
 * The sentence in the language of the terminal: Danish if LC_ALL, LC_MESSAGES or LANG (the first that is set, as POSIX
 * says) names it, else English.
 */
export const say = (words: Words, environment: Environment = process.env): string =>
  words[isDanish(environment) ? 'da' : 'en']

type Environment = Partial<Record<string, string>>

function isDanish({ LC_ALL, LC_MESSAGES, LANG }: Environment): boolean {
  return /^da([_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '')
}
