import { Temporal } from 'temporal-polyfill'

/**
 * The current instant. This is the only place that reads the time. If `SITE_CLOCK` (an ISO instant) is set, the clock
 * starts at that instant when the process starts, and runs on from there.
 */
export function now(): Temporal.Instant {
  const startedAt = process.env.SITE_CLOCK
  if (!startedAt) return Temporal.Now.instant()
  // performance.now() counts from the start of the process, so all bundled copies of this file agree.
  return Temporal.Instant.from(startedAt).add({ milliseconds: Math.round(performance.now()) })
}
