import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  atMinute,
  COPENHAGEN,
  dateOf,
  dayAt,
  dayOf,
  weekdayOf,
} from '../../../../src/domain/time/copenhagen.ts'

const first = Temporal.PlainDate.from('2026-01-01')
const dates = Array.from({ length: 5 * 365 + 1 }, (_, days) => first.add({ days }))

test('days and nights of five years begin and end when Temporal says so', () => {
  for (const date of dates) {
    const day = dayOf(date.toString())
    for (const minute of [0, 60, 119, 120, 150, 179, 180, 240, 1439]) {
      const plainTime = { hour: Math.floor(minute / 60), minute: minute % 60 }
      const expected = date.toZonedDateTime({ timeZone: COPENHAGEN, plainTime }).epochMilliseconds
      expect([date.toString(), minute, atMinute(day, minute)]).toEqual([date.toString(), minute, expected])
      expect(atMinute(day - 1, minute + 1440)).toBe(expected)
    }
  }
})

test('every instant has its date and weekday in Copenhagen', () => {
  for (const date of dates) {
    const begins = date.toZonedDateTime(COPENHAGEN).toInstant()
    const day = dayAt(begins)
    expect([dateOf(day), weekdayOf(day)]).toEqual([date.toString(), date.dayOfWeek])
    expect(dayAt(begins.subtract({ nanoseconds: 1 }))).toBe(day - 1)
  }
})

test('the last millisecond before the clocks change has the old time', () => {
  // No other test uses these years, so nothing about them is cached yet.
  dayAt(Temporal.Instant.from('2041-03-31T00:59:59.999Z'))
  expect(atMinute(dayOf('2041-01-15'), 480)).toBe(Date.UTC(2041, 0, 15, 7))
  expect(atMinute(dayOf('2041-07-15'), 480)).toBe(Date.UTC(2041, 6, 15, 6))
  dayAt(Temporal.Instant.from('2043-10-25T00:59:59.999Z'))
  expect(atMinute(dayOf('2043-07-15'), 480)).toBe(Date.UTC(2043, 6, 15, 6))
  expect(atMinute(dayOf('2043-11-15'), 480)).toBe(Date.UTC(2043, 10, 15, 7))
})

test('an invalid date has no day', () => {
  for (const date of ['2026-02-30', '2026-13-01', 'i dag', '']) expect(() => dayOf(date)).toThrow(RangeError)
})
