import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Network } from '../../../../src/server/serve/outside/network.ts'

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void

/** Other sites on a real server of this machine, each a host of it; what they were asked is kept. */
export async function otherSites(answers: Record<string, Answer> = {}) {
  const asked: { method: string; host: string; path: string; headers: http.IncomingHttpHeaders }[] = []
  const server = http.createServer((request, response) => {
    const { method = '', url: path = '', headers } = request
    const host = (headers.host ?? '').replace(/:\d+$/, '')
    asked.push({ method, host, path, headers })
    const answer = sites.answers[`${host}${path}`] ?? sites.answers[path]
    if (answer) answer(request, response)
    else response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sites = {
    answers,
    asked,
    port,
    url: (place: string) => `http://${place.replace('/', `:${port}/`)}`,
    times: (host: string) => asked.filter((one) => one.host === host).length,
    async close() {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
  return sites
}

/** Answers with a status. */
export const status =
  (code: number, headers: http.OutgoingHttpHeaders = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end()

/** A network in which every host is this machine, unless it is gone. */
export const thisMachine: Network = {
  resolve: (host) =>
    host.startsWith('vaek') ? Promise.reject(new Error('ENOTFOUND')) : Promise.resolve(['127.0.0.1']),
  permits: () => true,
}
