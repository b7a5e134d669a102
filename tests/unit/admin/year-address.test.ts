import { expect, test } from 'vitest'
import { dayAddress, yearAddress, yearShown } from '../../../src/admin/time/calendar/year-address.ts'

const queryOf = (address: string) =>
  Object.fromEntries(new URL(address, 'http://localhost').searchParams.entries())

test.each([2026, 2031])('the address of %i shows that year', (year) => {
  expect(yearShown(queryOf(yearAddress(year)))).toBe(year)
})

test('the address of all years shows none in particular', () => {
  expect(yearAddress(null)).toBe('/admin/collections/calendar-days')
  expect(yearShown({})).toBeNull()
})

test('a filter of the editor that is no whole year is no year', () => {
  const query = queryOf(yearAddress(2026))
  const from = 'where[or][0][and][0][date][greater_than_equal]'
  expect(yearShown({ ...query, [from]: '2025-01-01T00:00:00.000Z' })).toBeNull()
  expect(yearShown({ [from]: ['2026-01-01T00:00:00.000Z'] })).toBeNull()
})

test('the last day of a year is no year, and ends where the next begins', () => {
  const query = queryOf(dayAddress('2026-12-31'))
  expect(Object.values(query)).toEqual(['2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'])
  expect(yearShown(query)).toBeNull()
})
