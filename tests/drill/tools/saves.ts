import { setTimeout as delay } from 'node:timers/promises'
import { logIn } from '../../e2e/tools/admin.ts'
import { sql } from '../../e2e/tools/sql.ts'

/**
 * `acknowledged`: how many saves were. `refused`: how many were told in words to try again. `unkind`: what else was answered,
 * each once. `longestPause`: milliseconds between two that were acknowledged.
 */
export type Saves = { acknowledged: number; refused: number; unkind: string[]; longestPause: number }

/** Saves through sites in turn, one save after the other, until it is stopped. */
export async function startSaves(sites: readonly string[]) {
  const editors: Awaited<ReturnType<typeof logIn>>[] = []
  // One after the other: two logins to one account in the same moment, through two instances, leave one session only, as the
  // CMS writes the list of sessions that it has read before it compared the password.
  for (const site of sites) editors.push(await logIn(site))
  const run = Math.random().toString(36).slice(2, 10).replaceAll(/\d/g, 'x')
  const acknowledged: { from: string; at: number }[] = []
  const unkind = new Set<string>()
  let refused = 0
  const stopping = new AbortController()

  async function save(count: number): Promise<void> {
    const from = `/oevelse/${run}-${count}`
    try {
      await editors[count % editors.length]?.call('POST', '/redirects', { from, url: '/kontakt' })
      acknowledged.push({ from, at: performance.now() })
    } catch (error) {
      if (/answered (503: .*røv igen|507: .*ikke plads)/s.test(String(error))) refused += 1
      else unkind.add(reasonOf(error as Error))
    }
  }

  const working = (async () => {
    for (let count = 0; !stopping.signal.aborted; count++) {
      await save(count)
      await delay(PAUSE)
    }
  })()
  return {
    /** Resolves to the instant of the first save after `instant` that is acknowledged; both by performance.now(). */
    async firstAfter(instant: number, most = 90_000): Promise<number> {
      for (let waited = 0; waited < most; waited += 20) {
        const next = acknowledged.find(({ at }) => at > instant)
        if (next) return next.at
        await delay(20)
      }
      return Infinity
    },
    async stop(): Promise<Saves> {
      stopping.abort()
      await working
      const times = acknowledged.map(({ at }) => at)
      const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0))
      return {
        acknowledged: acknowledged.length,
        refused,
        unkind: [...unkind],
        longestPause: Math.max(0, ...pauses),
      }
    },
    /** How many that were acknowledged are not in the database. */
    async countLost(databaseUrl: string): Promise<number> {
      const rows = await sql<{ from: string }>(databaseUrl, 'SELECT "from" FROM redirects')
      const there = new Set(rows.map(({ from }) => from))
      return acknowledged.filter(({ from }) => !there.has(from)).length
    },
  }
}

const reasonOf = ({ message, cause }: Error): string =>
  `${message.replace(/oevelse\/\w+-\d+/, '…').slice(0, 160)} ${(cause as NodeJS.ErrnoException)?.code ?? ''}`.trim()

const PAUSE = 30
