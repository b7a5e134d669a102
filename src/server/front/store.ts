import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Temporal } from 'temporal-polyfill'
import { type Encoding, preferredEncoding } from './accept-encoding.ts'
import type { Headers } from './headers.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const gunzip = promisify(zlib.gunzip)

/** The app's answer for an address, and what it said about that answer. */
export type Rendered = {
  /** 200; 308 for an address that has moved; 404 for the page »not found«. */
  status: number
  /** Content-Type, Content-Disposition and Location, where given. */
  headers: Headers
  body: Buffer
  /** What the response shows: `press-contacts:12`, or `pages` for all of a collection. */
  tags: ReadonlySet<string>
  /** The instant at which the clock makes the response outdated; null if it never does. */
  freshUntil: Temporal.Instant | null
}

/** A response ready to be sent: compressed once, with its headers in node's flat form. */
export type StoredResponse = Pick<Rendered, 'status' | 'tags' | 'freshUntil'> & {
  variants: Record<Encoding, { etag: string; headers: string[]; unchangedHeaders: string[] }>
  br: Buffer
  gzip: Buffer
}

/** The stored responses by decoded path, e.g. `/om-kommunen`. */
export type Store = Map<string, StoredResponse>

/** Compresses a response and prepares everything that does not depend on the request. */
export async function toStored(rendered: Rendered, securityHeaders: Headers): Promise<StoredResponse> {
  const { status, headers, body, tags, freshUntil } = rendered
  const [brBody, gzipBody] = await Promise.all([
    brotli(body, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 9,
        [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    gzip(body, { level: 9 }),
  ])
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const variant = (encoding: Encoding, length: number) => {
    const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const caching: Headers = [
      ['Cache-Control', 'public, max-age=0, must-revalidate'],
      ['Vary', 'Accept-Encoding'],
      ['ETag', etag],
      ...securityHeaders,
    ]
    const content: Headers = [
      ...headers,
      ['Content-Length', String(length)],
      ...(encoding === 'identity' ? [] : [['Content-Encoding', encoding] as const]),
    ]
    return { etag, headers: [...content, ...caching].flat(), unchangedHeaders: caching.flat() }
  }
  return {
    status,
    tags,
    freshUntil,
    variants: {
      br: variant('br', brBody.length),
      gzip: variant('gzip', gzipBody.length),
      identity: variant('identity', body.length),
    },
    br: brBody,
    gzip: gzipBody,
  }
}

/** Answers a GET or HEAD request with a stored response: compressed, or 304 when the caller has it already. */
export function sendStored(stored: StoredResponse, request: IncomingMessage, response: ServerResponse): void {
  const encoding = preferredEncoding(request.headers['accept-encoding'])
  const { etag, headers, unchangedHeaders } = stored.variants[encoding]
  const known = request.headers['if-none-match']
  if (known !== undefined && stored.status === 200 && matches(known, etag)) {
    response.writeHead(304, unchangedHeaders).end()
    return
  }
  response.writeHead(stored.status, headers)
  if (request.method === 'HEAD') response.end()
  else if (encoding !== 'identity') response.end(stored[encoding])
  // Callers without compression are too few to keep their bytes in memory.
  else
    gunzip(stored.gzip).then(
      (body) => response.end(body),
      () => response.destroy(),
    )
}

/** If-None-Match by weak comparison (RFC 9110, 13.1.2), as a proxy may have weakened our tag. */
function matches(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
