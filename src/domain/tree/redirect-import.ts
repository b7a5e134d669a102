import { addressKind } from '../addresses.ts'
import { linkError } from '../link.ts'
import { addressOnSite, readOldAddress, splitOldAddress } from './old-address.ts'
import { type Places, takenProblem, type Target, targetProblem } from './redirect-rules.ts'

/** The columns of the file, in any order. */
export const IMPORT_COLUMNS = ['Gammel adresse', 'Fører til'] as const

/** A row of the file: the line at which it ends, and its two cells; `problem`: it has others. */
export type ImportRow = { line: number; from: string; to: string; problem?: string }

/** What becomes of a row. `before`: where the redirect leads until now; `reason`: why the row is wrong, in Danish. */
export type PlannedRow = {
  line: number
  from: string
  to: string
  state: 'new' | 'changed' | 'same' | 'wrong'
  before?: string
  reason?: string
}

/** What the site has before the import. Addresses are in the form in which old ones are kept. */
export type SiteState = {
  redirects: ReadonlyMap<string, Target>
  /** Published pages by their path, with their title. */
  shown: ReadonlyMap<string, { id: number; title: string }>
  /** All pages, drafts too. */
  pages: ReadonlyMap<number, { path: string; isPublished: boolean }>
  siteUrl: string
}

/** What the rows would do, and what is to be written: only if none is wrong. */
export async function planImport(
  rows: readonly ImportRow[],
  state: SiteState,
): Promise<{ rows: PlannedRow[]; writes: (Target & { from: string })[] }> {
  const { redirects, siteUrl } = state
  const hidden = new Map([...state.pages].map(([id, { path }]) => [path, id]))
  const after = new Map(redirects)
  const lines = new Map<string, number>()
  const read = rows.map((row) => {
    const { address: from, problem } = row.problem ? { problem: row.problem } : readFrom(row.from, siteUrl)
    if (from === undefined) return { row, problem }
    const line = lines.get(from)
    if (line !== undefined) return { row, problem: `»${from}« står også i linje ${line}.` }
    lines.set(from, row.line)
    const target = readTarget(row.to, state, hidden)
    if (typeof target === 'string') return { row, problem: target }
    after.set(from, target)
    return { row, from, target }
  })
  const places: Places = {
    redirect: (from) => Promise.resolve(after.get(from) ?? null),
    pageAt: (path) => Promise.resolve(state.shown.get(path)?.title ?? null),
    placeOf: (page) => Promise.resolve(state.pages.get(page) ?? null),
  }
  const planned: PlannedRow[] = []
  const writes: (Target & { from: string })[] = []
  for (const { row, from, target, problem } of read) {
    const { line } = row
    const reason =
      from === undefined
        ? problem
        : ((await takenProblem(from, places)) ??
          (await targetProblem(from, target, places, siteUrl)) ??
          deadEnd(target, after, state))
    if (from === undefined || reason !== undefined) {
      planned.push({ line, from: row.from, to: row.to, state: 'wrong', reason: reason ?? '' })
      continue
    }
    const known = redirects.get(from)
    const [to, before] = [told(target, state), known && told(known, state)]
    const isSame = known && known.page === target.page && (target.page !== null || known.url === target.url)
    if (!isSame) writes.push({ from, ...target })
    if (isSame) planned.push({ line, from, to, state: 'same' })
    else if (before === undefined) planned.push({ line, from, to, state: 'new' })
    else planned.push({ line, from, to, state: 'changed', before })
  }
  return { rows: planned, writes }
}

function readFrom(cell: string, siteUrl: string): ReturnType<typeof readOldAddress> {
  const problem = formula(cell, 'Gammel adresse')
  if (problem) return { problem }
  return cell ? readOldAddress(cell, siteUrl) : { problem: 'Feltet »Gammel adresse« er tomt.' }
}

/** The page or the address that a cell means; what is wrong with it, in Danish. */
function readTarget(
  cell: string,
  { shown, siteUrl }: SiteState,
  hidden: Map<string, number>,
): Target | string {
  if (!cell) return 'Feltet »Fører til« er tomt.'
  const problem = formula(cell, 'Fører til') ?? linkError(cell)
  if (problem) return problem
  const address = addressOnSite(cell, siteUrl)
  if (address === null || cell.includes('#')) return { page: null, url: cell }
  // With a query it may mean a part of the page.
  const page = shown.get(address)?.id ?? hidden.get(address)
  return page === undefined ? { page: null, url: cell } : { page, url: null }
}

/** Why an address of the site leads nowhere, in Danish. */
function deadEnd(
  { page, url }: Target,
  after: ReadonlyMap<string, Target>,
  { shown, siteUrl }: SiteState,
): string | undefined {
  const address = page === null ? addressOnSite(url ?? '', siteUrl) : null
  if (address === null) return undefined
  const { path } = splitOldAddress(address)
  const isThere =
    shown.has(path) || after.has(address) || after.has(path) || addressKind(path).name !== 'page'
  return isThere ? undefined : `Der er ingen side på »${path}«.`
}

/** Spreadsheets write formulas so. */
const formula = (cell: string, column: string): string | undefined =>
  /^['\t\r]?[=+@-]/.test(cell)
    ? `Feltet »${column}« begynder med »${cell.trim().slice(0, 1)}« som en formel i et regneark. Skriv en adresse.`
    : undefined

const told = ({ page, url }: Target, { pages }: SiteState): string =>
  (page === null ? url : pages.get(page)?.path) ?? 'ingen steder'
