import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPdf } from '../../../collections/shared/border/private/read-pdf.ts'
import { pdfOf } from '../../int/cms/files/pdf.ts'

test('a PDF is read by page', async () => {
  const { texts, isWhole } = await readPdf(pdfOf('Forside', 'Nummer 010203-1234'))
  expect(isWhole).toBe(true)
  expect(texts.slice(1)).toEqual([
    { label: 'PDF-filen, side 1', text: 'Forside' },
    { label: 'PDF-filen, side 2', text: 'Nummer 010203-1234' },
  ])
})

test.for([
  ['is none', Buffer.from('%PDF-1.4 noget andet')],
  ['is empty', Buffer.alloc(0)],
  ['ends midway', pdfOf('Et', 'To').subarray(0, 200)],
  ['shows no words', pdfOf('')],
] as const)('one that %s is not wholly read', async ([, data]) => {
  expect((await readPdf(data)).isWhole).toBe(false)
})

test('of one with very many pages the first are read', async () => {
  const { texts, isWhole } = await readPdf(pdfOf(...Array.from({ length: 501 }, (_, nth) => `Side ${nth}`)))
  expect([texts.length, isWhole]).toEqual([501, false])
})

test(
  'one that unpacks to very much is given up, and what comes next is read',
  { timeout: 60_000 },
  async () => {
    const packed = deflateSync(Buffer.alloc(300_000_000, 'BT (x) Tj ET '))
    const bomb = pdfOf('Et')
      .toString('latin1')
      .replace(
        /<<\/Length \d+>>stream\n.*\nendstream/,
        () =>
          `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed.toString('latin1')}\nendstream`,
      )
    const [first, second] = await Promise.all([readPdf(Buffer.from(bomb, 'latin1')), readPdf(pdfOf('To'))])
    expect(first.isWhole).toBe(false)
    expect(second.isWhole).toBe(true)
  },
)
