import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { FAILED_PATH, NOT_FOUND_PATH } from '../../domain/tree.ts'
import { type Headers, securityHeaders } from './headers.ts'
import { createRateLimits } from './rate-limits.ts'
import { sendStored, type Store, type StoredResponse } from './store.ts'

/** The Next app, or in tests whatever stands in for it. */
export type App = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export type FrontOptions = {
  store: Store
  app: App
  /** Paths of the files in public/, e.g. `/favicon.ico`: the app sends them. */
  publicFiles: ReadonlySet<string>
  siteUrl: string
  trustedProxies: number
  /** The development server: nothing is stored, the app answers everything. */
  isDevelopment: boolean
  /** How the site is, for /api/health/ready; the version counts the changes of the content seen so far. */
  state: () => { isDatabaseUp: boolean; renders: number; contentVersion: number }
  /** Called with the path of each page that a visitor opens. */
  onVisit?: (path: string) => void
  log: Logger
}

/**
 * The server that visitors talk to. Stored responses are sent at once; the app gets the admin, the API, the pages
 * made for each request and the static files; every other address is a 404 that costs neither work nor memory.
 */
export function createFront(options: FrontOptions): http.Server {
  const { store, publicFiles, isDevelopment, log } = options
  const security = securityHeaders(options.siteUrl)
  const { secondsToWait, noteAnswer } = createRateLimits(options.trustedProxies)
  let developmentVersion = 0

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { url = '' } = request
    const stored = isRead(request) ? store.get(url) : undefined
    // By far the most requests: a known address, written as it is stored.
    if (stored) sendKnown(url, stored, request, response)
    else route(request, response, url)
  }

  function sendKnown(
    path: string,
    stored: StoredResponse,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    // A file is no page.
    if (stored.status === 200 && request.method === 'GET' && !path.includes('.')) options.onVisit?.(path)
    sendStored(stored, request, response)
  }

  function route(request: IncomingMessage, response: ServerResponse, url: string): void {
    if (url.length > 2048) {
      const message = 'Adressen er for lang.'
      if (!url.startsWith('/api/')) return sendText(response, 414, message)
      return sendJson(response, 414, { errors: [{ message }], error: { message } })
    }
    const path = readPath(url)
    if (path === null) return sendText(response, 400, 'Adressen kan ikke læses.')
    if (path === '/api/health/live') return sendJson(response, 200, { status: 'ok' })
    if (path === '/api/health/ready') return sendHealth(response)
    if (isPrivate(path)) return sendNotFound(request, response)
    // Next would make a page for any method.
    if (isMadePage(path) && !isRead(request)) return sendOnlyRead(response)
    if (isDevelopment || belongsToApp(path, publicFiles)) return void forward(request, response, path)
    const stored = store.get(path)
    if (stored) return isRead(request) ? sendKnown(path, stored, request, response) : sendOnlyRead(response)
    const withoutSlash = path.replace(/\/+$/, '')
    if (withoutSlash !== path && store.has(withoutSlash)) {
      response.setHeader('Location', encodeURI(withoutSlash) + queryOf(url))
      return sendText(response, 308, 'Adressen er flyttet.')
    }
    sendNotFound(request, response)
  }

  async function forward(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    try {
      const wait = await secondsToWait(request, path)
      if (wait !== null) return sendTooMany(response, path, wait)
      cleanHeaders(request, options.trustedProxies, path)
      if (isClosed(request, path)) {
        return sendJson(response, 403, { errors: [{ message: 'Log ind for at bruge denne adresse.' }] })
      }
      const version = isDevelopment ? (developmentVersion += 1) : options.state().contentVersion
      request.headers['x-internal-content-version'] = String(version)
      if (isMadePage(path)) replaceFailure(request, response)
      setHeadersLast(response, headersFor(path))
      response.once('finish', () => void noteAnswer(request, path, response.statusCode))
      await options.app(request, response)
    } catch (error) {
      log.error({ error, path }, 'The app failed to answer')
      if (response.headersSent) response.destroy()
      else sendFailed(request, response)
    }
  }

  function headersFor(path: string): Headers {
    if (isDevelopment) return security.development
    if (isUnder(path, '/admin')) return security.admin
    if (isUnder(path, '/api/media/file')) return security.upload
    if (isUnder(path, '/api')) return security.api
    // Our own script is addressed with a hash of its content.
    if (isUnder(path, '/build'))
      return [...security.page, ['Cache-Control', 'public, max-age=31536000, immutable']]
    return security.page
  }

  function sendNotFound(request: IncomingMessage, response: ServerResponse): void {
    const page = store.get(NOT_FOUND_PATH)
    if (page) sendStored(page, request, response)
    else sendText(response, 404, 'Siden findes ikke.')
  }

  /** A page that fails ends with status 503 and no words of its own: the stored ones are sent in their place. */
  function replaceFailure(request: IncomingMessage, response: ServerResponse): void {
    const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
    response.end = (...args: unknown[]) => {
      if (response.statusCode !== 503 || response.headersSent || args.length > 0) return end(...args)
      response.end = end
      sendFailed(request, response)
      return response
    }
  }

  function sendFailed(request: IncomingMessage, response: ServerResponse): void {
    const page = store.get(FAILED_PATH)
    if (page) sendStored(page, request, response)
    else sendText(response, 500, 'Der er sket en fejl. Prøv igen om lidt.')
  }

  function sendHealth(response: ServerResponse): void {
    const { isDatabaseUp, renders } = options.state()
    const isReady = isDevelopment || store.size > 0
    sendJson(response, isReady ? 200 : 503, {
      status: isReady ? 'ok' : 'starting',
      database: isDatabaseUp ? 'up' : 'down',
      pages: store.size,
      renders,
    })
  }

  function sendOnlyRead(response: ServerResponse): void {
    response.setHeader('Allow', 'GET, HEAD')
    sendText(response, 405, 'Her kan man kun læse.')
  }

  function sendTooMany(response: ServerResponse, path: string, seconds: number): void {
    const message = `Du har spurgt for mange gange på kort tid. Prøv igen om ${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}.`
    response.setHeader('Retry-After', String(seconds))
    // `errors` is what Payload's admin reads, `error` what the site's own API promises.
    if (isUnder(path, '/api')) sendJson(response, 429, { errors: [{ message }], error: { message } })
    else sendText(response, 429, message)
  }

  function sendText(response: ServerResponse, status: number, text: string): void {
    send(response, status, 'text/plain; charset=utf-8', `${text}\n`)
  }

  function sendJson(response: ServerResponse, status: number, value: object): void {
    send(response, status, 'application/json; charset=utf-8', JSON.stringify(value))
  }

  function send(response: ServerResponse, status: number, type: string, body: string): void {
    for (const [name, value] of security.api) response.setHeader(name, value)
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', type)
    response.setHeader('Content-Length', Buffer.byteLength(body))
    response.writeHead(status).end(body)
  }

  return http.createServer(
    {
      headersTimeout: 20_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 20_000,
      // An address of 10,000 letters is refused by us, in Danish, and not by node in the middle of reading it.
      maxHeaderSize: 128 * 1024,
    },
    answer,
  )
}

