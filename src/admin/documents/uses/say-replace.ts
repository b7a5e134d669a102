import { listWords } from '../../../domain/words/list-words.ts'

/**
 * What »Erstat overalt« will do, in Danish.
 * @param out the document that goes; @param comes the one that stands there afterwards
 * @param total how many places there are; @param names some of them
 */
export function sayReplace(out: string, comes: string, total: number, names: readonly string[]): string {
  const told = names.slice(0, MOST_TOLD)
  const rest = total - told.length
  const places = [...told, ...(rest > 0 ? [rest === 1 ? 'ét sted til' : `${rest} steder til`] : [])]
  return `»${out}« går ud, og »${comes}« kommer til at stå i stedet ${total === 1 ? 'ét sted' : `${total} steder`}: ${listWords(places)}. Det, der er offentliggjort, er ændret på siden med det samme. Kladder ændres også.`
}

const MOST_TOLD = 6

/** The question that a list answers when another document is chosen in place of one. */
export const sayChoice = (slug: string, out: string): string =>
  `Vælg, ${PEOPLE.includes(slug) ? 'hvem' : 'hvad'} der skal stå i stedet for »${out}«.`

const PEOPLE = ['people', 'press-contacts']
