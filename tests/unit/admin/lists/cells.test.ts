import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, harmless, isFormula, itemsOf, joined, meantBy } from '../../../../src/domain/text/cells.ts'

/** Texts with what means something to spreadsheets and to our own cells. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...`'"=+-@|\\;,\t\r\n æ#`),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
})

test('no cell is a formula, and each means what it was made of', () => {
  fc.assert(
    fc.property(text, (cell) => {
      expect(isFormula(harmless(cell))).toBe(false)
      expect(meantBy(harmless(cell))).toBe(cell)
    }),
  )
})

test('several texts in one cell are taken apart as they were put together', () => {
  const item = text.map((one) => one.trim()).filter(Boolean)
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(itemsOf(joined(items))).toEqual(items)
    }),
  )
})

test('a line is read as it was written, whatever separates its cells', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      fc.constantFrom(';', ','),
      (rows, delimiter) => {
        const file = rows.map((cells) => csvLine(cells, delimiter)).join('')
        expect(parse(file, { delimiter, record_delimiter: '\r\n' })).toEqual(rows)
      },
    ),
  )
})

test.for([
  ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
  ['+45 25 20 16 20', "'+45 25 20 16 20"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ["'=1", "''=1"],
  ["'t Hooft", "'t Hooft"],
  ['a=1', 'a=1'],
])('%s is written as %s', ([cell = '', written = '']) => expect(harmless(cell)).toBe(written))
