import { expect, test } from 'vitest'
import { pdfFromHeader } from '../../../collections/shared/files/content/pdf-header.ts'

/** A small PDF whose table says where it stands, counted from `shift` bytes before its header. */
function pdf(shift = 0): string {
  const body = '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'
  const table = 'xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R >>\n'
  return `${body}${table}startxref\n${Buffer.byteLength(body, 'latin1') + shift}\n%%EOF\n`
}

const stored = (text: string) => pdfFromHeader(Buffer.from(text, 'latin1'))?.toString('latin1')

/** Where its table stands, by what its end says. */
const atTable = (text = '') => text.slice(Number(/startxref\s+(\d+)/.exec(text)?.[1])).slice(0, 4)

test.for(['', '\n\n', '\r\n \r\n', '\u00ef\u00bb\u00bf', '\u00ef\u00bb\u00bf\r\n', '\n'.repeat(1024)])(
  'a PDF after %j begins with its header, and its table stands where it says',
  (before) => {
    const fromHeader = stored(before + pdf())
    expect([fromHeader, atTable(fromHeader)]).toEqual([pdf(), 'xref'])
    const fromBeginning = stored(before + pdf(before.length))
    expect([fromBeginning?.slice(0, 9), atTable(fromBeginning)]).toEqual(['%PDF-1.4\n', 'xref'])
  },
)

test.for(['', 'MZ', '%PDF', '\n'.repeat(1025) + pdf(), '<html>'])('%j is no PDF', (text) =>
  expect(stored(text)).toBeUndefined(),
)

test('an end that says nothing, or nonsense, is left as it is', () => {
  expect(stored('\n%PDF-1.4')).toBe('%PDF-1.4')
  expect(stored('\n%PDF-1.4\nstartxref\n999999999999999\n%%EOF')).toMatch(/^%PDF-1.4\n/)
})
