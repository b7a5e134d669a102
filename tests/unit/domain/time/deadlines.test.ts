import Holidays from 'date-holidays'
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { danishPublicHolidays, localClosingDays } from '../../../../src/domain/hours/calendar.ts'
import {
  accessDeadlines,
  appealDeadline,
  reconsiderationDeadline,
  workingCalendar,
  workingDaysAfter,
} from '../../../../src/domain/time/deadlines.ts'
import type { CalendarDay } from '../../../../src/domain/hours/schedule.ts'

const yearsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
const daysOf = (years: number[]): CalendarDay[] =>
  years.flatMap((year) => [...danishPublicHolidays(year), ...localClosingDays(year)])

/** The calendar of a new site in 2026. */
const filled = daysOf(yearsFrom(2026, 2030))
const calendar = workingCalendar(filled)

const closingDay = (date: string): CalendarDay => ({
  date,
  name: 'Lukkedag',
  closesOffices: true,
  closesFrom: null,
  countsAsWorkingDay: false,
})

/** The deadlines of a request, or why there are none. */
function ask(received: string, days: CalendarDay[] = filled) {
  const deadlines = accessDeadlines(workingCalendar(days), received)
  return deadlines.status === 'known' ? [deadlines.answerBy, deadlines.delayComplaintFrom] : deadlines.status
}

test.each([
  // The examples of the specification.
  ['2026-12-18', '2026-12-30', '2027-01-12'],
  ['2026-11-23', '2026-12-02', '2026-12-12'],
  ['2026-03-30', '2026-04-13', '2026-04-23'],
  // A request received on each weekday.
  ['2026-11-24', '2026-12-03', '2026-12-15'],
  ['2026-11-25', '2026-12-04', '2026-12-16'],
  ['2026-11-26', '2026-12-07', '2026-12-17'],
  ['2026-11-27', '2026-12-08', '2026-12-18'],
  ['2026-11-28', '2026-12-08', '2026-12-18'],
  ['2026-11-29', '2026-12-08', '2026-12-18'],
  // Requests received at Christmas and New Year.
  ['2026-12-23', '2027-01-05', '2027-01-15'],
  ['2026-12-24', '2027-01-06', '2027-01-16'],
  ['2026-12-25', '2027-01-06', '2027-01-16'],
  ['2026-12-31', '2027-01-12', '2027-01-22'],
  ['2027-01-01', '2027-01-12', '2027-01-22'],
  // Easter, Kristi himmelfartsdag, Pinse.
  ['2026-04-01', '2026-04-15', '2026-04-25'],
  ['2026-04-03', '2026-04-15', '2026-04-25'],
  ['2026-05-08', '2026-05-20', '2026-06-02'],
  ['2026-05-18', '2026-05-28', '2026-06-09'],
  // 5 June is a working day unless an editor says otherwise.
  ['2026-06-01', '2026-06-10', '2026-06-20'],
  // Years before the calendar begins follow the law. Store bededag was last a holiday in 2023.
  ['2025-12-18', '2025-12-31', '2026-01-13'],
  ['2023-05-01', '2023-05-11', '2023-05-24'],
  ['2024-04-22', '2024-05-01', '2024-05-14'],
  ['2014-01-01', '2014-01-10', '2014-01-22'],
])(
  'received on %s: the answer is due by %s, and one can complain about the delay from %s',
  (received, answerBy, from) => {
    expect(ask(received)).toEqual([answerBy, from])
  },
)

const answer = (received: string) => accessDeadlines(calendar, received)

test('each day skipped before the answer is named', () => {
  expect(answer('2026-03-30')).toEqual({
    status: 'known',
    received: '2026-03-30',
    answerBy: '2026-04-13',
    delayComplaintFrom: '2026-04-23',
    skipped: [
      { date: '2026-04-02', reason: 'Skærtorsdag' },
      { date: '2026-04-03', reason: 'Langfredag' },
      { date: '2026-04-06', reason: '2. påskedag' },
    ],
    skippedThen: [],
    closedButCounted: [],
    calendarCompleteUntil: '2030-12-31',
  })
})

