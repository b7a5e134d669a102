import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesFeed, MOST_IN_FEED } from '../../../../src/content/files/changes-feed.ts'
import { PageTree } from '../../../../src/domain/tree/page-tree.ts'

const SITE = 'https://example.dk'
const row = (id: number, updatedAt: string, more: object = {}) => ({
  id,
  parent: null,
  slug: `side-${id}`,
  title: `Side ${id}`,
  summary: null,
  inMenu: true,
  updatedAt,
  isPublished: true,
  ...more,
})
const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`

const feed = (tree: PageTree) =>
  changesFeed({ title: 'Ændrede sider', author: 'Kommunen' }, tree.byChange(MOST_IN_FEED), SITE)

/** What stands in each element of a name, the entries one after the other. */
const each = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, text = '']) => text)
const entries = (xml: string) => each(xml, 'entry')

test('the pages that changed last stand first, each with what Atom demands; drafts do not stand there', () => {
  const xml = feed(
    new PageTree([
      row(1, at(1), { summary: 'Kort' }),
      row(2, at(3)),
      row(3, at(2)),
      row(4, at(9), { isPublished: false }),
    ]),
  )
  expect(xml).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
  )
  expect(xml).toContain(`<link rel="self" type="application/atom+xml" href="${SITE}/aendringer.xml"/>`)
  expect(each(xml, 'name')).toEqual(['Kommunen'])
  expect(entries(xml).map((entry) => each(entry, 'title')[0])).toEqual(['Side 2', 'Side 3', 'Side 1'])
  // Of the feed itself: the newest.
  expect(each(xml, 'updated')).toEqual([at(3), at(3), at(2), at(1)])
  expect(entries(xml)[2]).toBe(
    `<id>tag:example.dk,2026:side:1</id><title>Side 1</title><updated>${at(1)}</updated>` +
      `<link href="${SITE}/side-1"/><summary>Kort</summary>`,
  )
})

test('a page that moves and changes keeps its id', () => {
  const tree = new PageTree([row(7, at(1))])
  const [before] = each(entries(feed(tree))[0] ?? '', 'id')
  tree.change([7], [row(7, at(2), { slug: 'flyttet', title: 'Nyt navn' })])
  expect(each(entries(feed(tree))[0] ?? '', 'id')).toEqual([before])
  expect(feed(tree)).toContain(`<link href="${SITE}/flyttet"/>`)
})

test('of many pages it holds the newest 50, and of none it is still a feed', () => {
  const rows = Array.from({ length: 60 }, (_, index) => row(index + 1, at(index % 60)))
  const shown = entries(feed(new PageTree(rows)))
  expect(shown).toHaveLength(50)
  expect(shown[0]).toContain('<title>Side 60</title>')
  expect(entries(feed(new PageTree([])))).toEqual([])
  expect(each(feed(new PageTree([])), 'updated')).toEqual(['1970-01-01T00:00:00Z'])
})

test('whatever an editor writes breaks no element, and comes back but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const xml = feed(new PageTree([row(1, at(1), { title })]))
      expect(entries(xml)).toHaveLength(1)
      const [said = ''] = each(entries(xml)[0] ?? '', 'title')
      expect(said).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/)
      const read = said
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
      expect(read).toBe([...title].filter(isOfXml).join(''))
    }),
  )
})

/** What XML 1.0 can hold (its production 2). */
function isOfXml(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x20) return [0x9, 0xa, 0xd].includes(code)
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000
}
