import { expect, test } from 'vitest'
import { openingChanges, openingStatus, opensAt, spansOn } from '../../../../src/domain/hours/hours.ts'
import { weekOn } from '../../../../src/domain/hours/day-hours.ts'
import type { CalendarDay, Schedule } from '../../../../src/domain/hours/schedule.ts'
import { always, at, calendar, closed, closesFrom, days, everyDay, local, office, opens } from './times.ts'

const seen = (schedule: Schedule, now: string) => {
  const { open, until, reason } = openingStatus(schedule, calendar, at(now))
  return [open ? 'open' : 'closed', local(until), reason]
}

test.for([
  ['2026-11-23T07:59:59', 'closed', '2026-11-23T08:00:00', null],
  ['2026-11-23T08:00:00', 'open', '2026-11-23T15:00:00', null],
  ['2026-11-23T08:00:01', 'open', '2026-11-23T15:00:00', null],
  ['2026-11-23T14:59:59', 'open', '2026-11-23T15:00:00', null],
  ['2026-11-23T15:00:00', 'closed', '2026-11-24T08:00:00', null],
  ['2026-11-23T15:00:01', 'closed', '2026-11-24T08:00:00', null],
  ['2026-11-26T14:59:59', 'open', '2026-11-26T17:00:00', null],
  ['2026-11-26T15:00:00', 'open', '2026-11-26T17:00:00', null],
  ['2026-11-26T16:59:59', 'open', '2026-11-26T17:00:00', null],
  ['2026-11-26T17:00:00', 'closed', '2026-11-27T08:00:00', null],
  ['2026-11-26T17:00:01', 'closed', '2026-11-27T08:00:00', null],
  ['2026-11-20T14:59:59', 'open', '2026-11-20T15:00:00', null],
  ['2026-11-20T15:00:00', 'closed', '2026-11-23T08:00:00', null],
  ['2026-11-22T23:59:59', 'closed', '2026-11-23T08:00:00', null],
  ['2026-11-23T00:00:00', 'closed', '2026-11-23T08:00:00', null],
  ['2026-12-23T15:00:00', 'closed', '2026-12-28T08:00:00', null],
  ['2026-12-23T23:59:59', 'closed', '2026-12-28T08:00:00', null],
  ['2026-12-24T00:00:00', 'closed', '2026-12-28T08:00:00', 'Juleaftensdag'],
  ['2026-12-24T00:00:01', 'closed', '2026-12-28T08:00:00', 'Juleaftensdag'],
  ['2026-12-24T09:00:00', 'closed', '2026-12-28T08:00:00', 'Juleaftensdag'],
  ['2026-12-24T23:59:59', 'closed', '2026-12-28T08:00:00', 'Juleaftensdag'],
  ['2026-12-25T00:00:00', 'closed', '2026-12-28T08:00:00', '1. juledag'],
  ['2026-12-25T09:00:00', 'closed', '2026-12-28T08:00:00', '1. juledag'],
  // A Saturday is closed anyway, but the reason is still given.
  ['2026-12-26T09:00:00', 'closed', '2026-12-28T08:00:00', '2. juledag'],
  ['2026-12-26T23:59:59', 'closed', '2026-12-28T08:00:00', '2. juledag'],
  ['2026-12-27T00:00:00', 'closed', '2026-12-28T08:00:00', null],
  ['2026-12-27T09:00:00', 'closed', '2026-12-28T08:00:00', null],
  ['2026-12-28T07:59:59', 'closed', '2026-12-28T08:00:00', null],
  ['2026-12-28T08:00:00', 'open', '2026-12-28T15:00:00', null],
  ['2026-04-01T15:00:00', 'closed', '2026-04-07T08:00:00', null],
] as const)('the office at %s is %s until %s (%s)', ([now, status, until, reason]) => {
  expect(seen(office, now)).toEqual([status, until, reason])
})

test('the office is closed at 15:00:00, and open one nanosecond before', () => {
  const closing = at('2026-11-23T15:00:00')
  expect(openingStatus(office, calendar, closing).open).toBe(false)
  expect(openingStatus(office, calendar, closing.subtract({ nanoseconds: 1 })).open).toBe(true)
})

test('spans that touch are one opening', () => {
  const schedule = always([...days([1], '12:00', '15:00'), ...days([1], '08:00', '12:00')])
  expect(seen(schedule, '2026-11-23T11:59:59')).toEqual(['open', '2026-11-23T15:00:00', null])
  expect(seen(schedule, '2026-11-23T12:00:00')).toEqual(['open', '2026-11-23T15:00:00', null])
  expect(local(opensAt(schedule, calendar, at('2026-11-23T09:00:00')))).toBe('2026-11-30T08:00:00')
})

