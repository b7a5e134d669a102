import { Temporal } from 'temporal-polyfill'

/**
 * The current instant. The only place that reads the time. With `SITE_CLOCK` (an ISO instant) the clock
 * showed that instant when the process started, and has run on since.
 */
export function now(): Temporal.Instant {
  const startedAt = process.env.SITE_CLOCK
  if (!startedAt) return Temporal.Now.instant()
  // performance.now() counts from the start of the process, so every bundled copy of this file agrees.
  return Temporal.Instant.from(startedAt).add({ milliseconds: Math.round(performance.now()) })
}
