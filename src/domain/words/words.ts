import { contactWords } from './contact-words.ts'
import { deadlineWords } from './deadline-words.ts'
import { errorWords, shellWords } from './frame-words.ts'
import { dutyWords, hoursWords } from './hours-words.ts'
import { kindWords, searchWords } from './search-page-words.ts'
import { statementWords } from './statement-words.ts'
import { placeholdersIn, type PlaceholderIn, type Sentence } from './sentence.ts'

/** The fixed words of the pages in groups, as an editor sees them. */
const groups = {
  shell: shellWords,
  contact: contactWords,
  hours: hoursWords,
  duty: dutyWords,
  search: searchWords,
  kinds: kindWords,
  deadline: deadlineWords,
  statement: statementWords,
  errors: errorWords,
} as const

type Groups = typeof groups

/** A text without placeholders is a string; one with placeholders must be filled. */
type Read<Text extends string> = [PlaceholderIn<Text>] extends [never]
  ? string
  : Sentence<PlaceholderIn<Text>>

/** The fixed words as pages use them: `words.search.results`. */
export type Words = {
  readonly [Group in keyof Groups]: {
    readonly [Name in keyof Groups[Group]['words']]: Groups[Group]['words'][Name] extends readonly [
      string,
      infer Text extends string,
    ]
      ? Read<Text>
      : never
  }
}

/** `search.results` */
export type WordKey = {
  [Group in keyof Groups]: `${Group}.${keyof Groups[Group]['words'] & string}`
}[keyof Groups]

/** `count` */
export type Placeholder = {
  [Group in keyof Groups]: PlaceholderIn<
    Groups[Group]['words'][keyof Groups[Group]['words']] extends infer Pair
      ? Pair extends readonly [string, infer Text extends string]
        ? Text
        : never
      : never
  >
}[keyof Groups]

/** The texts that editors wrote to replace defaults, by key. */
export type Overrides = Partial<Record<WordKey, string>>

/** One word: what the editor sees, its default, and the placeholders that each text of it must hold. */
export type Word = {
  key: WordKey
  label: string
  text: string
  placeholders: readonly Placeholder[]
}

export const wordGroups: readonly { name: string; label: string; words: readonly Word[] }[] = Object.entries(
  groups,
).map(([name, { label, words }]) => ({
  name,
  label,
  words: Object.entries<readonly [string, string]>(words).map(([word, [wordLabel, text]]) => ({
    key: `${name}.${word}` as WordKey,
    label: wordLabel,
    text,
    placeholders: placeholdersIn(text) as Placeholder[],
  })),
}))

const byKey = new Map<string, Word>(wordGroups.flatMap(({ words }) => words.map((word) => [word.key, word])))

/** The longest text an editor may write, in characters. */
export const MOST_CHARACTERS = 500

/** Why a text cannot replace a word, in Danish, such as `{count} mangler.`; null if it can. */
export function wordProblem({ placeholders }: Word, text: string): string | null {
  if (text.trim() === '') return 'Teksten må ikke være tom.'
  if (text.length > MOST_CHARACTERS)
    return `Teksten er på ${text.length} tegn. Der er plads til ${MOST_CHARACTERS}.`
  const found = placeholdersIn(text)
  const missing = placeholders.filter((name) => !found.includes(name))
  if (missing.length > 0) return `${named(missing)} mangler.`
  const unknown = found.filter((name) => !placeholders.some((known) => known === name))
  if (unknown.length > 0) return `${named(unknown)} kan ikke bruges her.`
  const repeated = found.filter((name, index) => found.indexOf(name) !== index)
  return repeated.length > 0 ? `${named(repeated)} må kun stå én gang.` : null
}

/** What is wrong with an editor's texts, in Danish, naming each word; null if nothing is. */
export function overridesProblem(overrides: Readonly<Record<string, string>>): string | null {
  const unknown = Object.keys(overrides).filter((key) => !byKey.has(key))
  if (unknown.length > 0) return `Der er ikke noget fast ord, der hedder ${unknown.slice(0, 3).join(', ')}.`
  const problems = wordGroups.flatMap(({ label: group, words }) =>
    words.flatMap((word) => {
      const problem = wordProblem(word, overrides[word.key] ?? word.text)
      return problem === null ? [] : `${group}, »${word.label}«: ${problem}`
    }),
  )
  return problems.length > 0 ? problems.join(' ') : null
}

/** What to store: each text on one line, and none that equals its default. */
export function tidyOverrides(overrides: Readonly<Record<string, string>>): Record<string, string> {
  const lines = Object.entries(overrides).map(([key, text]) => [
    key,
    text.replace(/\s*[\r\n\t]+\s*/g, ' ').trim(),
  ])
  return Object.fromEntries(lines.filter(([key = '', text]) => text !== byKey.get(key)?.text))
}

/** The words with the editors' texts in place of defaults. Texts that cannot be used are ignored. */
export function wordsWith(stored: unknown): Words {
  const words: Record<string, Readonly<Record<string, string | Sentence<string>>>> = { ...defaults }
  for (const [key, text] of Object.entries(stored ?? {})) {
    const word = byKey.get(key)
    if (!word || typeof text !== 'string' || wordProblem(word, text) !== null) continue
    const [group = '', name = ''] = key.split('.')
    words[group] = { ...words[group], [name]: read(word, text) }
  }
  return words as Words
}

const read = ({ placeholders }: Word, text: string): string | Sentence<string> =>
  placeholders.length > 0 ? { text } : text

const defaults = Object.fromEntries(
  wordGroups.map(({ name: group, words }) => [
    group,
    Object.fromEntries(words.map((word) => [word.key.slice(group.length + 1), read(word, word.text)])),
  ]),
)

const named = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `{${name}}`).join(' og ')

/** What editors wrote instead of the defaults, a line for each: "Hovedmenuens navn: Menu". Anything else has no lines. */
export function overridesWords(overrides: unknown): string[] {
  if (typeof overrides !== 'object' || overrides === null) return []
  return Object.entries(overrides).map(([key, text]) => `${byKey.get(key)?.label ?? key}: ${String(text)}`)
}
