import { expect, test } from 'vitest'
import { readDate, type ReadingFrom } from '../../../../src/domain/time/typed-date.ts'

// A day of a month that is not named: »den 18.«, »fredag den 18.«.

const read = (typed: string, yearless: ReadingFrom['yearless'] = 'ahead', today = '2026-11-28') =>
  readDate(typed, { today, yearless })

test.each([
  ['den 28.', '2026-11-28', '2026-11-28'],
  ['den 29.', '2026-11-29', '2026-10-29'],
  ['d. 27', '2026-12-27', '2026-11-27'],
  ['d 27.', '2026-12-27', '2026-11-27'],
  ['d.18.', '2026-12-18', '2026-11-18'],
  ['Den 18', '2026-12-18', '2026-11-18'],
  ['den 31.', '2026-12-31', '2026-10-31'],
  ['fredag den 18.', '2026-12-18', null],
  ['Fredag d. 18.', '2026-12-18', null],
  ['fre. d. 18', '2026-12-18', null],
  ['fredag, den 18.', '2026-12-18', null],
  ['fredag 18.', '2026-12-18', null],
  ['onsdag den 18.', null, '2026-11-18'],
  ['fredag d. 18. december', '2026-12-18', null],
])('»%s« without a month is the next, %s, or the last, %s', (typed, ahead, behind) => {
  expect(read(typed).date).toBe(ahead)
  expect(read(typed, 'behind').date).toBe(behind)
})

test('a day of the month that the next months lack is that of the first that has it', () => {
  expect(read('den 30.', 'ahead', '2027-01-31').date).toBe('2027-03-30')
  expect(read('den 31.', 'behind', '2027-03-01').date).toBe('2027-01-31')
})

test.each([
  [
    'torsdag den 18.',
    '18. december 2026 er en fredag, ikke en torsdag. Skriv også måneden, hvis du mener en anden.',
  ],
  ['den 32.', '»den 32.« er ikke en dato. Skriv for eksempel 2.12.2026 eller 2. december.'],
  ['den 0.', '»den 0.« er ikke en dato. Skriv for eksempel 2.12.2026 eller 2. december.'],
])('»%s« is refused: %s', (typed, problem) => {
  expect(read(typed)).toEqual({ date: null, problem })
})
