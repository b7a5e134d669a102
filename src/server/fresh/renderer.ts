import { once } from 'node:events'
import http from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Temporal } from 'temporal-polyfill'
import { ADDRESSES } from '../../domain/addresses.ts'
import { isSameToken } from '../../web/handover.ts'
import { type App, closeServer } from '../front/front.ts'
import type { Headers } from '../front/headers.ts'
import type { Rendered } from '../front/store.ts'

/** Asks the app for what visitors should get. */
export type Renderer = {
  /**
   * The response for a path at an instant; null if the app has nothing there. Rejects if the app does not answer properly.
   * @param ahead ids of pages that are rendered next: the app reads them all at once
   */
  render(path: string, at: Temporal.Instant, ahead?: readonly number[]): Promise<Rendered | null>
  close(): Promise<void>
}

/** Opens a way to the app for this process only: a server on 127.0.0.1 that requires `token`. */
export async function openRenderer(options: { app: App; token: string }): Promise<Renderer> {
  const { app, token } = options
  const server = http.createServer(async (request, response) => {
    try {
      if (isSameToken(request.headers['x-internal-token'], token)) await app(request, response)
      else response.writeHead(403).end()
    } catch {
      // The caller sees a broken connection, which counts as a failed render.
      response.destroy()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The renderer has no port')
  const agent = new http.Agent({ keepAlive: true, maxSockets: MOST_SOCKETS })

  async function ask(path: string, headers: http.OutgoingHttpHeaders): Promise<Answer> {
    const request = http.get({
      host: '127.0.0.1',
      port: (address as { port: number }).port,
      path: encodeURI(path),
      agent,
      // A page that shows much has many tags.
      maxHeaderSize: 512 * 1024,
      signal: AbortSignal.timeout(LONGEST_RENDER),
      headers: { 'accept-encoding': 'identity', 'x-internal-token': token, ...headers },
    })
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) }
  }

  return {
    async render(path, at, ahead = []) {
      const { status, headers, body } = await ask(path, {
        'x-internal-at': at.toString(),
        'x-internal-ahead': ahead.join(','),
      })
      const isNotFoundPage = path === ADDRESSES.notFound.path && (status === 200 || status === 404)
      if (status === 404 && !isNotFoundPage) return null
      if (status !== 200 && status !== 308 && !isNotFoundPage) throw new Error(`${path} answered ${status}`)
      const freshUntil = headers['x-fresh-until']
      return {
        status: isNotFoundPage ? 404 : path === ADDRESSES.failed.path ? 503 : status,
        headers: pick(headers, ['Content-Type', 'Content-Disposition', 'Location']),
        body,
        tags: tagsOf(headers),
        freshUntil: freshUntil ? Temporal.Instant.from(String(freshUntil)) : null,
        sides: Number(headers['x-sides'] ?? 1),
      }
    },

    async close() {
      agent.destroy()
      await closeServer(server)
    },
  }
}

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

/** Milliseconds. The first render makes the app load the whole CMS. */
const LONGEST_RENDER = 20_000

const MOST_SOCKETS = 16

function tagsOf(headers: http.IncomingHttpHeaders): ReadonlySet<string> {
  return new Set(
    String(headers['x-content-tags'] ?? '')
      .split(/\s*,\s*/)
      .filter(Boolean),
  )
}

function pick(headers: http.IncomingHttpHeaders, names: string[]): Headers {
  return names.flatMap((name) => {
    const value = headers[name.toLowerCase()]
    return value === undefined ? [] : [[name, String(value)] as const]
  })
}
