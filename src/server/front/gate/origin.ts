import type { IncomingMessage } from 'node:http'

/** Whether a request only reads (RFC 9110, 9.2.1). */
export const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

/**
 * Whether a browser says that a page of another site sent the request. Programs say nothing.
 * @param siteUrl the site's public origin
 */
export function isFromElsewhere({ headers }: IncomingMessage, siteUrl: string): boolean {
  if (headers.origin !== undefined) return headers.origin !== siteUrl
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}
