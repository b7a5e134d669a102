import { DESK_SEARCH, TREE, treeAddress } from '../../../../src/domain/addresses.ts'
import {
  type ImportAnswer,
  listExportAddress,
  listImportAddress,
} from '../../../../src/domain/text/list-files.ts'
import { sql } from '../../../e2e/tools/sql.ts'
import { type Figures, quantile, rounded } from '../goals.ts'
import type { SizedSite } from '../sized-site.ts'

const TIMES = 20

/** How long an editor waits for the tree, for what is searched for in it and everywhere, and for a list that comes back changed. */
export async function measureDesk(site: SizedSite): Promise<Figures> {
  const { token } = await site.logIn()
  // As a browser does: without it Payload does not read the cookie.
  const headers = { cookie: `payload-token=${token}`, 'sec-fetch-site': 'same-origin' }
  const opened = async (path: string) => {
    const times: number[] = []
    // The first one loads the code.
    for (let time = 0; time <= TIMES; time++) {
      const { status, ms } = await site.get(path, { ...headers, accept: 'text/html, application/json' })
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      if (time > 0) times.push(ms)
    }
    return quantile(times, 0.95)
  }
  const [largest] = await sql<{ parent: number }>(
    site.databaseUrl,
    `SELECT parent_id AS parent FROM pages WHERE parent_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  )
  return {
    'admin: tree, p95 ms': await opened(TREE),
    'admin: largest branch of the tree, p95 ms': await opened(
      treeAddress(`?parent=${largest?.parent ?? ''}`),
    ),
    'admin: typing in the tree, p95 ms': await opened(treeAddress('?q=affald')),
    'admin: search everything, p95 ms': await opened(`${DESK_SEARCH}?q=affald`),
    ...(site.isLarge && (await importAll(site, headers))),
  }
}

/** Fetches all press contacts as a file, changes each title, and sends it: tried out, and then done. */
async function importAll(site: SizedSite, headers: Record<string, string>): Promise<Figures> {
  const fetched = await fetch(site.url() + listExportAddress('press-contacts', new URLSearchParams()), {
    headers,
  })
  const [head = '', ...rows] = (await fetched.text()).trimEnd().split('\r\n')
  const title = head.split(';').indexOf('Titel')
  const changed = rows.slice(0, 5000).map((row) => {
    const cells = row.split(';')
    return cells.with(title, `${cells[title]} i dag`).join(';')
  })
  const file = new Blob([[head, ...changed].join('\r\n')], { type: 'text/csv' })
  const send = async (seen: string | null): Promise<ImportAnswer> => {
    const form = new FormData()
    form.append('_payload', JSON.stringify({ seen }))
    form.append('file', file, 'liste.csv')
    const answer = await fetch(site.url() + listImportAddress('press-contacts'), {
      method: 'POST',
      headers: { ...headers, origin: site.url() },
      body: form,
    })
    const said = (await answer.text()).trimEnd().split('\n').at(-1) ?? ''
    const told = JSON.parse(said) as ImportAnswer | object
    if (!('rows' in told)) throw new Error(`The import answered ${answer.status}: ${said.slice(0, 500)}`)
    return told
  }
  const startedAt = performance.now()
  const { plan } = await send(null)
  const triedAt = performance.now()
  const { written } = await send(plan)
  const savedAt = performance.now()
  if (written !== changed.length) throw new Error(`${written} of ${changed.length} rows were saved`)
  return {
    'admin: 5,000 changed contacts tried out, s': rounded((triedAt - startedAt) / 1000),
    'admin: 5,000 changed contacts saved, s': rounded((savedAt - triedAt) / 1000),
  }
}
