import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  fromStored,
  readSentDate,
  sentDateProblem,
  toStored,
} from '../../../../src/domain/time/stored-date.ts'

test.each([
  ['2027-06-13', '2027-06-13'],
  ['2027-06-13T22:00Z', '2027-06-14'],
  ['2027-06-13T21:59:59.999Z', '2027-06-13'],
  ['2027-12-13T22:00Z', '2027-12-13'],
  ['2027-12-13T23:00Z', '2027-12-14'],
  ['2027-06-13T12:00:00.000Z', '2027-06-13'],
  ['2027-06-14T00:00:00+02:00', '2027-06-14'],
  ['2027-06-14T00:00:00+1300', '2027-06-13'],
  ['2027-06-13T20:00-10:00', '2027-06-14'],
  ['2027-06-13T23:59', '2027-06-13'],
  ['2027-06-13T00:00:00', '2027-06-13'],
])('%s is %s in Denmark', (sent, date) => {
  expect(readSentDate(sent)).toBe(date)
  expect(sentDateProblem(sent)).toBeNull()
})

test('a Date is an instant', () => {
  expect(readSentDate(new Date('2027-06-13T22:00Z'))).toBe('2027-06-14')
  expect(readSentDate(new Date('x'))).toBeNull()
})

test.each([
  '2027-02-30',
  '2027-02-30T12:00:00.000Z',
  '2027-02-30T12:00',
  '2027-06-13T25:00Z',
  '2027-06-13T22:00Z[Pacific/Auckland]',
  '2027-06-13 og så',
  '2.12.2026',
  '31.4.2027',
  'i morgen',
  '1812000000000',
  1_812_000_000_000,
  true,
  {},
  '2027-06-13'.repeat(100),
])('%j is refused', (sent) => {
  expect(readSentDate(sent)).toBeNull()
  expect(sentDateProblem(sent)).toMatch(/^».*« er ikke en dato\.$/)
})

test.each(['+030420-04-03T12:00:00.000Z', '0226-12-02', '1899-12-31', '2200-01-01'])(
  '%s is of a year that cannot be meant',
  (sent) => {
    expect(sentDateProblem(sent)).toMatch(/^År \d+ kan ikke bruges\. Vælg en dato mellem 1900 og 2199\.$/)
  },
)

test('each date from 1900 to 2199 stays itself however often it is stored', () => {
  const days = Temporal.PlainDate.from('1900-01-01').until('2199-12-31').days
  fc.assert(
    fc.property(fc.integer({ min: 0, max: days }), (count) => {
      const date = Temporal.PlainDate.from('1900-01-01').add({ days: count }).toString()
      expect(readSentDate(toStored(date))).toBe(date)
      expect(fromStored(toStored(date))).toBe(date)
      expect(readSentDate(date)).toBe(date)
    }),
    { numRuns: 2000 },
  )
})

test('text that was not understood is not cut', () => {
  expect(fromStored('03042027x og mere')).toBe('03042027x og mere')
})
