import { expect, test } from 'vitest'
import { comingExceptions, openingStatus, opensAt, spansOn } from '../../../../src/domain/hours/hours.ts'
import type { CalendarDay, Exception } from '../../../../src/domain/hours/schedule.ts'
import { at, calendar, closed, closesFrom, local, office, opens, own } from './times.ts'

const coming = (exceptions: Exception[], now: string, days: CalendarDay[] = []) =>
  comingExceptions({ ...office, exceptions }, days, at(now)).map(({ from, to, spans, reason }) => {
    const hours = spans.map((span) => `${span.from}-${span.to}`).join(' ') || 'closed'
    return `${from}/${to} ${hours} ${reason}`
  })

test('current and coming exceptions and closing days are announced 42 days ahead, by date', () => {
  const exceptions = [
    closed('2027-01-05', '2027-01-05', 'For sent'),
    closed('2026-12-31', '2027-01-02', 'Nytårslukket'),
    opens('2026-11-20', '2026-11-24', ['10:00-12:00'], null),
    closed('2026-11-01', '2026-11-22', 'Forbi'),
  ]
  expect(coming(exceptions, '2026-11-23T09:00:00', calendar)).toEqual([
    '2026-11-20/2026-11-24 10:00-12:00 null',
    '2026-12-24/2026-12-24 closed Juleaftensdag',
    '2026-12-25/2026-12-25 closed 1. juledag',
    '2026-12-26/2026-12-26 closed 2. juledag',
    '2026-12-31/2027-01-02 closed Nytårslukket',
  ])
  const unmoved = comingExceptions({ ...office, followsCalendar: false }, calendar, at('2026-12-20T09:00:00'))
  expect(unmoved).toEqual([])
})

test('the last of the 42 days is announced, the next day is not', () => {
  const now = '2026-08-01T23:59:59'
  expect(coming([closed('2026-09-12', '2026-09-12', 'Lukket')], now)).toHaveLength(1)
  expect(coming([closed('2026-09-13', '2026-09-13', 'Lukket')], now)).toHaveLength(0)
})

test('a day is announced until it ends at midnight', () => {
  const party = [closed('2026-11-23', '2026-11-23', 'Personaledag')]
  expect(coming(party, '2026-11-23T23:59:59')).toHaveLength(1)
  expect(coming(party, '2026-11-24T00:00:00')).toHaveLength(0)
})

test('early closing is announced day by day with the remaining hours, if it cuts any', () => {
  const days = coming([closesFrom('2026-12-02', '2026-12-07', '12:00', 'Lager')], '2026-11-23T09:00:00')
  expect(days).toEqual([
    '2026-12-02/2026-12-02 08:00-12:00 Lager',
    '2026-12-03/2026-12-03 08:00-12:00 Lager',
    '2026-12-04/2026-12-04 08:00-12:00 Lager',
    '2026-12-07/2026-12-07 08:00-12:00 Lager',
  ])
  const onlyThursday = coming([closesFrom('2026-12-02', '2026-12-07', '16:00', null)], '2026-11-23T09:00:00')
  expect(onlyThursday).toEqual(['2026-12-03/2026-12-03 08:00-16:00 null'])
})

test('a calendar day that closes early is announced if it cuts any hours', () => {
  const day = { name: 'Byfest', closesOffices: true, closesFrom: '12:00', countsAsWorkingDay: true }
  const fair = ['2026-11-27', '2026-11-28'].map((date) => ({ ...day, date }))
  expect(coming([], '2026-11-23T09:00:00', fair)).toEqual(['2026-11-27/2026-11-27 08:00-12:00 Byfest'])
})

test('an exception on a closing day of the calendar is announced instead of that day', () => {
  const half = [closesFrom('2026-12-24', '2026-12-24', '12:00', 'Lukker kl. 12')]
  expect(coming(half, '2026-12-20T09:00:00', calendar)[0]).toBe(
    '2026-12-24/2026-12-24 08:00-12:00 Lukker kl. 12',
  )
  const whole = [closed('2026-12-24', '2026-12-31', 'Jul')]
  expect(coming(whole, '2026-12-20T09:00:00', calendar)).toEqual([
    '2026-12-24/2026-12-31 closed Jul',
    '2027-01-01/2027-01-01 closed Nytårsdag',
  ])
})

