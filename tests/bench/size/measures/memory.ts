import { existsSync, readFileSync } from 'node:fs'
import { mixedEdits } from '../edits.ts'
import { type Figures, rounded } from '../goals.ts'
import { progress, type SizedSite } from '../sized-site.ts'

const EDITS = 1000
const MOST_MS = 180_000
const UNKNOWN = 20_000

/** The server's memory with all pages made, and what many edits and unknown addresses add. Nothing without /proc. */
export async function measureMemory(site: SizedSite): Promise<Figures> {
  if (!existsSync(statusFile(site))) return {}
  const { call } = await site.logIn()
  await site.untilAllMade()
  const before = megabytes(site)
  const nextEdit = await mixedEdits(site, call)
  const startedAt = performance.now()
  let edits = 0
  for (; edits < EDITS && performance.now() - startedAt < MOST_MS; edits++) {
    const { save, checks } = await nextEdit(10_000 + edits)
    await save()
    for (const { path } of checks) await site.get(path)
    if (edits % 200 === 199) progress(`${edits + 1} edits: ${megabytes(site)} MB`)
  }
  for (let at = 0; at < UNKNOWN; at += 50)
    await Promise.all(Array.from({ length: 50 }, (_, one) => site.get(`/findes-ikke/${at + one}`)))
  await site.untilAllMade()
  progress(`${edits} edits and ${UNKNOWN} unknown addresses: ${before} → ${megabytes(site)} MB`)
  return {
    'memory with all pages made, MB': before,
    'memory after edits and unknown paths, growth in MB': rounded(megabytes(site) - before),
  }
}

const statusFile = (site: SizedSite): string => `/proc/${site.pid()}/status`

function megabytes(site: SizedSite): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(statusFile(site), 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
