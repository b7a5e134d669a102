import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/**
 * Whom a request counts for: the visitor's IPv4 address, or their IPv6 network (/64), however it is written.
 * Of X-Forwarded-For only the entries written by our own `trustedProxies` are believed.
 */
export function visitorOf(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = request.headers['x-forwarded-for']?.toString().split(',') ?? []
  const path = [...forwarded, request.socket.remoteAddress ?? '']
  return visitorAt(path.at(-1 - trustedProxies) ?? path[0] ?? '')
}

/** The visitor at an address as a proxy may write it: with a port, in brackets, with a zone, IPv4 within IPv6. */
export function visitorAt(written: string): string {
  const address = parse(written)
  if (address === null) return 'unknown'
  const isWhole = address.kind() === 'ipv4' || address.range() === 'loopback'
  return isWhole ? address.toString() : firstBits(address as ipaddr.IPv6, 64)
}

/** The larger network (/48) that one customer may have many of the networks of; null for IPv4. */
export function customerOf(visitor: string): string | null {
  if (!visitor.includes('/')) return null
  return firstBits(ipaddr.IPv6.parse(visitor.replace(/\/\d+$/, '')), 48)
}

/** Whether a visitor is this machine: a test, or a proxy that TRUST_PROXY does not count. */
export function isThisMachine(visitor: string): boolean {
  return visitor.startsWith('127.') || visitor === LOOPBACK
}

const LOOPBACK = visitorAt('::1')

function parse(written: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const text = written
    .trim()
    .replace(/^\[(.*)\](:\d{1,5})?$/, '$1')
    .replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, '$1')
    .replace(/%.*$/, '')
  // Only the usual form of IPv4: `127.1` and `0x7f.1` are spellings that some read otherwise.
  if (!text.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(text)) return null
  return ipaddr.isValid(text) ? ipaddr.process(text) : null
}

function firstBits(address: ipaddr.IPv6, bits: 48 | 64): string {
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`
}
