import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { logIn } from '../e2e/tools/admin.ts'
import { temporaryPostgres } from '../databases.ts'
import { familyOf, listenerOn, memoryOf } from '../tools/processes.ts'
import type { Drill } from './drill.ts'
import { startSites } from './tools/sites.ts'
import { startVisits } from './tools/visits.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

/** Bodies that cost most to read, by name; each part as it is sent. */
const bodies: [name: string, parts: () => Iterable<string>][] = [
  ...[10 * KILOBYTE, MEGABYTE, 30 * MEGABYTE, 200 * MEGABYTE].map(
    (size): [string, () => Iterable<string>] => [
      `${size / KILOBYTE} KB wide`,
      () => repeat('{"a":[', '[],', size),
    ],
  ),
  ['30 MB deep', () => repeat('', '[', 30 * MEGABYTE)],
  ['30 MB of names', () => repeat('{', '"a":1,', 30 * MEGABYTE)],
  ['200 MB of one text', () => repeat('{"a":"', 'a', 200 * MEGABYTE)],
]

/** Addresses that take a body from somebody, and some that never should. */
const addresses: [method: string, path: string][] = [
  ['POST', '/api/users/login'],
  ['POST', '/api/users/first-register'],
  ['POST', '/api/users/forgot-password'],
  ['POST', '/api/users/logout'],
  ['POST', '/api/press-contacts'],
  ['PATCH', '/api/press-contacts/1'],
  ['POST', '/api/globals/header'],
  ['POST', '/api/media'],
  ['POST', '/api/calendar-proposal'],
  ['POST', '/api/preview'],
  ['POST', '/api/search'],
  ['POST', '/admin'],
  ['POST', '/'],
  ['GET', '/'],
]

/** Strangers, and one who merely looks like an editor, send bodies that stop a server that reads them. */
export const drill: Drill = {
  name: 'big-bodies',
  async run() {
    const postgres = await temporaryPostgres()
    const { sites, urls, stop } = await startSites(postgres.url, 1)
    try {
      const [site] = sites
      const url = site?.url ?? ''
      const listener = listenerOn(Number(new URL(url).port), familyOf(site?.pid ?? 0)) ?? 0
      await logIn(url)
      const before = memoryOf([listener])
      let most = before
      const meter = setInterval(() => (most = Math.max(most, memoryOf([listener]))), 50)
      const visits = startVisits(urls)
      await delay(1_000)
      const wrong: string[] = []
      let sent = 0
      for (const [method, path] of addresses)
        for (const [name, parts] of bodies)
          for (const headers of callers) {
            const status = await post(url, method, path, headers, parts(), true)
            sent += 1
            if (status >= 500 || (status > 0 && status < 400))
              wrong.push(`${method} ${path} ${name}: ${status}`)
          }
      // Slow and endless ones, all at once: nobody waits for them.
      const endless = addresses.flatMap(([method, path]) =>
        callers.map((headers) => post(url, method, path, headers, forever(), false)),
      )
      sent += endless.length
      const statuses = await Promise.all(endless)
      for (const [index, status] of statuses.entries())
        if (status >= 500)
          wrong.push(`endless ${addresses[Math.floor(index / callers.length)]?.[1]}: ${status}`)
      await delay(1_000)
      clearInterval(meter)
      const { views, failed, p99, problems } = await visits.stop()
      const growth = Math.round((most - before) / 1024)
      return {
        done: `${sent} bodies of 10 KB to 200 MB, wide, deep, slow, endless, to ${addresses.length} addresses; ${views} views`,
        failedViews: failed,
        lostSaves: 0,
        recovery: `pages meanwhile p99 ${p99} ms; memory grew by ${growth} MB at most`,
        promise: {
          text: 'refused, pages p99 ≤ 50 ms, memory flat',
          broken: [
            ...problems,
            ...new Set(wrong),
            ...(p99 <= 50 ? [] : [`pages took ${p99} ms`]),
            ...(growth <= MOST_GROWTH ? [] : [`memory grew by ${growth} MB`]),
          ],
        },
      }
    } finally {
      await stop()
      await postgres.remove()
    }
  },
}

const callers: http.OutgoingHttpHeaders[] = [
  {},
  { authorization: 'JWT x' },
  { cookie: 'payload-token=x.y.z', 'next-action': 'a'.repeat(40) },
]

/** Resolves to the status; 0 if the server closed the connection or did not answer for ten seconds. */
function post(
  url: string,
  method: string,
  path: string,
  headers: http.OutgoingHttpHeaders,
  parts: Iterable<string>,
  isFast: boolean,
): Promise<number> {
  return new Promise((resolve) => {
    const request = http.request(url + path, {
      method,
      agent: false,
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked', ...headers },
    })
    const end = (status: number) => {
      clearTimeout(timer)
      resolve(status)
      request.destroy()
    }
    const timer = setTimeout(() => end(0), LONGEST)
    request.once('error', () => end(0))
    request.once('response', ({ statusCode = 0 }) => end(statusCode))
    void write(request, parts, isFast)
  })
}

async function write(request: http.ClientRequest, parts: Iterable<string>, isFast: boolean): Promise<void> {
  for (const part of parts) {
    if (request.destroyed) return
    const isTaken = request.write(part)
    if (!isFast) await delay(100)
    else if (!isTaken)
      await Promise.race([new Promise((done) => request.once('drain', done)), closed(request)])
  }
  request.end()
}

const closed = (request: http.ClientRequest) => new Promise((done) => request.once('close', done))

function* repeat(start: string, what: string, size: number): Iterable<string> {
  yield start
  const block = what.repeat(Math.min(64 * KILOBYTE, size) / what.length)
  for (let sent = 0; sent < size; sent += block.length) yield block
}

function* forever(): Iterable<string> {
  yield '{"a":['
  for (;;) yield '[],'
}

const LONGEST = 10_000
/** Megabytes: what the collector may leave behind between two rounds. */
const MOST_GROWTH = 60
