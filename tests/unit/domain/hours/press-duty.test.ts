import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { toldStatus } from '../../../../src/domain/hours/hours.ts'
import {
  pressDutyChanges,
  pressDutyStatus,
  toldPressDuty,
  type PressDuty,
} from '../../../../src/domain/hours/press-duty.ts'
import { always, at, calendar, closed, closesFrom, days, everyDay, local, office, opens } from './times.ts'

const duty: PressDuty = {
  reachable: everyDay('07:00', '23:00'),
  staff: office,
  phone: '+4599821082',
}
const seen = (of: PressDuty, now: Temporal.Instant) => {
  const { status, until, next, reason } = pressDutyStatus(of, calendar, now)
  expect(local(next?.from ?? null)).toBe(local(until))
  return [status, local(until), next?.status ?? null, reason]
}

test.for([
  ['2026-11-23T06:59:59+01:00', 'closed', '2026-11-23T07:00:00', 'duty', null],
  ['2026-11-23T07:00:00+01:00', 'duty', '2026-11-23T08:00:00', 'staff', null],
  ['2026-11-23T07:00:01+01:00', 'duty', '2026-11-23T08:00:00', 'staff', null],
  ['2026-11-23T07:59:59+01:00', 'duty', '2026-11-23T08:00:00', 'staff', null],
  ['2026-11-23T08:00:00+01:00', 'staff', '2026-11-23T15:00:00', 'duty', null],
  ['2026-11-23T08:00:01+01:00', 'staff', '2026-11-23T15:00:00', 'duty', null],
  ['2026-11-23T14:59:59+01:00', 'staff', '2026-11-23T15:00:00', 'duty', null],
  ['2026-11-23T15:00:00+01:00', 'duty', '2026-11-23T23:00:00', 'closed', null],
  ['2026-11-23T15:00:01+01:00', 'duty', '2026-11-23T23:00:00', 'closed', null],
  ['2026-11-23T22:59:59+01:00', 'duty', '2026-11-23T23:00:00', 'closed', null],
  ['2026-11-23T23:00:00+01:00', 'closed', '2026-11-24T07:00:00', 'duty', null],
  ['2026-11-23T23:00:01+01:00', 'closed', '2026-11-24T07:00:00', 'duty', null],
  ['2026-11-26T14:59:59+01:00', 'staff', '2026-11-26T17:00:00', 'duty', null],
  ['2026-11-26T15:00:00+01:00', 'staff', '2026-11-26T17:00:00', 'duty', null],
  ['2026-11-26T16:59:59+01:00', 'staff', '2026-11-26T17:00:00', 'duty', null],
  ['2026-11-26T17:00:00+01:00', 'duty', '2026-11-26T23:00:00', 'closed', null],
  ['2026-11-26T17:00:01+01:00', 'duty', '2026-11-26T23:00:00', 'closed', null],
  ['2026-11-28T06:59:59+01:00', 'closed', '2026-11-28T07:00:00', 'duty', null],
  ['2026-11-28T07:00:00+01:00', 'duty', '2026-11-28T23:00:00', 'closed', null],
  ['2026-11-28T12:00:00+01:00', 'duty', '2026-11-28T23:00:00', 'closed', null],
  ['2026-11-29T08:00:00+01:00', 'duty', '2026-11-29T23:00:00', 'closed', null],
  ['2026-12-24T23:59:59+01:00', 'closed', '2026-12-25T07:00:00', 'duty', 'Juleaftensdag'],
  ['2026-12-25T00:00:00+01:00', 'closed', '2026-12-25T07:00:00', 'duty', '1. juledag'],
  ['2026-12-25T07:59:59+01:00', 'duty', '2026-12-25T23:00:00', 'closed', '1. juledag'],
  ['2026-12-25T08:00:00+01:00', 'duty', '2026-12-25T23:00:00', 'closed', '1. juledag'],
  ['2026-12-25T09:00:00+01:00', 'duty', '2026-12-25T23:00:00', 'closed', '1. juledag'],
  ['2026-10-25T02:30:00+02:00', 'closed', '2026-10-25T07:00:00', 'duty', null],
  ['2026-10-25T02:30:00+01:00', 'closed', '2026-10-25T07:00:00', 'duty', null],
  ['2026-03-29T01:59:59+01:00', 'closed', '2026-03-29T07:00:00', 'duty', null],
  ['2026-03-29T03:00:00+02:00', 'closed', '2026-03-29T07:00:00', 'duty', null],
] as const)('press duty at %s is %s until %s, then %s (%s)', ([now, ...answer]) => {
  expect(seen(duty, Temporal.Instant.from(now))).toEqual(answer)
})

const reasonAt = (now: string) => pressDutyStatus(duty, calendar, Temporal.Instant.from(now)).reason

test('the reason of a holiday is given from midnight to midnight', () => {
  expect(reasonAt('2026-12-24T23:59:59+01:00')).toBe('Juleaftensdag')
  expect(reasonAt('2026-12-25T00:00:00+01:00')).toBe('1. juledag')
  expect(reasonAt('2026-12-25T23:59:59+01:00')).toBe('1. juledag')
  expect(reasonAt('2026-12-27T00:00:00+01:00')).toBeNull()
})