test('a day on which the offices are closed may count: that is told, at the weekend and after the answer not', () => {
  const days = [
    ...filled,
    { ...closingDay('2026-11-28'), countsAsWorkingDay: true },
    closingDay('2026-12-03'),
    { ...closingDay('2026-12-04'), countsAsWorkingDay: true },
    { ...closingDay('2026-12-30'), countsAsWorkingDay: true },
  ]
  expect(accessDeadlines(workingCalendar(days), '2026-11-27')).toMatchObject({
    answerBy: '2026-12-09',
    closedButCounted: ['2026-12-04'],
  })
})

test('days skipped after the answer are listed separately', () => {
  expect(answer('2026-12-18')).toMatchObject({
    skipped: [{ date: '2026-12-25', reason: '1. juledag' }],
    skippedThen: [{ date: '2027-01-01', reason: 'Nytårsdag' }],
  })
})

test('a holiday at the weekend skips no day', () => {
  expect(answer('2026-12-23')).toMatchObject({
    skipped: [
      { date: '2026-12-25', reason: '1. juledag' },
      { date: '2027-01-01', reason: 'Nytårsdag' },
    ],
  })
})

test.each([
  ['2026-12-01', '2026-12-10', '2026-12-30'],
  ['2026-12-18', '2026-12-30', '2027-01-19'],
  ['2026-03-30', '2026-04-13', '2026-04-30'],
])(
  'a complaint received on %s is decided by %s, or by %s if the appeal body received it',
  (received, authority, body) => {
    expect(reconsiderationDeadline(calendar, received)).toMatchObject({ status: 'known', date: authority })
    expect(appealDeadline(calendar, received)).toMatchObject({ status: 'known', date: body })
  },
)

test('a checkbox in the calendar changes the answer', () => {
  const ticked = filled.map((day) =>
    day.date === '2026-12-24' ? { ...day, countsAsWorkingDay: false } : day,
  )
  expect(ask('2026-12-18', ticked)).toEqual(['2026-12-31', '2027-01-13'])
  const open = filled.map((day) => (day.date === '2026-12-25' ? { ...day, countsAsWorkingDay: true } : day))
  expect(ask('2026-12-18', open)).toEqual(['2026-12-29', '2027-01-09'])
  expect(accessDeadlines(workingCalendar([...filled, closingDay('2026-12-28')]), '2026-12-18')).toMatchObject(
    {
      answerBy: '2026-12-31',
      skipped: [{ reason: '1. juledag' }, { date: '2026-12-28', reason: 'Lukkedag' }],
    },
  )
})

test('a day when the offices are closed counts while it is marked as a working day', () => {
  const holidays = yearsFrom(2026, 2030).flatMap(danishPublicHolidays)
  expect(ask('2026-12-23', holidays)).toEqual(ask('2026-12-23'))
})

test('before the act came into force there is no answer', () => {
  for (const received of ['2013-12-31', '1985-06-01', '0000-01-01'])
    expect(ask(received)).toBe('beforeTheAct')
})

test('the last day with an answer is the one whose 14th working day is the last in the calendar', () => {
  expect(ask('2030-12-09')).toEqual(['2030-12-18', '2031-01-01'])
  expect(ask('2030-12-10')).toBe('beyondCalendar')
  expect(ask('2030-12-31')).toBe('beyondCalendar')
  expect(ask('9999-12-31')).toBe('beyondCalendar')
  expect(answer('2031-01-01')).toEqual({ status: 'beyondCalendar', calendarCompleteUntil: '2030-12-31' })
  expect(reconsiderationDeadline(calendar, '2030-12-18')).toMatchObject({ date: '2030-12-31' })
  expect(reconsiderationDeadline(calendar, '2030-12-19').status).toBe('beyondCalendar')
})

const completeUntil = (days: CalendarDay[]) => workingCalendar(days).completeUntil

test('the calendar ends before the first year in which a public holiday is missing', () => {
  expect(completeUntil(filled)).toBe('2030-12-31')
  expect(completeUntil(filled.filter(({ date }) => date !== '2028-04-17'))).toBe('2027-12-31')
  expect(completeUntil(filled.filter(({ date }) => !date.startsWith('2029')))).toBe('2028-12-31')
  expect(completeUntil(filled.filter(({ date }) => date !== '2027-12-24'))).toBe('2030-12-31')
})

