import { expect, test } from 'vitest'
import { nameHeadings } from '../../../src/content/pages/anchors.ts'
import { linkView } from '../../../src/content/pages/links.ts'
import { richText } from '../../../src/content/pages/rich-text.ts'
import type { Reader } from '../../../src/content/reading/reader.ts'

/** Page 1 is published at /parker, and file 2 is there. */
const reader = {
  node: (ref: unknown) => (ref === 1 ? { href: '/parker' } : null),
  one: (_: string, ref: unknown) =>
    Promise.resolve(ref === 2 ? { url: 'https://site.example/api/media/file/plan.pdf' } : null),
} as unknown as Reader

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const heading = (words: string, tag = 'h3') => ({ type: 'heading', tag, children: [text(words)] })
const cell = (headerState: number, ...children: object[]) => ({ type: 'tablecell', headerState, children })
const table = (...rows: object[][]) => ({
  type: 'table',
  children: rows.map((children) => ({ type: 'tablerow', children })),
})
const read = (...children: object[]) => richText({ root: { children } }, reader)
const plain = (words: string, bold = false) => ({ type: 'text', text: words, bold, italic: false })

test('a table has the bold line above it as its caption, and each cell its column’s heading', async () => {
  const made = await read(
    paragraph(text('Før')),
    paragraph(text('Priser', 1)),
    table(
      [cell(1, paragraph(text('Hvem'))), cell(1, paragraph(text('Pris')), paragraph(text('i kr.')))],
      [cell(2, paragraph(text('Børn'))), cell(0, heading('25'))],
    ),
  )
  expect(made).toEqual([
    { type: 'paragraph', children: [plain('Før')] },
    {
      type: 'table',
      caption: [plain('Priser', true)],
      head: [[plain('Hvem')], [plain('Pris'), { type: 'break' }, plain('i kr.')]],
      rows: [
        [
          { isHeading: true, label: 'Hvem', body: [{ type: 'paragraph', children: [plain('Børn')] }] },
          { isHeading: false, label: 'Pris i kr.', body: [{ type: 'paragraph', children: [plain('25')] }] },
        ],
      ],
    },
  ])
})

test('a table whose first row is like the others has no headings', async () => {
  expect(await read(table([cell(0, paragraph(text('a'))), cell(0, paragraph(text('b')))]))).toMatchObject([
    { caption: null, head: null, rows: [[{ label: '' }, { label: '' }]] },
  ])
})

test.for<[fields: object, href: string | null]>([
  [{ linkType: 'custom', url: '#om' }, '#om'],
  [{ linkType: 'internal', doc: { relationTo: 'pages', value: 1 } }, '/parker'],
  [{ linkType: 'internal', doc: { relationTo: 'pages', value: 1 }, anchor: 'priser' }, '/parker#priser'],
  [{ linkType: 'internal', doc: { relationTo: 'pages', value: 3 }, anchor: 'priser' }, null],
  [{ linkType: 'internal', doc: { relationTo: 'media', value: 2 } }, '/api/media/file/plan.pdf'],
  [
    { linkType: 'internal', doc: { relationTo: 'media', value: { id: 2 } as never } },
    '/api/media/file/plan.pdf',
  ],
  [{ linkType: 'internal', doc: { relationTo: 'media', value: 1 } }, null],
])('a link with %j leads to %s', async ([fields, href]) => {
  const made = await read(paragraph({ type: 'link', fields, children: [text('her')] }))
  const children = href === null ? [plain('her')] : [{ type: 'link', href, children: [plain('her')] }]
  expect(made).toEqual([{ type: 'paragraph', children }])
})

test.for<[link: object, href: string | null]>([
  [{ page: 1, anchor: 'priser', file: 2, url: '/x' }, '/parker#priser'],
  [{ page: 3, file: 2 }, null],
  [{ file: 2, url: '/x' }, '/api/media/file/plan.pdf'],
  [{ url: '/x', anchor: 'priser' }, '/x'],
  [{}, null],
])('a link of a list with %j leads to %s', async ([link, href]) => {
  expect(await linkView({ label: 'her', ...link }, reader)).toMatchObject({ href })
})

test('each heading of a page has a name of its own, which the frame does not use', async () => {
  const body = await read(heading('Priser'), heading('Børn & unge', 'h4'), heading('Indhold'), heading('!'))
  const { blocks, anchors } = nameHeadings([
    { type: 'richText', heading: 'Priser', body },
    { type: 'facts', heading: null, facts: [] },
    { type: 'accordion', heading: 'Mere', items: [{ title: 'A', body, source: null }] },
  ])
  expect(anchors.map(({ id }) => id)).toEqual([
    'priser',
    'priser-2',
    'boern-unge',
    'indhold-2',
    'mere',
    // What unfolds can be linked to, too.
    'a',
    'priser-3',
    'boern-unge-2',
    'indhold-3',
  ])
  expect(blocks[0]).toMatchObject({ anchor: 'priser', body: [{ id: 'priser-2' }, {}, {}, {}] })
  expect(blocks[1]).not.toHaveProperty('anchor')
  expect(new Set(anchors.map(({ id }) => id)).size).toBe(anchors.length)
})
