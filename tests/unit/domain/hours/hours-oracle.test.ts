import * as fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { openingStatus } from '../../../../src/domain/hours/hours.ts'
import type { Weekday, WeekSpan } from '../../../../src/domain/hours/schedule.ts'
import { always, at, local } from './times.ts'

const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
const weeks: fc.Arbitrary<WeekSpan[]> = fc.array(
  fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      from: time,
      to: fc.oneof(time, fc.constant('24:00')),
    })
    // The oracle writes a span of 24 hours differently.
    .filter(({ from, to }) => from !== to),
  { minLength: 1, maxLength: 12 },
)
/** Three weeks in June. No time zone changes its clock then, so wall clocks agree in all of them. */
const walls = fc
  .integer({ min: 0, max: 21 * 24 * 60 })
  .map((minutes) => Temporal.PlainDateTime.from('2026-06-08T00:00').add({ minutes }))

/** A week in OpenStreetMap's notation. Rules after a comma are added to those before it. */
const notation = (week: readonly WeekSpan[]): string =>
  week
    .map(
      ({ weekday, from, to }) => `${['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][weekday - 1]} ${from}-${to}`,
    )
    .join(', ')

/** The same wall-clock time in the time zone of the process, which the oracle uses. */
const inProcess = ({ year, month, day, hour, minute }: Temporal.PlainDateTime): Date =>
  new Date(year, month - 1, day, hour, minute)

const wallClock = (date: Date): string =>
  new Temporal.PlainDateTime(
    date.getFullYear(),
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  ).toString()

test('an ordinary week opens and closes when opening_hours says so', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(weeks, fc.array(walls, { minLength: 5, maxLength: 5 }), (week, probes) => {
      const oracle = new OpeningHours(notation(week))
      for (const probe of probes) {
        const change = oracle.getNextChange(inProcess(probe))
        const { open, until } = openingStatus(always(week), [], at(probe.toString()))
        expect([probe.toString(), open, local(until)]).toEqual([
          probe.toString(),
          oracle.getState(inProcess(probe)),
          change ? wallClock(change) : null,
        ])
      }
    }),
    { numRuns: 100 },
  )
})

test("the municipality's ordinary hours match opening_hours, minute by minute", () => {
  const week: WeekSpan[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
    weekday,
    from: '08:00',
    to: weekday === 4 ? '17:00' : '15:00',
  }))
  const oracle = new OpeningHours('Mo-We,Fr 08:00-15:00; Th 08:00-17:00')
  const wrong: string[] = []
  let probe = Temporal.PlainDateTime.from('2026-06-08T00:00')
  for (let minute = 0; minute < 7 * 24 * 60; minute++) {
    const { open } = openingStatus(always(week), [], at(probe.toString()))
    if (open !== oracle.getState(inProcess(probe))) wrong.push(probe.toString())
    probe = probe.add({ minutes: 1 })
  }
  expect(wrong).toEqual([])
})
