import { setTimeout as delay } from 'node:timers/promises'
import { type Figures, quantile } from '../goals.ts'
import { freeDates, readPlaces, readShownBoxes } from '../places.ts'
import { progress, type SizedSite } from '../sized-site.ts'

const PAGES = 2000
const AT_A_TIME = 20

/** A Monday at 8:00:00, when all offices open: from a second after, each page must say so. Starts the site anew. */
export async function measureOpening(site: SizedSite): Promise<Figures> {
  const [monday] = await freeDates(site.databaseUrl, 1)
  const places = new Map((await readPlaces(site.databaseUrl)).map(({ id, path }) => [id, path]))
  const shown = new Set((await readShownBoxes(site.databaseUrl)).map(({ page }) => page))
  const paths = [...shown].flatMap((page) => places.get(page) ?? []).slice(0, PAGES)
  // The clock starts with the process, so the start must fit in before eight.
  const msBefore = Math.round(site.startMs() * 1.5 + 15_000)
  await site.stop()
  const eight = performance.now() + msBefore
  const clock = new Date(Date.parse(`${monday}T07:00:00Z`) - msBefore).toISOString()
  await site.start({ SITE_CLOCK: clock })
  const [first = '/'] = paths
  if (!CLOSED.test((await site.get(first)).text)) throw new Error(`${first} is not closed before eight`)
  progress(`waiting for eight o'clock`)
  await delay(Math.max(0, eight - performance.now() + 1000 + BOOT_MS))
  const times: number[] = []
  const wrong = await wrongOf(paths, times)
  progress(`${wrong.length} of ${paths.length} pages wrong, p95 ${quantile(times, 0.95)} ms`)
  await delay(10_000)
  progress(`${(await wrongOf(wrong, [])).length} of them wrong some ten seconds later`)
  await site.stop()
  await site.start()
  return { '08:00:00: pages with hours wrong after 1 s': wrong.length }

  async function wrongOf(asked: readonly string[], times: number[]): Promise<string[]> {
    const waiting = [...asked]
    const wrong: string[] = []
    const ask = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const { status, text, ms } = await site.get(path)
        times.push(ms)
        if (status !== 200 || !OPEN.test(text) || CLOSED.test(text)) wrong.push(path)
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, ask))
    return wrong
  }
}

const OPEN = /data-open="true"/
const CLOSED = /data-open="false"/

/** The site's clock begins when its process does, some moments after we start it. */
const BOOT_MS = 100
