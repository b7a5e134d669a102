import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkError } from '../../../../src/domain/link.ts'
import { usePaste } from './browser.ts'

const clean = usePaste()

const copied = (name: string) =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8')

/** What Word, Google Docs and LibreOffice copy of one text. */
const SUMMER = [
  '<h3>Sommer i parken</h3>',
  '<p>Vi åbner <strong>tidligt</strong> og lukker <em>sent</em>.</p>',
  '<h3>Det skal du huske</h3>',
  '<ul><li>Tæppe<ul><li>Gerne uldent</li></ul></li><li>Madkurv</li></ul>',
  '<ol><li>Meld dig til</li><li>Mød op</li></ol>',
  '<h4>Priser</h4>',
  '<table><tr><th><p><strong>Hvem</strong></p></th><th><p><strong>Pris</strong></p></th></tr>',
  '<tr><td><p>Børn</p></td><td><p>25 kr.</p></td></tr></table>',
].join('')

const LINKED = '<p>Læs <a href="https://www.aalborg.dk/parker">om parkerne</a>.</p>'

test.for([
  [
    'word',
    `${SUMMER}<p>Læs <a href="https://www.aalborg.dk/parker">om parkerne</a>, afsnit 2 og planen. Velkommen.</p>`,
    '1 billede og 1 kommentar blev ikke indsat. Overstreget tekst blev ikke indsat: »Slettet.«. 2 links blev til tekst, da adresserne ikke kan bruges: »afsnit 2« og »planen«.',
  ],
  ['google-docs', SUMMER + LINKED, '1 billede blev ikke indsat.'],
  [
    'libreoffice',
    SUMMER.replace(/<(\/?)strong>(?=Hvem|Pris|<\/p>)/g, '').replace(
      '<p>Vi åbner tidligt',
      '<p>Vi åbner <strong>tidligt',
    ) + LINKED,
    '',
  ],
] as const)('a text copied from %s', async ([name, html, said]) => {
  expect(await clean(copied(name))).toEqual({ html, said })
})

test('a page of the web: only words, and what is left out is said', async () => {
  expect(await clean(copied('web-page'))).toEqual({
    html: [
      '<h3>Sommer i parken</h3>',
      '<p>Vi åbner <strong>tidligt</strong> og lukker <em>sent</em>.</p>',
      '<p>Det sker <a href="/kalender?uge=3#tid">i kalenderen</a>, her og 99 31 31 31.</p>',
      '<h4>Først</h4><p>a</p><h4>Så</h4><p>Et citat</p><p>Parken i juni</p>',
      '<p>Navn</p><p><strong>Åbningstider</strong></p>',
      '<table><tr><th></th><th><p>2026</p></th><th><p>2026</p></th></tr>',
      '<tr><th><p>Mandag</p></th><td><p>8–16</p></td><td><p>9–15</p></td></tr>',
      '<tr><td><p>Lukket i juli</p></td><td></td><td></td></tr></table>',
      '<p>Layout 1</p><p>Layout 2</p><p>linje 1<br>linje 2</p>',
    ].join(''),
    said: '3 billeder, 1 video eller lyd, 1 formularfelt, 1 indlejret element og 1 script blev ikke indsat. 1 citat og 1 stykke kode blev til almindelig tekst. 2 links blev til tekst, da adresserne ikke kan bruges: »her« og »99 31 31 31«. Flettede celler i en tabel er delt: Teksten står i hver af dem.',
  })
})

test('cells of a spreadsheet are a table, and it is said that no row looks like headings', async () => {
  expect(await clean(copied('excel'))).toEqual({
    html: '<table><tr><td><p>Dag</p></td><td><p>Fra</p></td><td><p>Til</p></td></tr><tr><td><p>Mandag</p></td><td><p>8</p></td><td><p>16</p></td></tr></table>',
    said: expect.stringContaining('En tabel har ingen overskrifter') as string,
  })
})

