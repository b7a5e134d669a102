import { once } from 'node:events'
import http from 'node:http'

export type Answer = { status: number; location: string | undefined; text: string; ms: number }

/** Asks a site for pages on connections that stay open; `ms` is the time until the whole answer was there. */
export function openVisitor(siteUrl: string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 100 })
  const { hostname, port } = new URL(siteUrl)
  return {
    async get(path: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
      const askedAt = performance.now()
      const request = http.get({ hostname, port, path, headers, agent })
      const [response] = (await once(request, 'response')) as [http.IncomingMessage]
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      return {
        status: response.statusCode ?? 0,
        location: response.headers.location,
        text: Buffer.concat(chunks).toString(),
        ms: performance.now() - askedAt,
      }
    },
    close: () => agent.destroy(),
  }
}
