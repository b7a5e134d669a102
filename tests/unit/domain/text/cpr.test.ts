import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCpr, maskCpr } from '../../../../src/domain/text/cpr.ts'

test.for([
  ['010203-1234', '010203-••••'],
  ['0102031234', '010203-••••'],
  ['010203 1234', '010203-••••'],
  ['010203 - 1234', '010203-••••'],
  ['010203–1234', '010203-••••'],
  ['010203-\n1234', '010203-••••'],
  ['01.02.03-1234', '010203-••••'],
  ['01 02 03 - 1234', '010203-••••'],
  ['CPR-nr.:0102031234, født', '010203-••••'],
  ['cpr0102031234', '010203-••••'],
  ['Hansen;0102031234;Aalborg', '010203-••••'],
  ['1,010203-1234,020304-2345', '010203-••••,020304-••••'],
  ['_0102031234_.pdf', '010203-••••'],
  // Without a check digit that fits, as given out since 2007.
  ['010165-4444', '010165-••••'],
  // 2000 was a leap year, and the seventh digit says it is that one.
  ['290200-4123', '290200-••••'],
  ['311257-5123', '311257-••••'],
  ['290280-9123', '290280-••••'],
] as const)('»%s« has %s', ([text, masked]) => {
  expect(
    findCpr(text)
      .map((one) => one.masked)
      .join(),
  ).toBe(masked)
})

test.for([
  ['a phone number', '99 31 15 05'],
  ['a phone number with its country', '+45 12 12 12 12'],
  ['a foreign phone number', '+49 1512345678'],
  ['an EAN number', '5790001234567'],
  ['an EAN number of a date', '0102031234567'],
  ['a CVR number', '29189420'],
  ['a journal number', '2024-010203-1234'],
  ['a journal number', '010203-1234-5'],
  ['a journal number', '2021-0123456'],
  ['a date', '01.02.2003'],
  ['two dates', '01.02.2003-04.02.2003'],
  ['a span of years', '2010-2014'],
  ['a time stamp', '20240102031234'],
  ['a number in a word', 'a0102031234'],
  ['a number in a word', '0102031234b7'],
  ['no such day', '320103-1234'],
  ['no such day', '000103-1234'],
  ['no such month', '011303-1234'],
  ['no such month', '010003-1234'],
  ['1900 was no leap year', '290200-0123'],
  ['no leap year', '290201-4123'],
  ['two lines', '010203\n1234'],
] as const)('%s is none: %s', ([, text]) => {
  expect(findCpr(text)).toEqual([])
  expect(maskCpr(text)).toBe(text)
})

const two = (number: number) => String(number).padStart(2, '0')
const cpr = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([day, month, year, rest]) => ({
    date: `${two(day)}${two(month)}${two(year)}`,
    rest: String(rest).padStart(4, '0'),
  }))

test('every number with a date is found, however it is written, and none of its last four digits is shown', () => {
  fc.assert(
    fc.property(
      cpr,
      fc.constantFrom('', '-', ' ', '–', ' - '),
      fc.constantFrom('Født ', '(', '"', ''),
      ({ date, rest }, between, before) => {
        const text = `${before}${date}${between}${rest}.`
        expect(findCpr(text)).toEqual([{ digits: date + rest, masked: `${date}-••••` }])
        expect(maskCpr(text)).toBe(`${before}${date}-••••.`)
      },
    ),
  )
})

test('nothing in a longer number is found', () => {
  fc.assert(
    fc.property(cpr, fc.stringMatching(/^\d{1,5}$/), fc.boolean(), ({ date, rest }, more, isBefore) => {
      expect(findCpr(isBefore ? more + date + rest : date + rest + more)).toEqual([])
    }),
  )
})

test('what is masked is not found again, and all else stays', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          cpr.map(({ date, rest }) => ` ${date}-${rest} `),
        ),
      ),
      (parts) => {
        expect(findCpr(maskCpr(parts.join('')))).toEqual([])
      },
    ),
  )
})

test('a long text is read at once', () => {
  const text = '010203 '.repeat(100_000) + '1 '.repeat(100_000) + '-'.repeat(100_000)
  expect(findCpr(text)).toEqual([])
})
