import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../e2e/tools/sql.ts'
import { restOfCms } from './rest.ts'

// Texts with tables and links, as editors send them.

let cms: Awaited<ReturnType<typeof restOfCms>>
beforeAll(async () => {
  cms = await restOfCms()
})
afterAll(() => cms.drop())

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const element = (type: string, children: object[], more: object = {}) => ({
  type,
  children,
  direction: null,
  format: '',
  indent: 0,
  version: 1,
  ...more,
})
const words = (text: string) => ({
  type: 'text',
  text,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
})
const link = (fields: object, text = 'Læs mere') => element('link', [words(text)], { fields, version: 3 })
const cell = (text: string, headerState = 0) =>
  element('tablecell', [element('paragraph', [words(text)])], { headerState, colSpan: 1, rowSpan: 1 })
const table = (rows: object[][]) =>
  element(
    'table',
    rows.map((cells) => element('tablerow', cells)),
  )
const textOf = (...children: object[]) => ({ root: element('root', children) })

const page = (blocks: object[], more: object = {}) =>
  cms.ask('POST', '/pages', {
    title: 'Skrevet',
    slug: `skrevet-${Math.random().toString(36).slice(2)}`,
    blocks,
    _status: 'published',
    ...more,
  })
const pageOf = (...children: object[]) => page([{ blockType: 'richText', body: textOf(...children) }])

async function newFile() {
  const file = { data: PICTURE, mimetype: 'image/png', name: 'kort.png', size: PICTURE.length }
  return (await cms.payload.create({ collection: 'media', data: { alt: 'Kort' }, file })).id as number
}

test.for<[what: string, fields: object, said: string]>([
  [
    'another scheme',
    { linkType: 'custom', url: 'javascript:alert(1)' },
    'Adressen må ikke begynde med javascript:',
  ],
  ['no address', { linkType: 'custom', url: '' }, 'Skriv en adresse.'],
  ['a site without a scheme', { linkType: 'custom', url: 'www.aalborg.dk' }, 'Skriv hele adressen'],
  ['nothing chosen', { linkType: 'internal', doc: null }, 'Vælg en side eller en fil.'],
  ['a user', { linkType: 'internal', doc: { relationTo: 'users', value: 1 } }, 'Vælg en side eller en fil.'],
  [
    'an odd heading',
    { linkType: 'internal', doc: { relationTo: 'pages', value: 1 }, anchor: '"><x' },
    'Vælg en overskrift på listen.',
  ],
])('a link in a text with %s is refused by its words', async ([, fields, said]) => {
  const refused = await pageOf(element('paragraph', [link(fields)]))
  expect(refused.status).toBe(400)
  expect(refused.text).toContain(`Linket »Læs mere«: ${said}`)
  expect(refused.text).not.toMatch(/failed to validate|invalid/)
})

test('an address is stored as it was typed', async () => {
  const url = '/om?q=a b'.replace(' ', '%20') + '#sted'
  const { status, doc } = await pageOf(element('paragraph', [link({ linkType: 'custom', url })]))
  expect(status).toBe(201)
  expect(JSON.stringify(doc)).toContain(url)
})

test('a file that a text or a list of links leads to is in use, and stays', async () => {
  for (const block of [
    (id: number) => ({
      blockType: 'richText',
      body: textOf(
        table([
          [cell('a', 1), cell('b', 1)],
          [
            element(
              'tablecell',
              [
                element('paragraph', [
                  link({ linkType: 'internal', doc: { relationTo: 'media', value: id } }),
                ]),
              ],
              { headerState: 0, colSpan: 1, rowSpan: 1 },
            ),
            cell('d'),
          ],
        ]),
      ),
    }),
    (id: number) => ({ blockType: 'linkList', links: [{ label: 'Kortet', file: id }] }),
  ]) {
    const id = await newFile()
    const made = await page([block(id)])
    expect([made.status, made.text]).toEqual([201, expect.anything()])
    const { text } = await cms.ask('GET', `/media/${id}/uses`)
    expect(JSON.parse(text)).toMatchObject({ total: 1, uses: [{ slug: 'pages', name: 'Side »Skrevet«' }] })
    const refused = await cms.ask('DELETE', `/media/${id}`)
    expect([refused.status, refused.message || refused.text]).toEqual([
      409,
      expect.stringContaining('Side »Skrevet«'),
    ])
  }
})

test.for<[what: string, rows: object[][], said: string]>([
  ['too many columns', [Array.from({ length: 21 }, () => cell('x'))], 'En tabel kan højst have 20 kolonner.'],
  ['too many rows', Array.from({ length: 301 }, () => [cell('x')]), 'En tabel kan højst have 300 rækker.'],
  ['no rows', [], 'En tabel skal have mindst én række.'],
  ['something else in it', [[element('paragraph', [])]], 'Tabellen kan ikke læses.'],
])('a table with %s is refused', async ([, rows, said]) => {
  const refused = await pageOf(table(rows))
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining(said)])
})

test('words in a table are found by the search, the name of a heading is not', async () => {
  const made = await page([
    {
      blockType: 'richText',
      body: textOf(
        table([
          [cell('Svømmehal', 1), cell('Pris', 1)],
          [cell('Gigantium'), cell('45')],
        ]),
      ),
    },
    { blockType: 'linkList', links: [{ label: 'Se', url: '/kontakt', anchor: 'hemmeligt-anker' }] },
  ])
  expect(made.status).toBe(201)
  const [found] = await sql(
    cms.url,
    `SELECT string_agg(text, ' ') AS text FROM search.page_texts(ARRAY[${String(made.doc.id)}])`,
  )
  expect(found).toMatchObject({ text: expect.stringMatching(/Svømmehal Pris Gigantium 45/) as string })
  expect(JSON.stringify(found)).not.toContain('anker')
})
