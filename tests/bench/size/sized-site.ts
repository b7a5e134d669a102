import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { runSetup } from '../../../src/server/setup/run-setup.ts'
import { temporaryPostgres } from '../../databases.ts'
import { logIn } from '../../e2e/tools/admin.ts'
import { administrator, type RunningSite, startSite } from '../../e2e/tools/start-site.ts'
import { seeded } from '../search-data.ts'
import { fillSite, sizeOf } from './fill/fill-site.ts'
import { type Place, readPlaces } from './places.ts'
import { openVisitor } from './visitor.ts'

/** A running site of some size, with what measuring it takes. */
export type SizedSite = Awaited<ReturnType<typeof openSizedSite>>

/** @param pages how many to add to the first content */
export async function openSizedSite(pages: number) {
  const postgres = await temporaryPostgres()
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    PAYLOAD_SECRET: randomBytes(16).toString('hex'),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  })
  await runSetup({
    databaseUrl: postgres.url,
    dataDir: postgres.folder,
    progress: () => {},
    signal: new AbortController().signal,
  })
  if (pages > 0) {
    progress(`filling in ${pages} pages`)
    await fillSite(postgres.url, sizeOf(pages))
  }
  const { next } = seeded(7)
  let site: RunningSite | null = null
  let visitor = openVisitor('http://localhost')
  let startMs = 0
  const running = () => {
    if (!site) throw new Error('The site does not run')
    return site
  }

  return {
    postgres,
    databaseUrl: postgres.url,
    isLarge: pages > 0,
    get: (path: string, headers: Record<string, string> = {}) => visitor.get(path, headers),
    url: () => running().url,
    pid: () => running().serverPid(),
    /** What the site has printed since its last start. */
    output: () => running().output(),
    /** How long the last start took, until the port answered. */
    startMs: () => startMs,
    async start(environment: Record<string, string> = {}): Promise<void> {
      const startedAt = performance.now()
      site = await startSite({ DATABASE_URL: postgres.url, ...environment })
      visitor = openVisitor(site.url)
      await visitor.get('/api/health/live')
      startMs = performance.now() - startedAt
    },
    async stop(): Promise<void> {
      visitor.close()
      await site?.stop()
      site = null
    },
    async remove(): Promise<void> {
      await this.stop()
      await postgres.remove()
    },
    logIn: () => logIn(running().url),
    /** Pages by chance, each once. */
    async randomPages(most: number): Promise<Place[]> {
      const places = await readPlaces(postgres.url)
      return places
        .map((place) => ({ place, by: next() }))
        .toSorted((a, b) => a.by - b.by)
        .slice(0, most)
        .map(({ place }) => place)
    },
    /** Waits until the background has made all that is old; answers how many renders there have been since the start. */
    async untilAllMade(): Promise<{ renders: number; lastAt: number }> {
      let last = { renders: -1, lastAt: performance.now() }
      for (let round = 1; ; round++) {
        const { renders, old } = JSON.parse((await visitor.get('/api/health/ready')).text) as {
          renders: number
          /** Not told by every version of the site. */
          old?: number
        }
        if (renders !== last.renders) last = { renders, lastAt: performance.now() }
        // A change that was just saved may not have been heard yet.
        const quiet = performance.now() - last.lastAt
        if (old === undefined ? quiet > 3000 : old === 0 && quiet > 500) return last
        if (round % 100 === 0) progress(`background: ${renders} renders so far, ${old ?? '?'} pages old`)
        await delay(100)
      }
    },
  }
}

export function progress(words: string): void {
  console.log(`  ${words} …`)
}
