import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { preferredEncoding } from './accept-encoding.ts'
import type { Rendered } from '../../web/handover.ts'
import type { Headers } from './headers.ts'

const brotli = promisify(zlib.brotliCompress)
const unbrotli = promisify(zlib.brotliDecompress)

/** A response ready to be sent. */
export type StoredResponse = Pick<Rendered, 'status' | 'sides'> & {
  /** Of the body, for its entity tags. */
  hash: string
  /** Those of the body, in node's flat form. */
  headers: readonly string[]
  /** Those of all stored responses, in the same form. */
  sharedHeaders: readonly string[]
  /** The bytes of the body before they were compressed. */
  length: number
  br: Buffer
  /** The body as it is, if it does not get smaller, such as a font's: nobody is sent it compressed. */
  plain: Buffer | null
  /** Made when somebody asks for it, and kept for a while: over HTTPS browsers take the other. */
  gzip: Buffer | null
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
  /**
   * Under what is stored what somebody asks for; `isElsewhere`: it is to be asked for there. Null: nothing stands there.
   * @param path decoded; @param query with `?`, or empty
   */
  find(path: string, query: string): Promise<{ key: string; isElsewhere: boolean } | null>
  /** How many responses there are, right or not. */
  readonly size: number
}

/** Before there are any. */
export const noPages: Store = {
  current: () => undefined,
  get: () => Promise.resolve(null),
  find: () => Promise.resolve(null),
  size: 0,
}

/** The headers of every stored response besides its own. */
export const sharedHeadersOf = (securityHeaders: Headers): readonly string[] => [
  'Cache-Control',
  'public, max-age=0, must-revalidate',
  // For nginx, which does not pass it on: keep it, and ask each time whether it is still right (deploy/nginx/site.conf).
  'X-Accel-Expires',
  '@1',
  'Vary',
  'Accept-Encoding',
  ...securityHeaders.flat(),
]

/** Compresses a response and prepares what does not depend on the request. */
export async function toStored(
  rendered: Pick<Rendered, 'status' | 'headers' | 'sides'> & { body: string | Buffer },
  sharedHeaders: readonly string[],
): Promise<StoredResponse> {
  const { status, headers, sides } = rendered
  const body = Buffer.from(rendered.body)
  const compressed = await brotli(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 9,
      // A larger window, such as the usual one of 4 MB, takes ten times as long to set up as a page takes.
      [zlib.constants.BROTLI_PARAM_LGWIN]: 16,
      [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
  return {
    status,
    sides,
    hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    headers: headers.flat(),
    sharedHeaders,
    length: body.length,
    plain: compressed.length < body.length ? null : body,
    // A copy, as zlib gives the beginning of a block of 16 KB.
    br: Buffer.from(compressed),
    gzip: null,
  }
}

/** Answers a GET or HEAD request with a stored response: compressed, or 304 when the caller has it already. */
export function sendStored(stored: StoredResponse, request: IncomingMessage, response: ServerResponse): void {
  const { status, hash, headers, sharedHeaders, length } = stored
  const encoding = stored.plain ? 'identity' : preferredEncoding(request.headers['accept-encoding'])
  const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const known = request.headers['if-none-match']
  if (known !== undefined && status === 200 && matches(known, etag)) {
    response.writeHead(304, ['ETag', etag, ...sharedHeaders]).end()
    return
  }
  // Callers without compression are too few to keep their bytes in memory.
  const body = encoding === 'identity' ? stored.plain : encoding === 'br' ? stored.br : gzipOf(stored)
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
  const own = [...headers, ...coding, 'Content-Length', String(body?.length ?? length), 'ETag', etag]
  response.writeHead(status, [...own, ...sharedHeaders])
  if (request.method === 'HEAD') response.end()
  else if (body) response.end(body)
  else
    unbrotli(stored.br).then(
      (plain) => response.end(plain),
      () => response.destroy(),
    )
}

function gzipOf(stored: StoredResponse): Buffer {
  stored.gzip ??= Buffer.from(zlib.gzipSync(zlib.brotliDecompressSync(stored.br), { level: 9 }))
  const { gzip } = stored
  // Those asked for longest ago go.
  asGzip.delete(stored)
  asGzip.add(stored)
  for (const oldest of asGzip) {
    if (asGzip.size <= MOST_AS_GZIP) break
    oldest.gzip = null
    asGzip.delete(oldest)
  }
  return gzip
}

const asGzip = new Set<StoredResponse>()

const MOST_AS_GZIP = 1000

/** If-None-Match by weak comparison (RFC 9110, 13.1.2), as a proxy may have weakened our tag. */
function matches(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
