import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  type Due,
  mailWeek,
  nextMails,
  nextReview,
  pauseAfter,
  ranked,
  reviewProblem,
} from '../../../../src/domain/time/reviews.ts'

const week = (instant: string) => mailWeek(Temporal.Instant.from(instant))
const next = (instant: string) =>
  nextMails(Temporal.Instant.from(instant)).toZonedDateTimeISO('Europe/Copenhagen').toString()

test('what is right today is due a year from now', () => {
  expect(nextReview('2026-11-29')).toBe('2027-11-29')
  expect(nextReview('2028-02-29')).toBe('2029-02-28')
})

test.each([
  ['2026-11-30', null],
  ['2029-11-29', null],
  ['2026-11-29', 'Datoen skal ligge efter i dag.'],
  ['2029-11-30', 'Vælg en dato højst 36 måneder frem.'],
  ['2026-02-30', 'Skriv en dato.'],
  ['i morgen', 'Skriv en dato.'],
])('on 29 November 2026 the day %s: %s', (due, problem) => {
  expect(reviewProblem(due, '2026-11-29')).toBe(problem)
})

describe('the mails of a week', () => {
  test('go on Monday at 8 on Denmark’s clock', () => {
    expect(week('2026-11-30T06:59:59Z')).toBe('2026-11-23')
    expect(week('2026-11-30T07:00:00Z')).toBe('2026-11-30')
    expect(week('2026-12-06T22:59:59Z')).toBe('2026-11-30')
    expect(next('2026-11-30T06:59:59Z')).toBe('2026-11-30T08:00:00+01:00[Europe/Copenhagen]')
    expect(next('2026-11-30T07:00:00Z')).toBe('2026-12-07T08:00:00+01:00[Europe/Copenhagen]')
  })

  test('go at 8 also the day after the clock was changed', () => {
    expect(next('2026-03-28T12:00:00Z')).toBe('2026-03-30T08:00:00+02:00[Europe/Copenhagen]')
    expect(week('2026-03-30T05:59:59Z')).toBe('2026-03-23')
    expect(week('2026-03-30T06:00:00Z')).toBe('2026-03-30')
    expect(next('2026-10-24T12:00:00Z')).toBe('2026-10-26T08:00:00+01:00[Europe/Copenhagen]')
    expect(week('2026-10-26T06:59:59Z')).toBe('2026-10-19')
  })

  test('are those of one week from one Monday at 8 until just before the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
        const now = Temporal.Instant.fromEpochMilliseconds(at)
        const then = nextMails(now)
        expect(then.epochMilliseconds).toBeGreaterThan(at)
        expect(mailWeek(then.subtract({ milliseconds: 1 }))).toBe(mailWeek(now))
        expect(mailWeek(then)).toBe(Temporal.PlainDate.from(mailWeek(now)).add({ weeks: 1 }).toString())
      }),
    )
  })
})

const due = (id: number, day: string, visits: number): Due => ({ collection: 'pages', id, due: day, visits })

describe('the most pressing first', () => {
  test('by visits and age together; what nobody reads by its age', () => {
    const rows = [
      due(1, '2026-11-29', 0),
      due(2, '2026-11-28', 99),
      due(3, '2026-06-01', 0),
      due(4, '2026-11-28', 9),
    ]
    expect(ranked(rows, '2026-11-29').map(({ id }) => id)).toEqual([2, 3, 4, 1])
  })

  test('nobody is lost, and who is read more and has waited longer never comes after', () => {
    const row = fc.record({
      collection: fc.constantFrom('pages' as const, 'contact-boxes' as const),
      id: fc.integer({ min: 1, max: 1000 }),
      due: fc
        .integer({ min: 0, max: 2000 })
        .map((days) => Temporal.PlainDate.from('2026-11-29').subtract({ days }).toString()),
      visits: fc.integer({ min: 0, max: 100_000 }),
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const list = ranked(rows, '2026-11-29')
        expect(new Set(list)).toEqual(new Set(rows))
        for (const [index, one] of list.entries())
          for (const later of list.slice(index + 1))
            expect(later.visits > one.visits && later.due < one.due).toBe(false)
      }),
    )
  })
})

test('what failed is tried again later each time, and each hour at last', () => {
  expect([1, 2, 3, 7, 50].map(pauseAfter)).toEqual([60_000, 120_000, 240_000, 3_600_000, 3_600_000])
})
