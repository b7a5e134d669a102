import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { temporaryPostgres } from '../../databases.ts'
import { ask } from '../tools/ask.ts'
import { DEPARTMENT, PRESS } from '../tools/page-kinds.ts'
import { type RunningSite, startSite } from '../tools/start-site.ts'

const THREE = Date.parse('2026-11-23T15:00:00+01:00')

let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
let site: RunningSite

const health = async () =>
  JSON.parse((await ask(site.url, '/api/health/ready')).text) as { database: string; old: number }

/** The site's clock. */
const clock = async () => Date.parse((await fetch(site.url)).headers.get('date') ?? '')

/** Pages that say something by the clock, or do not. */
const texts = () =>
  Promise.all(['/', PRESS, '/kontakt', DEPARTMENT].map(async (path) => (await ask(site.url, path)).text))

beforeAll(async () => {
  postgres = await temporaryPostgres()
  const filling = await startSite({ DATABASE_URL: postgres.url })
  await filling.stop()
  // Time enough to start and to lose the database before the press staff go home.
  site = await startSite({ DATABASE_URL: postgres.url, SITE_CLOCK: new Date(THREE - 45_000).toISOString() })
})

afterAll(async () => {
  await site.stop()
  await postgres.remove()
})

test('what the clock changes while the database is away is right at the instant', async () => {
  await vi.waitUntil(async () => (await health()).old === 0, { timeout: 30_000 })
  const [, press, contact, department] = await texts()
  expect(press).toContain('data-press-duty="staff"')
  expect(contact).toContain('data-open="true" data-live="by-og-land-opening"')
  await postgres.stop()
  await vi.waitUntil(async () => (await health()).database === 'down', { timeout: 20_000 })
  expect(await clock()).toBeLessThan(THREE)
  await vi.waitUntil(async () => (await clock()) >= THREE, { timeout: 60_000, interval: 50 })
  const [front, pressAfter, contactAfter, departmentAfter] = await texts()
  expect(front).toContain('data-press-duty="duty"')
  expect(pressAfter).toContain('data-press-duty="duty"')
  expect(contactAfter).toContain('data-open="false" data-live="by-og-land-opening"')
  expect(departmentAfter).toBe(department)
}, 180_000)
