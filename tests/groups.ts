/** Folders of unit tests that know no time of day: one time zone is enough for them. */
export const TIMELESS = [
  'tests/unit/admin/paste',
  'tests/unit/admin/writing',
  'tests/unit/components',
  'tests/unit/domain/merge',
  'tests/unit/server/front/gate',
  'tests/unit/server/metrics',
]

/** End-to-end tests that wait for an instant, measure, or end processes: nothing else runs beside them. */
export const ALONE = [
  'tests/e2e/operator',
  'tests/e2e/stranger/fuzz.test.ts',
  'tests/e2e/editor/documents/refresh.test.ts',
  'tests/e2e/editor/time/planned.test.ts',
  'tests/e2e/visitor/budget.test.ts',
  'tests/e2e/visitor/time/clock.test.ts',
]
