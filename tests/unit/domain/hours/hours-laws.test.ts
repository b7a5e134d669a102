import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { openingSentence } from '../../../../src/domain/hours/sentences.ts'
import { comingExceptions, openingStatus, opensAt, spansOn } from '../../../../src/domain/hours/hours.ts'
import type { ExceptionHours, Schedule, Weekday } from '../../../../src/domain/hours/schedule.ts'
import { wordsWith } from '../../../../src/domain/words/words.ts'
import { bruteForce, nextChanges, wallClock } from './brute-force.ts'
import { always, at, calendar, closed, days, local } from './times.ts'

const ZONE = 'Europe/Copenhagen'

const quarter = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`)
const span = fc.record({ from: quarter, to: fc.oneof(quarter, fc.constant('24:00')) })
const date = fc
  .integer({ min: 0, max: 400 })
  .map((n) => Temporal.PlainDate.from('2026-03-01').add({ days: n }).toString())
const weekSpans = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([day, times]) => ({
    weekday: day as Weekday,
    from: times.from,
    to: times.to,
  })),
  { maxLength: 10 },
)
const exceptionHours: fc.Arbitrary<ExceptionHours> = fc.oneof(
  fc.constant({ type: 'closed' } as const),
  fc.record({ type: fc.constant('closesFrom' as const), time: quarter }),
  fc.record({ type: fc.constant('spans' as const), spans: fc.array(span, { maxLength: 2 }) }),
)
const schedules: fc.Arbitrary<Schedule> = fc.record({
  weeks: fc.array(fc.record({ from: fc.option(date), spans: weekSpans }), { maxLength: 3 }),
  exceptions: fc.array(
    fc.record({
      from: date,
      to: date,
      hours: exceptionHours,
      reason: fc.constantFrom('Undtagelse', 'Ombygning', null),
      isOwn: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  followsCalendar: fc.boolean(),
})
/** Near the two nights when the clocks change, and anywhere in the year. */
const instants = fc
  .oneof(
    fc.integer({ min: 0, max: 4 * 24 * 60 }).map((n) => at('2026-03-27T00:00:00').add({ minutes: n })),
    fc.integer({ min: 0, max: 4 * 24 * 60 }).map((n) => at('2026-10-23T00:00:00').add({ minutes: n })),
    fc.integer({ min: 0, max: 400 * 24 * 60 }).map((n) => at('2026-03-01T00:00:00').add({ minutes: n })),
  )
  .map((instant) => instant.add({ seconds: instant.epochMilliseconds % 7 }))

/** Whether a span of the day or of the day before includes `now`, computed with Temporal. */
function plainlyOpen(schedule: Schedule, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
  return [today.subtract({ days: 1 }), today].some((day) =>
    spansOn(schedule, calendar, day.toString()).spans.some(({ from, to }) => {
      const begins = day.toZonedDateTime({ timeZone: ZONE, plainTime: from })
      const endDay = to === '24:00' || to <= from ? day.add({ days: 1 }) : day
      const ends = endDay.toZonedDateTime({ timeZone: ZONE, plainTime: to === '24:00' ? '00:00' : to })
      return (
        begins.epochMilliseconds <= now.epochMilliseconds && now.epochMilliseconds < ends.epochMilliseconds
      )
    }),
  )
}

test('any schedule at any instant is open exactly when a span includes the instant', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, now) => {
      expect(openingStatus(schedule, calendar, now).open).toBe(plainlyOpen(schedule, now))
    }),
    { numRuns: 300 },
  )
})

test(
  'open, until and reason of any schedule match the plain rules, minute by minute for three days',
  { timeout: 30_000 },
  () => {
    const clocks = ['2026-03-28', '2026-10-24', '2026-12-24', '2027-03-27'].map((from) =>
      wallClock(from, Temporal.PlainDate.from(from).add({ days: 3 }).toString()),
    )
    fc.assert(
      fc.property(schedules, fc.constantFrom(...clocks), (schedule, clock) => {
        const expected = bruteForce(schedule, calendar, clock)
        const changes = nextChanges(expected.open)
        const minutes = expected.open.length
        const wrong: string[] = []
        // All generated times fall on quarter hours, so we only check the first and last minute of each.
        for (let index = 0; index < minutes; index += index % 15 === 0 ? 14 : 1) {
          const now = Temporal.Instant.fromEpochMilliseconds((clock.start + index) * 60_000)
          const { open, until, reason } = openingStatus(schedule, calendar, now)
          const end = until === null ? minutes : until.epochMilliseconds / 60_000 - clock.start
          const answer = [index, open, Math.min(end, minutes), reason].join()
          const right = [index, expected.open[index] === 1, changes[index], expected.reasons[index]].join()
          if (answer !== right) wrong.push(`${answer} instead of ${right}`)
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: 25 },
    )
  },
)

test('until is the first instant at which the answer changes', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, now) => {
      const { open, until } = openingStatus(schedule, calendar, now)
      const end = until ?? now.add({ hours: 400 * 24 - 48 })
      expect(until === null || plainlyOpen(schedule, until) !== open).toBe(true)
      expect(until === null || openingStatus(schedule, calendar, until).open !== open).toBe(true)
      const lastSecond = Temporal.Instant.fromEpochMilliseconds(
        Math.max(now.epochMilliseconds, end.epochMilliseconds - 1000),
      )
      expect(plainlyOpen(schedule, lastSecond)).toBe(open)
      expect(plainlyOpen(schedule, end.subtract({ nanoseconds: 1 }))).toBe(open)
      const step = Math.max(15, Math.floor(end.since(now).total('minutes') / 200 / 15) * 15)
      for (let probe = now; Temporal.Instant.compare(probe, end) < 0; probe = probe.add({ minutes: step }))
        expect(plainlyOpen(schedule, probe)).toBe(open)
    }),
    { numRuns: 60 },
  )
})

test('the states of a day cover it without gaps or overlaps', () => {
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

test('the next opening is the end of the current closed period, or of the next one', () => {
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

function answersIn(timeZone: string, schedule: Schedule, now: Temporal.Instant): string {
  process.env.TZ = timeZone
  const status = openingStatus(schedule, calendar, now)
  const next = opensAt(schedule, calendar, now)
  const sentence = openingSentence(status, next, now, wordsWith({}).hours)
  return JSON.stringify([status, next, sentence, comingExceptions(schedule, calendar, now)])
}

test('the time zone of the process does not change any answer', () => {
  const zone = process.env.TZ
  try {
    process.env.TZ = 'Pacific/Auckland'
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-13 * 60)
    fc.assert(
      fc.property(schedules, instants, (schedule, now) => {
        const inUtc = answersIn('UTC', schedule, now)
        expect(answersIn('Pacific/Auckland', schedule, now)).toBe(inUtc)
        expect(answersIn('America/Los_Angeles', schedule, now)).toBe(inUtc)
      }),
      { numRuns: 50 },
    )
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test('every date has its own weekday and exceptions, including leap days and year ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: -80_000, max: 80_000 }), (offset) => {
      const day = Temporal.PlainDate.from('2000-02-29').add({ days: offset })
      const schedule = always(days([day.dayOfWeek as Weekday], '08:00', '09:00'))
      const only = closed(day.toString(), day.toString(), 'Netop i dag')
      expect(spansOn(schedule, [], day.toString()).spans).toHaveLength(1)
      expect(spansOn({ ...schedule, exceptions: [only] }, [], day.toString()).reason).toBe('Netop i dag')
    }),
  )
})