test('an exception inside another is announced too, but not one that applies on no day', () => {
  const holiday = opens('2026-12-01', '2026-12-04', ['10:00-12:00'], 'Ferie')
  const party = closed('2026-12-02', '2026-12-02', 'Fest')
  const hidden = opens('2026-12-02', '2026-12-02', ['08:00-09:00'], 'Skjult')
  expect(coming([holiday, party, hidden], '2026-11-23T09:00:00')).toEqual([
    '2026-12-01/2026-12-04 10:00-12:00 Ferie',
    '2026-12-02/2026-12-02 closed Fest',
  ])
  const early = [
    closesFrom('2026-12-01', '2026-12-03', '12:00', null),
    closesFrom('2026-12-02', '2026-12-02', '10:00', null),
  ]
  expect(coming(early, '2026-11-23T09:00:00')).toEqual([
    '2026-12-01/2026-12-01 08:00-12:00 null',
    '2026-12-02/2026-12-02 08:00-10:00 null',
    '2026-12-03/2026-12-03 08:00-12:00 null',
  ])
})

test('exceptions are sorted by date, and the shorter first if two begin on the same date', () => {
  const exceptions = [
    closed('2026-11-20', '2026-12-05', 'Lang'),
    closed('2026-11-20', '2026-11-30', 'Kort'),
    closed('2026-11-19', '2026-12-10', 'Længst'),
  ]
  expect(coming(exceptions, '2026-11-23T09:00:00').map((line) => line.split(' ').at(-1))).toEqual([
    'Længst',
    'Kort',
    'Lang',
  ])
})

// Exceptions for whoever has the hours, such as a contact box, beside those for the hours.

test('an exception for whoever has the hours comes before a narrower one for the hours, in either order', () => {
  const move = own(closed('2026-12-14', '2026-12-20', 'Flytning'))
  const all = closesFrom('2026-12-18', '2026-12-18', '12:00', 'Alle holder tidligt fri')
  const inside = own(opens('2026-12-16', '2026-12-16', ['09:00-10:00'], 'Kun hentning'))
  for (const exceptions of [
    [move, all, inside],
    [inside, all, move],
  ]) {
    const hours = (date: string) => spansOn({ ...office, exceptions }, calendar, date)
    expect(hours('2026-12-18')).toEqual({ spans: [], reason: 'Flytning' })
    expect(hours('2026-12-16').reason).toBe('Kun hentning')
    expect(hours('2026-12-21')).toEqual({ spans: [{ from: '08:00', to: '15:00' }], reason: null })
  }
})

test('of two exceptions for the same dates, the first decides', () => {
  const [first, second] = [closed('2026-12-18', '2026-12-18', 'A'), closed('2026-12-18', '2026-12-18', 'B')]
  expect(spansOn({ ...office, exceptions: [first, second] }, [], '2026-12-18').reason).toBe('A')
})

test('the clock and what is announced follow it', () => {
  const exceptions = [
    closesFrom('2026-12-18', '2026-12-18', '12:00', 'Alle holder tidligt fri'),
    own(closed('2026-12-18', '2026-12-18', 'Personaledag')),
  ]
  const schedule = { ...office, exceptions }
  const friday = at('2026-12-18T09:00')
  expect(openingStatus(schedule, calendar, friday)).toMatchObject({ open: false, reason: 'Personaledag' })
  expect(local(opensAt(schedule, calendar, friday))).toBe('2026-12-21T08:00:00')
  expect(comingExceptions(schedule, calendar, friday)[0]).toEqual({
    from: '2026-12-18',
    to: '2026-12-18',
    spans: [],
    reason: 'Personaledag',
  })
})
