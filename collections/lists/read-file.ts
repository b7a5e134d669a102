import { CsvError, parse } from 'csv-parse/sync'
import { MOST_FILE_BYTES, MOST_ROWS } from '../../src/domain/text/list-files.ts'
import { unreadableText } from '../../src/domain/text/readable.ts'
import { Refusal } from '../shared/border/refusal.ts'
import { decodeFile } from './decode-file.ts'

/** `cells` in the order of `headings`; `line`: its number in a spreadsheet; `problem`: why it cannot be read. */
export type FileRow = { line: number; cells: string[]; problem?: string }

export type ListFile = { headings: string[]; rows: FileRow[]; isUtf8: boolean }

/**
 * Reads a CSV file whose first line names its columns, in any order, divided by semicolons, commas or tabs. Throws a Refusal
 * that says in Danish why a file cannot be taken as a whole.
 * @param known the headings that a file may have
 */
export function readFile(bytes: Uint8Array, known: readonly string[]): ListFile {
  if (bytes.length > MOST_FILE_BYTES)
    throw refused(`Filen er for stor: højst ${MOST_FILE_BYTES / 1_000_000} MB ad gangen. Del den i flere.`)
  const decoded = decodeFile(bytes)
  if (!decoded) throw refused('Filen er ikke en CSV-fil. Gem regnearket som »CSV UTF-8«.')
  const text = decoded.text.replace(/^\uFEFF/, '')
  const unreadable = unreadableText(text)
  if (unreadable) throw refused(unreadable)
  if (/\uFFFD|Ã[¦¸¥†˜…]/.test(text))
    throw refused('Æ, ø eller å er gået i stykker i filen. Gem den igen som »CSV UTF-8«.')
  const [first = '', second = ''] = text.split(/\r\n|\n|\r/, 2)
  // Excel may begin a file with how its cells are divided.
  const named = /^"?sep=(.)"?$/.exec(first)?.[1]
  const separator = named ?? separatorOf(first, known)
  if (separator === null)
    throw refused(
      `Kolonnerne kan ikke genkendes. Første linje skal have deres navne, delt af semikolon eller komma, for eksempel ${known.slice(0, 4).join(';')}. Der står: ${first.slice(0, 200) || 'ingenting'}.`,
    )
  const [head = [], ...records] = parsed(
    named === undefined ? text : text.slice(first.length).replace(/^\r?\n?/, ''),
    separator,
  )
  const headings = head.map((name) => headingOf(name, known))
  refuseWrongHeadings(headings, known, second)
  // As a spreadsheet counts: the headings are the first, and empty ones count.
  const written = records
    .map((cells, at) => ({ line: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (written.length === 0) throw refused('Der er ingen rækker under kolonnernes navne.')
  if (written.length > MOST_ROWS)
    throw refused(
      `Der er ${written.length} rækker. Del dem i filer med højst ${MOST_ROWS.toLocaleString('da-DK')}.`,
    )
  const rows = written.map((row) => ({
    ...row,
    ...(row.cells.length !== headings.length && {
      problem: `Rækken har ${row.cells.length} felter, og den skal have ${headings.length}.`,
    }),
  }))
  return { headings, rows, isUtf8: decoded.isUtf8 }
}

const refused = (why: string): Refusal => new Refusal(`${why} Intet er ændret.`)

/** The separator by which most headings are known; null if none is. */
function separatorOf(first: string, known: readonly string[]): string | null {
  const counts = [';', ',', '\t'].map((separator) => {
    const names = first.split(separator).map((name) => headingOf(name.replaceAll('"', ''), known))
    return { separator, count: names.filter((name) => known.includes(name)).length }
  })
  const [best] = counts.toSorted((one, other) => other.count - one.count)
  return best && best.count > 0 ? best.separator : null
}

/** The heading that is meant, however it is written. */
function headingOf(written: string, known: readonly string[]): string {
  const name = written.trim()
  return known.find((one) => one.localeCompare(name, 'da', { sensitivity: 'accent' }) === 0) ?? name
}

function refuseWrongHeadings(headings: readonly string[], known: readonly string[], second: string): void {
  const nameless = headings.indexOf('')
  if (nameless >= 0) throw refused(`Kolonne ${nameless + 1} har intet navn i første linje.`)
  const twice = headings.find((name, at) => headings.indexOf(name) < at)
  if (twice !== undefined) throw refused(`Kolonnen »${twice}« er der to gange.`)
  const unknown = headings.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw refused(
      `Listen har ingen ${unknown.length === 1 ? 'kolonne' : 'kolonner'} ${unknown
        .slice(0, 5)
        .map((name) => `»${name.slice(0, 60)}«`)
        .join(', ')}. Den har: ${known.join(', ')}.`,
    )
  if (headings.length === 1 && /[;\t]/.test(second))
    throw refused('Første linje og rækkerne er ikke delt af det samme tegn.')
}

function parsed(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      // One file may mix them: what is pasted below keeps its own.
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const whole = Number(error.records)
    const where = Number.isFinite(whole) ? `Linje ${whole + 1}` : 'Filen'
    throw refused(`${where} kan ikke læses: Et felt med anførselstegn (") er ikke skrevet rigtigt.`)
  }
}
