import { expect, test } from 'vitest'
import { comparedWith, dateCompared } from '../../../../src/domain/time/date-condition.ts'

const OPERATORS = [
  'equals',
  'not_equals',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
]

test.each(OPERATORS)('a date is compared as it is stored, with %s', (operator) => {
  expect(comparedWith('2026-12-02', operator, true)).toBe('2026-12-02T12:00:00.000Z')
  expect(dateCompared('2026-12-02T12:00:00.000Z', true)).toBe('2026-12-02')
})

test.each([
  ['2026-12-02', 'greater_than', '2026-12-02T22:59:59.999Z'],
  ['2026-12-02', 'less_than_equal', '2026-12-02T22:59:59.999Z'],
  ['2026-12-02', 'greater_than_equal', '2026-12-01T23:00:00Z'],
  ['2026-12-02', 'less_than', '2026-12-01T23:00:00Z'],
  ['2026-06-02', 'less_than', '2026-06-01T22:00:00Z'],
  // A day of 25 hours.
  ['2026-10-25', 'greater_than', '2026-10-25T22:59:59.999Z'],
  ['2026-10-25', 'greater_than_equal', '2026-10-24T22:00:00Z'],
])('of instants %s with %s is %s', (date, operator, instant) => {
  expect(comparedWith(date, operator, false)).toBe(instant)
  expect(dateCompared(instant, false)).toBe(date)
})

test.each(['equals', 'not_equals', 'in', 'not_in'])('no instant is compared with a day by %s', (operator) => {
  expect(comparedWith('2026-12-02', operator, false)).toBeNull()
})

test.each([undefined, null, '', 'true', 'i morgen', 5])('%j is no date', (value) => {
  expect(dateCompared(value, true)).toBeNull()
  expect(dateCompared(value, false)).toBeNull()
})
