import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from '../../../src/domain/time/typed-date.ts'
import { receivedParameter } from '../../../src/web/parameters.ts'

/** Every shape that a query string can give a parameter. */
const digits = fc.string({ unit: fc.constantFrom(...'0123456789-+TZ: '), maxLength: 30 })
const text = fc.oneof(fc.string({ unit: 'binary' }), digits)
const value = fc.oneof(fc.constant(undefined), text, fc.array(text))

const from = { today: '2026-11-28', yearless: 'behind' } as const
const REFUSED = 'Skriv en dato, der findes, i received, for eksempel 2026-11-23.'

test('a date parameter is one date that exists, or refused in Danish', () => {
  fc.assert(
    fc.property(value, (given) => {
      const { data, error } = receivedParameter.safeParse(given)
      // What reads a person's date also reads this one, and as the same.
      const found =
        data === undefined ? error?.issues.map(({ message }) => message) : readDate(data, from).date
      expect(found).toEqual(data === undefined ? [REFUSED] : given)
    }),
  )
})

test.each([
  undefined,
  '',
  '2026-02-30',
  '2100-02-29',
  '2026-11-23 ',
  '2026-11-23\n',
  '2026-11-23T00:00:00+01:00',
  '+012026-11-23',
  '23-11-2026',
  '2026-11-23'.repeat(1000),
  ['2026-11-23', '2026-11-24'],
])('%j is refused', (given) => {
  expect(receivedParameter.safeParse(given).success).toBe(false)
})
