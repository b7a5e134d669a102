import { sql } from '../../../e2e/tools/sql.ts'
import { shows } from '../edits.ts'
import { type Figures, quantile, rounded } from '../goals.ts'
import type { SizedSite } from '../sized-site.ts'

const PAGES = 300

/** A start with a build and a filled database; the footer was changed while the site was down. */
export async function measureStart(site: SizedSite): Promise<Figures> {
  await site.stop()
  const street = 'Nystartet Vej 1'
  await sql(site.databaseUrl, 'UPDATE footer SET street = $1', [street])
  const pages = await site.randomPages(PAGES)
  await site.start()
  const times: number[] = []
  let wrong = 0
  for (const { path } of pages) {
    const answer = await site.get(path)
    times.push(answer.ms)
    if (!shows(street)(answer)) wrong++
  }
  return {
    'warm start → port open, ms': rounded(site.startMs()),
    'after a start: pages wrong': wrong,
    'after a start: first request, p95 ms': quantile(times, 0.95),
  }
}
