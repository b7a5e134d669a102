import { setTimeout as delay } from 'node:timers/promises'
import { temporaryPostgres } from '../databases.ts'
import { ADDRESSES } from '../../src/domain/addresses.ts'
import { contentPages } from '../e2e/tools/page-kinds.ts'
import { startSite } from '../e2e/tools/start-site.ts'
import { nginxIsMissing, type RunningNginx, SITE_NAME, startNginx } from './tools/nginx.ts'
import { type Drill, inSeconds, untilDone } from './drill.ts'
import { startSites } from './tools/sites.ts'

/** Two instances behind deploy/nginx are restarted in turn, and then both are away for a while. */
export const drill: Drill = {
  name: 'nginx',
  async run() {
    const missing = nginxIsMissing()
    if (missing)
      return {
        done: `nothing: ${missing}`,
        failedViews: 0,
        lostSaves: 0,
        recovery: '–',
        promise: { text: '', broken: [] },
      }
    const postgres = await temporaryPostgres()
    const { sites, shared, stop } = await startSites(postgres.url, 2, {
      SITE_URL: `https://${SITE_NAME}`,
      TRUST_PROXY: '1',
    })
    const ports = sites.map(({ url }) => Number(new URL(url).port))
    const nginx = await startNginx([ports[0] ?? 0, ports[1] ?? 0])
    try {
      const visits = startVisits(nginx, pages, 10)
      // Slower than nginx's limit of 20 a second.
      const others = startVisits(nginx, made, 60)
      await delay(CALM)
      // As docs/operating/update.md says: the next one as soon as the one before is ready.
      for (const [index, site] of [...sites.entries(), ...sites.entries()]) {
        await sites[index]?.stop()
        sites[index] = await startSite({ ...shared, PORT: new URL(site.url).port })
        await untilReady(site.url)
      }
      const failedOthers = await others.stop()
      const restarted = visits.count()
      for (const site of sites) await site.stop('SIGKILL')
      await delay(AWAY)
      const away = visits.count() - restarted
      const [site] = sites
      const startedAt = performance.now()
      if (site) sites[0] = await startSite({ ...shared, PORT: new URL(site.url).port })
      const fresh = await untilDone(async () => {
        if ((await nginx.ask('/')).headers['x-cache'] === 'STALE') throw new Error('Still a copy')
      })
      const recovery = `fresh pages ${inSeconds(performance.now() - startedAt)} after the start, ${inSeconds(fresh)} after the port opened`
      const failed = [...failedOthers, ...(await visits.stop())]
      return {
        done: `two instances restarted in turn, twice, ${restarted} views and ${others.count()} searches and the like; then none for ${inSeconds(AWAY)}, ${away} views`,
        failedViews: failed.length,
        lostSaves: 0,
        recovery,
        promise: { text: 'no visitor notices', broken: [...new Set(failed)] },
      }
    } finally {
      await nginx.stop()
      await stop()
      await postgres.remove()
    }
  },
}

async function untilReady(url: string): Promise<void> {
  await untilDone(async () => {
    if (!(await fetch(url + ADDRESSES.ready.path)).ok) throw new Error(`${url} is not ready`)
  })
}

/** Each page in each encoding. */
const pages = contentPages.flatMap(([, path]) => ['br', 'gzip'].map((encoding) => ({ path, encoding })))

/** What no copy is kept of. */
const made = [`${ADDRESSES.search.path}?q=vej`, ADDRESSES.pressDutyApi.path].map((path) => ({
  path,
  encoding: 'br',
}))

/** Opens addresses one after the other until it is stopped; that gives what failed. @param pause milliseconds */
function startVisits(
  nginx: RunningNginx,
  addresses: readonly { path: string; encoding: string }[],
  pause: number,
) {
  const failed: string[] = []
  let views = 0
  const stopping = new AbortController()
  const working = (async () => {
    while (!stopping.signal.aborted) {
      const { path, encoding } = addresses[views % addresses.length] ?? { path: '/', encoding: 'br' }
      const status = await nginx.ask(path, { headers: { 'accept-encoding': encoding } }).then(
        (answer) => answer.status,
        (error: Error) => error.message,
      )
      views += 1
      if (status !== 200) failed.push(`${path} ${status}`)
      await delay(pause)
    }
  })()
  return {
    count: () => views,
    async stop(): Promise<string[]> {
      stopping.abort()
      await working
      return failed
    },
  }
}

const CALM = 2_000
const AWAY = 10_000
