import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { openingHoursSpecification } from '../../../../src/content/hours/json-ld-hours.ts'
import { dateOf, dayAt } from '../../../../src/domain/time/copenhagen.ts'
import { spansOn } from '../../../../src/domain/hours/hours.ts'
import type { CalendarDay, Schedule, Weekday, WeekSpan } from '../../../../src/domain/hours/schedule.ts'

const monday = Temporal.Instant.from('2026-11-23T10:00:00+01:00')

const days = (weekdays: Weekday[], from: string, to: string): WeekSpan[] =>
  weekdays.map((weekday) => ({ weekday, from, to }))

const schedule = (spans: WeekSpan[], rest: Partial<Schedule> = {}): Schedule => ({
  weeks: [{ from: null, spans }],
  exceptions: [],
  followsCalendar: false,
  ...rest,
})

/** Each specification in one line: its days or dates, then its times. */
const told = (hours: Schedule, calendar: CalendarDay[] = []) =>
  openingHoursSpecification({ schedule: hours, calendar }, monday).map(
    ({ dayOfWeek = [], validFrom = '', validThrough = '', opens, closes, name }) =>
      [dayOfWeek.join(' '), `${validFrom}/${validThrough}`, `${opens}-${closes}`, name]
        .filter((part) => part && part !== '/')
        .join(' '),
  )

test('days with the same hours stand together, in the order of the week; closed days are left out', () => {
  const week = [...days([5, 1, 2, 3], '08:00', '15:00'), ...days([4], '08:00', '17:00')]
  expect(told(schedule(week))).toEqual([
    'Monday Tuesday Wednesday Friday 08:00-15:00',
    'Thursday 08:00-17:00',
  ])
})

test.for([
  ['08:00', '24:00', '08:00-23:59'],
  ['00:00', '24:00', '00:00-23:59'],
  ['22:00', '02:00', '22:00-02:00'],
  ['18:00', '00:00', '18:00-00:00'],
  ['08:00', '08:00', '08:00-07:59'],
  ['00:00', '00:00', '00:00-23:59'],
] as const)(
  '%s to %s is written %s: no 24:00, past midnight ends before it begins, only closed is equal',
  ([from, to, times]) => {
    expect(told(schedule(days([1], from, to)))).toEqual([`Monday ${times}`])
  },
)

test('a week holds until the day before the next begins; one that is past is gone', () => {
  const weeks = [
    { from: '2027-06-01', spans: days([3], '09:00', '12:00') },
    { from: null, spans: days([1], '08:00', '09:00') },
    { from: '2027-01-01', spans: days([1], '08:00', '12:00') },
    { from: '2026-11-01', spans: days([2], '10:00', '14:00') },
  ]
  expect(told({ weeks, exceptions: [], followsCalendar: false })).toEqual([
    'Tuesday /2026-12-31 10:00-14:00',
    'Monday 2027-01-01/2027-05-31 08:00-12:00',
    'Wednesday 2027-06-01/ 09:00-12:00',
  ])
})

test('closed days and special hours have their dates and reason, a range stays a range', () => {
  const calendar = [
    {
      date: '2026-12-25',
      name: '1. juledag',
      closesOffices: true,
      closesFrom: null,
      countsAsWorkingDay: false,
    },
  ]
  const hours = schedule(days([1], '08:00', '15:00'), {
    followsCalendar: true,
    exceptions: [
      { from: '2026-12-28', to: '2026-12-30', hours: { type: 'closed' }, reason: 'Ombygning', isOwn: false },
      {
        from: '2026-12-07',
        to: '2026-12-07',
        hours: {
          type: 'spans',
          spans: [
            { from: '08:00', to: '10:00' },
            { from: '20:00', to: '24:00' },
          ],
        },
        reason: 'Åben aften',
        isOwn: false,
      },
      {
        from: '2026-12-14',
        to: '2026-12-14',
        hours: { type: 'closesFrom', time: '12:00' },
        reason: null,
        isOwn: false,
      },
      { from: '2027-02-01', to: '2027-02-01', hours: { type: 'closed' }, reason: 'Ikke endnu', isOwn: false },
    ],
  })
  expect(told(hours, calendar)).toEqual([
    'Monday 08:00-15:00',
    '2026-12-07/2026-12-07 08:00-10:00 Åben aften',
    '2026-12-07/2026-12-07 20:00-23:59 Åben aften',
    '2026-12-14/2026-12-14 08:00-12:00',
    '2026-12-25/2026-12-25 00:00-00:00 1. juledag',
    '2026-12-28/2026-12-30 00:00-00:00 Ombygning',
  ])
})

test('closed from 1 to 10 December and open on the 7th: three ranges, and no day in two of them', () => {
  const hours = schedule(days([1, 2, 3, 4, 5], '08:00', '15:00'), {
    followsCalendar: true,
    exceptions: [
      { from: '2026-12-01', to: '2026-12-10', hours: { type: 'closed' }, reason: 'Flytning', isOwn: false },
      {
        from: '2026-12-07',
        to: '2026-12-07',
        hours: { type: 'spans', spans: [{ from: '10:00', to: '12:00' }] },
        reason: 'Åbent hus',
        isOwn: false,
      },
    ],
  })
  expect(told(hours).slice(1)).toEqual([
    '2026-12-01/2026-12-06 00:00-00:00 Flytning',
    '2026-12-07/2026-12-07 10:00-12:00 Åbent hus',
    '2026-12-08/2026-12-10 00:00-00:00 Flytning',
  ])
})

test('whatever exceptions there are, no day stands in two ranges, and each says what holds on that day', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((ahead) => dateOf(dayAt(monday) + ahead))
  const exception = fc.record({
    dates: fc.tuple(day, day).map((dates) => dates.toSorted()),
    time: fc.constantFrom('closed', '09:00', '12:00'),
    isOwn: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(exception, { maxLength: 6 }), (made) => {
      const exceptions = made.map(({ dates: [from = '', to = ''], time, isOwn }, at) => ({
        from,
        to,
        hours:
          time === 'closed'
            ? { type: 'closed' as const }
            : { type: 'spans' as const, spans: [{ from: time, to: '13:00' }] },
        reason: `Nr. ${at}`,
        isOwn,
      }))
      const hours = schedule([], { exceptions })
      const ranges = openingHoursSpecification({ schedule: hours, calendar: [] }, monday)
      for (let ahead = 0; ahead <= 40; ahead++) {
        const date = dateOf(dayAt(monday) + ahead)
        const on = ranges.filter(
          ({ validFrom = '', validThrough = '' }) => validFrom <= date && date <= validThrough,
        )
        const { spans, reason } = spansOn(hours, [], date)
        expect(on.map(({ name, opens }) => [name, opens])).toEqual(
          reason === null ? [] : [[reason, spans[0]?.from ?? '00:00']],
        )
      }
    }),
  )
})