test('an empty calendar, or one without a whole year, gives no answer', () => {
  for (const days of [[], [closingDay('2026-12-24')]]) {
    expect(completeUntil(days)).toBeNull()
    expect(accessDeadlines(workingCalendar(days), '2026-11-23')).toEqual({
      status: 'beyondCalendar',
      calendarCompleteUntil: null,
    })
  }
})

test('a single day of an earlier year is kept, and the rest of that year follows the law', () => {
  const day = closingDay('2025-12-24')
  expect(ask('2025-12-18', [...filled, day])).toEqual(['2026-01-02', '2026-01-14'])
  expect(completeUntil([...filled, day])).toBe('2030-12-31')
})

const dates = fc
  .integer({ min: 0, max: 16 * 365 })
  .map((days) => Temporal.PlainDate.from('2014-01-01').add({ days }).toString())
const counts = fc.integer({ min: 0, max: 40 })
const shift = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()
const weekday = (date: string) => Temporal.PlainDate.from(date).dayOfWeek
const after = (date: string, count: number) => workingDaysAfter(calendar, date, count)

test('one more working day gives a later deadline, and so does a later receipt', () => {
  fc.assert(
    fc.property(dates, counts, (date, count) => {
      expect(after(date, count + 1).date > after(date, count).date).toBe(true)
      expect(after(shift(date, 1), count).date >= after(date, count).date).toBe(true)
    }),
  )
})

test('a deadline ends on a working day, and every skipped day has a name and is from Monday to Friday', () => {
  fc.assert(
    fc.property(dates, counts, (date, count) => {
      const { date: due, skipped } = after(date, count + 1)
      expect(weekday(due)).toBeLessThan(6)
      expect(calendar.daysOff.has(due)).toBe(false)
      for (const day of skipped) {
        expect(weekday(day.date)).toBeLessThan(6)
        expect(day.date > date && day.date < due).toBe(true)
        expect(day.reason).toBe(calendar.daysOff.get(day.date))
      }
    }),
  )
})

test('counting again from a deadline gives the same day as counting the sum', () => {
  fc.assert(
    fc.property(dates, counts, counts, (date, count, more) => {
      expect(after(after(date, count + 1).date, more).date).toBe(after(date, count + 1 + more).date)
    }),
  )
})

test('a request received on a Saturday or Sunday counts as received the Friday before', () => {
  fc.assert(
    fc.property(dates, counts, (date, count) => {
      const saturday = shift(date, 6 - weekday(date))
      const friday = after(shift(saturday, -1), count + 1)
      expect(after(saturday, count + 1)).toEqual(friday)
      expect(after(shift(saturday, 1), count + 1)).toEqual(friday)
    }),
  )
})

const denmark = new Holidays('DK')
const text = (at: number) => new Date(at).toISOString().slice(0, 10)

test('every day from 2020 to 2035 agrees with a simple count using the holidays of date-holidays', () => {
  const days = workingCalendar(daysOf(yearsFrom(2020, 2036)))
  const holidays = new Set(
    yearsFrom(2020, 2036).flatMap((year) =>
      denmark.getHolidays(year).flatMap(({ type, date }) => (type === 'public' ? date.slice(0, 10) : [])),
    ),
  )
  // Counts milliseconds in UTC, unlike the code under test.
  const day = 86_400_000
  const isWorkingDay = (at: number) => new Date(at).getUTCDay() % 6 !== 0 && !holidays.has(text(at))
  const wrong: string[] = []
  for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2036, 0, 1); at += day) {
    const working: number[] = []
    for (let next = at + day; working.length < 20; next += day) if (isWorkingDay(next)) working.push(next)
    const [answered, delayed, appealed] = [6, 13, 19].map((index) => working[index] ?? 0) as [
      number,
      number,
      number,
    ]
    const expected = [text(answered), text(delayed + day), text(answered), text(appealed)]
    const deadlines = accessDeadlines(days, text(at))
    const complaint = reconsiderationDeadline(days, text(at))
    const appeal = appealDeadline(days, text(at))
    if (deadlines.status !== 'known' || complaint.status !== 'known' || appeal.status !== 'known') {
      wrong.push(`${text(at)}: no answer`)
      continue
    }
    const found = [deadlines.answerBy, deadlines.delayComplaintFrom, complaint.date, appeal.date]
    if (found.join() !== expected.join()) wrong.push(`${text(at)}: ${found.join()} not ${expected.join()}`)
  }
  expect(wrong).toEqual([])
})
