import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GetServerSideProps, GetServerSidePropsContext } from 'next'
import { Temporal } from 'temporal-polyfill'
import { now } from '../server/clock.ts'
import { readerAt, type Reader } from '../content/reading/reader.ts'

/** The site's public origin, without a trailing slash. */
export const siteUrl = (): string => process.env.SITE_URL ?? 'http://localhost:3000'

/**
 * Reads for one request: the content at the version that the server names, at this instant or the one for which the
 * server itself asks.
 */
export function readerFor(request: IncomingMessage): Reader {
  const version = String(request.headers['x-internal-content-version'] ?? '')
  const at = request.headers['x-internal-at']
  const isStored = isInternal(request)
  return readerAt(version, isStored && typeof at === 'string' ? Temporal.Instant.from(at) : now(), isStored)
}

/** Whether the server itself asks, to store the answer. Nothing from outside can carry this header. */
export const isInternal = (request: IncomingMessage): boolean =>
  Boolean(process.env.INTERNAL_TOKEN) && request.headers['x-internal-token'] === process.env.INTERNAL_TOKEN

/** A header must stay far below node's 16 KB: what depends on more than this depends on the whole collection. */
const MOST_TAGS = 200

/** Tells the server, in headers, what the answer depends on and how long the clock leaves it true. */
export function describeAnswer(response: ServerResponse, { tags, freshUntil }: Reader): void {
  const named = tags.size > MOST_TAGS ? new Set([...tags].map((tag) => tag.split(':')[0])) : tags
  response.setHeader('x-content-tags', [...named].join(','))
  if (freshUntil) response.setHeader('x-fresh-until', freshUntil.toString())
}

/**
 * The props of a page that is made for each request. Where they cannot be made the answer is status 503 without
 * words: the front puts the stored page for failures in its place.
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
      // Next does nothing more with an answer that has been sent.
      return { notFound: true }
    }
  }
