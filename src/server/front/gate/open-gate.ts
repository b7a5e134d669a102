import { openPool } from '../../../database/pool.ts'
import { milliseconds } from '../../clock.ts'
import { createGate, type Gate, type GateOptions } from './gate.ts'
import { createRateLimits } from './rate-limits.ts'
import { createSessions } from './sessions.ts'
import type { Log } from '../../tell/log.ts'

/** The gate of the running server. `close` gives its connections to the database back. */
export function openGate(options: {
  databaseUrl: string
  /** PAYLOAD_SECRET. */
  secret: string
  siteUrl: string
  trustedProxies: number
  mailFault: GateOptions['mailFault']
  onNewDevice: GateOptions['onNewDevice']
  log: Log
}): { gate: Gate; close: () => Promise<void> } {
  const { databaseUrl, secret, siteUrl, trustedProxies, mailFault, onNewDevice, log } = options
  const database = openPool(databaseUrl, 'gate', 3)
  const gate = createGate({
    siteUrl,
    secret,
    trustedProxies,
    sessions: createSessions({ secret, database, now: milliseconds }),
    limits: createRateLimits({ database, secret }),
    // More than the CMS takes to compare a password.
    loginMilliseconds: 500,
    mailFault,
    onNewDevice,
    log,
  })
  return { gate, close: () => database.end() }
}
