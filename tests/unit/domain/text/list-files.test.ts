import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { importedWords, listFileName, type PlannedRow } from '../../../../src/domain/text/list-files.ts'

const name = (plural: string, at: string) => listFileName(plural, Temporal.Instant.from(at))

test('a list is named in Danish, with the day it is in Denmark', () => {
  expect(name('Pressekontakter', '2026-11-29T12:00:00Z')).toBe('pressekontakter-2026-11-29.csv')
  expect(name('Søgeord', '2026-12-31T23:30:00Z')).toBe('soegeord-2027-01-01.csv')
})

test.each<[states: Partial<Record<PlannedRow['state'], number>>, told: string]>([
  [{ new: 40, changed: 3, same: 2 }, '43 rækker er gemt. 40 er nye, 3 er ændret, 2 stod der allerede.'],
  [{ changed: 1 }, '1 række er gemt. 1 er ændret.'],
  [{ new: 1200 }, '1.200 rækker er gemt. 1.200 er nye.'],
])('of %o is told »%s«', (states, told) => {
  const rows = Object.entries(states).flatMap(([state, number]) =>
    Array.from({ length: number }, (_, line) => ({ line, name: '', state, changes: [] }) as PlannedRow),
  )
  expect(importedWords({ rows, written: (states.new ?? 0) + (states.changed ?? 0) })).toBe(told)
})
