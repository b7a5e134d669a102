import { expect, test } from 'vitest'
import type { EnteredSpan } from '../../../../src/domain/hours/span-problems.ts'
import { readWeek } from '../../../../src/domain/hours/read-week.ts'
import { closedWeek, DAYS, weekProblem, weekSpans, type Week } from '../../../../src/domain/hours/week.ts'

/** `08:00-15:00`, with a `+` if it ends the next day. */
const entered = (text: string): EnteredSpan => ({
  from: text.slice(0, 5),
  to: text.slice(6, 11),
  nextDay: text.endsWith('+'),
})
type Days = Partial<Record<(typeof DAYS)[number], readonly string[]>>

const week = (days: Days): Week => ({
  ...closedWeek,
  ...Object.fromEntries(Object.entries(days).map(([day, spans]) => [day, spans.map(entered)])),
})

test('a closed week has no spans and no problem', () => {
  expect(weekSpans(closedWeek)).toEqual([])
  expect(weekProblem(closedWeek)).toBeNull()
})

test('the days of an entered week become weekdays 1 to 7', () => {
  const everyDay = week(Object.fromEntries(DAYS.map((day, index) => [day, [`0${index}:00-12:00`]])))
  expect(weekSpans(everyDay).map(({ weekday, from }) => [weekday, from])).toEqual([
    [1, '00:00'],
    [2, '01:00'],
    [3, '02:00'],
    [4, '03:00'],
    [5, '04:00'],
    [6, '05:00'],
    [7, '06:00'],
  ])
})

const asMonday = (monday: string[]): Week => ({ ...week({ monday }), tuesday: 'monday', friday: 'monday' })

test('"som mandag" has all of Monday\'s spans, even after Monday changes', () => {
  expect(weekSpans(asMonday(['08:00-12:00', '13:00-15:00']))).toEqual(
    ([1, 2, 5] as const).flatMap((weekday) => [
      { weekday, from: '08:00', to: '12:00' },
      { weekday, from: '13:00', to: '15:00' },
    ]),
  )
  expect(weekSpans(asMonday([]))).toEqual([])
})

test.for([
  [{ monday: ['08:00-15:00'] }, null],
  [{ monday: ['08:00-12:00', '12:00-15:00'] }, null],
  [{ monday: ['12:00-15:00', '08:00-12:00'] }, null],
  [{ monday: ['08:00-15:00'], tuesday: ['08:00-15:00'] }, null],
  [{ friday: ['22:00-02:00+'], saturday: ['02:00-08:00'] }, null],
  [{ sunday: ['20:00-24:00'], monday: ['00:00-08:00'] }, null],
  [{ sunday: ['20:00-00:00+'], monday: ['00:00-08:00'] }, null],
  [{ monday: ['08:00-08:00+'], tuesday: ['08:00-15:00'] }, null],
  [{ monday: ['08:00-15:00', '14:00-17:00'] }, 'Mandag 8.00–15.00 overlapper mandag 14.00–17.00.'],
  [{ monday: ['14:00-17:00', '08:00-15:00'] }, 'Mandag 14.00–17.00 overlapper mandag 8.00–15.00.'],
  [{ wednesday: ['08:00-12:00', '08:00-12:00'] }, 'Onsdag 8.00–12.00 overlapper onsdag 8.00–12.00.'],
  [{ wednesday: ['08:00-16:00', '10:00-11:00'] }, 'Onsdag 8.00–16.00 overlapper onsdag 10.00–11.00.'],
  [{ friday: ['22:00-02:00+'], saturday: ['01:59-08:00'] }, 'Fredag 22.00–2.00 overlapper lørdag 1.59–8.00.'],
  [{ monday: ['00:30-04:00'], sunday: ['23:00-01:00+'] }, 'Mandag 0.30–4.00 overlapper søndag 23.00–1.00.'],
  [{ monday: ['08:00-08:00+'], tuesday: ['07:59-15:00'] }, 'Mandag 8.00–8.00 overlapper tirsdag 7.59–15.00.'],
  [
    { thursday: ['17:00-08:00'] },
    'Torsdag: 17.00–8.00 slutter, før det begynder. Slutter det dagen efter, så sæt kryds i »næste dag«.',
  ],
  [
    { tuesday: Array.from({ length: 7 }, (_, hour) => `0${hour}:00-0${hour}:30`) },
    'Tirsdag: En dag kan højst have 6 tidsrum.',
  ],
  [{ sunday: ['08.00-15:00'] }, 'Søndag: »08.00« er ikke et klokkeslæt. Skriv for eksempel 08:00.'],
] as const)('the week %j: %s', ([days, problem]) => {
  expect(weekProblem(week(days))).toBe(problem)
})

test("Monday's night overlaps a day that is the same as Monday", () => {
  expect(weekProblem(asMonday(['22:00-06:00+', '05:00-08:00']))).toBe(
    'Mandag 22.00–6.00 overlapper tirsdag 5.00–8.00.',
  )
})

test('a week is read with its times as people write them', () => {
  const days = { tuesday: 'monday', wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
  expect(readWeek({ ...days, monday: [{ from: '8', to: '15.00' }] })).toEqual({
    ...days,
    monday: [{ from: '08:00', to: '15:00' }],
  })
  expect(readWeek({ ...days, monday: [{ from: '20', to: '2:00', nextDay: true }] })?.monday).toEqual([
    { from: '20:00', to: '02:00', nextDay: true },
  ])
})

test.each([
  undefined,
  null,
  'monday',
  [],
  {},
  { ...closedWeek, sunday: undefined },
  { ...closedWeek, monday: 'monday' },
  { ...closedWeek, tuesday: 'tuesday' },
  { ...closedWeek, tuesday: [{ from: '08:00' }] },
  { ...closedWeek, tuesday: [{ from: 8, to: 15 }] },
  { ...closedWeek, tuesday: [{ from: '8'.repeat(21), to: '15:00' }] },
  { ...closedWeek, tuesday: [{ from: '08:00', to: '15:00', id: 'a' }] },
  { ...closedWeek, holiday: [] },
])('%j is no week', (value) => {
  expect(readWeek(value)).toBeNull()
})
