import { listWords } from '../../../domain/words/list-words.ts'

/** What a paste left out, or made into plain text, by kind. */
export type Dropped = Record<Counted, number> & {
  /** The words of links that became text. */
  links: string[]
  /** Words that were struck out. */
  struck: string[]
  /** Raised and lowered letters that have no sign of their own. */
  raised: string[]
  /** Marks of footnotes, such as `[1]`. */
  notes: string[]
  /** Tables with cells that stretch over several places. */
  merged: number
  /** Numbered lists that begin elsewhere, or count by letters. */
  numbers: number
  /** Tables of which no row looks like headings. */
  withoutHeadings: number
}

/** Left out. */
const GONE = {
  pictures: ['billede', 'billeder'],
  videos: ['video eller lyd', 'videoer eller lyde'],
  fields: ['formularfelt', 'formularfelter'],
  embedded: ['indlejret element', 'indlejrede elementer'],
  scripts: ['script', 'scripts'],
  comments: ['kommentar', 'kommentarer'],
  rows: ['tabelrække', 'tabelrækker'],
  columns: ['tabelkolonne', 'tabelkolonner'],
  deep: ['tekst for mange lag nede', 'tekster for mange lag nede'],
} satisfies Names

/** Of which only the words are left. */
const FLAT = {
  quotes: ['citat', 'citater'],
  codes: ['stykke kode', 'stykker kode'],
  definitions: ['liste med forklaringer', 'lister med forklaringer'],
  folded: ['foldet afsnit', 'foldede afsnit'],
  tables: ['tabel', 'tabeller'],
  headings: ['overskrift i en liste eller tabel', 'overskrifter i lister eller tabeller'],
  formulas: ['formel', 'formler'],
} satisfies Names

type Names = Record<string, [one: string, many: string]>
export type Counted = keyof typeof GONE | keyof typeof FLAT

export const nothingDropped = (): Dropped => ({
  ...(Object.fromEntries([...Object.keys(GONE), ...Object.keys(FLAT)].map((kind) => [kind, 0])) as Record<
    Counted,
    number
  >),
  links: [],
  struck: [],
  raised: [],
  notes: [],
  merged: 0,
  numbers: 0,
  withoutHeadings: 0,
})

const MOST_NAMED = 3

/** What was left out, in Danish: `2 billeder og 1 script blev ikke indsat.` Empty if nothing was. */
export function sayDropped(dropped: Dropped): string {
  const { links, struck, raised, notes, merged, numbers, withoutHeadings } = dropped
  const gone = counted(GONE, dropped)
  const flat = counted(FLAT, dropped)
  return [
    gone.length && `${listWords(gone)} blev ikke indsat.`,
    struck.length && `Overstreget tekst blev ikke indsat: ${quoted(struck)}.`,
    flat.length && `${listWords(flat)} blev til almindelig tekst.`,
    links.length === 1 && `Linket ${quoted(links)} blev til tekst, da adressen ikke kan bruges.`,
    links.length > 1 &&
      `${links.length} links blev til tekst, da adresserne ikke kan bruges: ${quoted(links)}.`,
    notes.length && `Fodnotetegn står som tekst uden link: ${quoted(notes)}.`,
    raised.length && `Hævet eller sænket skrift blev til almindelig skrift: ${quoted(raised)}.`,
    merged > 0 && 'Flettede celler i en tabel er delt: Teksten står i hver af dem.',
    numbers > 0 &&
      'En nummereret liste tæller nu 1, 2, 3: Se efter, om teksten henviser til de numre eller bogstaver, den havde.',
    withoutHeadings > 0 &&
      'En tabel har ingen overskrifter: Sæt markøren i dens første række, og vælg »Overskriftsrække til/fra« under »Tabel«, hvis den er det.',
  ]
    .filter(Boolean)
    .join(' ')
}

const counted = <Kind extends Counted>(names: Record<Kind, [one: string, many: string]>, dropped: Dropped) =>
  (Object.keys(names) as Kind[])
    .filter((kind) => dropped[kind] > 0)
    .map((kind) => `${dropped[kind]} ${names[kind][dropped[kind] === 1 ? 0 : 1]}`)

/** The first words of each, and how many more there are. */
const quoted = (words: readonly string[]): string =>
  listWords([
    ...words
      .slice(0, MOST_NAMED)
      .map((text) => `»${text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text}«`),
    ...(words.length > MOST_NAMED ? [`${words.length - MOST_NAMED} til`] : []),
  ])
