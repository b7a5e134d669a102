import { Resolver } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'

/** Where the hosts of other sites are, and what of it may be asked. */
export type Network = {
  /** The IP addresses of a host. Rejects if there are none. */
  resolve: (host: string) => Promise<string[]>
  permits: (address: string, port: number) => boolean
}

/** Everything that is public, on the ports of the web. What editors type never makes the server ask its own network. */
export const internet: Network = {
  // Not by the system's own lookup: it takes a thread, of which reading files and comparing passwords have few.
  async resolve(host) {
    const resolver = new Resolver({ timeout: 2000, tries: 2 })
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    if (found.length === 0 && four.status === 'rejected') throw four.reason
    return found
  },
  permits: (address, port) => (port === 80 || port === 443) && isPublic(address),
}

/** Whether an IP address is one of the internet, for a single machine: no network of ones own, and none for special use. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // IPv4 within IPv6 is taken for what it is.
  const read = ipaddr.process(address)
  return read.range() === 'unicast' && (read.kind() === 'ipv4' || read.match(GLOBAL_UNICAST))
}

/** The only networks of IPv6 that are given out (RFC 4291, 2.4). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')
