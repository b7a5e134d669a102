import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { formatDate, formatLongDate, MONTHS, WEEKDAYS } from '../../../../src/domain/time/danish-time.ts'
import { isDate, readDate, type ReadingFrom } from '../../../../src/domain/time/typed-date.ts'

const TODAY = '2026-11-28'
const read = (typed: string, yearless: ReadingFrom['yearless'] = 'ahead', today = TODAY) =>
  readDate(typed, { today, yearless })

test.each([
  ['2026-12-02', '2026-12-02'],
  [' 2026-12-02\n', '2026-12-02'],
  ['2.12.2026', '2026-12-02'],
  ['02.12.2026', '2026-12-02'],
  ['02.12.2026.', '2026-12-02'],
  ['2. 12. 2026', '2026-12-02'],
  ['2-12-2026', '2026-12-02'],
  ['2/12-26', '2026-12-02'],
  ['2/12 2026', '2026-12-02'],
  ['23/12/26', '2026-12-23'],
  ['23-12-26', '2026-12-23'],
  ['021226', '2026-12-02'],
  ['02122026', '2026-12-02'],
  ['03042027', '2027-04-03'],
  ['2. december 2026', '2026-12-02'],
  ['2. DECEMBER 2026', '2026-12-02'],
  ['2.\u00a0december\u00a02026', '2026-12-02'],
  ['2 december 2026', '2026-12-02'],
  ['2. dec. 2026', '2026-12-02'],
  ['2. dec 26', '2026-12-02'],
  ['2dec2026', '2026-12-02'],
  ['2-dec-2026', '2026-12-02'],
  ['1. sept. 2027', '2027-09-01'],
  ['den 2. december 2026', '2026-12-02'],
  ['d. 2/12-2026', '2026-12-02'],
  ['onsdag den 2. december 2026', '2026-12-02'],
  ['Onsdag d. 2. december 2026', '2026-12-02'],
  ['onsdag 2/12-26', '2026-12-02'],
  ['ons. 2/12-26', '2026-12-02'],
  ['lørdag, den 5. december 2026', '2026-12-05'],
  ['29-02-2028', '2028-02-29'],
  ['5.7.2027', '2027-07-05'],
  ['24.12.2026', '2026-12-24'],
  ['1/1-00', '2000-01-01'],
  ['31.12.99', '2099-12-31'],
  ['i dag', '2026-11-28'],
  ['I morgen', '2026-11-29'],
  ['i  overmorgen', '2026-11-30'],
  ['overmorgen', '2026-11-30'],
])('»%s« is %s', (typed, date) => {
  expect(read(typed)).toEqual({ date, problem: null })
})

test.each([
  ['2-12', '2026-12-02', '2025-12-02'],
  ['2/12', '2026-12-02', '2025-12-02'],
  ['1.2.', '2027-02-01', '2026-02-01'],
  ['1. 2.', '2027-02-01', '2026-02-01'],
  ['2. dec', '2026-12-02', '2025-12-02'],
  ['2. dec.', '2026-12-02', '2025-12-02'],
  ['28. november', '2026-11-28', '2026-11-28'],
  ['27. november', '2027-11-27', '2026-11-27'],
  ['29. november', '2026-11-29', '2025-11-29'],
  ['29. februar', '2028-02-29', '2024-02-29'],
  ['onsdag den 2. december', '2026-12-02', null],
  ['tirsdag den 2. december', null, '2025-12-02'],
])('»%s« without a year is the next, %s, or the last, %s', (typed, ahead, behind) => {
  expect(read(typed).date).toBe(ahead)
  expect(read(typed, 'behind').date).toBe(behind)
})

// TODAY is a Saturday.
test.each([
  ['fredag', '2026-12-04'],
  ['Fredag', '2026-12-04'],
  ['på fredag', '2026-12-04'],
  [' på  fredag. ', '2026-12-04'],
  ['fre', '2026-12-04'],
  ['fre.', '2026-12-04'],
  ['på tirs', '2026-12-01'],
  ['søndag', '2026-11-29'],
  ['søn', '2026-11-29'],
  ['lørdag', '2026-12-05'],
])('»%s« is the next such day after today, %s, and nothing when looking back', (typed, date) => {
  expect(read(typed)).toEqual({ date, problem: null })
  expect(read(typed, 'behind').date).toBeNull()
})

