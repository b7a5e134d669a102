import { type Asker, named, type Place, poolOf, type Waiting } from './documents.ts'

/** An address of another site that has failed twice, at least six days apart. */
export type OutsideFault = {
  url: string
  /** The status of its answer, or `dns`, `tls` or `silent` (src/server/serve/outside). */
  outcome: string
  since: Date
  /** How often it has been tried in vain. */
  failures: number
  /** Where visitors are led to it. */
  documents: Waiting[]
}

/** The links to other sites that do not work, the longest first, with what leads to them that one may edit. */
export async function readOutsideFaults(siteUrl: string, asker: Asker): Promise<OutsideFault[]> {
  const { rows } = await poolOf(asker).query<Place & Omit<OutsideFault, 'documents'>>(
    'SELECT collection, id, url, outcome, failing_since AS since, failures FROM outside.told($1)',
    [new URL(siteUrl).host.replace(/^www\./, '')],
  )
  const faults = new Map<string, OutsideFault>()
  for (const { url, outcome, since, failures, ...document } of await named(rows, asker, 'editable')) {
    const fault = faults.get(url) ?? { url, outcome, since, failures, documents: [] }
    fault.documents.push(document)
    faults.set(url, fault)
  }
  return [...faults.values()]
}
