import { expect, test } from 'vitest'
import {
  entryProblem,
  exceptionProblem,
  skippedTime,
  type EnteredSpan,
} from '../../../../src/domain/hours/span-problems.ts'
import { isTimeOfDay, minutesOf, readTimeOfDay } from '../../../../src/domain/hours/spans.ts'

/** `08:00-15:00`, with a `+` if it ends the next day. */
const entered = (text: string): EnteredSpan => ({
  from: text.slice(0, 5),
  to: text.slice(6, 11),
  nextDay: text.endsWith('+'),
})

test.for(['00:00', '08:00', '19:59', '23:59', '24:00'])('%s is a time of day', (time) => {
  expect(isTimeOfDay(time)).toBe(true)
})

test.for(['', '8:00', '08.00', '24:01', '25:00', '12:60', '08:00 ', '08:00\n', '08:00:00', '٠٨:٠٠'])(
  '%j is not a time of day',
  (time) => {
    expect(isTimeOfDay(time)).toBe(false)
  },
)

test.for([
  ['8', '08:00'],
  ['8.30', '08:30'],
  ['8:30', '08:30'],
  [' 08:30 ', '08:30'],
  ['24', '24:00'],
  ['8.3', '8.3'],
  ['kl. 8', 'kl. 8'],
  ['', ''],
  // isTimeOfDay refuses what only looks like a time.
  ['99.99', '99:99'],
] as const)('%j is read as %j', ([text, time]) => {
  expect(readTimeOfDay(text)).toBe(time)
})

test.for([
  ['08:00-15:00', null],
  ['08:00-24:00', null],
  ['00:00-24:00', null],
  ['22:00-02:00+', null],
  ['08:00-08:00+', null],
  ['22:00-00:00+', null],
  [
    '15:00-08:00',
    '15.00–8.00 slutter, før det begynder. Slutter det dagen efter, så sæt kryds i »næste dag«.',
  ],
  [
    '08:00-08:00',
    '8.00–8.00 slutter, før det begynder. Slutter det dagen efter, så sæt kryds i »næste dag«.',
  ],
  ['08:00-15:00+', '8.00–15.00 varer mere end et døgn, når det slutter næste dag.'],
  ['08:00-24:00+', '8.00–24.00 varer mere end et døgn, når det slutter næste dag.'],
  ['24:00-02:00+', 'Et tidsrum kan ikke begynde kl. 24.00. Skriv 00:00 den næste dag.'],
  ['25:00-26:00', '»25:00« er ikke et klokkeslæt. Skriv for eksempel 08:00.'],
  ['08:00-15:60', '»15:60« er ikke et klokkeslæt. Skriv for eksempel 08:00.'],
] as const)('the span %s: %s', ([span, problem]) => {
  expect(entryProblem(entered(span))).toBe(problem)
})

test.for([
  ['2026-12-24', '2027-12-25', null],
  [
    '2026-12-24',
    '2027-12-26',
    'Perioden fra 24. december 2026 til 26. december 2027 er længere end et år. Ret datoen, eller del perioden.',
  ],
  [
    '2026-12-24',
    '2072-01-01',
    'Perioden fra 24. december 2026 til 1. januar 2072 er længere end et år. Ret datoen, eller del perioden.',
  ],
] as const)('an exception from %s to %s: %s', ([from, to, problem]) => {
  expect(exceptionProblem({ from, to, hours: { type: 'closed' } })).toBe(problem)
})

test('an exception that ends before it begins is refused, whatever hours it has', () => {
  const backwards = { from: '2026-12-31', to: '2026-12-24' }
  const message = 'Perioden slutter 24. december 2026, før den begynder 31. december 2026.'
  expect(exceptionProblem({ ...backwards, hours: { type: 'closed' } })).toBe(message)
  expect(exceptionProblem({ ...backwards, hours: { type: 'closesFrom', time: '12:00' } })).toBe(message)
  expect(exceptionProblem({ from: '2026-12-24', to: '2026-12-24', hours: { type: 'closed' } })).toBeNull()
})

test('an invalid date is refused', () => {
  for (const date of ['2026-02-30', '2026-13-01', '24-12-2026', '']) {
    const message = `»${date}« er ikke en dato.`
    expect(exceptionProblem({ from: date, to: date, hours: { type: 'closed' } })).toBe(message)
    expect(exceptionProblem({ from: '2026-01-01', to: date, hours: { type: 'spans', spans: [] } })).toBe(
      message,
    )
    expect(skippedTime(date, date, [480])).toBe(message)
  }
})

