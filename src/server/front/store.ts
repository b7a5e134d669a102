import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { type Encoding, preferredEncoding } from './accept-encoding.ts'
import type { Rendered } from '../../web/handover.ts'
import type { Headers } from './headers.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const gunzip = promisify(zlib.gunzip)

/** A response ready to be sent: compressed once, with its headers in node's flat form. */
export type StoredResponse = Pick<Rendered, 'status' | 'sides'> & {
  variants: Record<Encoding, { etag: string; headers: string[]; unchangedHeaders: string[] }>
  br: Buffer
  gzip: Buffer
}

/** The stored responses by decoded path, such as `/om-kommunen`, or `/kontakt?side=2`. */
export type Store = {
  /** The response at a path if it is there and right. */
  current(path: string): StoredResponse | undefined
  /**
   * The response at a path, made first if need be; null if nothing stands there. Rejects if it cannot be made.
   * @param side which page of its lists, from 1
   */
  get(path: string, side?: number): Promise<StoredResponse | null>
  /** Whether anything stands at a path. */
  has(path: string): boolean
  /** How many responses there are, right or not. */
  readonly size: number
}

/** Before there are any. */
export const noPages: Store = {
  current: () => undefined,
  get: () => Promise.resolve(null),
  has: () => false,
  size: 0,
}

/** Compresses a response and prepares everything that does not depend on the request. */
export async function toStored(rendered: Rendered, securityHeaders: Headers): Promise<StoredResponse> {
  const { status, headers, sides } = rendered
  const body = Buffer.from(rendered.body)
  const [brBody, gzipBody] = await Promise.all([
    brotli(body, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 9,
        // A larger window, such as the usual one of 4 MB, takes ten times as long to set up as a page takes.
        [zlib.constants.BROTLI_PARAM_LGWIN]: 16,
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
    sides,
    variants: {
      br: variant('br', brBody.length),
      gzip: variant('gzip', gzipBody.length),
      identity: variant('identity', body.length),
    },
    // Copies, as zlib gives the beginning of a block of 16 KB.
    br: Buffer.from(brBody),
    gzip: Buffer.from(gzipBody),
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
