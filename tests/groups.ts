/** Folders of unit tests that know no time of day: one time zone is enough for them. */
export const TIMELESS = [
  'tests/unit/admin/paste',
  'tests/unit/admin/writing',
  'tests/unit/components',
  'tests/unit/domain/merge',
  'tests/unit/server/front/gate',
  'tests/unit/server/metrics',
]

/** End-to-end tests of programs and of a clock: they mostly wait, and so run beside those of browsers. */
export const WAITING = ['tests/e2e/operator', 'tests/e2e/visitor/time/clock.test.ts']
