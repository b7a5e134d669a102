import { type Figures, quantile } from '../goals.ts'
import { firstException } from '../edits.ts'
import type { SizedSite } from '../sized-site.ts'

const SAVES = 40
const MOST_MS = 120_000

/** How long Payload takes to answer a save over REST. */
export async function measureRestSaves(site: SizedSite): Promise<Figures> {
  const { call } = await site.logIn()
  const [page] = (await site.randomPages(Infinity)).filter(({ depth }) => depth > 2).toReversed()
  const { docs } = await call<{ docs: { id: number }[] }>('GET', '/press-contacts?limit=1&depth=0&sort=-id')
  const exception = await firstException(site, call)
  const p95 = async (path: string, change: (save: number) => object) => {
    const times: number[] = []
    const startedAt = performance.now()
    for (let save = 0; save < SAVES && performance.now() - startedAt < MOST_MS; save++) {
      const savedAt = performance.now()
      await call('PATCH', path, { ...change(save), _status: 'published' })
      times.push(performance.now() - savedAt)
    }
    return quantile(times, 0.95)
  }
  return {
    'save of a page, p95 ms': await p95(`/pages/${page?.id}`, (save) => ({ summary: `Resumé ${save}` })),
    'save of a contact, p95 ms': await p95(`/press-contacts/${docs[0]?.id}`, (save) => ({
      title: `Titel ${save}`,
    })),
    'save of an exception, p95 ms': await p95(`/hours-exceptions/${exception.id}`, (save) => ({
      reason: `Flytning ${save}`,
    })),
  }
}
