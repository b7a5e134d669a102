import type { IncomingMessage } from 'node:http'
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type AddressKind, ADDRESSES } from '../../domain/addresses.ts'
import { isThisMachine, visitorOf } from './visitor.ts'

/**
 * Limits what one visitor may ask of the app: 10 failed logins a minute over all ways to log in (only failures count, as
 * an office of editors shares an address), and 50 searches, suggestions, deadlines or API reads a second, bursts of 150.
 */
export function createRateLimits(trustedProxies: number) {
  const attempts = new RateLimiterMemory({ points: 10, duration: 60 })
  const reads = new BurstyRateLimiter(
    new RateLimiterMemory({ points: 50, duration: 1 }),
    new RateLimiterMemory({ points: 150, duration: 10 }),
  )
  /** Counts the request. Returns the seconds to wait, or null to go on. */
  async function takePoint(request: IncomingMessage, { limit }: AddressKind): Promise<number | null> {
    const visitor = visitorOf(request, trustedProxies)
    if (request.method === 'POST' && limit === 'logins') return consume(attempts, visitor)
    // Behind a proxy that TRUST_PROXY does not count, all visitors look like this machine.
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && limit !== null && !isThisMachine(visitor)) return consume(reads, visitor)
    return null
  }

  /** Call it with every answer: a successful login does not count as an attempt. */
  async function noteAnswer(request: IncomingMessage, kind: AddressKind, status: number): Promise<void> {
    if (kind === ADDRESSES.login && status === 200) await attempts.reward(visitorOf(request, trustedProxies))
  }

  return { takePoint, noteAnswer }
}

async function consume(limiter: Pick<RateLimiterMemory, 'consume'>, visitor: string): Promise<number | null> {
  try {
    await limiter.consume(visitor)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}
