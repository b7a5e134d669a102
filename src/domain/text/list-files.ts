import type { Temporal } from 'temporal-polyfill'
import { ADDRESSES, documentsAddress } from '../addresses.ts'
import { slugify } from '../slug.ts'
import { dateIn } from '../time/danish-time.ts'

/** What becomes of a row of a file: its number in a spreadsheet, what it is called, and what is changed. */
export type PlannedRow = {
  line: number
  name: string
  state: 'new' | 'changed' | 'same' | 'wrong'
  /** Of a new row `before` is empty. */
  changes: { heading: string; before: string; after: string }[]
  /** What visitors will see of it, where there are drafts. */
  becomes?: Visibility
  /** All that is wrong with the row, in Danish. */
  reasons?: string[]
}

/** What an import answers, after its last `ImportProgress`. `plan` names what was shown: only that can be done. */
export type ImportAnswer = {
  rows: PlannedRow[]
  /** How many rows are saved. */
  written: number
  plan: string
  /** False: the file was read as Windows-1252. */
  isUtf8: boolean
}

const figure = (number: number): string => number.toLocaleString('da-DK')

/** What became of a file once it is saved: »43 rækker er gemt. 40 er nye, 3 er ændret, 2 stod der allerede.« */
export function importedWords({ rows, written }: Pick<ImportAnswer, 'rows' | 'written'>): string {
  const counted = (state: PlannedRow['state'], words: string) => {
    const number = rows.filter((row) => row.state === state).length
    return number > 0 ? [`${figure(number)} ${words}`] : []
  }
  const parts = [
    ...counted('new', 'er nye'),
    ...counted('changed', 'er ændret'),
    ...counted('same', 'stod der allerede'),
  ]
  const saved = written === 1 ? '1 række er gemt.' : `${figure(written)} rækker er gemt.`
  return parts.length > 0 ? `${saved} ${parts.join(', ')}.` : saved
}

export type ImportProgress = { done: number; of: number }

/** How a document stands, as its cell says it. */
export const VISIBILITY = {
  published: 'Offentliggjort',
  draft: 'Kladde',
  beside: 'Offentliggjort, med nyere kladde',
} as const

export type Visibility = keyof typeof VISIBILITY

/** The separators that a file can have; Excel in Denmark reads the first. */
export const SEPARATORS = { semikolon: ';', komma: ',' } as const

/** Rows of a file that is sent, and of one that is fetched; bytes of one that is sent. */
export const MOST_ROWS = 10_000
export const MOST_EXPORTED = 50_000
export const MOST_FILE_BYTES = 8_000_000

/** What a list is called as a file that is fetched: `pressekontakter-2026-11-29.csv`. @param plural what its documents are called */
export const listFileName = (plural: string, now: Temporal.Instant): string =>
  `${slugify(plural)}-${dateIn(now)}.csv`

/** Where the CMS gives a list as a file, and takes one. @param parameters with the list's own conditions, search and order */
export const listExportAddress = (slug: string, parameters: URLSearchParams): string =>
  `${documentsAddress(slug)}/export?${parameters}`
export const listImportAddress = (slug: string): string => ADDRESSES.listImport.path.replace(':list', slug)
