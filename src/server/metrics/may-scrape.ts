import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import net from 'node:net'

/**
 * Whether a request may read the metrics: with the token (`Authorization: Bearer …`), or from this machine and not through
 * a proxy.
 * @param token undefined: there is none
 */
export function mayScrape(request: IncomingMessage, token: string | undefined): boolean {
  const [, given] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (given !== undefined) return token !== undefined && isSame(given, token)
  const isForwarded = FORWARDING.some((name) => request.headers[name] !== undefined)
  return !isForwarded && isLoopback(request.socket.remoteAddress ?? '')
}

/** Set by a proxy that tells whom it asks for. */
const FORWARDING = [
  'x-forwarded-for',
  'forwarded',
  'x-real-ip',
  'via',
  'x-forwarded-proto',
  'x-forwarded-host',
]

/** Takes the same time whatever is given. */
const isSame = (given: string, token: string): boolean => timingSafeEqual(hashed(given), hashed(token))

const hashed = (text: string) => createHash('sha256').update(text).digest()

const loopback = new net.BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Also of an IPv4 address in IPv6. */
function isLoopback(address: string): boolean {
  const version = net.isIP(address)
  return version !== 0 && loopback.check(address, version === 6 ? 'ipv6' : 'ipv4')
}
