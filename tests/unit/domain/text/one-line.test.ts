import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { trimEnds } from '../../../../src/domain/text/one-line.ts'

test.each([
  ['Line Christensen', 'Line Christensen'],
  ['  Line  Christensen ', 'Line  Christensen'],
  ['\u00a0Line\u00a0Christensen\u00a0', 'Line\u00a0Christensen'],
  ['\tLine\r\n', 'Line'],
  ['\u0000\u0007Line\u001f\u007f\u0085', 'Line'],
  ['\u200b\ufeffLine\u2060', 'Line'],
  // A soft hyphen is typed on purpose.
  ['Line\u00ad', 'Line\u00ad'],
  ['', ''],
  [' \u00a0\t', ''],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨‍👩‍👧'],
])('%j becomes %j', (text, trimmed) => {
  expect(trimEnds(text)).toBe(trimmed)
})

test('what is trimmed is part of the text, trimmed at least as far as JavaScript does, and stays the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const trimmed = trimEnds(text)
      expect(text).toContain(trimmed)
      expect(trimmed).toBe(trimmed.trim())
      expect(trimEnds(trimmed)).toBe(trimmed)
    }),
  )
})

test('a million blanks in the middle take no longer than they must', () => {
  const text = `a${' '.repeat(1_000_000)}b`
  expect(trimEnds(text)).toBe(text)
})