/** Ends a server: no new requests, those under way get five seconds. */
export async function closeServer(server: http.Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  // Upgraded connections (reload while developing) are nobody's to close, so nobody waits longer for them.
  await Promise.race([closed, delay(5000, null, { ref: false })])
  server.closeAllConnections()
  clearInterval(idle)
}

function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** The decoded path of a request target, in composed Unicode; null when it is no address of a site. */
function readPath(url: string): string | null {
  const raw = url.split('?', 1)[0] ?? ''
  // An encoded slash or backslash only serves to look like another path further on.
  if (!raw.startsWith('/') || /%2f|%5c|\\/i.test(raw)) return null
  try {
    const path = decodeURIComponent(raw).normalize('NFC')
    const isSound = !/\p{Cc}/u.test(path) && !/\/(\.\.?)?\//.test(`${path}/`.replace(/\/+$/, '/'))
    return isSound ? path : null
  } catch {
    return null
  }
}

function queryOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** What only the server itself may ask the app for, and page data that nobody needs. */
function isPrivate(path: string): boolean {
  return isUnder(path, '/api/internal') || isUnder(path, '/_next/data')
}

/** The CMS's own addresses answer nobody without a login; what the CMS itself would refuse costs it nothing. */
function isClosed(request: IncomingMessage, path: string): boolean {
  const hasLogin =
    /(^|;\s*)payload-token=/.test(request.headers.cookie ?? '') || request.headers.authorization !== undefined
  return isUnder(path, '/api') && !hasLogin && !openPaths.test(path)
}

/** What answers without a login: the site's own addresses, files, and logging in. */
const openPaths =
  /^\/api\/(contacts|search|suggestions|press-duty|hours\/[^/]+|aktindsigt\/deadline(\.ics)?|sites|media\/file\/[^/]+|users\/(login|logout|me|init|forgot-password|reset-password)|access)\/?$/

function belongsToApp(path: string, publicFiles: ReadonlySet<string>): boolean {
  const folders = ['/admin', '/api', '/_next/static']
  return publicFiles.has(path) || isMadePage(path) || folders.some((folder) => isUnder(path, folder))
}

/** A page that answers what a visitor asks: made for each request, not stored. */
function isMadePage(path: string): boolean {
  return isUnder(path, '/soeg') || path === '/aktindsigt/frist'
}

/** Takes away the headers by which a caller could pass for the server itself or for a proxy of ours. */
function cleanHeaders(request: IncomingMessage, trustedProxies: number, path: string): void {
  for (const name of Object.keys(request.headers)) {
    const isForged =
      name.startsWith('x-internal-') ||
      // Only the admin speaks Next's own protocol.
      (!isUnder(path, '/admin') && /^(rsc$|next-|x-nextjs-|x-middleware-)/.test(name)) ||
      (trustedProxies === 0 && /^(x-)?forwarded/.test(name))
    if (isForged) delete request.headers[name]
  }
}

/** Sets headers at the moment the head is written, so that they win over the app's own. */
function setHeadersLast(response: ServerResponse, headers: Headers): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    response.removeHeader('X-Powered-By')
    for (const [name, value] of headers) response.setHeader(name, value)
    return writeHead(...args)
  }
}
