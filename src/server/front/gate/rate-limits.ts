import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import {
  BurstyRateLimiter,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { customerOf } from './visitor.ts'

/** Somebody who tries to log in: from where, to which account, and whether the browser has been logged in to it before. */
export type Attempt = { visitor: string; account: string | null; isKnownDevice: boolean }

export type RateLimits = ReturnType<typeof createRateLimits>

/**
 * What one visitor may ask of the app. Each `take…` counts a request and returns the seconds to wait, or null to go on.
 * Only failed attempts to log in count, as an office of editors shares an address. They are counted in the database, for all servers
 * together and without saying who it was; without one (in tests), and while it does not answer, in memory.
 *
 * @param secret with which addresses and accounts are made unreadable
 */
export function createRateLimits({ database, secret }: { database: Pool | null; secret: string }) {
  const attempts = (name: string, points: number, seconds: number): RateLimiterAbstract => {
    const inMemory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
    if (!database) return inMemory
    return new RateLimiterPostgres({
      storeClient: database,
      storeType: 'pool',
      schemaName: 'server',
      tableName: 'login_attempts',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
      // Whoever is refused anyway costs no query.
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: inMemory,
    })
  }
  const ofVisitor = attempts('visitor', 10, 60)
  const ofCustomer = attempts('customer', 60, 60)
  // An account is never closed: a stranger who guesses slows others who guess, and no browser that its owner has used.
  const ofAccount = attempts('account', 20, 900)
  const ofAccountLater = attempts('later', 1, 20)
  const reads = bursty(50, 150)
  const strangers = bursty(5, 30)
  // A customer may be a school: many visitors, and yet one who may have 65,536 networks.
  const readsOfCustomer = bursty(150, 450)
  const strangersOfCustomer = bursty(15, 90)

  const unreadable = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')

  /** What an attempt counts for, other than its account. */
  const placesOfAttempt = ({ visitor }: Attempt) =>
    placesOf(visitor, ofVisitor, ofCustomer).map(([limiter, place]) => [limiter, unreadable(place)] as const)

  return {
    /** 50 searches, suggestions, deadlines or API reads a second, and 150 in ten; three times as many from an IPv6 customer. */
    takeRead: (visitor: string) => takeEach(placesOf(visitor, reads, readsOfCustomer)),

    /** 5 requests to the admin a second, and 30 in ten, by those without a session; three times as many from an IPv6 customer. */
    takeStranger: (visitor: string) => takeEach(placesOf(visitor, strangers, strangersOfCustomer)),

    /**
     * 10 attempts a minute from an address, 60 from an IPv6 customer, and 20 in a quarter of an hour to an account from browsers that
     * it does not know, then one each 20 seconds.
     */
    async takeAttempt(attempt: Attempt): Promise<number | null> {
      const wait = await takeEach(placesOfAttempt(attempt))
      if (wait !== null) return wait
      const { account, isKnownDevice } = attempt
      if (account === null || isKnownDevice || (await take(ofAccount, unreadable(account))) === null)
        return null
      return take(ofAccountLater, unreadable(account))
    },

    /** A successful login is no attempt. */
    async forgive(attempt: Attempt): Promise<void> {
      const { account, isKnownDevice } = attempt
      for (const [limiter, key] of placesOfAttempt(attempt)) await limiter.reward(key)
      if (account !== null && !isKnownDevice) await ofAccount.reward(unreadable(account))
    },
  }
}

/** What counts for a visitor, and for the customer of many networks that the visitor may belong to. */
function placesOf<Kind>(visitor: string, ofVisitor: Kind, ofCustomer: Kind): [Kind, string][] {
  const customer = customerOf(visitor)
  return customer === null
    ? [[ofVisitor, visitor]]
    : [
        [ofVisitor, visitor],
        [ofCustomer, customer],
      ]
}

/** Counts for each in turn, until one says to wait. */
async function takeEach(places: readonly (readonly [Limiter, string])[]): Promise<number | null> {
  for (const [limiter, key] of places) {
    const wait = await take(limiter, key)
    if (wait !== null) return wait
  }
  return null
}

type Limiter = Pick<RateLimiterAbstract, 'consume'>

const bursty = (second: number, tenSeconds: number) =>
  new BurstyRateLimiter(
    new RateLimiterMemory({ points: second, duration: 1 }),
    new RateLimiterMemory({ points: tenSeconds, duration: 10 }),
  )

async function take(limiter: Limiter, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}