const allDay = everyDay('00:00', '24:00')
const never = always([])
const now = Temporal.Instant.from('2026-11-23T09:00:00+01:00')

test('a status that never ends has no until and no next', () => {
  expect(seen({ ...duty, staff: allDay }, now)).toEqual(['staff', null, null, null])
  expect(seen({ ...duty, staff: never, reachable: allDay }, now)).toEqual(['duty', null, null, null])
  expect(seen({ ...duty, staff: never, reachable: never }, now)).toEqual(['closed', null, null, null])
})

test('nobody answers after the staff if they go home when the duty phone closes', () => {
  const late = always(days([1], '08:00', '23:00'))
  expect(seen({ ...duty, staff: late }, now)).toEqual(['staff', '2026-11-23T23:00:00', 'closed', null])
})

test('an exception of the duty phone is given as the reason', () => {
  const exceptions = [closed('2026-11-28', '2026-11-28', 'Telefonerne flytter')]
  const status = seen(
    { ...duty, reachable: { ...duty.reachable, exceptions } },
    Temporal.Instant.from('2026-11-28T12:00:00+01:00'),
  )
  expect(status).toEqual(['closed', '2026-11-29T07:00:00', 'duty', 'Telefonerne flytter'])
})

test("if both have a reason, the staff's is given", () => {
  const exceptions = [closed('2026-12-25', '2026-12-25', 'Telefonerne flytter')]
  const moved = { ...duty, reachable: { ...duty.reachable, exceptions } }
  expect(seen(moved, at('2026-12-25T09:00'))[3]).toBe('1. juledag')
})

test('the duty phone answers after staff who go home early, and the exception is the reason', () => {
  const staff = { ...office, exceptions: [closesFrom('2026-12-24', '2026-12-24', '12:00', 'Lukker kl. 12')] }
  const early = { ...duty, staff }
  expect(seen(early, at('2026-12-24T11:59:59'))).toEqual([
    'staff',
    '2026-12-24T12:00:00',
    'duty',
    'Lukker kl. 12',
  ])
  expect(seen(early, at('2026-12-24T12:00:00'))).toEqual([
    'duty',
    '2026-12-24T23:00:00',
    'closed',
    'Lukker kl. 12',
  ])
})

test('staff at work answer even when the duty phone is not reachable', () => {
  const early = { ...duty, staff: always(days([1], '06:00', '08:00')) }
  expect(seen(early, at('2026-11-23T06:30'))).toEqual(['staff', '2026-11-23T08:00:00', 'duty', null])
})

test('the next changes span a weekend and a holiday', () => {
  const changes = (from: string, count: number) =>
    pressDutyChanges(duty, calendar, at(from), count).map((next) => `${local(next.from)} ${next.status}`)
  expect(changes('2026-11-27T08:00', 6)).toEqual([
    '2026-11-27T15:00:00 duty',
    '2026-11-27T23:00:00 closed',
    '2026-11-28T07:00:00 duty',
    '2026-11-28T23:00:00 closed',
    '2026-11-29T07:00:00 duty',
    '2026-11-29T23:00:00 closed',
  ])
  expect(changes('2026-12-24T23:00', 3)).toEqual([
    '2026-12-25T07:00:00 duty',
    '2026-12-25T23:00:00 closed',
    '2026-12-26T07:00:00 duty',
  ])
  expect(pressDutyChanges({ ...duty, staff: allDay }, calendar, now, 10)).toEqual([])
})

test('until is the first instant at which the status changes, and next is the new status', () => {
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

test.for([
  ['at night before a holiday that the duty answers on as ever', '2026-12-24T03:00:00+01:00', null],
  ['while the duty answers instead of the staff', '2026-12-24T09:00:00+01:00', 'Juleaftensdag'],
  ['at night after that day', '2026-12-24T23:30:00+01:00', null],
] as const)('%s the reason that is told is right', ([, now, reason]) => {
  expect(toldPressDuty(duty, calendar, Temporal.Instant.from(now)).reason).toBe(reason)
  expect(pressDutyStatus(duty, calendar, Temporal.Instant.from(now)).reason).toBe('Juleaftensdag')
})

test.for([
  ['before it opens as ever, though it closes early', '2026-12-23T07:00:00', null],
  ['while it is open, as it closes early', '2026-12-23T09:00:00', 'Lillejuleaftensdag'],
  ['once it has closed early', '2026-12-23T13:00:00', 'Lillejuleaftensdag'],
  ['before it opens late', '2026-12-22T07:00:00', 'Personaledag'],
  ['when it would be open on another day', '2026-12-22T08:30:00', 'Personaledag'],
] as const)('%s the reason that is told is right', ([, now, reason]) => {
  const schedule = {
    ...office,
    exceptions: [
      closesFrom('2026-12-23', '2026-12-23', '12:00', 'Lillejuleaftensdag'),
      opens('2026-12-22', '2026-12-22', ['10:00-15:00'], 'Personaledag'),
    ],
  }
  expect(toldStatus(schedule, calendar, at(now)).reason).toBe(reason)
})
