import { expect, test } from 'vitest'
import { readFile } from '../../../../collections/lists/read-file.ts'

const KNOWN = ['Id', 'Navn', 'Telefon', 'Sprøg']
const read = (text: string, encoding: BufferEncoding = 'utf8') => readFile(Buffer.from(text, encoding), KNOWN)

test.for<[string, string]>([
  ['semicolons, a byte order mark and Windows line ends', '\uFEFFid;NAVN\r\n1;"a;b"\r\n'],
  ['commas', 'Id,Navn\n1,a;b\n'],
  ['tabs', 'Id\tNavn\n1\ta;b'],
  ['what Excel writes first', 'sep=;\n"Id";"Navn"\n"1";"a;b"\n;\n'],
])('a file with %s is read', ([, text]) => {
  expect(read(text)).toMatchObject({
    headings: ['Id', 'Navn'],
    rows: [{ cells: ['1', 'a;b'] }],
    isUtf8: true,
  })
})

test('a file of Windows or Latin-1 is read, and that is told', () => {
  expect(read('Id;Sprøg\n1;ære\n', 'latin1')).toMatchObject({
    rows: [{ cells: ['1', 'ære'] }],
    isUtf8: false,
  })
})

test('a row with too few or too many cells is told by its line', () => {
  expect(read('Id;Navn\n1;a\n2\n3;b;c').rows.map(({ line, problem }) => [line, problem ?? ''])).toEqual([
    [2, ''],
    [3, 'Rækken har 1 felter, og den skal have 2.'],
    [4, 'Rækken har 3 felter, og den skal have 2.'],
  ])
})

test.for<[string, string]>([
  ['line ends of two kinds', 'Id;Navn\r\n1;a\n2;b\r\n3;c\r\n'],
  ['line ends of the other kind first', 'Id;Navn\n1;a\r\n2;b\r\n3;c'],
  ['a line for how it is divided', 'sep=;\r\nId;Navn\r\n1;a\n2;b\n3;c'],
  ['line ends within a cell', 'Id;Navn\r\n1;"a\nb\r\nc"\r\n2;b\r\n3;c'],
])('rows have the numbers of a spreadsheet: %s', ([, text]) => {
  expect(read(text).rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, '1'],
    [3, '2'],
    [4, '3'],
  ])
})

test('empty rows are left out, and count', () => {
  expect(read('Id;Navn\n1;a\n\n;\n2;b\n').rows.map(({ line }) => line)).toEqual([2, 5])
})

test.for<[string, RegExp]>([
  ['', /Første linje skal have deres navne.*Der står: ingenting/],
  ['1;Mette\n', /Der står: 1;Mette/],
  ['Id|Navn\n1|a', /Kolonnerne kan ikke genkendes/],
  ['Id;Navn;Note\n1;a;x', /ingen kolonne »Note«. Den har: Id, Navn/],
  ['Id;;Navn\n1;;a', /Kolonne 2 har intet navn/],
  ['Navn;Id;navn\na;1;a', /»Navn« er der to gange/],
  ['Navn\na;b', /ikke delt af det samme tegn/],
  ['Id;Navn\n', /ingen rækker/],
  ['Id;Navn\n0;a\n1;"a\n2;b', /Linje 3 kan ikke læses: .*anførselstegn/],
  ['Id;Navn\n1;SÃ¸ren', /gået i stykker/],
  [`Id;Navn\n${'1;a\n'.repeat(10_001)}`, /Der er 10001 rækker/],
  [`Id;Navn\n1;${'a'.repeat(8_000_000)}`, /for stor/],
  ['PK\u0003\u0004\0', /ikke en CSV-fil/],
])('a file is refused as a whole: %#', ([text, reason]) => {
  expect(() => read(text)).toThrow(reason)
  expect(() => read(text)).toThrow(/Intet er ændret\.$/)
})
