import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { danishPublicHolidays, localClosingDays } from '../../src/domain/calendar.ts'
import {
  comingExceptions,
  isTimeOfDay,
  openingStatus,
  opensAt,
  overlapMessage,
  overlappingSpans,
  spansOn,
  type CalendarDay,
  type Schedule,
  type Weekday,
} from '../../src/domain/hours.ts'

const zone = 'Europe/Copenhagen'
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()
const local = (instant: Temporal.Instant | null) =>
  instant?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }) ?? null

const calendar = [2026, 2027].flatMap((year) => danishPublicHolidays(year).concat(localClosingDays(year)))

const days = (weekdays: Weekday[], from: string, to: string) =>
  weekdays.map((weekday) => ({ weekday, from, to }))

const office: Schedule = {
  week: [...days([1, 2, 3, 5], '08:00', '15:00'), ...days([4], '08:00', '17:00')],
  exceptions: [],
  followsCalendar: true,
}
const everyDay = (from: string, to: string): Schedule => ({
  week: days([1, 2, 3, 4, 5, 6, 7], from, to),
  exceptions: [],
  followsCalendar: false,
})
const seen = (schedule: Schedule, now: Temporal.Instant) => {
  const { open, until, reason } = openingStatus(schedule, calendar, now)
  return [open ? 'open' : 'closed', local(until), reason]
}

test.for([
  ['2026-11-23T07:59:59', 'closed', '2026-11-23T08:00:00', null],
  ['2026-11-23T08:00:00', 'open', '2026-11-23T15:00:00', null],
  ['2026-11-23T08:00:01', 'open', '2026-11-23T15:00:00', null],
  ['2026-11-23T14:59:59', 'open', '2026-11-23T15:00:00', null],
  ['2026-11-23T15:00:00', 'closed', '2026-11-24T08:00:00', null],
  ['2026-11-26T16:59:59', 'open', '2026-11-26T17:00:00', null],
  ['2026-11-26T17:00:00', 'closed', '2026-11-27T08:00:00', null],
  ['2026-11-20T15:00:00', 'closed', '2026-11-23T08:00:00', null],
  ['2026-12-23T15:00:00', 'closed', '2026-12-28T08:00:00', null],
  ['2026-12-24T09:00:00', 'closed', '2026-12-28T08:00:00', 'Juleaftensdag'],
  ['2026-12-25T09:00:00', 'closed', '2026-12-28T08:00:00', '1. juledag'],
  ['2026-12-26T09:00:00', 'closed', '2026-12-28T08:00:00', '2. juledag'],
  ['2026-12-27T09:00:00', 'closed', '2026-12-28T08:00:00', null],
  ['2026-04-01T15:00:00', 'closed', '2026-04-07T08:00:00', null],
] as const)('the office at %s is %s until %s (%s)', ([now, status, until, reason]) => {
  expect(seen(office, at(now))).toEqual([status, until, reason])
})

test('the office is closed at 15:00:00, and open one nanosecond before', () => {
  const closing = at('2026-11-23T15:00:00')
  expect(openingStatus(office, calendar, closing).open).toBe(false)
  expect(openingStatus(office, calendar, closing.subtract({ nanoseconds: 1 })).open).toBe(true)
})

test('spans that touch are one opening', () => {
  const schedule = {
    ...everyDay('08:00', '12:00'),
    week: [...days([1], '12:00', '15:00'), ...days([1], '08:00', '12:00')],
  }
  expect(seen(schedule, at('2026-11-23T11:59:59'))).toEqual(['open', '2026-11-23T15:00:00', null])
  expect(local(opensAt(schedule, calendar, at('2026-11-23T09:00:00')))).toBe('2026-11-30T08:00:00')
})

test('a lunch break closes the office between two spans', () => {
  const schedule = {
    ...everyDay('08:00', '12:00'),
    week: [...days([1], '08:00', '12:00'), ...days([1], '13:00', '15:00')],
  }
  expect(seen(schedule, at('2026-11-23T12:00:00'))).toEqual(['closed', '2026-11-23T13:00:00', null])
})

test.for([
  ['2026-11-27T21:59:59', 'closed', '2026-11-27T22:00:00'],
  ['2026-11-27T22:00:00', 'open', '2026-11-28T02:00:00'],
  ['2026-11-28T00:00:00', 'open', '2026-11-28T02:00:00'],
  ['2026-11-28T01:59:59', 'open', '2026-11-28T02:00:00'],
  ['2026-11-28T02:00:00', 'closed', '2026-12-04T22:00:00'],
] as const)('a span past midnight: at %s it is %s until %s', ([now, status, until]) => {
  const friday = { week: days([5], '22:00', '02:00'), exceptions: [], followsCalendar: false }
  expect(seen(friday, at(now))).toEqual([status, until, null])
})

