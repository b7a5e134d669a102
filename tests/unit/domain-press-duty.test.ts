import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { danishPublicHolidays, localClosingDays } from '../../src/domain/calendar.ts'
import type { Schedule, Weekday } from '../../src/domain/hours.ts'
import { pressDutyStatus, type PressDuty } from '../../src/domain/press-duty.ts'

const zone = 'Europe/Copenhagen'
const local = (instant: Temporal.Instant | null | undefined) =>
  instant?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }) ?? null

const days = (weekdays: Weekday[], from: string, to: string) =>
  weekdays.map((weekday) => ({ weekday, from, to }))

const calendar = [2026, 2027].flatMap((year) => danishPublicHolidays(year).concat(localClosingDays(year)))
const duty: PressDuty = {
  reachable: { week: days([1, 2, 3, 4, 5, 6, 7], '07:00', '23:00'), exceptions: [], followsCalendar: false },
  staff: {
    week: [...days([1, 2, 3, 5], '08:00', '15:00'), ...days([4], '08:00', '17:00')],
    exceptions: [],
    followsCalendar: true,
  },
  phone: '+4599821082',
}
const seen = (of: PressDuty, now: Temporal.Instant) => {
  const { status, until, next, reason } = pressDutyStatus(of, calendar, now)
  expect(local(next?.from)).toBe(local(until))
  return [status, local(until), next?.status ?? null, reason]
}

test.for([
  ['2026-11-23T06:59:59+01:00', 'closed', '2026-11-23T07:00:00', 'duty', null],
  ['2026-11-23T07:00:00+01:00', 'duty', '2026-11-23T08:00:00', 'staff', null],
  ['2026-11-23T07:59:59+01:00', 'duty', '2026-11-23T08:00:00', 'staff', null],
  ['2026-11-23T08:00:00+01:00', 'staff', '2026-11-23T15:00:00', 'duty', null],
  ['2026-11-23T14:59:59+01:00', 'staff', '2026-11-23T15:00:00', 'duty', null],
  ['2026-11-23T15:00:00+01:00', 'duty', '2026-11-23T23:00:00', 'closed', null],
  ['2026-11-23T22:59:59+01:00', 'duty', '2026-11-23T23:00:00', 'closed', null],
  ['2026-11-23T23:00:00+01:00', 'closed', '2026-11-24T07:00:00', 'duty', null],
  ['2026-11-26T15:00:00+01:00', 'staff', '2026-11-26T17:00:00', 'duty', null],
  ['2026-11-26T16:59:59+01:00', 'staff', '2026-11-26T17:00:00', 'duty', null],
  ['2026-11-26T17:00:00+01:00', 'duty', '2026-11-26T23:00:00', 'closed', null],
  ['2026-11-28T12:00:00+01:00', 'duty', '2026-11-28T23:00:00', 'closed', null],
  ['2026-12-25T09:00:00+01:00', 'duty', '2026-12-25T23:00:00', 'closed', '1. juledag'],
  ['2026-10-25T02:30:00+02:00', 'closed', '2026-10-25T07:00:00', 'duty', null],
  ['2026-10-25T02:30:00+01:00', 'closed', '2026-10-25T07:00:00', 'duty', null],
  ['2026-03-29T01:59:59+01:00', 'closed', '2026-03-29T07:00:00', 'duty', null],
] as const)('press duty at %s is %s until %s, then %s (%s)', ([now, ...answer]) => {
  expect(seen(duty, Temporal.Instant.from(now))).toEqual(answer)
})

const reasonAt = (now: string) => pressDutyStatus(duty, calendar, Temporal.Instant.from(now)).reason

test('the reason of a holiday holds from midnight to midnight', () => {
  expect(reasonAt('2026-12-24T23:59:59+01:00')).toBe('Juleaftensdag')
  expect(reasonAt('2026-12-25T00:00:00+01:00')).toBe('1. juledag')
  expect(reasonAt('2026-12-25T23:59:59+01:00')).toBe('1. juledag')
  expect(reasonAt('2026-12-27T00:00:00+01:00')).toBeNull()
})

const always: Schedule = {
  week: days([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'),
  exceptions: [],
  followsCalendar: false,
}
const never: Schedule = { week: [], exceptions: [], followsCalendar: false }
const now = Temporal.Instant.from('2026-11-23T09:00:00+01:00')

test('a status that never ends has no until and no next', () => {
  expect(seen({ ...duty, staff: always }, now)).toEqual(['staff', null, null, null])
  expect(seen({ ...duty, staff: never, reachable: always }, now)).toEqual(['duty', null, null, null])
  expect(seen({ ...duty, staff: never, reachable: never }, now)).toEqual(['closed', null, null, null])
})

test('staff who go home when the duty phone closes are followed by nobody', () => {
  const late: Schedule = { ...duty.staff, week: days([1], '08:00', '23:00') }
  expect(seen({ ...duty, staff: late }, now)).toEqual(['staff', '2026-11-23T23:00:00', 'closed', null])
})

test('an exception of the duty phone is told as the reason', () => {
  const exceptions = [{ from: '2026-11-28', to: '2026-11-28', spans: [], reason: 'Telefonerne flytter' }]
  const status = seen(
    { ...duty, reachable: { ...duty.reachable, exceptions } },
    Temporal.Instant.from('2026-11-28T12:00:00+01:00'),
  )
  expect(status).toEqual(['closed', '2026-11-29T07:00:00', 'duty', 'Telefonerne flytter'])
})

test('until is the first instant at which the status differs, and next is what it is then', () => {
  const start = Temporal.Instant.from('2026-03-20T00:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * 24 * 3600 }), fc.nat({ max: 999 }), (seconds, part) => {
      const at = start.add({ seconds })
      const { status, until, next } = pressDutyStatus(duty, calendar, at)
      if (!until) throw new Error('this press duty always changes')
      expect(pressDutyStatus(duty, calendar, until).status).toBe(next?.status)
      expect(next?.status).not.toBe(status)
      const between = at.add({ seconds: Math.floor((until.since(at).total('seconds') * part) / 1000) })
      expect(pressDutyStatus(duty, calendar, between).status).toBe(status)
      expect(pressDutyStatus(duty, calendar, until.subtract({ nanoseconds: 1 })).status).toBe(status)
    }),
    { numRuns: 300 },
  )
})
