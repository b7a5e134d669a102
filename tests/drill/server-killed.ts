import { setTimeout as delay } from 'node:timers/promises'
import { temporaryPostgres } from '../databases.ts'
import { familyOf, listenerOn } from '../tools/processes.ts'
import { type Drill, inSeconds, untilDone } from './drill.ts'
import { startSites } from './tools/sites.ts'
import { startVisits } from './tools/visits.ts'

/** One of two instances behind a proxy loses its server process without a word; its supervisor starts it again. */
export const drill: Drill = {
  name: 'server-killed',
  async run() {
    const postgres = await temporaryPostgres()
    const { sites, urls, stop } = await startSites(postgres.url, 2)
    try {
      const [struck] = sites
      const port = Number(new URL(struck?.url ?? '').port)
      const serving = () => listenerOn(port, familyOf(struck?.pid ?? 0))
      const visits = startVisits(urls, true)
      await delay(2_000)
      const killed = serving()
      if (!killed) throw new Error('No process listens')
      process.kill(killed, 'SIGKILL')
      const back = await untilDone(async () => {
        const answer = await fetch(`${struck?.url}/`)
        if (!answer.ok) throw new Error(`It answers ${answer.status}`)
      }, 60_000).catch(() => Infinity)
      await delay(2_000)
      const { views, failed, problems } = await visits.stop()
      return {
        done: `server process of one of two instances killed -9; ${views} views through both`,
        failedViews: failed,
        lostSaves: 0,
        recovery: `it answers again after ${inSeconds(back)}`,
        promise: {
          text: 'it is started again by itself',
          broken: [...problems, ...(back < 60_000 ? [] : ['it was not started again'])],
        },
      }
    } finally {
      await stop()
      await postgres.remove()
    }
  },
}
