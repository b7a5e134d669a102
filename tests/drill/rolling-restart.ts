import { setTimeout as delay } from 'node:timers/promises'
import { startSite } from '../e2e/tools/start-site.ts'
import { temporaryPostgres } from '../databases.ts'
import { type Drill, inSeconds } from './drill.ts'
import { showsOnAll, startSites, untilMade } from './tools/sites.ts'
import { startVisits } from './tools/visits.ts'

/** Two instances behind a proxy are restarted one after the other, as for an update. */
export const drill: Drill = {
  name: 'rolling-restart',
  async run() {
    const postgres = await temporaryPostgres()
    const { sites, urls, shared, stop } = await startSites(postgres.url, 2)
    try {
      const visits = startVisits(urls, true)
      const startedAt = performance.now()
      for (const [index, site] of sites.entries()) {
        await delay(1_000)
        await site.stop()
        sites[index] = await startSite({ ...shared, PORT: new URL(site.url).port })
        await untilMade(site.url)
      }
      const took = performance.now() - startedAt
      const shown = await showsOnAll(urls)
      const { views, failed, problems, p99 } = await visits.stop()
      return {
        done: `two instances stopped and started in turn; ${views} views, p99 ${p99} ms`,
        failedViews: failed,
        lostSaves: 0,
        recovery: `both new after ${inSeconds(took)}; then on both in ${inSeconds(shown)}`,
        promise: { text: 'no visitor notices', broken: problems },
      }
    } finally {
      await stop()
      await postgres.remove()
    }
  },
}