test('a night that began before a closed day goes on to its end, and its own day gives the reason', () => {
  const nights = {
    ...everyDay('22:00', '02:00'),
    exceptions: [{ from: '2026-11-28', to: '2026-11-28', spans: [], reason: 'Ombygning' }],
  }
  expect(seen(nights, at('2026-11-28T01:00:00'))).toEqual(['open', '2026-11-28T02:00:00', null])
  expect(seen(nights, at('2026-11-28T02:00:00'))).toEqual(['closed', '2026-11-29T22:00:00', 'Ombygning'])
})

test('24:00 to 00:00 is no break: open all week is never closed', () => {
  expect(seen(everyDay('00:00', '24:00'), at('2026-11-23T12:00:00'))).toEqual(['open', null, null])
  expect(seen(everyDay('08:00', '08:00'), at('2026-11-23T12:00:00'))).toEqual(['open', null, null])
  expect(opensAt(everyDay('00:00', '24:00'), calendar, at('2026-11-23T12:00:00'))).toBeNull()
})

test('an empty week never opens', () => {
  const never = { week: [], exceptions: [], followsCalendar: true }
  expect(seen(never, at('2026-11-23T12:00:00'))).toEqual(['closed', null, null])
  expect(opensAt(never, calendar, at('2026-11-23T12:00:00'))).toBeNull()
})

test('the next opening is found behind a closure of more than a year', () => {
  const moved = {
    ...office,
    exceptions: [{ from: '2026-11-24', to: '2027-12-26', spans: [], reason: 'Ombygning' }],
  }
  expect(seen(moved, at('2026-11-24T09:00:00'))).toEqual(['closed', '2027-12-27T08:00:00', 'Ombygning'])
  expect(local(opensAt(moved, calendar, at('2026-11-23T08:00:00')))).toBe('2027-12-27T08:00:00')
})

test('an opening that begins this instant is not the next one', () => {
  expect(local(opensAt(office, calendar, at('2026-11-23T08:00:00')))).toBe('2026-11-24T08:00:00')
  expect(local(opensAt(office, calendar, at('2026-11-23T07:59:59')))).toBe('2026-11-23T08:00:00')
})

