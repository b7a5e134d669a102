import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { listFileName } from '../../../../src/domain/text/list-files.ts'

test('a list is named in Danish, with the day it is in Denmark', () => {
  const name = (plural: string, at: string) => listFileName(plural, Temporal.Instant.from(at))
  expect(name('Pressekontakter', '2026-11-29T12:00:00Z')).toBe('pressekontakter-2026-11-29.csv')
  expect(name('Søgeord', '2026-12-31T23:30:00Z')).toBe('soegeord-2027-01-01.csv')
})
