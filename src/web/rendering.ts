import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GetServerSideProps, GetServerSidePropsContext } from 'next'
import { Temporal } from 'temporal-polyfill'
import { PublishedContent, type Content } from '../content/reading/content.ts'
import { Reader } from '../content/reading/reader.ts'
import { changes, isInternalToken, now, pageTree, poolFor } from './handover.ts'

const readingPool = poolFor('reading', 4)
const searchPool = poolFor('search', 4)
let published: PublishedContent | undefined

/** The content as it is now. An answer that is stored must be right; for others, what was read last will do. */
export function contentFor(request: IncomingMessage): Content {
  published ??= new PublishedContent(readingPool(), changes())
  return published.now(!isInternal(request))
}

/** The reader for a request, at the current instant, or the one that the server asks for. */
export function readerFor(request: IncomingMessage): Reader {
  const at = request.headers['x-internal-at']
  return new Reader({
    content: contentFor(request),
    tree: pageTree(),
    version: changes().version,
    database: searchPool(),
    now: isInternal(request) && typeof at === 'string' ? Temporal.Instant.from(at) : now(),
  })
}

/** Begins to read the pages that the server will ask for next, so that this takes one query and not many. */
export function readAhead(request: IncomingMessage): void {
  const ids = String(request.headers['x-internal-ahead'] ?? '')
  if (!isInternal(request) || ids === '') return
  const content = contentFor(request)
  // What fails here is read again by its own render.
  for (const id of ids.split(',')) content.one('pages', Number(id)).catch(() => {})
}

/** Whether the server itself makes the request, to store the answer. */
export const isInternal = (request: IncomingMessage): boolean =>
  isInternalToken(request.headers['x-internal-token'])

/** The server reads headers of 512 KB. With more tags than this, an answer depends on whole collections. */
const MOST_TAGS = 5000

/** Tells the server in headers what the answer depends on, and until when it is right. */
export function describeAnswer(response: ServerResponse, { tags, freshUntil }: Reader): void {
  const named = tags.size > MOST_TAGS ? new Set([...tags].map((tag) => tag.split(':')[0])) : tags
  response.setHeader('x-content-tags', [...named].join(','))
  if (freshUntil) response.setHeader('x-fresh-until', freshUntil.toString())
}

/**
 * The props of a page that is made for each request. If they cannot be made, the answer is an empty 503, which the front
 * replaces with the stored error page.
 */
export const pageProps =
  <Props extends object>(
    make: (context: GetServerSidePropsContext) => Promise<Props>,
  ): GetServerSideProps<Props> =>
  async (context) => {
    try {
      return { props: await make(context) }
    } catch (error) {
      console.error('page', error instanceof Error ? error.message : error)
      context.res.statusCode = 503
      context.res.end()
      // The answer is sent already; Next ignores this.
      return { notFound: true }
    }
  }
