import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { contentPages } from '../../e2e/tools/page-kinds.ts'

/** `p99` in milliseconds; `problems`: what went wrong, each once. */
export type Visits = { views: number; failed: number; p99: number; problems: string[] }

/**
 * Opens the pages of sites one after the other, as visitors do, until it is stopped.
 * @param sites each is asked by itself, at the same time
 * @param isBehindProxy all visitors come through a proxy that asks the next site if one does not answer at all
 */
export function startVisits(sites: readonly string[], isBehindProxy = false) {
  const times: number[] = []
  const problems = new Set<string>()
  let failed = 0
  const stopping = new AbortController()
  const agent = new http.Agent({ keepAlive: true })
  const paths = contentPages.map(([, path]) => path)

  async function visit(path: string, ordered: readonly string[]): Promise<void> {
    const startedAt = performance.now()
    let problem = ''
    for (const site of ordered) {
      problem = await open(site + path, agent).catch(
        (error: NodeJS.ErrnoException) => `${error.code ?? error}`,
      )
      // A site that answers has answered.
      if (!problem || /^\d/.test(problem)) break
    }
    times.push(performance.now() - startedAt)
    if (problem) failed += 1
    if (problem) problems.add(`${path} ${problem}`)
  }

  async function keepVisiting(own: readonly string[]): Promise<void> {
    for (let count = 0; !stopping.signal.aborted; count++) {
      const first = count % own.length
      await visit(paths[count % paths.length] ?? '/', [...own.slice(first), ...own.slice(0, first)])
      await delay(PAUSE)
    }
  }

  const visitors = isBehindProxy ? [sites] : sites.map((site) => [site])
  const working = Promise.all(visitors.map(keepVisiting))
  return {
    async stop(): Promise<Visits> {
      stopping.abort()
      await working
      agent.destroy()
      const sorted = times.toSorted((a, b) => a - b)
      const p99 = Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0)
      return { views: times.length, failed, p99, problems: [...problems] }
    },
  }
}

/** Resolves to what was wrong with the answer, or to nothing. */
function open(url: string, agent: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, timeout: 5000, headers: { 'accept-encoding': 'gzip' } })
    request.once('timeout', () => request.destroy(Object.assign(new Error(), { code: 'no answer in 5 s' })))
    request.once('error', reject)
    request.once('response', (response) => {
      response.resume()
      response.once('error', reject)
      response.once('end', () => resolve(response.statusCode === 200 ? '' : String(response.statusCode)))
    })
  })
}

const PAUSE = 15
