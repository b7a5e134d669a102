import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from '../../../../src/domain/time/typed-date.ts'

test.each([
  ['2026-11-23', '2026-11-23'],
  [' 2026-11-23 ', '2026-11-23'],
  ['23-11-2026', '2026-11-23'],
  ['23.11.2026', '2026-11-23'],
  ['23. 11. 2026', '2026-11-23'],
  ['3/1 2026', '2026-01-03'],
  ['29-02-2028', '2028-02-29'],
])('»%s« is %s', (typed, date) => {
  expect(readDate(typed)).toBe(date)
})

test.each([
  '',
  '2026-02-30',
  '29-02-2026',
  '31/4 2026',
  '11-23-2026',
  '2026-13-01',
  '2026-00-10',
  '2026-11-23T10:00:00+01:00',
  '+002026-11-23',
  '-002026-11-23',
  '23-11-26',
  '23. november 2026',
  'i går',
  '２０２６-11-23',
])('»%s« is not a date', (typed) => {
  expect(readDate(typed)).toBeNull()
})

test('the answer is a date or null, whatever is typed', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789-./ '), maxLength: 14 })
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (typed) => {
      expect(readDate(typed) ?? '2026-11-23').toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }),
  )
})
