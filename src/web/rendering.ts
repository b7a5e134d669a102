import type { IncomingMessage, ServerResponse } from 'node:http'
import { Temporal } from 'temporal-polyfill'
import { openReader, type Reader } from '../content/reading/reader.ts'
import { isInternalToken, now, poolFor } from './handover.ts'

const searchPool = poolFor('search', 4)

/**
 * The reader for a request: at the content version that the server names, and at the current instant, or the one that the
 * server asks for. Throws if the database does not answer and nothing is known from before.
 */
export function readerFor(request: IncomingMessage): Promise<Reader> {
  const at = request.headers['x-internal-at']
  const isStored = isInternal(request)
  return openReader({
    version: String(request.headers['x-internal-content-version'] ?? ''),
    now: isStored && typeof at === 'string' ? Temporal.Instant.from(at) : now(),
    isStored,
    database: searchPool(),
  })
}

/** Whether the server itself makes the request, to store the answer. */
export const isInternal = (request: IncomingMessage): boolean =>
  isInternalToken(request.headers['x-internal-token'])

/** Headers must stay far below node's 16 KB. With more tags than this, an answer depends on whole collections. */
const MOST_TAGS = 200

/** Tells the server in headers what the answer depends on, and until when it is right. */
export function describeAnswer(response: ServerResponse, { tags, freshUntil }: Reader): void {
  const named = tags.size > MOST_TAGS ? new Set([...tags].map((tag) => tag.split(':')[0])) : tags
  response.setHeader('x-content-tags', [...named].join(','))
  if (freshUntil) response.setHeader('x-fresh-until', freshUntil.toString())
}
