import { expect, test } from 'vitest'
import { alreadyPlanned } from '../../../src/admin/documents/planned/say-set.ts'
import type { PlannedKind, PlannedSet } from '../../../src/domain/time/planned.ts'

const set = (at: string, kind: PlannedKind, state: PlannedSet['state'] = 'waiting'): PlannedSet => ({
  id: 1,
  name: null,
  at,
  state,
  reason: null,
  by: 'Anne',
  changes: [
    { collection: 'pages', document: 7, title: 'Affald', noun: 'Side', kind },
    { collection: 'people', document: 8, title: 'Anne', noun: 'Person', kind: 'publish' },
  ],
})
const friday = '2026-12-04T15:00:00.000Z'
const saturday = '2026-12-05T15:00:00.000Z'

test.each<[sets: PlannedSet[], told: string | null]>([
  [[], null],
  [[set(friday, 'publish')], null],
  [[set(friday, 'unpublish', 'failed')], null],
  [
    [set(friday, 'unpublish'), set(saturday, 'publish')],
    'Det er allerede planlagt, at den afpubliceres fredag den 4. december 2026 kl. 16.00.',
  ],
  [
    [set(friday, 'unpublish'), set(saturday, 'unpublish')],
    'Det er allerede planlagt, at den afpubliceres fredag den 4. december 2026 kl. 16.00 og lørdag den 5. december 2026 kl. 16.00.',
  ],
])('of what waits it is told when the same is planned already', (sets, told) => {
  expect(alreadyPlanned(sets, 'unpublish', { slug: 'pages', id: 7 })).toBe(told)
  expect(alreadyPlanned(sets, 'unpublish', { slug: 'people', id: 8 })).toBeNull()
  expect(alreadyPlanned(sets, 'unpublish', { slug: 'pages', id: 8 })).toBeNull()
})
