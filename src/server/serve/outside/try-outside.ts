import { setInterval as every } from 'node:timers/promises'
import { sayError } from '../../../database/errors/say-error.ts'
import type { Database } from '../../../database/pool.ts'
import type { Log } from '../../tell/log.ts'
import { isUnreached } from './outcomes.ts'
import type { Network } from './network.ts'
import { tryAddress } from './try-address.ts'

type Options = {
  database: Database
  /** The site's public origin: its own addresses are not tried, and whoever is asked reads it. */
  siteUrl: string
  network: Network
  signal: AbortSignal
  log: Log
}

/**
 * Tries a few addresses of other sites each minute, until `signal` is aborted: each about once a week, whatever number of servers
 * there is (src/database/desk/outside.sql). What fails is logged and tried the next minute.
 */
export async function tryOutsideLinks(options: Options): Promise<void> {
  const { signal, log } = options
  try {
    for await (const _ of every(PAUSE, null, { signal, ref: false })) {
      await tryRound(options).catch((error: unknown) =>
        log.warn({ event: 'outside-links', ...sayError(error) }, 'Links to other sites could not be tried'),
      )
    }
  } catch {
    // The server ends.
  }
}

/** Tries those that this server gets, if any, and notes what came of it. */
export async function tryRound(options: Options): Promise<void> {
  const { database, siteUrl, signal, log } = options
  await database.query('SELECT outside.find($1)', [new URL(siteUrl).host.replace(/^www\./, '')])
  const { rows } = await database.query<{ id: number; url: string }>(
    'SELECT id, url FROM outside.claim($1)',
    [AT_ONCE],
  )
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const outcomes = await tryAll(
    rows.map(({ url }) => url),
    options,
  )
  // Who was broken off has not failed.
  if (signal.aborted) return
  if (outcomes.every(isUnreached) && outcomes.some((outcome) => outcome !== 'untried')) {
    const { rows: known } = await database.query<{ url: string }>(
      'SELECT url FROM outside.answered($1, 3) AS url',
      [ids],
    )
    const others = await tryAll(
      known.map(({ url }) => url),
      options,
    )
    if (signal.aborted) return
    if (others.every(isUnreached)) {
      // It is our network that is away, so nobody has failed.
      await database.query('SELECT outside.wait()')
      log.info({ event: 'outside-links', reached: 0 }, 'No other site can be reached')
      return
    }
  }
  await database.query('SELECT outside.note($1, $2)', [ids, outcomes])
}

const tryAll = (urls: readonly string[], { siteUrl, network, signal }: Options) => {
  const userAgent = `Aalborg-Kommune-websted (linktjek; +${siteUrl})`
  return Promise.all(urls.map((url) => tryAddress(url, { network, userAgent, signal })))
}

const PAUSE = 60_000
/** How many addresses are tried at once, each of another host. */
const AT_ONCE = 6