test('a weekday alone is one to seven days ahead, on any day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WEEKDAYS),
      fc.integer({ min: 3, max: 7 }),
      fc.constantFrom('', 'på '),
      fc.integer({ min: 0, max: 50_000 }),
      (weekday, letters, before, days) => {
        const today = Temporal.PlainDate.from('1990-01-01').add({ days })
        const { date } = read(`${before}${weekday.slice(0, letters)}`, 'ahead', today.toString())
        const next = Temporal.PlainDate.from(date ?? '')
        expect(WEEKDAYS[next.dayOfWeek - 1]).toBe(weekday)
        expect(today.until(next).days).toBeGreaterThanOrEqual(1)
        expect(today.until(next).days).toBeLessThanOrEqual(7)
      },
    ),
  )
})

test('29 February without a year is found across a century that has none', () => {
  expect(read('29/2', 'ahead', '2097-03-01').date).toBe('2104-02-29')
  expect(read('29/2', 'behind', '2104-02-28').date).toBe('2096-02-29')
})

test.each([
  ['31.4.2027', '31. april 2027 findes ikke: april har 30 dage.'],
  ['31. april', '31. april findes ikke: april har 30 dage.'],
  ['29-02-2026', '29. februar 2026 findes ikke: februar 2026 har 28 dage.'],
  ['30. februar', '30. februar findes ikke: februar har 29 dage.'],
  ['2026-02-30', '30. februar 2026 findes ikke: februar 2026 har 28 dage.'],
  ['0.12.2026', '0. december 2026 findes ikke: december har 31 dage.'],
  ['torsdag den 2. december 2026', '2. december 2026 er en onsdag, ikke en torsdag.'],
  [
    '12.24.2026',
    '»12.24.2026« er ikke en dato. Skriv for eksempel 2.12.2026 eller 2. december. Dagen skrives før måneden, og der er 12 måneder.',
  ],
  ['i går', '»i går« er ikke en dato. Skriv for eksempel 2.12.2026 eller 2. december.'],
])('»%s« is refused: %s', (typed, problem) => {
  expect(read(typed)).toEqual({ date: null, problem })
})

test.each([
  '',
  '2',
  '2 12',
  '2012',
  '0212',
  '03042027x',
  '031315',
  '31042027',
  '2026-13-01',
  '2026-00-10',
  '2026-11-23T10:00:00+01:00',
  '+002026-11-23',
  '-002026-11-23',
  '-2-12-2026',
  '2-12-6',
  '2-12-026',
  '2-12-20265',
  '2.12.2026 kl. 10',
  '2.12.2026 3.12.2026',
  '2.12.2026-3.12.2026',
  '2. de',
  '2. decembre 2026',
  '2. oct 2026',
  'december 2026',
  'december',
  'on',
  'i onsdags',
  'næste onsdag',
  'på',
  'på den',
  'onsdag 2',
  '18.',
  'uge den 18.',
  'onsdag og fredag',
  'hverdag den 2. december 2026',
  'on 2. december 2026',
  'uge 49',
  'constructor',
  '２０２６-11-23',
])('»%s« is not a date', (typed) => {
  expect(read(typed).date).toBeNull()
  expect(read(typed).problem).toMatch(/\.$/)
})

test('each day of fifty years is read as itself, in each way of writing it', () => {
  for (let day = Temporal.PlainDate.from('1995-01-01'); day.year < 2045; day = day.add({ days: 1 })) {
    const date = day.toString()
    const wrong = [...waysToWrite(day), ...(day.year >= 2000 ? shortWays(day) : [])].filter(
      (typed) => read(typed).date !== date,
    )
    expect(wrong).toEqual([])
    const year = { today: `${day.year}-01-01`, yearless: 'ahead' as const }
    expect(yearlessWays(day).filter((typed) => readDate(typed, year).date !== date)).toEqual([])
  }
})

