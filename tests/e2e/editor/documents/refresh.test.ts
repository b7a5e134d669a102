import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { ask } from '../../tools/ask.ts'
import { useOwnSite } from '../../tools/own-site.ts'
import { PRESS } from '../../tools/page-kinds.ts'
import { sql } from '../../tools/sql.ts'

// On a Monday at ten the one to call first stands on the front page and twice on the press page.
const site = useOwnSite({
  SITE_CLOCK: '2026-11-23T10:00:00+01:00',
  // With room to spare node leaves garbage where it is, and what is in use would not be what is needed.
  NODE_OPTIONS: '--max-old-space-size=320',
})

async function contactId(slug: string): Promise<number> {
  const { docs } = await site.admin.call<{ docs: { id: number }[] }>(
    'GET',
    `/press-contacts?where[slug][equals]=${slug}`,
  )
  return docs[0]?.id ?? 0
}

const shows = (path: string, text: string) =>
  vi.waitUntil(async () => (await ask(site.url, path)).text.includes(text), { timeout: 10_000, interval: 5 })

const renders = async () =>
  (JSON.parse((await ask(site.url, '/api/health/ready')).text) as { renders: number }).renders

/** A name stands wherever the contact does, also in the strip of the front page. */
const name = (version: number) => `Line Christensen nummer ${version}.`

test('twenty saves are each live, and nobody meets a mixed, old or failed page', async () => {
  const id = await contactId('line-christensen')
  await site.admin.call('PATCH', `/press-contacts/${id}`, { name: name(100) })
  const paths = [
    PRESS,
    '/',
    '/visitkort/line-christensen.vcf',
    '/soeg/pressekontakt?q=line',
    '/api/contacts?q=line',
    '/soeg?q=line%20christensen',
  ]
  for (const path of paths) await shows(path, name(100))

  const wrong: string[] = []
  const done = new AbortController()
  let visits = 0
  const agent = new http.Agent({ keepAlive: true })
  const visitor = async (path: string) => {
    for (let newest = 100; !done.signal.aborted; visits++) {
      const { status, text } = await ask(site.url, path, { agent })
      const seen = new Set([...text.matchAll(/nummer (\d{3})\./g)].map(([, version]) => Number(version)))
      const [version = 0] = seen
      if (status !== 200 || seen.size !== 1 || version < newest)
        wrong.push(`${path}: ${status}, versions ${[...seen].join(' and ')} after ${newest}`)
      newest = Math.max(newest, version)
      // Visitors who take turns with the server, not a load test.
      await delay(10)
    }
  }
  const visitors = paths.map(visitor)
  const times: number[] = []
  for (let version = 101; version <= 120; version++) {
    await site.admin.call('PATCH', `/press-contacts/${id}`, { name: name(version) })
    const savedAt = performance.now()
    await Promise.all(paths.slice(0, 4).map((path) => shows(path, name(version))))
    times.push(performance.now() - savedAt)
  }
  done.abort()
  await Promise.all(visitors)
  agent.destroy()
  const p95 = times.toSorted((a, b) => a - b)[18] ?? 0
  // `npm run bench` holds the figure, on a quiet machine.
  console.log(
    `save → new HTML: median ${times[10]?.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; ${visits} visits meanwhile`,
  )
  expect(wrong).toEqual([])
  expect(visits).toBeGreaterThan(100)
}, 120_000)

test('a change of one contact renders the pages that show it and no others', async () => {
  const anders = await contactId('anders-aaen-larsen')
  const line = await contactId('line-christensen')
  const card = '/visitkort/anders-aaen-larsen.vcf'
  let before = await renders()
  const countOf = async (paths: string[], text: string) => {
    for (const path of paths) await shows(path, text)
    const now = await renders()
    const count = now - before
    before = now
    return count
  }
  await site.admin.call('PATCH', `/press-contacts/${anders}`, { title: 'Ny titel over REST' })
  expect(await countOf([PRESS, card], 'Ny titel over REST')).toBe(2)
  await sql(site.databaseUrl, `UPDATE press_contacts SET title = 'Ny titel fra psql' WHERE id = $1`, [anders])
  expect(await countOf([PRESS, card], 'Ny titel fra psql')).toBe(2)
  // The one to call first is on the front page as well.
  await sql(site.databaseUrl, `UPDATE press_contacts SET name = 'Ring Mig Først' WHERE id = $1`, [line])
  expect(await countOf([PRESS, '/', '/visitkort/line-christensen.vcf'], 'Ring Mig Først')).toBe(3)
  // What visitors cannot see renders nothing; the last one shows that the others are done.
  await sql(site.databaseUrl, `UPDATE users SET name = 'Et andet navn'`)
  await site.admin.call('PATCH', `/press-contacts/${anders}?draft=true`, {
    title: 'Kun en kladde',
    _status: 'draft',
  })
  await sql(site.databaseUrl, `UPDATE press_contacts SET title = 'Til sidst' WHERE id = $1`, [anders])
  expect(await countOf([PRESS, card], 'Til sidst')).toBe(2)
})

