import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { temporaryPostgres } from '../databases.ts'
import { administrator } from '../e2e/tools/start-site.ts'
import { familyOf, listenerOn, memoryOf } from '../tools/processes.ts'
import type { Drill } from './drill.ts'
import { startSites } from './tools/sites.ts'
import { startVisits } from './tools/visits.ts'

/** Little that is many: logins at once from everywhere, thousands of requests ahead, bodies in pieces of one byte. */
export const drill: Drill = {
  name: 'crowds',
  async run() {
    const postgres = await temporaryPostgres()
    const { sites, urls, stop } = await startSites(postgres.url, 1, { TRUST_PROXY: '1' })
    try {
      const [site] = sites
      const url = site?.url ?? ''
      const listener = listenerOn(Number(new URL(url).port), familyOf(site?.pid ?? 0)) ?? 0
      const before = memoryOf([listener])
      let most = before
      const meter = setInterval(() => (most = Math.max(most, memoryOf([listener]))), 50)
      const visits = startVisits(urls)
      const statuses: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const logins = Array.from({ length: 100 }, (_, at) => logIn(url, `198.51.${round}.${at}`))
        statuses.push(...(await Promise.all(logins)))
      }
      for (const path of ['/', '/api/users/me', '/soeg?q=borgmester', '/findes-ikke'])
        for (let round = 0; round < ROUNDS; round++) await sendAtOnce(url, 1, ask(path).repeat(20_000))
      await sendAtOnce(url, 100, ask('/').repeat(1000))
      await sendAtOnce(url, 20, inPieces('/api/users/login', 10_000))
      await delay(1000)
      clearInterval(meter)
      const { views, failed, p99, problems } = await visits.stop()
      const growth = Math.round((most - before) / 1024)
      const odd = statuses.filter((status) => status !== 401 && status !== 429)
      return {
        done: `${statuses.length} wrong logins, a hundred at once; ${4 * ROUNDS} times 20,000 requests ahead, 100 times 1,000 at once; 20 bodies in 10,000 pieces; ${views} views`,
        failedViews: failed,
        lostSaves: 0,
        recovery: `pages meanwhile p99 ${p99} ms; memory grew by ${growth} MB at most`,
        promise: {
          text: 'one password is compared at a time, pages p99 ≤ 50 ms, memory flat',
          broken: [
            ...problems,
            ...new Set(odd.map((status) => `a login was answered with ${status}`)),
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

/** Resolves to the status. */
async function logIn(url: string, from: string): Promise<number> {
  const request = http.request(`${url}/api/users/login`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
  })
  request.end(JSON.stringify({ email: administrator.email, password: 'en forkert adgangskode' }))
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  response.resume()
  return response.statusCode ?? 0
}

const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`

const inPieces = (path: string, count: number) =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(count)}`

/** Sends `text` on each of `count` connections, without waiting for an answer; resolves when they are closed. */
async function sendAtOnce(url: string, count: number, text: string): Promise<void> {
  const { hostname, port } = new URL(url)
  const send = () => {
    const socket = net.connect(Number(port), hostname)
    socket.on('error', () => {}).resume()
    socket.write(text)
    return new Promise((resolve) => socket.once('close', resolve))
  }
  await Promise.all(Array.from({ length: count }, send))
}

const ROUNDS = 5
/** Megabytes: what the collector may leave behind between two rounds. */
const MOST_GROWTH = 60
