import { expect, test } from 'vitest'
import { usePaste } from './browser.ts'

const clean = usePaste()

const STRUCK = (words: string) => `Overstreget tekst blev ikke indsat: ${words}.`

test.for<[what: string, html: string, made: string, said: string]>([
  [
    'words that are struck out, in all ways',
    '<p>Pris <s>90</s><strike>80</strike><del>70</del><span style="color:red; text-decoration: underline line-through">60</span><span style="text-decoration-line:line-through">50</span> 40 kr.</p>',
    '<p>Pris 40 kr.</p>',
    STRUCK('»90«, »80«, »70« og 2 til'),
  ],
  [
    'a line that is struck out, and a point',
    '<p style="text-decoration:line-through">Udgår</p><ul><li>a</li><li style="text-decoration:line-through">b</li><li><del>c</del></li></ul>',
    '<ul><li>a</li></ul>',
    STRUCK('»Udgår«, »b« og »c«'),
  ],
  [
    'a link without its line',
    '<a href="/a" style="text-decoration:none">a</a>',
    '<p><a href="/a">a</a></p>',
    '',
  ],
  ['a hidden point', '<ul><li>a</li><li style="display:none">b</li></ul>', '<ul><li>a</li></ul>', ''],
  [
    'raised and lowered figures',
    '<p>m<sup>2</sup>, 10<sup>-3</sup>, CO<sub>2</sub>, H<span style="vertical-align: sub; font-size:0.6em">2</span>O, x<sup>n</sup></p>',
    '<p>m², 10⁻³, CO₂, H₂O, xⁿ</p>',
    '',
  ],
  [
    'raised letters without a sign of their own',
    '<p>1<sup>ste</sup>, U<sub>max</sub>, §<sup> </sup>2</p>',
    '<p>1ste, Uₘₐₓ, § 2</p>',
    'Hævet eller sænket skrift blev til almindelig skrift: »ste«.',
  ],
  [
    'raised, and back on its line',
    '<p>a<sup>2<span style="vertical-align:baseline">3</span></sup></p>',
    '<p>a²3</p>',
    '',
  ],
  [
    'footnotes of a page and of Word, and the way back',
    '<p>a<sup><a href="#fn1">1</a></sup> b<a style="mso-footnote-id:ftn2" href="#_ftn2"><sup>[2]</sup></a></p><p><a href="#_ftnref2">[2]</a> Se loven.</p>',
    '<p>a[1] b[2]</p><p>[2] Se loven.</p>',
    'Fodnotetegn står som tekst uden link: »[1]« og »[2]«.',
  ],
  [
    'quotations',
    '<blockquote><p>a</p><blockquote>b</blockquote></blockquote><p>Han sagde <q>ja</q></p><blockquote> </blockquote>',
    '<p>a</p><p>b</p><p>Han sagde »ja«</p>',
    '2 citater blev til almindelig tekst.',
  ],
  [
    'code',
    '<pre><code>a = 1\n\nb = 2</code></pre><p>Tast <kbd>F1</kbd></p>',
    '<p>a = 1</p><p>b = 2</p><p>Tast F1</p>',
    '2 stykker kode blev til almindelig tekst.',
  ],
  [
    'a list of words and what they mean',
    '<dl><dt>CVR</dt><dd>Et nummer</dd></dl>',
    '<p><strong>CVR</strong></p><p>Et nummer</p>',
    '1 liste med forklaringer blev til almindelig tekst.',
  ],
  [
    'a part that unfolds',
    '<details open><summary>Mere</summary><p>a</p></details>',
    '<p><strong>Mere</strong></p><p>a</p>',
    '1 foldet afsnit blev til almindelig tekst.',
  ],
  [
    'a table in a table',
    '<table><tr><td>a</td><td><table><tr><th>b</th><th>c</th></tr><tr><td>d</td><td>e</td></tr></table></td></tr></table>',
    '<p>a</p><table><tr><th><p>b</p></th><th><p>c</p></th></tr><tr><td><p>d</p></td><td><p>e</p></td></tr></table>',
    '1 tabel blev til almindelig tekst.',
  ],
  ['a frame around a text', '<table><tr><td>a</td></tr></table>', '<p>a</p>', ''],
  [
    'a table and a heading in a point',
    '<ul><li><h3>a</h3><table><tr><th>b</th><th>c</th></tr><tr><td>d</td><td>e</td></tr></table></li></ul>',
    '<ul><li>a<br>b<br>c<br>d<br>e</li></ul>',
    '1 tabel og 1 overskrift i en liste eller tabel blev til almindelig tekst.',
  ],
  [
    'cells that are one',
    '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>',
    '<table><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>c</p></td><td><p>d</p></td></tr><tr><td><p>c</p></td><td><p>e</p></td></tr></table>',
    'Flettede celler i en tabel er delt: Teksten står i hver af dem.',
  ],
  [
    'a numbered list that goes on, and one of letters',
    '<ol start="4"><li>a</li></ol><ol type="a"><li>b</li></ol><ol start="1"><li>c</li></ol>',
    '<ol><li>a</li></ol><ol><li>b</li></ol><ol><li>c</li></ol>',
    'En nummereret liste tæller nu 1, 2, 3: Se efter, om teksten henviser til de numre eller bogstaver, den havde.',
  ],
  [
    'a list to tick off',
    '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>',
    '<ul><li>a</li><li>b</li></ul>',
    '2 formularfelter blev ikke indsat.',
  ],
  [
    'a page that is all a form',
    '<form><input type="hidden"><h2>a</h2><p>b</p><label>Navn <input></label><button>Send</button></form>',
    '<h3>a</h3><p>b</p><p>Navn</p>',
    '1 formularfelt blev ikke indsat.',
  ],
  [
    'a formula, and words above words',
    '<p><math><mi>x</mi><mo>=</mo><mn>2</mn></math> <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
    '<p>x=2 漢(kan)</p>',
    '1 formel blev til almindelig tekst.',
  ],
  [
    'breaks within a paragraph and between two',
    'a<br>b<br><br>c<br>\n<br><br>d<br>',
    '<p>a<br>b</p><p>c</p><p>d</p>',
    '',
  ],
  // Letters in capitals by a style are written as the writer typed them, which is what is read aloud and searched.
  ['capitals by a style', '<p style="text-transform:uppercase">Aalborg</p>', '<p>Aalborg</p>', ''],
  [
    'places for a hyphen',
    '<p>bygge<wbr>til&shy;ladelse 10&nbsp;000&nbsp;</p>',
    '<p>byggetilladelse 10 000</p>',
    '',
  ],
  [
    'a picture, a frame and a film',
    '<img src=a><iframe src=b></iframe><object data=c></object><video>d</video>',
    '',
    '1 billede, 1 video eller lyd og 2 indlejrede elementer blev ikke indsat.',
  ],
])('%s', async ([, html, made, said]) => {
  expect(await clean(html)).toEqual({ html: made, said })
})
