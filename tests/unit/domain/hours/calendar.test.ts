import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { danishPublicHolidays, localClosingDays } from '../../../../src/domain/hours/calendar.ts'

const years = Array.from({ length: 16 }, (_, index) => 2020 + index)
const denmark = new Holidays('DK')

/** Names that differ between date-holidays and the municipality. */
const names: Record<string, string> = {
  'Anden påskedag': '2. påskedag',
  'Store Bededag': 'Store bededag',
  'Kristi Himmelfartsdag': 'Kristi himmelfartsdag',
  'Anden Pinsedag': '2. pinsedag',
  Juledag: '1. juledag',
  'Anden Juledag': '2. juledag',
}

test.for(years)('the public holidays of %i match date-holidays', (year) => {
  const expected = denmark
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => [date.slice(0, 10), names[name] ?? name])
  expect(danishPublicHolidays(year).map(({ date, name }) => [date, name])).toEqual(expected)
})

const bededag = (year: number) => danishPublicHolidays(year).find(({ name }) => name === 'Store bededag')

test('store bededag is last a holiday in 2023', () => {
  expect(bededag(2023)?.date).toBe('2023-05-05')
  expect(bededag(2024)).toBeUndefined()
})

test('a public holiday closes the offices and is not a working day', () => {
  for (const day of danishPublicHolidays(2026))
    expect(day).toMatchObject({ closesOffices: true, closesFrom: null, countsAsWorkingDay: false })
})

test('5 June, 24 December and 31 December close the offices but count as working days', () => {
  expect(localClosingDays(2026)).toEqual(
    [
      ['2026-06-05', 'Grundlovsdag'],
      ['2026-12-24', 'Juleaftensdag'],
      ['2026-12-31', 'Nytårsaftensdag'],
    ].map(([date, name]) => ({
      date,
      name,
      closesOffices: true,
      closesFrom: null,
      countsAsWorkingDay: true,
    })),
  )
})

test('no date is in the calendar twice, not even 5 June 2028, which is 2. pinsedag', () => {
  for (const year of years) {
    const dates = [...danishPublicHolidays(year), ...localClosingDays(year)].map(({ date }) => date)
    expect([...new Set(dates)]).toEqual(dates)
  }
  expect(danishPublicHolidays(2028).find(({ date }) => date === '2028-06-05')?.name).toBe('2. pinsedag')
})
