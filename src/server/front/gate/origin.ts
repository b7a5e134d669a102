import type { IncomingMessage } from 'node:http'

/** Whether a request only reads (RFC 9110, 9.2.1). */
export const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

/**
 * Whether a browser says that a page of another site sent the request. Programs say nothing. A page whose address is a secret
 * (`Referrer-Policy: no-referrer`) sends its own forms with `Origin: null`; that they are its own the browser says beside it.
 * @param siteUrl the site's public origin
 */
export function isFromElsewhere({ headers }: IncomingMessage, siteUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (headers.origin === 'null') return site !== 'same-origin'
  if (headers.origin !== undefined) return headers.origin !== siteUrl
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}
