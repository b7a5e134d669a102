/** What a paste left out, by kind. */
export type Dropped = {
  pictures: number
  videos: number
  forms: number
  embedded: number
  scripts: number
  comments: number
  /** Rows and columns of tables that are too long or too wide. */
  rows: number
  columns: number
  /** The words of links that became text. */
  links: string[]
  /** Tables of which no row looks like headings. */
  withoutHeadings: number
}

export const nothingDropped = (): Dropped => ({
  pictures: 0,
  videos: 0,
  forms: 0,
  embedded: 0,
  scripts: 0,
  comments: 0,
  rows: 0,
  columns: 0,
  links: [],
  withoutHeadings: 0,
})

type Counted = Exclude<keyof Dropped, 'links' | 'withoutHeadings'>

const NAMES: Record<Counted, [one: string, many: string]> = {
  pictures: ['billede', 'billeder'],
  videos: ['video eller lyd', 'videoer eller lyde'],
  forms: ['formular', 'formularer'],
  embedded: ['indlejret element', 'indlejrede elementer'],
  scripts: ['script', 'scripts'],
  comments: ['kommentar', 'kommentarer'],
  rows: ['tabelrække', 'tabelrækker'],
  columns: ['tabelkolonne', 'tabelkolonner'],
}

const MOST_NAMED = 3

/** What was left out, in Danish: `2 billeder og 1 formular blev ikke indsat.` Empty if nothing was. */
export function sayDropped(dropped: Dropped): string {
  const counted = (Object.keys(NAMES) as Counted[])
    .filter((kind) => dropped[kind] > 0)
    .map((kind) => `${dropped[kind]} ${NAMES[kind][dropped[kind] === 1 ? 0 : 1]}`)
  const { links, withoutHeadings } = dropped
  return [
    counted.length && `${listed(counted)} blev ikke indsat.`,
    links.length === 1 && `Linket »${links[0]}« blev til tekst, da adressen ikke kan bruges.`,
    links.length > 1 &&
      `${links.length} links blev til tekst, da adresserne ikke kan bruges: ${listed([
        ...links.slice(0, MOST_NAMED).map((words) => `»${words}«`),
        ...(links.length > MOST_NAMED ? [`${links.length - MOST_NAMED} til`] : []),
      ])}.`,
    withoutHeadings > 0 &&
      'En tabel har ingen overskrifter: Sæt markøren i dens første række, og vælg »Overskriftsrække til/fra« under »Tabel«, hvis den er det.',
  ]
    .filter(Boolean)
    .join(' ')
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`
