import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type Answer, answerOfError, type Outcome, outcomeOf } from './outcomes.ts'
import type { Network } from './network.ts'

export type Asking = {
  network: Network
  /** As what we ask. */
  userAgent: string
  /** Ends what is under way. */
  signal: AbortSignal
  /** How long an address may take with all that it leads on to, in milliseconds. */
  patience?: number
}

/**
 * Tries an address of another site, quietly: with HEAD, then with GET if that is not answered well, as some servers know only that.
 * Of an answer nothing but its head is read. Nothing is sent but the request; never throws.
 */
export function tryAddress(url: string, asking: Asking): Promise<Outcome> {
  const { patience = PATIENCE } = asking
  return within(patience, asking.signal, async (end) => {
    const head = await within(patience / 2, end, (signal) => follow('HEAD', url, { ...asking, signal }))
    const isEnough = typeof head === 'number' ? head < 400 : head === 'untried' || head === 'dns'
    return outcomeOf(isEnough ? head : await follow('GET', url, { ...asking, signal: end }))
  })
}

/** Does something that is broken off after some milliseconds, or with `signal`. */
async function within<Result>(
  milliseconds: number,
  signal: AbortSignal,
  task: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const own = new AbortController()
  const end = () => own.abort()
  const timer = setTimeout(end, milliseconds)
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()
  try {
    return await task(own.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}

const PATIENCE = 10_000
const MOST_REDIRECTS = 5

/** Asks an address and where it leads on to, each step as if it were the first. */
async function follow(method: string, url: string, asking: Asking): Promise<Answer> {
  let next = url
  for (let steps = 0; steps <= MOST_REDIRECTS; steps++) {
    if (!URL.canParse(next)) return 'untried'
    const place = new URL(next)
    const addresses = await addressesOf(place, asking)
    if (typeof addresses === 'string') return addresses
    try {
      const { status, location, isWall } = await ask(method, place, addresses, asking)
      if (isWall) return FORBIDDEN
      if (status < 300 || status >= 400 || location === undefined) return status
      if (!URL.canParse(location, place)) return 'untried'
      next = new URL(location, place).href
    } catch (error) {
      return answerOfError(error)
    }
  }
  // Those who want cookies lead on without end.
  return 'untried'
}

const FORBIDDEN = 403

/** The IP addresses of a place, if all of them may be asked; otherwise why it cannot be. */
async function addressesOf(
  { protocol, hostname, port }: URL,
  { network, signal }: Asking,
): Promise<string[] | 'untried' | 'dns'> {
  if (protocol !== 'http:' && protocol !== 'https:') return 'untried'
  const host = bare(hostname)
  const found = isIP(host) ? [host] : await inTime(network.resolve(host), signal)
  if (!found?.length) return 'dns'
  const number = portOf(protocol, port)
  return found.every((address) => network.permits(address, number)) ? found : 'untried'
}

/** What a promise comes to; undefined if it is rejected, or not there in time. */
function inTime<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  const late = new Promise<undefined>((resolve) => {
    const give = () => resolve(undefined)
    if (signal.aborted) give()
    else signal.addEventListener('abort', give, { once: true })
  })
  return Promise.race([promise.catch(() => undefined), late])
}

/** The head of an answer from one of these IP addresses, which are not looked up again. */
function ask(method: string, place: URL, addresses: string[], { userAgent, signal }: Asking) {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_host, { all }, answer) => {
    const [first] = found
    if (all) answer(null, found)
    else answer(null, first?.address ?? '', first?.family)
  }
  return new Promise<{ status: number; location: string | undefined; isWall: boolean }>((resolve, reject) => {
    const { request } = place.protocol === 'https:' ? https : http
    const sent = request({
      method,
      protocol: place.protocol,
      hostname: bare(place.hostname),
      port: portOf(place.protocol, place.port),
      path: place.pathname + place.search,
      headers: { host: place.host, 'user-agent': userAgent, accept: '*/*' },
      // A connection of its own, closed after it.
      agent: false,
      lookup,
      signal,
    })
    sent.on('error', reject)
    // Also where there was neither an answer nor an error, as with an upgrade that nobody asked for.
    sent.on('close', () => reject(new Error('The connection was closed')))
    sent.on('response', (response) => {
      response.on('error', () => {})
      const { statusCode = 0, headers } = response
      resolve({ status: statusCode, location: headers.location, isWall: 'cf-mitigated' in headers })
      response.destroy()
    })
    sent.end()
  })
}

const portOf = (protocol: string, port: string): number => Number(port) || (protocol === 'https:' ? 443 : 80)

/** The address within `[2a00::1]`. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')
