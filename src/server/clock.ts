import { Temporal } from 'temporal-polyfill'

/**
 * The current instant. The only place that reads the time. `SITE_CLOCK` (an ISO instant) sets the clock to that instant at
 * the start of the process; it runs on from there.
 */
export function now(): Temporal.Instant {
  const startedAt = process.env.SITE_CLOCK
  if (!startedAt) return Temporal.Now.instant()
  // performance.now() counts from the start of the process.
  return Temporal.Instant.from(startedAt).add({ milliseconds: Math.round(performance.now()) })
}

/** The same in milliseconds since 1970, for where it is asked with each request. */
export function milliseconds(): number {
  const startedAt = process.env.SITE_CLOCK
  return startedAt ? now().epochMilliseconds : Date.now()
}