test.for([
  ['2026-11-23T11:59:59', 'open', '2026-11-23T12:00:00'],
  ['2026-11-23T12:00:00', 'closed', '2026-11-23T13:00:00'],
  ['2026-11-23T12:00:01', 'closed', '2026-11-23T13:00:00'],
  ['2026-11-23T12:59:59', 'closed', '2026-11-23T13:00:00'],
  ['2026-11-23T13:00:00', 'open', '2026-11-23T15:00:00'],
] as const)('a lunch break: at %s it is %s until %s', ([now, status, until]) => {
  const schedule = always([...days([1], '08:00', '12:00'), ...days([1], '13:00', '15:00')])
  expect(seen(schedule, now)).toEqual([status, until, null])
})

test.for([
  ['2026-11-27T21:59:59', 'closed', '2026-11-27T22:00:00'],
  ['2026-11-27T22:00:00', 'open', '2026-11-28T02:00:00'],
  ['2026-11-27T23:59:59', 'open', '2026-11-28T02:00:00'],
  ['2026-11-28T00:00:00', 'open', '2026-11-28T02:00:00'],
  ['2026-11-28T01:59:59', 'open', '2026-11-28T02:00:00'],
  ['2026-11-28T02:00:00', 'closed', '2026-12-04T22:00:00'],
] as const)('a span past midnight: at %s it is %s until %s', ([now, status, until]) => {
  expect(seen(always(days([5], '22:00', '02:00')), now)).toEqual([status, until, null])
})

test('a night that began before a closed day runs to its end, and the reason is that of the day it began', () => {
  const nights = {
    ...everyDay('22:00', '02:00'),
    exceptions: [closed('2026-11-28', '2026-11-28', 'Ombygning')],
  }
  expect(seen(nights, '2026-11-28T01:00:00')).toEqual(['open', '2026-11-28T02:00:00', null])
  expect(seen(nights, '2026-11-28T02:00:00')).toEqual(['closed', '2026-11-29T22:00:00', 'Ombygning'])
})

test('while a night overlaps a span of the next day, the reason is that of the next day', () => {
  const schedule = {
    ...everyDay('22:00', '06:00'),
    exceptions: [opens('2026-11-28', '2026-11-28', ['05:00-08:00'], 'Marked')],
  }
  expect(seen(schedule, '2026-11-28T04:59:59')).toEqual(['open', '2026-11-28T08:00:00', null])
  expect(seen(schedule, '2026-11-28T05:00:00')).toEqual(['open', '2026-11-28T08:00:00', 'Marked'])
})

test('there is no break between 24:00 and 00:00: a schedule open all week never closes', () => {
  expect(seen(everyDay('00:00', '24:00'), '2026-11-23T12:00:00')).toEqual(['open', null, null])
  expect(seen(everyDay('08:00', '08:00'), '2026-11-23T12:00:00')).toEqual(['open', null, null])
  expect(opensAt(everyDay('00:00', '24:00'), calendar, at('2026-11-23T12:00:00'))).toBeNull()
})

test('an empty week never opens', () => {
  const never = { ...always([]), followsCalendar: true }
  expect(seen(never, '2026-11-23T12:00:00')).toEqual(['closed', null, null])
  expect(opensAt(never, calendar, at('2026-11-23T12:00:00'))).toBeNull()
})

test('a schedule without any week is closed', () => {
  expect(seen({ ...office, weeks: [] }, '2026-11-23T12:00:00')).toEqual(['closed', null, null])
})

test('the next opening is found after a closure of more than a year', () => {
  const moved = { ...office, exceptions: [closed('2026-11-24', '2027-12-26', 'Ombygning')] }
  expect(seen(moved, '2026-11-24T09:00:00')).toEqual(['closed', '2027-12-27T08:00:00', 'Ombygning'])
  expect(local(opensAt(moved, calendar, at('2026-11-23T08:00:00')))).toBe('2027-12-27T08:00:00')
})

test.for([
  // The 400th day after 23 November 2026 is 28 December 2027.
  ['2027-12-28', '2027-12-28T08:00:00'],
  ['2027-12-29', null],
] as const)('openings are found up to 400 days ahead: one on %s gives %s', ([date, expected]) => {
  const schedule = { ...always([]), exceptions: [opens(date, date, ['08:00-15:00'], null)] }
  expect(local(opensAt(schedule, calendar, at('2026-11-23T23:59:59')))).toBe(expected)
  expect(local(opensAt(schedule, calendar, at('2026-11-23T00:00:00')))).toBe(expected)
})

