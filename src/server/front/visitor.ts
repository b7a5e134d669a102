import type { IncomingMessage } from 'node:http'
import net from 'node:net'

/**
 * Whom a request counts for: the visitor's IPv4 address, or their IPv6 network (/64).
 * Of X-Forwarded-For only the entries written by our own `trustedProxies` are believed.
 */
export function visitorOf(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = request.headers['x-forwarded-for']?.toString().split(',') ?? []
  const path = [...forwarded.map((address) => address.trim()), request.socket.remoteAddress ?? '']
  const address = (path.at(-1 - trustedProxies) ?? path[0] ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  return net.isIPv6(address) ? networkOf(address) : address
}

/** Whether a visitor is this machine: a test, or a proxy that TRUST_PROXY does not count. */
export function isThisMachine(visitor: string): boolean {
  return visitor.startsWith('127.') || visitor === networkOf('::1')
}

/** The first 64 bits of an IPv6 address: what one household or office has. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}
