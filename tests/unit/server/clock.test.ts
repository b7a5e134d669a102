import { afterEach, expect, test } from 'vitest'
import { now } from '../../../src/server/clock.ts'

afterEach(() => {
  delete process.env.SITE_CLOCK
})

test('the clock shows the time of the machine', () => {
  expect(Math.abs(now().epochMilliseconds - Date.now())).toBeLessThan(1000)
})

test('SITE_CLOCK is where the clock stood when the process started, and it runs on', () => {
  process.env.SITE_CLOCK = '2026-12-24T14:59:50+01:00'
  const start = Date.parse('2026-12-24T13:59:50Z')
  const before = performance.now()
  const shown = now().epochMilliseconds - start
  expect(shown).toBeGreaterThanOrEqual(Math.floor(before))
  expect(shown).toBeLessThanOrEqual(Math.ceil(performance.now()))
})
