import { logIn } from '../e2e/tools/admin.ts'

const SAVES = 20

/** Saves a contact's title again and again, and waits each time for the public page to show it. */
export async function measureSaves(siteUrl: string, address: string): Promise<Record<string, number>> {
  const { call } = await logIn(siteUrl)
  const { docs } = await call<{ docs: { id: number }[] }>('GET', '/press-contacts?limit=1')
  const times: number[] = []
  for (let save = 0; save < SAVES; save += 1) {
    const title = `Titel nummer ${save} af ${SAVES}`
    await call('PATCH', `/press-contacts/${docs[0]?.id}`, { title, _status: 'published' })
    const savedAt = performance.now()
    while (!(await (await fetch(siteUrl + address)).text()).includes(title)) {
      if (performance.now() - savedAt > 10_000) throw new Error('The page did not show the save within 10 s')
    }
    times.push(performance.now() - savedAt)
  }
  const sorted = times.toSorted((a, b) => a - b).map(Math.round)
  return {
    median: sorted[SAVES / 2] ?? 0,
    p95: sorted[Math.ceil(SAVES * 0.95) - 1] ?? 0,
    max: sorted.at(-1) ?? 0,
  }
}
