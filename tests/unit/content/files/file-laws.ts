import * as fc from 'fast-check'
import { expect } from 'vitest'

/** What an editor may write or paste, with much of what the formats treat in a way of their own. */
export const anyText = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(',', ';', '\\', 'n', 'N', ' ', ':', '"', '\n', '\r\n', '\t') },
    {
      weight: 3,
      arbitrary: fc.constantFrom('a', 'æ', 'Å', '…', '🎄', '\u0301', '\u00a0', '\u0007', '\u0085'),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((c) => c !== '\r'),
    },
  ),
  maxLength: 300,
})

/** What the other program reads: line ends are one kind, and control characters are gone. */
export const asRead = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '')

/** CRLF everywhere, lines of at most 75 octets, whole letters, and no escape that begins on one and ends on the next. */
export function expectWellFolded(file: string): void {
  const lines = file.split('\r\n')
  expect(lines.pop()).toBe('')
  for (const line of lines) {
    expect(line).toMatch(/^[^\r\n]+$/)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/\p{Cs}/u)
    expect(/\\*$/.exec(line)?.[0].length).toSatisfy((count: number) => count % 2 === 0)
  }
}
