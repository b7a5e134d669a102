import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { logIn } from '../../e2e/tools/admin.ts'
import { PRESS } from '../../e2e/tools/page-kinds.ts'
import { type RunningSite, startSite } from '../../e2e/tools/start-site.ts'
import { ADDRESSES, ADMIN } from '../../../src/domain/addresses.ts'
import { untilDone } from '../drill.ts'

/** Starts as many instances of the site on one database, and waits until their pages are made and all of the app is loaded. */
export async function startSites(
  databaseUrl: string,
  count: number,
  environment: Record<string, string> = {},
) {
  const shared = {
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: randomBytes(24).toString('hex'),
    ...environment,
  }
  const sites: RunningSite[] = []
  for (let started = 0; started < count; started++) sites.push(await startSite(shared))
  for (const { url } of sites) {
    await untilMade(url)
    await untilLoaded(url)
  }
  return {
    sites,
    urls: sites.map(({ url }) => url),
    shared,
    stop: async () => void (await Promise.all(sites.map((site) => site.stop()))),
  }
}

/** Waits until all pages of a site are made and right. */
export async function untilMade(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => null)
    const health = (await response?.json().catch(() => null)) as { old?: number; database?: string } | null
    if (health?.old === 0 && health.database === 'up') return
    await delay(100)
  }
}

/** A server loads what few ask for in its first seconds, once: what it is asked for now it has loaded. */
async function untilLoaded(url: string): Promise<void> {
  const some = Object.values(ADDRESSES).filter(({ answer }) => answer === 'made' || answer === 'api')
  for (const { path } of [...some, ADDRESSES.me, ADDRESSES.rights])
    await fetch(url + path, { redirect: 'manual' })
  await fetch(url + ADMIN)
}

/** What is saved through each instance now shows on all; resolves to the slowest, in milliseconds. */
export async function showsOnAll(urls: readonly string[]): Promise<number> {
  let slowest = 0
  for (const [index, url] of urls.entries()) {
    const title = `Gemt bagefter ${index} ${Math.random()}`
    await untilDone(async () => {
      const { call } = await logIn(url)
      const { docs } = await call<{ docs: { id: number }[] }>(
        'GET',
        '/press-contacts?where[slug][equals]=anders-aaen-larsen',
      )
      await call('PATCH', `/press-contacts/${docs[0]?.id}`, { title })
    })
    for (const other of urls) {
      const shown = await untilDone(async () => {
        const page = await (await fetch(other + PRESS)).text()
        if (!page.includes(title)) throw new Error(`${other} does not show what was saved on ${url}`)
      })
      slowest = Math.max(slowest, shown)
    }
  }
  return slowest
}