const twoDigits = (number: number) => String(number).padStart(2, '0')

function waysToWrite({ year, month, day }: Temporal.PlainDate): string[] {
  const [dd, mm] = [day, month].map(twoDigits)
  const iso = `${year}-${mm}-${dd}`
  const name = MONTHS[month - 1] ?? ''
  return [
    iso,
    `${day}.${month}.${year}`,
    `${dd}.${mm}.${year}`,
    `${day}/${month}-${year}`,
    `${day}/${month} ${year}`,
    `${dd}${mm}${year}`,
    `${day}. ${name} ${year}`,
    `${day} ${name.slice(0, 3)} ${year}`,
    formatDate(iso),
    formatLongDate(iso),
    `${formatLongDate(iso).slice(0, 3)}. d. ${day}/${month}/${year}`,
  ]
}

function shortWays({ year, month, day }: Temporal.PlainDate): string[] {
  const [dd, mm, yy] = [day, month, year % 100].map(twoDigits)
  return [
    `${day}/${month}-${yy}`,
    `${dd}.${mm}.${yy}`,
    `${dd}${mm}${yy}`,
    `${day}. ${MONTHS[month - 1]} ${yy}`,
  ]
}

const yearlessWays = ({ month, day }: Temporal.PlainDate): string[] => [
  `${day}/${month}`,
  `${day}-${month}`,
  `${day}.${month}.`,
  `${day}. ${MONTHS[month - 1]?.slice(0, 3)}.`,
]

const twoFigures = fc.integer({ min: 0, max: 99 })

test('a date that does not exist is never read as another', () => {
  fc.assert(
    fc.property(twoFigures, twoFigures, fc.integer({ min: 1000, max: 9999 }), (day, month, year) => {
      const iso = `${year}-${twoDigits(month)}-${twoDigits(day)}`
      const date = isDate(iso) ? iso : null
      for (const typed of [`${day}.${month}.${year}`, `${twoDigits(day)}${twoDigits(month)}${year}`])
        expect(read(typed).date).toBe(date)
    }),
  )
})

test('a weekday is right or refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 0, max: 40_000 }), (weekday, days) => {
      const date = Temporal.PlainDate.from('1990-01-01').add({ days })
      const isRight = WEEKDAYS[date.dayOfWeek - 1] === weekday
      const typed = `${weekday} den ${formatDate(date.toString())}`
      expect(read(typed).date).toBe(isRight ? date.toString() : null)
    }),
  )
})

test('without a year it is today or the nearest such date in the direction that is asked for', () => {
  const days = fc
    .integer({ min: 0, max: 50_000 })
    .map((count) => Temporal.PlainDate.from('1990-01-01').add({ days: count }))
  fc.assert(
    fc.property(days, days, (today, { day, month }) => {
      fc.pre(day !== 29 || month !== 2)
      const [next, last] = (['ahead', 'behind'] as const).map(
        (way) => read(`${day}/${month}`, way, today.toString()).date,
      )
      expect(today.until(next ?? '').days).toBeGreaterThanOrEqual(0)
      expect(today.until(next ?? '').days).toBeLessThan(366)
      expect(today.since(last ?? '').days).toBeGreaterThanOrEqual(0)
      expect(today.since(last ?? '').days).toBeLessThan(366)
    }),
  )
})

test('the answer is a date that exists or a sentence, whatever is typed', () => {
  const dateLike = fc.string({
    unit: fc.constantFrom(...'0123456789-./ ', 'maj', 'den ', 'ons'),
    maxLength: 14,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), dateLike), (typed) => {
      const { date, problem } = read(typed)
      expect(date === null ? /^[^]+\.$/.test(problem) : isDate(date)).toBe(true)
    }),
  )
})

test.each(['2026-12-02\n', ' 2026-12-02', '2026-2-3', '2026-02-29', '02-12-2026'])(
  '%j is no ISO date',
  (text) => {
    expect(isDate(text)).toBe(false)
  },
)