test('a range of thousands of years is checked quickly', () => {
  expect(skippedTime('2026-04-01', '9999-12-31', [720])).toBeNull()
  expect(skippedTime('2026-04-01', '9999-12-31', [150])).toContain('28. marts 2027')
})

test.for([
  ['2026-12-24', '2026-12-24', ['08:00-12:00'], null],
  ['2026-12-24', '2026-12-24', ['08:00-12:00', '12:00-15:00'], null],
  ['2026-12-24', '2026-12-24', ['08:00-12:00', '11:59-15:00'], '8.00–12.00 overlapper 11.59–15.00.'],
  ['2026-12-24', '2026-12-24', ['13:00-15:00', '08:00-14:00'], '13.00–15.00 overlapper 8.00–14.00.'],
  // In an exception of one day, the night ends the next morning, so it does not overlap.
  ['2026-12-24', '2026-12-24', ['05:00-08:00', '22:00-06:00+'], null],
  ['2026-12-24', '2026-12-25', ['05:00-08:00', '22:00-06:00+'], '5.00–8.00 overlapper 22.00–6.00.'],
  ['2026-12-24', '2026-12-25', ['06:00-08:00', '22:00-06:00+'], null],
  [
    '2026-12-24',
    '2026-12-24',
    ['08:00-12:00', '15:00-13:00'],
    '15.00–13.00 slutter, før det begynder. Slutter det dagen efter, så sæt kryds i »næste dag«.',
  ],
  [
    '2026-03-29',
    '2026-03-29',
    ['01:00-02:30'],
    'Kl. 2.30 findes ikke den 29. marts 2026: da stilles uret en time frem.',
  ],
] as const)('an exception from %s to %s with %j: %s', ([from, to, spans, problem]) => {
  expect(exceptionProblem({ from, to, hours: { type: 'spans', spans: spans.map(entered) } })).toBe(problem)
})

test.for([
  ['12:00', null],
  ['02:15', 'Kl. 2.15 findes ikke den 29. marts 2026: da stilles uret en time frem.'],
  ['kl. 2', '»kl. 2« er ikke et klokkeslæt. Skriv for eksempel 08:00.'],
] as const)('closing at %s from 28 to 30 March: %s', ([time, problem]) => {
  const hours = { type: 'closesFrom', time } as const
  expect(exceptionProblem({ from: '2026-03-28', to: '2026-03-30', hours })).toBe(problem)
})

test.for([
  ['2026-03-29', '2026-03-29', '01:59', null],
  ['2026-03-29', '2026-03-29', '02:00', '29. marts 2026'],
  ['2026-03-29', '2026-03-29', '02:59', '29. marts 2026'],
  ['2026-03-29', '2026-03-29', '03:00', null],
  ['2026-03-29', '2026-03-29', '24:00', null],
  ['2026-03-28', '2026-03-28', '02:30', null],
  ['2026-03-30', '2026-03-30', '02:30', null],
  // For a range, the first such night is named.
  ['2026-01-01', '2028-12-31', '02:30', '29. marts 2026'],
  ['2026-03-30', '2028-12-31', '02:30', '28. marts 2027'],
  ['2026-03-01', '2026-03-29', '02:30', '29. marts 2026'],
  ['2026-03-29', '2026-12-31', '02:30', '29. marts 2026'],
  ['2026-04-01', '2026-12-31', '02:30', null],
  // A time that happens twice exists.
  ['2026-10-25', '2026-10-25', '02:30', null],
  ...['2026-03-29', '2027-03-28', '2028-03-26', '2029-03-25', '2030-03-31'].map(
    (date) => [date, date, '02:30', `${Number(date.slice(8))}. marts ${date.slice(0, 4)}`] as const,
  ),
] as const)('from %s to %s the time %s is skipped on: %s', ([from, to, time, date]) => {
  const problem = skippedTime(from, to, [minutesOf('08:00'), minutesOf(time)])
  const name = `${Number(time.slice(0, 2))}.${time.slice(3)}`
  expect(problem).toBe(date && `Kl. ${name} findes ikke den ${date}: da stilles uret en time frem.`)
})

test.for([
  ['2026-03-28', '2026-03-28', true],
  ['2026-03-27', '2026-03-28', true],
  ['2026-03-27', '2026-03-27', false],
  ['2026-03-29', '2026-03-29', false],
] as const)('a night from %s to %s ends at a skipped 02:30 the day after: %s', ([from, to, isSkipped]) => {
  const hours = { type: 'spans' as const, spans: [entered('22:00-02:30+')] }
  const problem = 'Kl. 2.30 findes ikke den 29. marts 2026: da stilles uret en time frem.'
  expect(exceptionProblem({ from, to, hours })).toBe(isSkipped ? problem : null)
})
