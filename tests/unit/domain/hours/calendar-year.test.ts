import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { calendarYear, firstMissingYear, yearToAskFor } from '../../../../src/domain/hours/calendar-year.ts'

const years = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => calendarYear(first + index)).flat()
const without = (date: string) => years(2026, 2030).filter((day) => day.date !== date)
const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Copenhagen').toInstant()

test('a year has its public holidays and its local closing days by date, and the closing days must be confirmed', () => {
  const days = calendarYear(2031)
  expect(days).toHaveLength(13)
  expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted())
  expect(days.filter(({ toConfirm }) => toConfirm).map(({ name }) => name)).toEqual([
    'Grundlovsdag',
    'Juleaftensdag',
    'Nytårsaftensdag',
  ])
})

test('5 June 2028 is Whit Monday, so it is not also a local closing day', () => {
  const days = calendarYear(2028).filter(({ date }) => date === '2028-06-05')
  expect(days).toMatchObject([{ name: '2. pinsedag', toConfirm: null }])
})

test.each([
  ['nothing', [], '2026-11-23T10:00', 2026],
  ['2026 to 2030', years(2026, 2030), '2026-11-23T10:00', 2031],
  ['2026 to 2030 but for one holiday', without('2028-12-25'), '2026-11-23T10:00', 2028],
  ['2026 to 2030 but for a holiday of this year', without('2026-12-25'), '2026-11-23T10:00', 2026],
  ['2026 to 2030 but for a holiday of a year past', without('2027-12-25'), '2028-11-23T10:00', 2027],
  ['2026 to 2030 but for a local day', without('2028-12-24'), '2026-11-23T10:00', 2031],
])('the first missing year of a calendar with %s is %s', (_, calendar, now, year) => {
  expect(firstMissingYear(calendar, at(now))).toBe(year)
})

test.each([
  ['2026-10-01T00:00', null],
  ['2030-09-30T23:59:59', null],
  ['2030-10-01T00:00', 2031],
  ['2031-01-01T00:00', 2031],
])('with 2026 to 2030 in the calendar, at %s editors are asked for %s', (now, year) => {
  expect(yearToAskFor(years(2026, 2030), at(now))).toBe(year)
})

test.each([
  ['2026-03-01T12:00', without('2026-12-25'), 2026],
  ['2028-03-01T12:00', without('2027-12-25'), 2027],
  ['2026-03-01T12:00', [], 2026],
  ['2026-03-01T12:00', without('2027-01-01'), null],
  ['2026-10-01T12:00', without('2027-01-01'), 2027],
  ['2026-11-01T12:00', without('2028-01-01'), null],
])(
  'at %s a gap is asked for if it is of the year that runs or was, or of the next from October on',
  (now, calendar, year) => {
    expect(yearToAskFor(calendar, at(now))).toBe(year)
  },
)
