import { readFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import { ADDRESSES } from '../../../src/domain/addresses.ts'
import { ask } from '../tools/ask.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { PRESS } from '../tools/page-kinds.ts'

const token = 'et-langt-tegn-som-kun-overvaagningen-kender'
const site = useOwnSite({ METRICS_TOKEN: token })

const read = async () => (await ask(site.url, ADDRESSES.metrics.path)).text

/** The sum of a metric over all labels that hold `labels`; 0 if there is none. */
const valueOf = (text: string, name: string, labels = ''): number =>
  text
    .split('\n')
    .filter((line) => new RegExp(`^${name}[{ ]`).test(line) && line.includes(labels))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)

beforeAll(async () => {
  await ask(site.url, PRESS)
  await ask(site.url, '/soeg?q=vej')
})

test('a save is counted, and so is the time until its page was made', async () => {
  const before = await read()
  const data = { title: 'Målt', slug: 'maalt', parent: null, _status: 'published' }
  const { doc } = await site.admin.call<{ doc: { id: number } }>('POST', '/pages', data)
  await vi.waitFor(
    async () => {
      const after = await read()
      for (const [name, labels] of [
        ['site_writes_total', 'kind="cms",status="2xx"'],
        ['site_change_to_page_seconds_count', ''],
        ['site_render_duration_seconds_count', 'result="made"'],
      ] as const)
        expect([name, valueOf(after, name, labels) > valueOf(before, name, labels)]).toEqual([name, true])
    },
    { timeout: 10_000 },
  )
  await expect(site.admin.call('POST', '/pages', { title: '' })).rejects.toThrow(/answered 400/)
  await site.admin.call('DELETE', `/pages/${doc.id}`)
  expect(valueOf(await read(), 'site_writes_total', 'kind="cms",status="4xx"')).toBe(1)
})

test('what is served, the database, the disk and the process are told', async () => {
  const text = await read()
  expect(valueOf(text, 'site_requests_total', 'kind="page",status="2xx"')).toBeGreaterThan(0)
  expect(valueOf(text, 'site_requests_total', 'kind="search",status="2xx"')).toBe(1)
  expect(valueOf(text, 'site_logins_total', 'result="accepted"')).toBe(1)
  expect(valueOf(text, 'site_database_up')).toBe(1)
  expect(valueOf(text, 'site_database_connections', 'application="content-listener"')).toBe(1)
  expect(valueOf(text, 'site_database_size_bytes')).toBeGreaterThan(1_000_000)
  expect(valueOf(text, 'site_change_listener_last_read_seconds')).toBeLessThan(30)
  expect(valueOf(text, 'site_stored_answers')).toBeGreaterThan(5)
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(50_000_000)
  // Nothing of what somebody searched for, and nobody's name or address.
  expect(text).not.toMatch(/vej|127\.0\.0\.1|@|redaktion/)
})

test('from elsewhere they are found only with the token', async () => {
  const stranger = { 'x-forwarded-for': '192.0.2.1' }
  expect((await ask(site.url, ADDRESSES.metrics.path, { headers: stranger })).status).toBe(404)
  const headers = { ...stranger, authorization: `Bearer ${token}` }
  expect((await ask(site.url, ADDRESSES.metrics.path, { headers })).status).toBe(200)
  expect(site.output()).not.toContain(token)
})

test.for(['dashboard.json', 'alerts.yaml'])(
  'every metric that %s names is there, and said what it is',
  async (file) => {
    const text = await read()
    const named = readFileSync(`deploy/monitoring/${file}`, 'utf8').match(
      /\b(site|nodejs|process)_[a-z0-9_]+\b/g,
    )
    const names = new Set([...text.matchAll(/^([a-z0-9_]+)[{ ]/gm)].map(([, name]) => name))
    expect(named?.length).toBeGreaterThan(10)
    expect(named?.filter((name) => !names.has(name))).toEqual([])
  },
)

test('each metric of ours is explained to the operator, has a unit in its name where it has one', async () => {
  const text = await read()
  const ours = [...text.matchAll(/^# TYPE (site_\w+) (\w+)$/gm)].map(([, name = '', type]) => ({
    name,
    type,
  }))
  const explained = readFileSync('docs/operating/metrics.md', 'utf8')
  expect(ours.length).toBeGreaterThan(12)
  expect(ours.filter(({ name }) => !explained.includes(`\`${name}\``))).toEqual([])
  expect(ours.filter(({ name, type }) => (type === 'counter') !== name.endsWith('_total'))).toEqual([])
  expect(ours.filter(({ name, type }) => type === 'histogram' && !name.endsWith('_seconds'))).toEqual([])
})

test('ready tells what is left of the disk', async () => {
  const ready = JSON.parse((await ask(site.url, ADDRESSES.ready.path)).text) as { disk: unknown }
  expect(ready.disk).toEqual({ freeBytes: expect.any(Number), full: false })
})
