import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPhone, parsePhone, parseShortPhone } from '../../../src/domain/phone.ts'

test.for([
  ['25 20 16 20', '+4525201620'],
  ['25 19 94 02 ', '+4525199402'],
  ['+4599312513', '+4599312513'],
  ['+4593520011', '+4593520011'],
  ['9931 1505', '+4599311505'],
  ['9931 4060 ', '+4599314060'],
  ['99 82 10 82', '+4599821082'],
  ['+45 25 20 16 20', '+4525201620'],
  ['(+45) 25 20 16 20', '+4525201620'],
  ['0045 25201620', '+4525201620'],
  ['25-20-16-20', '+4525201620'],
  ['25.20.16.20', '+4525201620'],
  ['25\u00a020\u00a016\u00a020', '+4525201620'],
  ['+46 8 123 456 78', '+46812345678'],
] as const)('the phone number "%s" is %s', ([text, number]) => {
  expect(parsePhone(text)).toBe(number)
})

test.for([
  '',
  ' ',
  'abc',
  '112',
  '114',
  '1234567',
  '252016200',
  '12345678',
  '00000000',
  '+45',
  '+',
  '25201620x',
  'tlf 25201620',
  '25 20 16 20 / 25 20 16 08',
  '25201620 ext 5',
  '25201620\n25201608',
  '2'.repeat(41),
  '<script>25201620',
  '+999 123 456 789',
])('"%s" is not a phone number', (text) => {
  expect(parsePhone(text)).toBeNull()
})

test('Danish numbers are shown in pairs, foreign numbers in international format', () => {
  expect(formatPhone('+4525201620')).toBe('25 20 16 20')
  expect(formatPhone('+46812345678')).toBe('+46 8 123 456 78')
  expect(formatPhone('intern 42')).toBe('intern 42')
})

test('a formatted number parses back to the same number', () => {
  const danish = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String)
  const swedish = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((digits) => `+468${digits}`)
  fc.assert(
    fc.property(fc.oneof(danish, swedish), (text) => {
      const number = parsePhone(text)
      fc.pre(number !== null)
      expect(parsePhone(formatPhone(number))).toBe(number)
    }),
    { numRuns: 500 },
  )
})

test.for([
  ['112', '112', '112'],
  [' 1 1 4 ', '114', '114'],
  ['1813', '1813', '1813'],
  ['18 13', '1813', '1813'],
  ['116-111', '116111', '116 111'],
] as const)('the short number "%s" is %s, shown as %s', ([text, number, shown]) => {
  expect(parsePhone(text)).toBeNull()
  expect(parseShortPhone(text)).toBe(number)
  expect(formatPhone(number)).toBe(shown)
})

test.for([
  '',
  '1',
  '12',
  '116',
  '911',
  '1234',
  '2813',
  '11211',
  '+45112',
  '112x',
  '25201620',
  '1'.repeat(41),
])('"%s" is no short number', (text) => expect(parseShortPhone(text)).toBeNull())
