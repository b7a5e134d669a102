import { assert, date as anyDate, integer, oneof, property, string, stringMatching } from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import {
  boxParameter,
  instantParameter,
  limitParameter,
  queryParameter,
  queryText,
} from '../../../src/web/parameters.ts'

/** What is said of a value: null where it is taken. */
const complaint = (parameter: z.ZodType, value: unknown): string | null => {
  const result = parameter.safeParse(value)
  return result.success ? null : (result.error.issues[0]?.message ?? '')
}

test.for([
  ['2026-11-23T08:00:00+01:00', '2026-11-23T07:00:00Z'],
  ['2026-11-23T07:00Z', '2026-11-23T07:00:00Z'],
  ['2026-11-23T08:00:00 01:00', '2026-11-23T07:00:00Z'],
  ['2026-10-25T02:30:00+02:00', '2026-10-25T00:30:00Z'],
  ['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00Z'],
  ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z'],
  ['2099-12-31T23:59:59Z', '2099-12-31T23:59:59Z'],
] as const)('at=%s is the instant %s', ([at, instant]) => {
  expect(instantParameter.parse(at).toString()).toBe(instant)
})

test.for([
  '',
  ' ',
  'nu',
  '0',
  '1795337764',
  '2026-11-23',
  '2026-11-23T08:00:00',
  '2026-02-30T08:00:00Z',
  '2026-13-01T08:00:00Z',
  '2026-11-23T25:00:00Z',
  '2026-11-23T08:60:00Z',
  '2026-11-23T08:00:00+99:00',
  '2026-11-23T08:00:00+1',
  '2026-11-23T08:00:00[Europe/Copenhagen]',
  '1999-12-31T23:59:59Z',
  '2100-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2026-11-23T08:00:00.000000000000000000000001Z',
  '٢٠٢٦-١١-٢٣T08:00:00Z',
  '2026-11-23T08:00:00Z\n',
  'x'.repeat(2000),
  ['2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'],
])('at=%j is refused in Danish', (at) => {
  expect(complaint(instantParameter, at)).toMatch(danishSentence)
})

test.for(['', '0', '101', '-1', '1.5', '1e2', ' 5', '5\n', '٥', 'alle', '9'.repeat(500), ['1', '2']])(
  'limit=%j is refused in Danish',
  (limit) => {
    expect(complaint(limitParameter, limit)).toMatch(danishSentence)
  },
)

test('a search text is refused when it is too long or repeated, and never otherwise', () => {
  expect(complaint(queryParameter, 'a'.repeat(200))).toBeNull()
  expect(complaint(queryParameter, 'a'.repeat(201))).toMatch(danishSentence)
  expect(complaint(queryParameter, ['a', 'b'])).toMatch(danishSentence)
  expect(complaint(boxParameter, 'a'.repeat(121))).toMatch(danishSentence)
})

test('no text at all makes a parameter throw, and what is refused is told in Danish', () => {
  assert(
    property(anyText, (text) => {
      for (const parameter of [instantParameter, limitParameter, queryParameter, boxParameter])
        expect(complaint(parameter, text) ?? 'Taget.').toMatch(danishSentence)
      expect(queryText(text).length).toBeLessThanOrEqual(200)
    }),
    { numRuns: 1000 },
  )
})

test('every instant that is taken lies between 2000 and 2100, and is the one that was written', () => {
  assert(
    property(anyDate({ noInvalidDate: true }), integer({ min: -1439, max: 1439 }), (date, minutes) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime())
      const sign = minutes < 0 ? '-' : '+'
      const [hour, minute] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map((part) =>
        String(Math.floor(part)).padStart(2, '0'),
      )
      const written = instant
        .toZonedDateTimeISO(`${sign}${hour}:${minute}`)
        .toString({ timeZoneName: 'never' })
      const result = instantParameter.safeParse(written)
      const year = instant.toZonedDateTimeISO('UTC').year
      expect(result.success).toBe(year >= 2000 && year < 2100)
      expect(result.data?.equals(instant) ?? true).toBe(true)
    }),
  )
})

const danishSentence = /^[A-ZÆØÅ][^<>]*\.$/

/** Anything, and things that are nearly an instant, a date or a number. */
const anyText = oneof(
  string({ unit: 'binary', maxLength: 300 }),
  stringMatching(/^[0-9TZ:+. -]{0,40}$/),
  stringMatching(/^2026-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?([+-][0-9]{2}:[0-9]{2}|Z)?)?$/),
  stringMatching(/^[0-9]{1,5}$/),
)
