import { setTimeout as delay } from 'node:timers/promises'
import type { Figures } from '../goals.ts'
import { progress, type SizedSite } from '../sized-site.ts'

const PER_SECOND = 200

/** Requests over all pages, some seconds before, while the database is away and some seconds after. */
export async function measureOutage(site: SizedSite): Promise<Figures> {
  const paths = (await site.randomPages(Infinity)).map(({ path }) => path)
  await site.untilAllMade()
  const isOver = new AbortController()
  const failed: Record<string, number> = {}
  let asked = 0
  const open = new Set<Promise<void>>()
  const ask = async (path: string) => {
    const words = await site.get(path).then(
      ({ status }) => (status === 200 ? null : String(status)),
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
    if (words) failed[words] = (failed[words] ?? 0) + 1
  }
  const asking = (async () => {
    const startedAt = performance.now()
    while (!isOver.signal.aborted) {
      while (asked < ((performance.now() - startedAt) / 1000) * PER_SECOND) {
        const request = ask(paths[asked++ % paths.length] ?? '/')
        open.add(request)
        void request.then(() => open.delete(request))
      }
      await delay(5)
    }
    await Promise.all(open)
  })()
  await delay(5000)
  await site.postgres.stop()
  progress('the database is away')
  await delay(site.isLarge ? 60_000 : 10_000)
  await site.postgres.startAgain()
  await delay(10_000)
  isOver.abort()
  await asking
  progress(`${asked} requests, failed: ${JSON.stringify(failed)}`)
  return { 'database away: failed requests': Object.values(failed).reduce((sum, count) => sum + count, 0) }
}
