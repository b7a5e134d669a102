import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { temporaryPostgres } from '../../databases.ts'
import { familyOf } from '../../tools/processes.ts'
import { type Drill, inSeconds } from '../drill.ts'
import { startSaves } from './saves.ts'
import { showsOnAll, startSites } from './sites.ts'
import { startVisits } from './visits.ts'

type Postgres = { url: string; pids: () => number[] }

/**
 * A drill on one instance and its PostgreSQL, while pages are opened and saved.
 * @param harm is done to PostgreSQL; resolves when it is over
 * @param most milliseconds from then on until a save is acknowledged
 */
export function databaseDrill(options: {
  name: string
  what: string
  harm: (postgres: Postgres) => Promise<void>
  most: number
}): Drill {
  const { name, what, harm, most } = options
  return {
    name,
    async run() {
      const postgres = await temporaryPostgres()
      const { urls, stop } = await startSites(postgres.url, 1)
      try {
        const visits = startVisits(urls)
        const saves = await startSaves(urls)
        await delay(CALM)
        const file = path.join(postgres.folder, 'postgres/cluster/postmaster.pid')
        const pids = () => familyOf(Number(readFileSync(file, 'utf8').split('\n')[0]))
        await harm({ url: postgres.url, pids })
        const over = performance.now()
        const goesOn = (await saves.firstAfter(over)) - over
        await delay(CALM)
        const { acknowledged, refused, unkind, longestPause } = await saves.stop()
        const shown = await showsOnAll(urls)
        const { views, failed, problems } = await visits.stop()
        return {
          done: `${what}; ${views} views, ${acknowledged} saves, ${refused} told to try again`,
          failedViews: failed,
          lostSaves: await saves.countLost(postgres.url),
          recovery: `saves ${inSeconds(goesOn)} afterwards (pause of ${inSeconds(longestPause)}); shown in ${inSeconds(shown)}`,
          promise: {
            text: `saves go on within ${inSeconds(most)}`,
            broken: [...problems, ...unkind, ...(goesOn < most ? [] : [`saves took ${inSeconds(goesOn)}`])],
          },
        }
      } finally {
        await stop()
        await postgres.remove()
      }
    },
  }
}

const CALM = 3_000