test('an exception decides before the calendar, the calendar before the week', () => {
  const schedule = {
    ...office,
    exceptions: [
      { from: '2026-12-24', to: '2026-12-24', spans: [{ from: '08:00', to: '12:00' }], reason: 'Kort dag' },
    ],
  }
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

test('of two exceptions on a date the narrower decides, in either order', () => {
  const summer = {
    from: '2026-07-01',
    to: '2026-07-31',
    spans: [{ from: '09:00', to: '12:00' }],
    reason: 'Sommer',
  }
  const party = { from: '2026-07-15', to: '2026-07-15', spans: [], reason: 'Personaledag' }
  for (const exceptions of [
    [summer, party],
    [party, summer],
  ]) {
    expect(spansOn({ ...office, exceptions }, [], '2026-07-15').reason).toBe('Personaledag')
    expect(spansOn({ ...office, exceptions }, [], '2026-07-16').reason).toBe('Sommer')
  }
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
  ['15:00', [{ from: '08:00', to: '15:00' }], null],
  ['14:59', [{ from: '08:00', to: '14:59' }], 'Byfest'],
] as const)('a calendar day that closes from %s leaves what comes before', ([from, spans, reason]) => {
  expect(spansOn(office, [closesAt(from)], '2026-11-23')).toEqual({ spans, reason })
})

test('a calendar day that does not close the offices changes nothing', () => {
  const day = { ...closesAt('08:00'), closesOffices: false }
  expect(spansOn(office, [day], '2026-11-23').reason).toBeNull()
})

test.for([
  // The clock goes from 02:00 to 03:00 on 29 March.
  ['00:00', '04:00', '2026-03-29T01:59:59', 'open', '2026-03-29T02:00:00Z', 3],
  ['01:00', '03:00', '2026-03-29T01:30:00', 'open', '2026-03-29T01:00:00Z', 1],
  ['02:30', '04:00', '2026-03-29T01:30:00', 'closed', '2026-03-29T01:30:00Z', 0.5],
  ['02:30', '03:00', '2026-03-29T01:30:00', 'closed', '2026-03-30T00:30:00Z', 0.5],
  // It goes back from 03:00 to 02:00 on 25 October: that night is an hour longer.
  ['01:00', '03:00', '2026-10-25T01:30:00', 'open', '2026-10-25T02:00:00Z', 3],
  ['01:00', '02:30', '2026-10-25T01:30:00', 'open', '2026-10-25T00:30:00Z', 1.5],
  ['02:30', '04:00', '2026-10-25T01:30:00', 'closed', '2026-10-25T00:30:00Z', 2.5],
  ['22:00', '06:00', '2026-10-24T23:00:00', 'open', '2026-10-25T05:00:00Z', 9],
] as const)(
  'daylight saving: %s–%s at %s is %s until %s, open for %s hours',
  ([from, to, now, status, until, hours]) => {
    const schedule = everyDay(from, to)
    const result = openingStatus(schedule, [], at(now))
    expect([result.open ? 'open' : 'closed', result.until?.toString()]).toEqual([status, until])
    const begins = result.open ? at(`${now.slice(0, 10)}T${from}`) : result.until
    const ends = begins && openingStatus(schedule, [], begins).until
    expect(begins && ends?.since(begins).total('hours')).toBe(hours)
  },
)

test('exceptions and closing days are announced 42 days ahead, those in force too, by date', () => {
  const schedule = {
    ...office,
    exceptions: [
      { from: '2027-01-05', to: '2027-01-05', spans: [], reason: 'For sent' },
      { from: '2026-12-31', to: '2027-01-02', spans: [], reason: 'Nytårslukket' },
      { from: '2026-11-20', to: '2026-11-24', spans: [{ from: '10:00', to: '12:00' }], reason: null },
      { from: '2026-11-01', to: '2026-11-22', spans: [], reason: 'Forbi' },
    ],
  }
  const coming = comingExceptions(schedule, calendar, at('2026-11-23T09:00:00'))
  expect(coming.map(({ from, to, reason }) => [from, to, reason])).toEqual([
    ['2026-11-20', '2026-11-24', null],
    ['2026-12-24', '2026-12-24', 'Juleaftensdag'],
    ['2026-12-25', '2026-12-25', '1. juledag'],
    ['2026-12-26', '2026-12-26', '2. juledag'],
    ['2026-12-31', '2027-01-02', 'Nytårslukket'],
  ])
  const unmoved = comingExceptions({ ...office, followsCalendar: false }, calendar, at('2026-12-20T09:00:00'))
  expect(unmoved).toEqual([])
})

const closedOn = (date: string) => ({
  ...office,
  exceptions: [{ from: date, to: date, spans: [], reason: 'Lukket' }],
})

test('the last day of the 42 is announced, the day after is not', () => {
  const now = at('2026-08-01T23:59:59')
  expect(comingExceptions(closedOn('2026-09-12'), [], now)).toHaveLength(1)
  expect(comingExceptions(closedOn('2026-09-13'), [], now)).toHaveLength(0)
  expect(comingExceptions(closedOn('2026-08-04'), [], now, 2)).toHaveLength(0)
})

test.for([
  [1, '08:00', '15:00', 1, '14:00', '17:00', 'mandag 8.00–15.00 overlapper mandag 14.00–17.00'],
  [5, '22:00', '02:00', 6, '01:59', '08:00', 'fredag 22.00–2.00 overlapper lørdag 1.59–8.00'],
  [1, '00:30', '04:00', 7, '23:00', '01:00', 'mandag 0.30–4.00 overlapper søndag 23.00–1.00'],
  [3, '08:00', '12:00', 3, '08:00', '12:00', 'onsdag 8.00–12.00 overlapper onsdag 8.00–12.00'],
  [1, '08:00', '12:00', 1, '12:00', '15:00', null],
  [7, '20:00', '24:00', 1, '00:00', '08:00', null],
  [5, '22:00', '02:00', 6, '02:00', '08:00', null],
  [1, '08:00', '15:00', 2, '08:00', '15:00', null],
] as const)(
  'overlap: weekday %s %s–%s and weekday %s %s–%s: %s',
  ([day, from, to, otherDay, start, end, message]) => {
    const pair = overlappingSpans([
      { weekday: day, from, to },
      { weekday: otherDay, from: start, to: end },
    ])
    expect(pair && overlapMessage(pair)).toBe(message)
  },
)

test.for(['00:00', '08:00', '19:59', '23:59', '24:00'])('%s is a time of day', (time) => {
  expect(isTimeOfDay(time)).toBe(true)
})

test.for(['', '8:00', '08.00', '24:01', '25:00', '12:60', '08:00 ', '08:00\n', '08:00:00', '٠٨:٠٠'])(
  '%j is no time of day',
  (time) => {
    expect(isTimeOfDay(time)).toBe(false)
  },
)

const quarter = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`)
const span = fc.record({ from: quarter, to: fc.oneof(quarter, fc.constant('24:00')) })
const date = fc
  .integer({ min: 0, max: 400 })
  .map((n) => Temporal.PlainDate.from('2026-03-01').add({ days: n }).toString())
const schedules: fc.Arbitrary<Schedule> = fc.record({
  week: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([day, times]) => ({
      weekday: day as Weekday,
      from: times.from,
      to: times.to,
    })),
    { maxLength: 10 },
  ),
  exceptions: fc.array(
    fc.record({
      from: date,
      to: date,
      spans: fc.array(span, { maxLength: 2 }),
      reason: fc.constant('Undtagelse'),
    }),
    { maxLength: 3 },
  ),
  followsCalendar: fc.boolean(),
})
/** Near the two nights of daylight saving, and anywhere in the year. */
const instants = fc
  .oneof(
    fc.integer({ min: 0, max: 4 * 24 * 60 }).map((n) => at('2026-03-27T00:00:00').add({ minutes: n })),
    fc.integer({ min: 0, max: 4 * 24 * 60 }).map((n) => at('2026-10-23T00:00:00').add({ minutes: n })),
    fc.integer({ min: 0, max: 400 * 24 * 60 }).map((n) => at('2026-03-01T00:00:00').add({ minutes: n })),
  )
  .map((instant) => instant.add({ seconds: instant.epochMilliseconds % 7 }))

/** The rule once more, as slowly and plainly as it can be said. */
function plainlyOpen(schedule: Schedule, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return [today.subtract({ days: 1 }), today].some((day) =>
    spansOn(schedule, calendar, day.toString()).spans.some(({ from, to }) => {
      const begins = day.toZonedDateTime({ timeZone: zone, plainTime: from })
      const endDay = to === '24:00' || to <= from ? day.add({ days: 1 }) : day
      const ends = endDay.toZonedDateTime({ timeZone: zone, plainTime: to === '24:00' ? '00:00' : to })
      return (
        begins.epochMilliseconds <= now.epochMilliseconds && now.epochMilliseconds < ends.epochMilliseconds
      )
    }),
  )
}

test('any schedule, any instant: open exactly when a span says so', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, now) => {
      expect(openingStatus(schedule, calendar, now).open).toBe(plainlyOpen(schedule, now))
    }),
    { numRuns: 300 },
  )
})

test('until is the first instant at which the answer differs, none before', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, now) => {
      const { open, until } = openingStatus(schedule, calendar, now)
      const end = until ?? now.add({ hours: 400 * 24 - 48 })
      expect(until === null || plainlyOpen(schedule, until) !== open).toBe(true)
      expect(plainlyOpen(schedule, end.subtract({ nanoseconds: 1 }))).toBe(open)
      const step = Math.max(15, Math.floor(end.since(now).total('minutes') / 200 / 15) * 15)
      for (let probe = now; Temporal.Instant.compare(probe, end) < 0; probe = probe.add({ minutes: step }))
        expect(plainlyOpen(schedule, probe)).toBe(open)
    }),
    { numRuns: 60 },
  )
})

test('the states of a day cover it without gap or overlap', () => {
  fc.assert(
    fc.property(schedules, date, (schedule, day) => {
      const end = at(`${day}T00:00`).add({ hours: 26 })
      let now = at(`${day}T00:00`)
      let status = openingStatus(schedule, calendar, now)
      while (status.until && Temporal.Instant.compare(status.until, end) < 0) {
        expect(Temporal.Instant.compare(status.until, now)).toBe(1)
        now = status.until
        const next = openingStatus(schedule, calendar, now)
        expect(next.open).toBe(!status.open)
        status = next
      }
    }),
    { numRuns: 100 },
  )
})

test('the next opening is the end of being closed, or of the closing that follows', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, now) => {
      const status = openingStatus(schedule, calendar, now)
      const closing = status.open && status.until ? openingStatus(schedule, calendar, status.until) : status
      fc.pre(!closing.open && closing.until !== null)
      expect(local(opensAt(schedule, calendar, now))).toBe(local(closing.until))
    }),
    { numRuns: 100 },
  )
})

test('every date has its own weekday and exceptions, leap days and year ends included', () => {
  fc.assert(
    fc.property(fc.integer({ min: -80_000, max: 80_000 }), (offset) => {
      const day = Temporal.PlainDate.from('2000-02-29').add({ days: offset })
      const schedule: Schedule = {
        week: days([day.dayOfWeek as Weekday], '08:00', '09:00'),
        exceptions: [],
        followsCalendar: false,
      }
      const only = { from: day.toString(), to: day.toString(), spans: [], reason: 'Netop i dag' }
      expect(spansOn(schedule, [], day.toString()).spans).toHaveLength(1)
      expect(spansOn({ ...schedule, exceptions: [only] }, [], day.toString()).reason).toBe('Netop i dag')
    }),
  )
})
