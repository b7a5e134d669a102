import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import { Temporal } from 'temporal-polyfill'
import { ADDRESSES } from '../../domain/addresses.ts'
import { type App, closeServer } from '../front/front.ts'
import type { Headers } from '../front/headers.ts'
import type { Rendered } from '../front/store.ts'

/** Asks the app for the pages that visitors get. `listPaths` and `render` throw if the app does not answer properly. */
export type Renderer = {
  /** The decoded paths of everything published, and the tags of the content that the list depends on. */
  listPaths(): Promise<{ paths: string[]; tags: ReadonlySet<string> }>
  /** The response for a path as it reads at an instant; null if the app has nothing there. */
  render(path: string, at: Temporal.Instant): Promise<Rendered | null>
  close(): Promise<void>
}

/**
 * Opens a private way to the app that only this process can use: a server on 127.0.0.1 that requires `token`.
 * `contentVersion` is the number of content changes seen so far. Each request sends it to the app.
 */
export async function openRenderer(options: {
  app: App
  token: string
  contentVersion: () => number
}): Promise<Renderer> {
  const { app, token, contentVersion } = options
  const server = http.createServer(async (request, response) => {
    try {
      if (isSame(request.headers['x-internal-token'], token)) await app(request, response)
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
  const origin = `http://127.0.0.1:${address.port}`

  function ask(path: string, seconds: number, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(origin + encodeURI(path), {
      headers: {
        'accept-encoding': 'identity',
        'x-internal-render': '1',
        'x-internal-token': token,
        'x-internal-content-version': String(contentVersion()),
        ...headers,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(seconds * 1000),
    })
  }

  return {
    async listPaths() {
      // The first request makes the app load the whole CMS.
      const response = await ask(ADDRESSES.storedPaths.path, 60)
      if (!response.ok) throw new Error(`${ADDRESSES.storedPaths.path} answered ${response.status}`)
      const { paths } = (await response.json()) as { paths: string[] }
      return { paths: paths.map((path) => path.normalize('NFC')), tags: tagsOf(response) }
    },

    async render(path, at) {
      const response = await ask(path, 10, { 'x-internal-at': at.toString() })
      const body = Buffer.from(await response.arrayBuffer())
      const isNotFoundPage =
        path === ADDRESSES.notFound.path && (response.status === 200 || response.status === 404)
      if (response.status === 404 && !isNotFoundPage) return null
      if (response.status !== 200 && response.status !== 308 && !isNotFoundPage) {
        throw new Error(`${path} answered ${response.status}`)
      }
      const freshUntil = response.headers.get('x-fresh-until')
      return {
        status: isNotFoundPage ? 404 : path === ADDRESSES.failed.path ? 503 : response.status,
        headers: pick(response, ['Content-Type', 'Content-Disposition', 'Location']),
        body,
        tags: tagsOf(response),
        freshUntil: freshUntil ? Temporal.Instant.from(freshUntil) : null,
      }
    },

    close: () => closeServer(server),
  }
}

function isSame(given: string | string[] | undefined, token: string): boolean {
  const [left, right] = [Buffer.from(String(given)), Buffer.from(token)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function tagsOf(response: Response): ReadonlySet<string> {
  return new Set(
    response.headers
      .get('x-content-tags')
      ?.split(/\s*,\s*/)
      .filter(Boolean),
  )
}

function pick(response: Response, names: string[]): Headers {
  return names.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
}
