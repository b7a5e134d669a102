import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { hasSpecialDays, specialEvents } from '../../../../src/content/files/special-events.ts'
import { danishPublicHolidays } from '../../../../src/domain/hours/calendar.ts'
import { wordsWith } from '../../../../src/domain/words/words.ts'
import type { Exception, ExceptionHours, Schedule, Span } from '../../../../src/domain/hours/schedule.ts'

const monday = Temporal.Instant.from('2026-11-23T10:00:00+01:00')
const calendar = [2026, 2027, 2028, 2029, 2030].flatMap((year) => danishPublicHolidays(year))

const office = (exceptions: Exception[] = [], followsCalendar = false): Schedule => ({
  weeks: [
    {
      from: null,
      spans: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '08:00', to: '15:00' })),
    },
  ],
  exceptions,
  followsCalendar,
})

const exception = (from: string, to: string, hours: ExceptionHours, reason = 'Ombygning'): Exception => ({
  from,
  to,
  hours,
  reason,
  isOwn: false,
})
const closed: ExceptionHours = { type: 'closed' }
const earlyOn = (day: string) => exception(day, day, { type: 'closesFrom', time: '12:00' })
const open = (...spans: Span[]): ExceptionHours => ({ type: 'spans', spans })

/** The events of an office that one can visit, and, where given, call at other times. */
const eventsOf = (
  opening: Schedule,
  { phone, now = monday }: { phone?: Schedule; now?: Temporal.Instant } = {},
) =>
  specialEvents(
    'By og Land',
    [
      { dated: { schedule: opening, calendar }, kind: 'opening', id: 'by-og-land' },
      ...(phone
        ? [{ dated: { schedule: phone, calendar }, kind: 'phone' as const, id: 'by-og-land-telefon' }]
        : []),
    ],
    'aalborg.dk',
    now,
    wordsWith({}).hours,
  )

/** Each event in one line: when, and what it is called. */
const told = (events: ReturnType<typeof eventsOf>) =>
  events.map((event) =>
    [
      'firstDay' in event ? `${event.firstDay}/${event.lastDay}` : `${event.from}/${event.to}`,
      event.title.replace('By og Land', '…'),
    ].join(' '),
  )

test('a closed day is a whole day, a closed period one event, and a day inside it with another reason stands alone', () => {
  const events = eventsOf(
    office([
      exception('2026-12-01', '2026-12-01', closed, 'Personaledag'),
      exception('2027-07-12', '2027-07-18', closed, 'Ferie'),
      exception('2027-07-14', '2027-07-14', closed, 'Flytning'),
    ]),
  )
  expect(told(events)).toEqual([
    '2026-12-01/2026-12-01 …: lukket (Personaledag)',
    '2027-07-12/2027-07-13 …: lukket (Ferie)',
    '2027-07-14/2027-07-14 …: lukket (Flytning)',
    '2027-07-15/2027-07-18 …: lukket (Ferie)',
  ])
})

test('the special hours of one day are instants, summer and winter; of several days one event of whole days', () => {
  const noon = open({ from: '08:00', to: '12:00' }, { from: '20:00', to: '02:00' })
  const events = eventsOf(
    office([
      exception('2027-01-04', '2027-01-04', noon),
      exception('2027-06-07', '2027-06-07', noon),
      exception('2027-07-05', '2027-07-06', noon),
    ]),
  )
  expect(told(events)).toEqual([
    '2027-01-04T07:00:00Z/2027-01-04T11:00:00Z …: åbent 8.00–12.00 (Ombygning)',
    '2027-01-04T19:00:00Z/2027-01-05T01:00:00Z …: åbent 20.00–2.00 (Ombygning)',
    '2027-06-07T06:00:00Z/2027-06-07T10:00:00Z …: åbent 8.00–12.00 (Ombygning)',
    '2027-06-07T18:00:00Z/2027-06-08T00:00:00Z …: åbent 20.00–2.00 (Ombygning)',
    '2027-07-05/2027-07-06 …: åbent 8.00–12.00 og 20.00–2.00 (Ombygning)',
  ])
})

test('an office that closes early one day has its shorter hours as an event', () => {
  const early = exception('2026-12-23', '2026-12-23', { type: 'closesFrom', time: '12:00' }, 'Jul')
  expect(told(eventsOf(office([early])))).toEqual([
    '2026-12-23T07:00:00Z/2026-12-23T11:00:00Z …: åbent 8.00–12.00 (Jul)',
  ])
})

test('where both say the same it is one event, else each is named', () => {
  const events = eventsOf(office([exception('2026-12-01', '2026-12-01', closed)], true), {
    phone: office([exception('2026-12-02', '2026-12-02', closed)], true),
  })
  expect(told(events).slice(0, 2)).toEqual([
    '2026-12-01/2026-12-01 …, åbningstider: lukket (Ombygning)',
    '2026-12-25/2026-12-25 …: lukket (1. juledag)',
  ])
  expect(told(events).filter((line) => line.includes('telefontider'))).toEqual([
    '2026-12-02/2026-12-02 …, telefontider: lukket (Ombygning)',
  ])
  expect(told(events).filter((line) => line.includes('1. juledag'))).toHaveLength(3)
})

test('an event is the same while the days go by, no two are the same, and what is past is gone', () => {
  const schedule = office([exception('2026-11-20', '2026-11-24', closed)], true)
  const before = eventsOf(schedule, { phone: office([], true) })
  const dayAfter = eventsOf(schedule, { phone: office([], true), now: monday.add({ hours: 24 }) })
  expect(before[0]).toMatchObject({ uid: 'by-og-land-2026-11-20-1@aalborg.dk', lastDay: '2026-11-24' })
  expect(dayAfter[0]).toEqual(before[0])
  expect(new Set(before.map(({ uid }) => uid)).size).toBe(before.length)
  expect(eventsOf(schedule, { now: monday.add({ hours: 48 }) }).map(({ uid }) => uid)).not.toContain(
    before[0]?.uid,
  )
})

test.for([
  ['no exceptions, no calendar', office(), false],
  ['the calendar', office([], true), true],
  ['a period that is over', office([exception('2026-11-01', '2026-11-22', closed)]), false],
  ['a period that ends today', office([exception('2026-11-01', '2026-11-23', closed)]), true],
  ['the last day that is told', office([exception('2029-01-31', '2035-01-01', closed)]), true],
  ['the day after it', office([exception('2029-02-01', '2035-01-01', closed)]), false],
  ['closing early on a day without hours', office([earlyOn('2026-11-28')]), false],
] as const)('a calendar file is offered just when it has an event: %s', ([, schedule, isOffered]) => {
  expect(hasSpecialDays({ schedule, calendar: schedule.followsCalendar ? calendar : [] }, monday)).toBe(
    isOffered,
  )
  expect(eventsOf(schedule).length > 0).toBe(isOffered)
})

test('the calendar is told two years ahead and no further', () => {
  const days = told(eventsOf(office([], true)))
  expect(days[0]).toContain('2026-12-25/')
  expect(days.at(-1)).toBe('2029-01-01/2029-01-01 …: lukket (Nytårsdag)')
})