test('an opening that begins at this instant is not the next one', () => {
  expect(local(opensAt(office, calendar, at('2026-11-23T08:00:00')))).toBe('2026-11-24T08:00:00')
  expect(local(opensAt(office, calendar, at('2026-11-23T07:59:59')))).toBe('2026-11-23T08:00:00')
})

test('an exception overrides the calendar, and the calendar overrides the week', () => {
  const schedule = { ...office, exceptions: [opens('2026-12-24', '2026-12-24', ['08:00-12:00'], 'Kort dag')] }
  expect(spansOn(schedule, calendar, '2026-12-24')).toEqual({
    spans: [{ from: '08:00', to: '12:00' }],
    reason: 'Kort dag',
  })
  expect(spansOn(schedule, calendar, '2026-12-25')).toEqual({ spans: [], reason: '1. juledag' })
  expect(spansOn(schedule, calendar, '2026-12-28')).toEqual({
    spans: [{ from: '08:00', to: '15:00' }],
    reason: null,
  })
  expect(spansOn({ ...schedule, followsCalendar: false }, calendar, '2026-12-25').reason).toBeNull()
})

test('the narrower of two exceptions on a date applies, in either order', () => {
  const summer = opens('2026-07-01', '2026-07-31', ['09:00-12:00'], 'Sommer')
  const firstHalf = closed('2026-07-01', '2026-07-14', 'Maling')
  const party = closed('2026-07-15', '2026-07-15', 'Personaledag')
  for (const exceptions of [
    [summer, firstHalf, party],
    [party, firstHalf, summer],
  ]) {
    expect(spansOn({ ...office, exceptions }, [], '2026-07-14').reason).toBe('Maling')
    expect(spansOn({ ...office, exceptions }, [], '2026-07-15').reason).toBe('Personaledag')
    expect(spansOn({ ...office, exceptions }, [], '2026-07-16').reason).toBe('Sommer')
  }
})

test('an exception applies from the start of its first day to the end of its last day', () => {
  const schedule = {
    ...everyDay('00:00', '24:00'),
    exceptions: [closed('2026-07-06', '2026-07-08', 'Lukket')],
  }
  expect(seen(schedule, '2026-07-05T23:59:59')).toEqual(['open', '2026-07-06T00:00:00', null])
  expect(seen(schedule, '2026-07-06T00:00:00')).toEqual(['closed', '2026-07-09T00:00:00', 'Lukket'])
  expect(seen(schedule, '2026-07-08T23:59:59')).toEqual(['closed', '2026-07-09T00:00:00', 'Lukket'])
  // After it, the schedule stays open beyond the horizon.
  expect(seen(schedule, '2026-07-09T00:00:00')).toEqual(['open', null, null])
})

const closesAt = (closesFrom: string): CalendarDay => ({
  date: '2026-11-23',
  name: 'Byfest',
  closesOffices: true,
  closesFrom,
  countsAsWorkingDay: true,
})

test.for([
  ['12:00', [{ from: '08:00', to: '12:00' }], 'Byfest'],
  ['08:00', [], 'Byfest'],
  ['08:01', [{ from: '08:00', to: '08:01' }], 'Byfest'],
  ['15:00', [{ from: '08:00', to: '15:00' }], null],
  ['14:59', [{ from: '08:00', to: '14:59' }], 'Byfest'],
] as const)(
  'a calendar day or an exception that closes from %s keeps the hours before',
  ([time, spans, reason]) => {
    expect(spansOn(office, [closesAt(time)], '2026-11-23')).toEqual({ spans, reason })
    const exceptions = [closesFrom('2026-11-23', '2026-11-23', time, 'Byfest')]
    expect(spansOn({ ...office, exceptions }, [], '2026-11-23')).toEqual({ spans, reason })
  },
)

