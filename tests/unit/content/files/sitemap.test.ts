import { expect, test } from 'vitest'
import { sitemap } from '../../../../src/content/files/sitemap.ts'
import { PageTree } from '../../../../src/domain/tree/page-tree.ts'

const SITE = 'https://example.dk'
const row = (id: number, isPublished = true) => ({
  id,
  parent: null,
  slug: `side-${id}`,
  title: '',
  summary: null,
  inMenu: true,
  updatedAt: '2026-11-23T10:00:00.000Z',
  isPublished,
})

/** The sitemap of pages with these ids and a draft, ten in a part. */
function site(ids: readonly number[]) {
  const tree = new PageTree([...ids.map((id) => row(id)), row(999, false)])
  const pages = {
    countPages: () => tree.size,
    pagesByAge: ({ skip, most }: { skip: number; most: number }) => tree.byAge(skip, most),
  }
  const at = (path: string) => sitemap(path, SITE, pages, 10)
  return { tree, at, listed: (path: string) => locations(at(path) ?? '') }
}

const locations = (xml: string) =>
  [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url.replace(SITE, ''))
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
/** The pages of the system that search engines may list stand first. */
const FRIST = '/aktindsigt/frist'
const paths = (ids: readonly number[]) => ids.map((id) => `/side-${id}`)

test('as many pages as one file holds stand in it, the oldest first, and it has no parts', () => {
  const { at, listed } = site(numbers(1, 10).toReversed())
  expect(at('/sitemap.xml')).toContain(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${SITE}${FRIST}</loc></url><url>`,
  )
  expect(at('/sitemap.xml')).toContain('<lastmod>2026-11-23T10:00:00.000Z</lastmod>')
  expect(listed('/sitemap.xml')).toEqual([FRIST, ...paths(numbers(1, 10))])
  expect(at('/sitemap/1.xml')).toBeNull()
})

test('one page more, and the sitemap lists parts, which list every page once', () => {
  const { at, listed } = site(numbers(1, 21))
  expect(at('/sitemap.xml')).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
  expect(listed('/sitemap.xml')).toEqual(['/sitemap/1.xml', '/sitemap/2.xml', '/sitemap/3.xml'])
  expect(listed('/sitemap.xml').flatMap(listed)).toEqual([FRIST, ...paths(numbers(1, 21))])
  expect(listed('/sitemap/3.xml')).toEqual(['/side-21'])
})

test('a page that is changed stays in its part', () => {
  const { tree, listed } = site(numbers(1, 21))
  tree.change([5], [{ ...row(5), title: 'Ny titel' }])
  expect(listed('/sitemap/1.xml')).toEqual([FRIST, ...paths(numbers(1, 10))])
})

test.for(['/sitemap/4.xml', '/sitemap/0.xml', '/sitemap/01.xml', '/sitemap/x.xml', '/sitemap/1.xml/'])(
  'there is no part %s',
  (path) => {
    expect(site(numbers(1, 21)).at(path)).toBeNull()
  },
)