test('a change that touches every page is in every page', async () => {
  await site.admin.call('POST', '/globals/footer', { name: 'Aalborg Kommune, ny bund' })
  for (const path of ['/', PRESS, '/kontakt', '/findes-ikke', '/soeg'])
    await expect
      .poll(async () => (await ask(site.url, path)).text, { timeout: 10_000 })
      .toContain('Aalborg Kommune, ny bund')
})

/** Asks for `count` addresses that nobody has asked for before; answers how often each status came. */
async function flood(count: number, address: (index: number) => string): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {}
  const batch = 50
  let asked = 0
  const worker = async () => {
    const socket = net.connect(Number(new URL(site.url).port), 'localhost').setEncoding('latin1')
    await once(socket, 'connect')
    while (asked < count) {
      const from = asked
      asked += batch
      const requests = Array.from(
        { length: batch },
        (_, index) =>
          `GET ${address(from + index)} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n`,
      )
      socket.write(requests.join(''))
      let answered = 0
      while (answered < batch) {
        const [chunk] = (await once(socket, 'data')) as [string]
        for (const [, status = ''] of chunk.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
          statuses[status] = (statuses[status] ?? 0) + 1
          answered++
        }
      }
    }
    socket.destroy()
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return statuses
}

function bytesIn(name: string): Record<string, number> {
  return Object.fromEntries(
    readdirSync(name, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, statSync(file).size]),
  )
}

const megabytesInUse = () =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${site.serverPid()}/status`, 'utf8'))?.[1]) / 1024

const files = () => ({ ...bytesIn(site.dataDir), ...bytesIn('.next') })

/** Addresses of pages that nobody has asked for in any other round. */
const unknownPages = (round: string) => (index: number) =>
  [
    `/${round}-${index}`,
    `/om-kommunen/${round}/${index}.html?a=${index}`,
    `/${round}/${index}/${'a'.repeat(200)}`,
    `/visitkort/${round}-${index}.vcf`,
  ][index % 4] ?? ''

/** The same under the folders that the app answers for. */
const unknownFiles = (round: string) => (index: number) =>
  [
    `/api/${round}-${index}`,
    `/api/media/file/${round}-${index}.png`,
    `/_next/static/chunks/${round}-${index}.js`,
    `/soeg?q=${round}${index}`,
    `/soeg/${round}-${index}`,
    `/build/${round}-${index}.js`,
  ][index % 6] ?? ''

test('a hundred thousand unknown addresses leave disk and memory where they were', async () => {
  // As many come first, so that what the tests before left to do, and node's own buffers, are not counted.
  await flood(100_000, unknownPages('varm'))
  const filesBefore = files()
  const before = megabytesInUse()
  const rendersBefore = await renders()
  expect(await flood(100_000, unknownPages('ny'))).toEqual({ 404: 100_000 })
  const after = megabytesInUse()
  console.log(
    `memory: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after 100,000 unknown addresses`,
  )
  expect(files()).toEqual(filesBefore)
  expect(after - before).toBeLessThan(60)
  expect(await renders()).toBe(rendersBefore)
}, 180_000)

test('unknown addresses under the app’s own folders leave disk and memory alone, too', async () => {
  await flood(3000, unknownFiles('varm'))
  const filesBefore = files()
  const before = megabytesInUse()
  const statuses = await flood(3000, unknownFiles('ny'))
  const after = megabytesInUse()
  console.log(`memory: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after; answers`, statuses)
  expect(files()).toEqual(filesBefore)
  expect(Object.keys(statuses).filter((status) => status >= '500')).toEqual([])
  expect(after - before).toBeLessThan(60)
}, 180_000)
