import { setTimeout as delay } from 'node:timers/promises'
import { replicatedPostgres } from '../tools/replicated-postgres.ts'
import { type Drill, inSeconds } from './drill.ts'
import { startSaves } from './tools/saves.ts'
import { showsOnAll, startSites } from './tools/sites.ts'
import { startVisits } from './tools/visits.ts'

/** Two instances on two PostgreSQL servers in streaming replication; the primary dies, the standby is promoted. */
export const drill: Drill = {
  name: 'failover',
  async run() {
    const servers = await replicatedPostgres()
    const site = await startSites(servers.url, 2)
    try {
      const visits = startVisits(site.urls)
      const saves = await startSaves(site.urls)
      await delay(CALM)
      const killedAt = performance.now()
      servers.killPrimary()
      await delay(UNTIL_PROMOTED)
      await servers.promoteStandby()
      const promotedAt = performance.now()
      const savedAt = await saves.firstAfter(promotedAt)
      await delay(CALM)
      const { acknowledged, refused, unkind } = await saves.stop()
      const shown = await showsOnAll(site.urls)
      const { views, failed, problems } = await visits.stop()
      const goesOn = savedAt - promotedAt
      return {
        done: `primary killed, standby promoted ${inSeconds(promotedAt - killedAt)} later; ${views} views, ${acknowledged} saves, ${refused} told to try again`,
        failedViews: failed,
        lostSaves: await saves.countLost(servers.standbyUrl),
        recovery: `saves ${inSeconds(goesOn)} after the promotion (${inSeconds(savedAt - killedAt)} after the kill); then on both in ${inSeconds(shown)}`,
        promise: {
          text: 'saves go on within 10 s of the promotion',
          broken: [...problems, ...unkind, ...(goesOn < 10_000 ? [] : [`saves took ${inSeconds(goesOn)}`])],
        },
      }
    } finally {
      await site.stop()
      servers.remove()
    }
  },
}

const CALM = 5_000
/** How long nobody takes writes. */
const UNTIL_PROMOTED = 4_000
