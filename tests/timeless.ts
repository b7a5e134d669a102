/** Folders of unit tests that know no time of day: one time zone is enough for them. */
export const TIMELESS = [
  'tests/unit/admin/paste',
  'tests/unit/admin/writing',
  'tests/unit/components',
  'tests/unit/domain/merge',
  'tests/unit/server/front/gate',
  'tests/unit/server/metrics',
]