test('closing early drops later spans, cuts nights, and leaves the night before alone', () => {
  const schedule = {
    ...always([
      ...days([4, 5], '22:00', '04:00'),
      ...days([5], '08:00', '12:00'),
      ...days([5], '13:00', '15:00'),
    ]),
    exceptions: [closesFrom('2026-11-27', '2026-11-27', '10:00', 'Flytning')],
  }
  expect(spansOn(schedule, [], '2026-11-27')).toEqual({
    spans: [{ from: '08:00', to: '10:00' }],
    reason: 'Flytning',
  })
  expect(seen(schedule, '2026-11-27T01:00:00')).toEqual(['open', '2026-11-27T04:00:00', null])
  const late = { ...schedule, exceptions: [closesFrom('2026-11-27', '2026-11-27', '23:30', 'Flytning')] }
  expect(
    spansOn(late, [], '2026-11-27')
      .spans.map(({ to }) => to)
      .toSorted(),
  ).toEqual(['12:00', '15:00', '23:30'])
})

test('an exception that closes early overrides the calendar, so a day that would be closed is open half the day', () => {
  const schedule = {
    ...office,
    exceptions: [closesFrom('2026-12-24', '2026-12-24', '12:00', 'Lukker kl. 12')],
  }
  expect(seen(schedule, '2026-12-24T07:59:59')).toEqual(['closed', '2026-12-24T08:00:00', 'Lukker kl. 12'])
  expect(seen(schedule, '2026-12-24T11:59:59')).toEqual(['open', '2026-12-24T12:00:00', 'Lukker kl. 12'])
  expect(seen(schedule, '2026-12-24T12:00:00')).toEqual(['closed', '2026-12-28T08:00:00', 'Lukker kl. 12'])
})

test('a calendar day that does not close the offices changes nothing', () => {
  const day = { ...closesAt('08:00'), closesOffices: false }
  expect(spansOn(office, [day], '2026-11-23').reason).toBeNull()
})

const renewed: Schedule = {
  ...always([]),
  weeks: [
    { from: '2027-01-01', spans: days([1, 2, 3, 4, 5], '10:00', '14:00') },
    { from: null, spans: days([1, 2, 3, 4, 5], '08:00', '15:00') },
    { from: '2027-03-01', spans: [] },
    { from: '2026-12-01', spans: days([1, 2, 3, 4, 5], '09:00', '15:00') },
  ],
}

test.for([
  ['2026-11-30', '08:00'],
  ['2026-12-01', '09:00'],
  ['2026-12-31', '09:00'],
  ['2027-01-01', '10:00'],
  ['2027-02-26', '10:00'],
  ['2027-03-01', undefined],
] as const)('on %s the week that began most recently applies: opens at %s', ([date, from]) => {
  expect(spansOn(renewed, [], date).spans[0]?.from).toBe(from)
  expect(weekOn(renewed, date)[0]?.from).toBe(from)
})

test('a schedule is closed before its first week begins, and its first opening is known', () => {
  const schedule = { ...renewed, weeks: [{ from: '2027-01-01', spans: days([5], '10:00', '14:00') }] }
  expect(seen(schedule, '2026-11-23T12:00:00')).toEqual(['closed', '2027-01-01T10:00:00', null])
})

test('a night that began in the old week continues into the new one', () => {
  const schedule = {
    ...renewed,
    weeks: [
      { from: null, spans: days([4], '22:00', '04:00') },
      { from: '2027-01-01', spans: [] },
    ],
  }
  expect(seen(schedule, '2027-01-01T03:59:59')).toEqual(['open', '2027-01-01T04:00:00', null])
  expect(seen(schedule, '2027-01-01T04:00:00')).toEqual(['closed', null, null])
})

test('the next ten changes span a weekend', () => {
  const changes = openingChanges(office, calendar, at('2026-11-26T16:00:00'), 10)
  expect(changes.map((change) => `${local(change.at)} ${change.open ? 'open' : 'closed'}`)).toEqual([
    '2026-11-26T17:00:00 closed',
    '2026-11-27T08:00:00 open',
    '2026-11-27T15:00:00 closed',
    '2026-11-30T08:00:00 open',
    '2026-11-30T15:00:00 closed',
    '2026-12-01T08:00:00 open',
    '2026-12-01T15:00:00 closed',
    '2026-12-02T08:00:00 open',
    '2026-12-02T15:00:00 closed',
    '2026-12-03T08:00:00 open',
  ])
})

test('the list of changes ends when nothing changes any more', () => {
  const once = { ...always([]), exceptions: [opens('2026-11-27', '2026-11-27', ['08:00-09:00'], null)] }
  expect(openingChanges(once, [], at('2026-11-26T16:00:00'), 10)).toHaveLength(2)
  expect(openingChanges(everyDay('00:00', '24:00'), [], at('2026-11-26T16:00:00'), 10)).toEqual([])
  expect(openingChanges(office, [], at('2026-11-26T16:00:00'), 0)).toEqual([])
})
