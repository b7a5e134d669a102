import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { openingChanges, openingStatus } from '../../../../src/domain/hours/hours.ts'
import { pressDutyStatus } from '../../../../src/domain/hours/press-duty.ts'
import { always, at, everyDay, local, office, opens } from './times.ts'

/** 02:00 becomes 03:00 at 01:00 UTC. */
const springs = ['2026-03-29', '2027-03-28', '2028-03-26', '2029-03-25', '2030-03-31']
/** 03:00 becomes 02:00 at 01:00 UTC. */
const autumns = ['2026-10-25', '2027-10-31', '2028-10-29', '2029-10-28', '2030-10-27']

const dayBefore = (date: string) => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
const utc = (date: string, time: string) => Temporal.Instant.from(`${date}T${time}Z`)

test('these are all the clock changes from 2026 to 2030', () => {
  const changes: string[] = []
  let change = at('2026-01-01T00:00').toZonedDateTimeISO('Europe/Copenhagen').getTimeZoneTransition('next')
  for (; change && change.year <= 2030; change = change.getTimeZoneTransition('next'))
    changes.push(change.toPlainDate().toString())
  expect(changes).toEqual([...springs, ...autumns].toSorted())
})

// Openings in UTC; `-` is the evening of the day before.
const inSpring = [
  ['00:00-04:00', '-23:00', '02:00'],
  ['01:00-02:00', '00:00', '01:00'],
  ['01:00-03:00', '00:00', '01:00'],
  // 02:30 is skipped and read as 03:30.
  ['01:00-02:30', '00:00', '01:30'],
  ['02:15-02:45', '01:15', '01:45'],
  ['02:30-04:00', '01:30', '02:00'],
  ['03:00-04:00', '01:00', '02:00'],
  ['08:00-15:00', '06:00', '13:00'],
] as const

const inAutumn = [
  ['00:00-04:00', '-22:00', '03:00'],
  ['01:00-02:00', '-23:00', '00:00'],
  ['01:00-03:00', '-23:00', '02:00'],
  // 02:30 happens twice, and we mean the first.
  ['01:00-02:30', '-23:00', '00:30'],
  ['02:15-02:45', '00:15', '00:45'],
  ['02:30-04:00', '00:30', '03:00'],
  ['02:00-03:00', '00:00', '02:00'],
  ['02:30-03:00', '00:30', '02:00'],
  ['03:00-04:00', '02:00', '03:00'],
  ['08:00-15:00', '07:00', '14:00'],
] as const

/** Spans that begin the evening before. */
const intoSpring = [
  ['22:00-02:00', '-21:00', '01:00'],
  ['22:00-02:30', '-21:00', '01:30'],
  ['22:00-03:00', '-21:00', '01:00'],
  ['22:00-06:00', '-21:00', '04:00'],
] as const
const intoAutumn = [
  ['22:00-02:00', '-20:00', '00:00'],
  ['22:00-02:30', '-20:00', '00:30'],
  ['22:00-03:00', '-20:00', '02:00'],
  ['22:00-06:00', '-20:00', '05:00'],
] as const

const cases = [
  ...springs.flatMap((date) => inSpring.map((row) => ({ date, begins: date, row }))),
  ...springs.flatMap((date) => intoSpring.map((row) => ({ date, begins: dayBefore(date), row }))),
  ...autumns.flatMap((date) => inAutumn.map((row) => ({ date, begins: date, row }))),
  ...autumns.flatMap((date) => intoAutumn.map((row) => ({ date, begins: dayBefore(date), row }))),
]

test.for(cases)('$row.0 on $begins is open from $row.1 to $row.2 UTC', ({ date, begins, row }) => {
  const [span, from, to] = row
  const schedule = { ...always([]), exceptions: [opens(begins, begins, [span], null)] }
  const changes = openingChanges(schedule, [], at(`${dayBefore(date)}T12:00`), 5)
  const opening = from.startsWith('-') ? utc(dayBefore(date), from.slice(1)) : utc(date, from)
  const closing = utc(date, to)
  expect(changes.map((change) => [change.at.toString(), change.open])).toEqual([
    [opening.toString(), true],
    [closing.toString(), false],
  ])
  for (const [instant, before, after] of [
    [opening, false, true],
    [closing, true, false],
  ] as const) {
    const isOpen = (seconds: number) => openingStatus(schedule, [], instant.add({ seconds })).open
    expect([isOpen(-1), isOpen(0), isOpen(1)]).toEqual([before, after, after])
  }
})

test.for(springs)('a span that daylight saving skips is left out on %s', (date) => {
  for (const span of ['02:00-03:00', '02:30-03:00', '02:30-03:30']) {
    const schedule = { ...always([]), exceptions: [opens(date, date, [span], null)] }
    expect(openingChanges(schedule, [], at(`${dayBefore(date)}T12:00`), 1)).toEqual([])
  }
})

test.for([...springs, ...autumns])('spans that meet at 02:30 on %s are one opening', (date) => {
  const schedule = {
    ...always([]),
    exceptions: [opens(date, date, ['01:00-02:30', '02:30-05:00'], null)],
  }
  const changes = openingChanges(schedule, [], at(`${date}T00:00`), 5)
  expect(changes.map((change) => [local(change.at), change.open])).toEqual([
    [`${date}T01:00:00`, true],
    [`${date}T05:00:00`, false],
  ])
})

const duty = { reachable: everyDay('07:00', '23:00'), staff: office, phone: '+4599821082' }

test.for(autumns)('nobody answers the press at either 02:30 on %s, and not until 07:00', (date) => {
  for (const offset of ['+02:00', '+01:00']) {
    const { status, until } = pressDutyStatus(duty, [], Temporal.Instant.from(`${date}T02:30${offset}`))
    expect([status, local(until)]).toEqual(['closed', `${date}T07:00:00`])
  }
})

test.for(springs)(
  'nobody answers the press on %s until 07:00, which comes an hour sooner than usual',
  (date) => {
    for (const instant of ['01:59:59+01:00', '03:00:00+02:00', '03:00:01+02:00']) {
      const { status, until } = pressDutyStatus(duty, [], Temporal.Instant.from(`${date}T${instant}`))
      expect([status, local(until)]).toEqual(['closed', `${date}T07:00:00`])
    }
    expect(
      at(`${date}T07:00`)
        .since(at(`${dayBefore(date)}T23:00`))
        .total('hours'),
    ).toBe(7)
  },
)
