import { type Dropped, nothingDropped } from './dropped.ts'
import { type Block, inOrder, toHtml } from './pasted-blocks.ts'
import { PasteReader } from './paste-reader.ts'

/** What stands in a text after a paste, and what was left out of it. */
export type Cleaned = { html: string; dropped: Dropped } | { refused: string }

/** Characters of text that are taken at once; an editor takes seconds to show more. */
const MOST_TEXT = 200_000
/** Of what is looked at, without pictures and styles that lie in it. */
const MOST_HTML = 10_000_000

/**
 * What was copied from Word, Google Docs, LibreOffice or a page, as HTML that a text here can hold: paragraphs, h3 and h4,
 * lists, tables with one cell at each place, bold, italic and links that `linkError` allows.
 * @param html as the clipboard has it
 * @param parse reads HTML without running or loading anything, as DOMParser does
 * @param origin the site's own, whose addresses become paths
 */
export function cleanPaste(html: string, parse: (html: string) => Document, origin: string): Cleaned {
  const bare = withoutBallast(html)
  if (bare.length > MOST_HTML) return { refused: TOO_LONG }
  const dropped = nothingDropped()
  const blocks: Block[] = new PasteReader({ dropped, origin }).read(parse(bare).body)
  const made = toHtml(inOrder(blocks))
  if (made.replace(/<[^>]*>/g, '').length > MOST_TEXT) return { refused: TOO_LONG }
  return { html: made, dropped }
}

const TOO_LONG = `Det kopierede er for stort til at blive indsat på én gang: højst ${MOST_TEXT.toLocaleString('da-DK')} tegn. Kopiér det i mindre dele.`

/** Without what is never text and may be most of it: styles, scripts, comments and pictures that lie in an address. */
function withoutBallast(html: string): string {
  const withoutPictures = html.replace(/\bdata:[a-z0-9.+/-]+;base64,[a-z0-9+/=\s%]*/gi, 'data:,')
  return withoutSpans(
    withoutSpans(withoutSpans(withoutPictures, '<!--', '-->'), '<style', '</style>'),
    '<xml',
    '</xml>',
  )
}

/** Without what stands from `start` to `end`. By hand, as an expression takes time squared where ends are missing. */
function withoutSpans(html: string, start: string, end: string): string {
  const lower = html.toLowerCase()
  if (lower.length !== html.length) return html
  let made = ''
  let at = 0
  for (;;) {
    const from = lower.indexOf(start, at)
    const to = from < 0 ? -1 : lower.indexOf(end, from)
    if (to < 0) return made + html.slice(at)
    made += html.slice(at, from)
    at = to + end.length
  }
}