test.for<[what: string, html: string, made: string]>([
  ['a word within a line', '<span style="color:red">ord</span>', '<p>ord</p>'],
  ['space as HTML has it', '<p>\n  to\n  ord <b> fede </b> </p>', '<p>to ord <strong>fede</strong></p>'],
  ['headings that begin low', '<h5>A</h5><h6>B</h6><h5>C</h5>', '<h3>A</h3><h4>B</h4><h3>C</h3>'],
  ['a lower heading first', '<h3>A</h3><h2>B</h2><h3>C</h3>', '<h3>A</h3><h3>B</h3><h4>C</h4>'],
  ['an empty heading', '<h2> </h2><p>a</p>', '<p>a</p>'],
  ['bold within a heading', '<h2><b>A</b> <a href="/a">b</a></h2>', '<h3>A <a href="/a">b</a></h3>'],
  [
    'a link of two formats',
    '<a href="/a">et <b>to</b></a>',
    '<p><a href="/a">et <strong>to</strong></a></p>',
  ],
  ['signs of HTML', '<p>a &lt; b &amp;amp; "c"</p>', '<p>a &lt; b &amp;amp; &quot;c&quot;</p>'],
  [
    'a list within a point',
    '<ul><li>a<ol><li>b</li></ol></li></ul>',
    '<ul><li>a<ol><li>b</li></ol></li></ul>',
  ],
  ['two paragraphs in a point', '<ul><li><p>a</p><p>b</p></li></ul>', '<ul><li>a<br>b</li></ul>'],
  ['an empty list', '<ul><li></li></ul>', ''],
  ['a table of one column', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', '<p>a</p><p>b</p>'],
  [
    'a table in a table',
    '<table><tr><td>a</td><td><table><tr><th>b</th><th>c</th></tr><tr><td>d</td><td>e</td></tr></table></td></tr></table>',
    '<p>a</p><table><tr><th><p>b</p></th><th><p>c</p></th></tr><tr><td><p>d</p></td><td><p>e</p></td></tr></table>',
  ],
  [
    'a cell over two rows',
    '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>',
    '<table><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>c</p></td><td><p>d</p></td></tr><tr><td><p>c</p></td><td><p>e</p></td></tr></table>',
  ],
  ['an ended conditional comment', '<p>a<!--[if x]>b<![endif]-->c</p>', '<p>ac</p>'],
  ['a comment without end', '<p>a</p><!-- b', '<p>a</p>'],
])('%s', async ([, html, made]) => {
  expect(await clean(html)).toMatchObject({ html: made })
})

const row = (cell: string) => `<tr>${`<${cell}>x</${cell}>`.repeat(25)}</tr>`

test('a table that is too long or too wide is cut, and that is said', async () => {
  const cleaned = await clean(`<table>${row('th')}${row('td').repeat(350)}</table>`)
  expect(cleaned).toMatchObject({ said: '51 tabelrækker og 5 tabelkolonner blev ikke indsat.' })
})

test('what is huge is cleaned or refused in no time', async () => {
  const picture = `<img src="data:image/png;base64,${'A'.repeat(15_000_000)}">`
  const long = '<p>Ti tegn her.</p>'.repeat(400_000)
  const deep = '<div>'.repeat(5_000)
  const open = '<!--'.repeat(1_000_000)
  const begun = Number(process.hrtime.bigint() / 1_000_000n)
  expect(await clean(`<p>a</p>${picture}`)).toEqual({ html: '<p>a</p>', said: '1 billede blev ikke indsat.' })
  expect(await clean(long)).toEqual({ refused: expect.stringContaining('højst 200.000 tegn') as string })
  expect(await clean(`${deep}a`)).toEqual({ html: '', said: '1 tekst for mange lag nede blev ikke indsat.' })
  expect(await clean(`<p>a</p>${open}`)).toMatchObject({ html: '<p>a</p>' })
  expect(Number(process.hrtime.bigint() / 1_000_000n) - begun).toBeLessThan(20_000)
})

test('nothing but the few elements comes out, and no link that the rule refuses', async () => {
  const tag = fc.constantFrom(
    'p',
    'b',
    'h1',
    'h4',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'a',
    'img',
    'script',
    'div',
    'x',
  )
  const href = fc.constantFrom(
    'javascript:alert(1)',
    'https://a.dk',
    '/\\x',
    '#b',
    '//x',
    'data:text/html,x',
    ' /a ',
  )
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    href.map((address) => `<a href="${address}" onclick="x">`),
    fc.string({ maxLength: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const cleaned = await clean(pieces.join(''))
      const html = 'html' in cleaned ? cleaned.html : ''
      const left = html.replace(
        /<\/?(p|h3|h4|ul|ol|li|table|tr|td|th|strong|em|br)>|<\/a>|<a href="[^"<>]*">/g,
        '',
      )
      expect(left).not.toMatch(/[<>]/)
      for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g))
        expect(linkError(address.replaceAll('&amp;', '&'))).toBeNull()
      // What comes out is as clean as it gets.
      const again = await clean(html)
      expect('html' in again && again.html.replace(/h4/g, 'h3')).toBe(html.replace(/h4/g, 'h3'))
    }),
    { numRuns: 100 },
  )
})
